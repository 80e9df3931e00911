"""Where the next centre should be: every place by itself, and the best set of so many places.

The set is chosen in one model: all places stand open, and at most k of them may hold groups (see
``scheduler.engine.limits``). So a plan for k tells which places it takes, and its bound holds for every
choice of k places. Only who is served and the points by rank are planned for; what comes after them in the
goals is a matter of the timetable that a scenario is then planned with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.audit import Auditor
from models.network import Network
from models.outcome import Outcome, Solved
from models.plan import Plan
from models.sites import Site, with_sites
from models.wishes import with_wishes
from scheduler.engine.limits import NO_LIMITS, Limits
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.solve import solve

GOALS = ("unserved", "rank_points")


@dataclass(frozen=True)
class SiteAnswer:
    """The plan of a network in which at most ``most`` of ``sites`` may be used (all of them: no limit)."""

    sites: tuple[Site, ...]
    most: int
    network: Network
    num_wishes: int
    outcome: Outcome

    @property
    def plan(self) -> Plan | None:
        return self.outcome.plan if isinstance(self.outcome, Solved) else None

    @property
    def used(self) -> tuple[Site, ...]:
        """The places that hold groups in the plan."""
        plan = self.plan
        held = set() if plan is None else {session.centre for _, session in plan.sessions()}
        return tuple(site for site in self.sites if site.centre in held)


def search_sites(
    base: Network,
    plan: Plan,
    sites: Sequence[Site],
    settings: Settings,
    auditor: Auditor,
    on_progress: Callable[[Progress], None] = lambda _: None,
    *,
    visiting: bool = False,
    most: int = 5,
    announce: Callable[[tuple[Site, ...], int], None] = lambda *_: None,
) -> Iterator[SiteAnswer]:
    """Every site by itself, then all together, then the best set of 2, 3, … up to ``most``, ending where the
    set serves as many, and as well, as all of them. Each has the limit of ``settings``.

    ``plan`` is the base's; ``visiting``: its teachers are assumed to go to the sites. ``announce`` is told of
    every question before it is asked.
    """
    drawn = replace(settings, lottery_seed=plan.lottery_seed)

    def answer(chosen: tuple[Site, ...], number: int) -> SiteAnswer:
        announce(chosen, number)
        opened = with_sites(base, chosen, visiting=visiting)
        demand = with_wishes(opened, base)
        goals = tuple(goal for goal in base.goals if goal in GOALS)
        network = demand.network.replace(goals=goals)
        of = frozenset(site.centre for site in chosen)
        limits = NO_LIMITS if number >= len(chosen) else Limits(of, number)
        outcome = solve(network, drawn, auditor, on_progress, like=plan, limits=limits)
        return SiteAnswer(chosen, number, network, len(demand.added), outcome)

    for site in sites:
        yield answer((site,), 1)
    if len(sites) < 2:
        return
    every = answer(tuple(sites), len(sites))
    yield every
    for number in range(1, min(most, len(sites) - 1) + 1):
        found = answer(tuple(sites), number)
        yield found
        if _reaches(found, every):
            return


def _reaches(found: SiteAnswer, every: SiteAnswer) -> bool:
    """Whether the levels reached are those that all sites together reach."""
    if found.plan is None or every.plan is None:
        return False
    return [level.value for level in found.plan.levels] == [level.value for level in every.plan.levels]
