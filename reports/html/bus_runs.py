"""The bus runs that the plan uses: when, where, for which groups."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from models.plan import Direction, Ride
from models.text import Text
from models.time import format_clock
from reports.export.source import Source
from reports.export.words import DIRECTION
from reports.views.ways import place_name


@dataclass(frozen=True)
class BusRun:
    """A run on one weekday in one direction, stops with their times. ``riders`` is for the office only."""

    run: str
    weekday: int
    direction: Text
    stops: tuple[str, ...]
    groups: tuple[str, ...]
    riders: int
    seats: int | None


def bus_runs(source: Source) -> list[BusRun]:
    """All runs with riders, by weekday, direction and run; rides to sessions nobody knows are left out."""
    rides: dict[tuple[int, Direction, str], list[Ride]] = defaultdict(list)
    for ride in source.plan.rides:
        if ride.session in source.session_by_id:
            weekday = source.session_by_id[ride.session][1].weekday
            rides[weekday, ride.direction, ride.run].append(ride)
    return [_run(source, *key, found) for key, found in sorted(rides.items())]


def _run(source: Source, weekday: int, direction: Direction, id: str, rides: list[Ride]) -> BusRun:
    run = source.network.run_by_id.get(id)
    stops = run.stops if run else ()
    return BusRun(
        run=id,
        weekday=weekday,
        direction=DIRECTION[direction],
        stops=tuple(f"{place_name(source, stop.place)} {format_clock(stop.time)}" for stop in stops),
        groups=tuple(sorted({source.session_by_id[ride.session][0].id for ride in rides})),
        riders=len({ride.student for ride in rides}),
        seats=run.seats if run else None,
    )
