"""Who travels where, as places with positions and lines between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reports.export.masking import THRESHOLD
from reports.export.source import Source
from reports.views.journeys import Flow, journeys
from reports.views.layout import layout
from reports.views.public import PublicFlow, public_flows


@dataclass(frozen=True)
class Place:
    """``x`` and ``y`` in any unit, the same for both. Sessions are held in a place that ``hosts``.

    ``stay`` students learn where they are, ``near`` come from other places of the settlement, and ``leave``
    go to such. A place that is not ``shown`` keeps its room on the map, so that the others stand where
    they stand on the map with more places.
    """

    id: str
    name: str
    x: float
    y: float
    hosts: bool
    stay: int = 0
    near: int = 0
    leave: int = 0
    is_rural: bool = False
    shown: bool = True


@dataclass(frozen=True)
class Trip:
    """So many students go from one place (by its number) to another."""

    origin: int
    place: int
    students: int


@dataclass(frozen=True)
class Trips:
    """``at_least``: the numbers are not exact, but the least that is published."""

    places: tuple[Place, ...]
    trips: tuple[Trip, ...]
    at_least: bool

    def said(self, students: int) -> str:
        """A number as it is printed. The least of fewer than three is not: it would be read as the number."""
        if not self.at_least:
            return str(students)
        return f"≥{students}" if students >= THRESHOLD else ""

    def on_line(self, students: int) -> str:
        """The number on a line; ones and twos have none, they are thin and many."""
        return self.said(students) if students >= THRESHOLD else ""


def trips(source: Source, *, public: bool) -> Trips:
    """Places in the order of their names, trips by students, most first.

    Ways within a settlement are no lines, if there are any others: a town is a knot of them. All places
    of the office's map and of the public one are there, so that both have one layout.
    """
    office, told = journeys(source).flows, public_flows(source)
    flows: Sequence[Flow | PublicFlow] = told if public else office
    names = _names(office) | _names(told)
    positions = layout(source.network, names)
    ids = sorted(names, key=lambda id: (names[id], id))
    folded = _folded(source, flows)
    lines = [flow for flow in flows if flow.origin != flow.place and flow not in folded]
    stay = {flow.origin: _number(flow) for flow in flows if flow.origin == flow.place}
    near, leave = Counter[str](), Counter[str]()
    for flow in folded:
        near[flow.place] += _number(flow)
        leave[flow.origin] += _number(flow)
    hosts = {flow.place for flow in flows}
    shown = hosts | {flow.origin for flow in flows}
    at = {id: number for number, id in enumerate(ids)}
    known = source.network.institution_by_id
    return Trips(
        places=tuple(
            Place(
                id,
                names[id],
                *positions[id],
                hosts=id in hosts,
                stay=stay.get(id, 0),
                near=near[id],
                leave=leave[id],
                is_rural=id in known and known[id].is_rural,
                shown=id in shown,
            )
            for id in ids
        ),
        trips=tuple(Trip(at[flow.origin], at[flow.place], _number(flow)) for flow in lines),
        at_least=public,
    )


def _names(flows: Sequence[Flow | PublicFlow]) -> dict[str, str]:
    return {flow.origin: flow.origin_name for flow in flows} | {flow.place: flow.place_name for flow in flows}


def _folded(source: Source, flows: Sequence[Flow | PublicFlow]) -> list[Flow | PublicFlow]:
    """The ways between two places of one settlement; none of them where there are no others."""
    settlement = source.network.travel_table.settlement
    apart = [flow for flow in flows if flow.origin != flow.place]
    within = [flow for flow in apart if settlement(flow.origin) == settlement(flow.place)]
    return within if len(within) < len(apart) else []


def _number(flow: Flow | PublicFlow) -> int:
    return flow.at_least if isinstance(flow, PublicFlow) else flow.students
