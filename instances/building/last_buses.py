"""What is assumed where the planner gave no last bus: on some weekdays, for some places, or at all."""

from __future__ import annotations

from collections import defaultdict

from instances.building.texts import NO_LAST_BUS, NO_LAST_BUS_FOR
from instances.parts import Tables
from models.fault import Assumption
from models.network import Network
from models.text import joined
from models.time import SHORT_WEEKDAYS
from models.travel import Mode


def assume_last_buses(tables: Tables, network: Network) -> list[Assumption]:
    """One line for the whole blank sheet; else one for every set of weekdays that places lack."""
    spot = tables.spot_of("last_buses")
    if not network.last_buses:
        return [Assumption(spot, NO_LAST_BUS())]
    lacking: dict[tuple[int, ...], list[str]] = defaultdict(list)
    weekdays = _weekdays(network)
    for place in _served(network):
        days = tuple(day for day in weekdays if network.last_bus(place, day) is None)
        if days:
            lacking[days].append(place)
    return [
        Assumption(spot, NO_LAST_BUS_FOR(days=_named(days), places=joined(_names(network, places), ", ")))
        for days, places in sorted(lacking.items())
    ]


def _weekdays(network: Network) -> list[int]:
    """Those with windows: of the network or of a centre with its own."""
    windows = [*network.rules.windows, *(window for centre in network.centres for window in centre.windows)]
    return sorted({window.weekday for window in windows})


def _served(network: Network) -> list[str]:
    """Settlements in which students live and to which public transport leads from a centre elsewhere."""
    table = network.travel_table
    homes = {table.settlement(network.home_of(student)) for student in network.students}
    hosts = {centre.institution for centre in network.centres}
    return sorted(
        home
        for home in homes
        if any(
            table.settlement(host) != home and table.minutes(host, home, Mode.PUBLIC) is not None
            for host in hosts
        )
    )


def _named(days: tuple[int, ...]) -> object:
    return joined((SHORT_WEEKDAYS[day - 1] for day in days), ", ")


def _names(network: Network, places: list[str]) -> list[str]:
    known = network.institution_by_id
    return [known[place].name if place in known else place for place in places]
