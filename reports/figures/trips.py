"""Who travels where, as places with positions and lines between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.export.masking import THRESHOLD
from reports.export.source import Source
from reports.views.journeys import Flow, journeys
from reports.views.layout import layout
from reports.views.public import PublicFlow, public_flows


@dataclass(frozen=True)
class Place:
    """``x`` and ``y`` in any unit, the same for both. ``stay`` students learn where they are; sessions are
    held in a place that ``hosts``."""

    id: str
    name: str
    x: float
    y: float
    hosts: bool
    stay: int


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


def trips(source: Source, *, public: bool) -> Trips:
    """Places in the order of their names, trips by students, most first."""
    flows: Sequence[Flow | PublicFlow] = public_flows(source) if public else journeys(source).flows
    names = {flow.origin: flow.origin_name for flow in flows} | {
        flow.place: flow.place_name for flow in flows
    }
    positions = layout(source.network, names).positions
    stay = {flow.origin: _number(flow) for flow in flows if flow.origin == flow.place}
    hosts = {flow.place for flow in flows}
    ids = sorted(names, key=lambda id: (names[id], id))
    at = {id: number for number, id in enumerate(ids)}
    return Trips(
        places=tuple(Place(id, names[id], *positions[id], id in hosts, stay.get(id, 0)) for id in ids),
        trips=tuple(
            Trip(at[flow.origin], at[flow.place], _number(flow))
            for flow in flows
            if flow.origin != flow.place
        ),
        at_least=public,
    )


def _number(flow: Flow | PublicFlow) -> int:
    return flow.at_least if isinstance(flow, PublicFlow) else flow.students
