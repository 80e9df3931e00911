"""D19: who rides with which run, and when it stops where."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import groupby

from models.order import natural
from models.plan import Ride
from models.tables import Run
from models.time import WEEKDAYS, format_clock
from reports.documents.common import Values, heading
from reports.documents.grammar import LINE, dates_by_month
from reports.export.source import Source
from reports.views.away import is_away
from reports.views.ways import way_of_ride

Rider = tuple[str, str, int | None, str, int | None]
"""Student, where and when he or she boards and alights; when is not known of a ride that is no way."""

SHORTEST = 3
"""Fewer dates than these are told one by one."""


def passengers(source: Source) -> Values:
    """A sheet for every run and weekday on which somebody rides."""
    riders: dict[tuple[int, str], list[Ride]] = defaultdict(list)
    for ride in source.plan.rides:
        known = source.session_by_id.get(ride.session)
        if known is not None:
            riders[known[1].weekday, ride.run].append(ride)
    found = sorted(riders.items(), key=lambda item: (item[0][0], _starts(source, item[0][1])))
    return heading(source) | {"runs": [_run(source, day, run, rides) for (day, run), rides in found]}


def _starts(source: Source, id: str) -> tuple[int, object]:
    """When a run starts, and its id."""
    run = source.network.run_by_id.get(id)
    return (run.stops[0].time if run and run.stops else 0), natural(id)


def _run(source: Source, weekday: int, id: str, rides: list[Ride]) -> Values:
    run = source.network.run_by_id.get(id)
    stops = run.stops if run else ()
    days: dict[Rider, set[date]] = defaultdict(set)
    for ride in rides:
        days[_rider(source, ride)] |= _dates(source, ride)
    dates = sorted(set().union(*days.values()))
    return {
        "name": f"{id} ({_road(source, run)})" if run and stops else id,
        "weekday": WEEKDAYS[weekday - 1].ru,
        "seats": run.seats if run else LINE,
        "count": len({student for student, *_ in days}),
        "dates": dates_by_month(dates) or LINE,
        "escort": (run.escort if run else "") or LINE,
        "stops": [{"place": _name(source, stop.place), "time": format_clock(stop.time)} for stop in stops],
        "passengers": [
            {
                "name": source.people.student(student),
                "school": _school(source, student),
                "board": _stop(source, board, left),
                "alight": _stop(source, alight, arrived),
                "days": _days(sorted(days[student, board, left, alight, arrived]), dates),
            }
            for student, board, left, alight, arrived in sorted(days, key=lambda one: _order(source, one))
        ],
    }


def _rider(source: Source, ride: Ride) -> Rider:
    way = way_of_ride(source, ride)
    times = (way.board_time, way.alight_time) if way else (None, None)
    return ride.student, ride.board, times[0], ride.alight, times[1]


def _order(source: Source, rider: Rider) -> tuple[object, ...]:
    """By school and name, of one student the earlier ride first."""
    student, board, left, alight, _ = rider
    return natural(_school(source, student)), source.people.student(student), left or 0, board, alight


def _road(source: Source, run: Run) -> str:
    """From the first stop to the last; of a run that comes back to where it began, all its stops."""
    stops = run.stops
    shown = stops if stops[0].place == stops[-1].place else (stops[0], stops[-1])
    return " — ".join(name for name, _ in groupby(_name(source, stop.place) for stop in shown))


def _stop(source: Source, place: str, time: int | None) -> str:
    return _name(source, place) if time is None else f"{_name(source, place)}, {format_clock(time)}"


def _dates(source: Source, ride: Ride) -> set[date]:
    """The dates of a ride: those of the session on which the class of the student comes."""
    _, session = source.session_by_id[ride.session]
    return {day for day in session.dates if not is_away(source, ride.student, day)}


def _days(mine: list[date], run: list[date]) -> str:
    """On which of the dates of a run somebody rides: ``все даты``, ``с 12 января``, else one by one."""
    if not mine:
        return LINE
    if mine == run:
        return "все даты"
    first, last = mine[0], mine[-1]
    if len(mine) < SHORTEST or mine != [day for day in run if first <= day <= last]:
        return dates_by_month(mine)
    since = f"с {dates_by_month([first])}" if first > run[0] else ""
    until = f"по {dates_by_month([last])}" if last < run[-1] else ""
    return " ".join(filter(None, (since, until)))


def _name(source: Source, place: str) -> str:
    return source.institution_name(place)


def _school(source: Source, student: str) -> str:
    known = source.student(student)
    return f"{source.institution_name(known.institution)}, {known.class_name}" if known else ""
