"""The bus runs that the plan uses: when, where, for which groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from models.order import natural
from models.plan import Direction
from models.text import Text
from models.time import format_clock
from reports.export.source import Source
from reports.export.words import DIRECTION
from reports.views.public.ways import runs_told
from reports.views.ways import place_name


@dataclass(frozen=True)
class BusRun:
    """A run on one weekday in one direction, stops with their times. ``riders`` is for the office only."""

    run: str
    weekday: int
    direction: Text
    stops: tuple[str, ...]
    groups: tuple[str, ...]
    riders: int | None
    seats: int | None


def bus_runs(source: Source, *, public: bool) -> list[BusRun]:
    """All runs with riders, by weekday, direction and run; rides to sessions nobody knows are left out. In
    public only those of which it may be told that somebody of the group rides."""
    found: dict[tuple[int, Direction, str], set[str]] = defaultdict(set)
    for weekday, direction, run, session in runs_told(source) if public else _used(source):
        found[weekday, direction, run].add(session)
    return [
        _run(source, *key, sessions, None if public else _riders(source, *key[1:], sessions))
        for key, sessions in sorted(found.items(), key=lambda item: _order(item[0]))
    ]


def _order(key: tuple[int, Direction, str]) -> tuple[int, int, object]:
    weekday, direction, run = key
    return weekday, direction.order, natural(run)


def _used(source: Source) -> set[tuple[int, Direction, str, str]]:
    return {
        (source.session_by_id[ride.session][1].weekday, ride.direction, ride.run, ride.session)
        for ride in source.plan.rides
        if ride.session in source.session_by_id
    }


def _riders(source: Source, direction: Direction, run: str, sessions: Collection[str]) -> int:
    of_run = [ride for ride in source.plan.rides if (ride.direction, ride.run) == (direction, run)]
    return len({ride.student for ride in of_run if ride.session in sessions})


def _run(
    source: Source,
    weekday: int,
    direction: Direction,
    id: str,
    sessions: Collection[str],
    riders: int | None,
) -> BusRun:
    run = source.network.run_by_id.get(id)
    stops = run.stops if run else ()
    return BusRun(
        run=id,
        weekday=weekday,
        direction=DIRECTION[direction],
        stops=tuple(f"{place_name(source, stop.place)} {format_clock(stop.time)}" for stop in stops),
        groups=tuple(sorted({source.session_by_id[session][0].id for session in sessions}, key=natural)),
        riders=riders,
        seats=run.seats if run else None,
    )
