"""What a plan costs in a year, by the prices of the network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from models.network import Network
from models.plan import Plan
from models.prices import HEAD, HOUR, OPENING, RUN
from models.text import Text

PRICES = {
    HOUR: Text("цена часа (hour_rate)", "price of an hour (hour_rate)"),
    HEAD: Text("доплата руководителю (head_supplement)", "supplement of a head (head_supplement)"),
    RUN: Text("цена рейса (bus_run)", "price of a run (bus_run)"),
    OPENING: Text("открытие центра (centre_opening)", "opening of a centre (centre_opening)"),
}


@dataclass(frozen=True)
class Cost:
    """Roubles a year: teachers' hours, supplements of the heads who host a centre with groups, runs on the
    dates on which somebody of the network rides; and once: centres opened that the base does not have.

    ``missing``: prices that would be needed and are not given; what they would make is not in the sums.
    """

    hours: float = 0.0
    heads: float = 0.0
    runs: float = 0.0
    opening: float = 0.0
    missing: tuple[str, ...] = ()

    @property
    def yearly(self) -> float:
        return self.hours + self.heads + self.runs


def teacher_hours(network: Network, plan: Plan) -> int:
    """Academic hours that teachers give in the year; of a session with two teachers both count."""
    return sum(
        len(session.dates) * network.course_by_id[group.course].session_hours * len(session.teachers)
        for group, session in plan.sessions()
        if group.course in network.course_by_id
    )


def run_dates(plan: Plan) -> dict[str, set[date]]:
    """Run → the dates on which at least one student of the network rides on it."""
    dates = {session.id: session.dates for _, session in plan.sessions()}
    found: dict[str, set[date]] = defaultdict(set)
    for ride in plan.rides:
        found[ride.run].update(dates.get(ride.session, ()))
    return dict(found)


def cost_of(network: Network, plan: Plan, opened: Collection[str] = ()) -> Cost:
    """The costs of a plan; ``opened`` are the centres that are open here and not in the base."""
    prices = _Prices(network)
    hosts = {
        network.centre_by_id[session.centre].institution
        for _, session in plan.sessions()
        if session.centre in network.centre_by_id
    }
    hours = teacher_hours(network, plan)
    runs = 0.0
    for id, dates in sorted(run_dates(plan).items()):
        own = network.run_by_id[id].cost if id in network.run_by_id else None
        runs += len(dates) * (prices.of(RUN, id) if own is None else own)
    return Cost(
        hours=hours * prices.of(HOUR) if hours else 0.0,
        heads=sum(prices.of(HEAD, host) for host in sorted(hosts)),
        runs=runs,
        opening=sum(prices.of(OPENING, centre) for centre in sorted(opened)),
        missing=tuple(prices.missing),
    )


class _Prices:
    """Looks prices up and remembers those that are not there."""

    def __init__(self, network: Network) -> None:
        self.known = {(cost.key, cost.applies_to): cost.value for cost in network.costs}
        self.missing: dict[str, None] = {}

    def of(self, key: str, thing: str = "") -> float:
        """The price of one thing, else the general one; 0 where there is none, which is remembered."""
        for asked in ((key, thing), (key, "")):
            if asked in self.known:
                return self.known[asked]
        self.missing[key] = None
        return 0.0
