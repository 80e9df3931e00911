"""D19: who rides with which run, and when it stops where."""

from __future__ import annotations

from collections import defaultdict

from models.order import natural
from models.plan import Ride
from models.time import WEEKDAYS, format_clock
from reports.documents.common import Values, heading
from reports.documents.grammar import LINE, dates_by_month
from reports.export.source import Source


def passengers(source: Source) -> Values:
    """A sheet for every run and weekday on which somebody rides."""
    riders: dict[tuple[int, str], list[Ride]] = defaultdict(list)
    for ride in source.plan.rides:
        known = source.session_by_id.get(ride.session)
        if known is not None:
            riders[known[1].weekday, ride.run].append(ride)
    found = sorted(riders.items(), key=lambda item: (item[0][0], natural(item[0][1])))
    return heading(source) | {"runs": [_run(source, day, run, rides) for (day, run), rides in found]}


def _run(source: Source, weekday: int, id: str, rides: list[Ride]) -> Values:
    run = source.network.run_by_id.get(id)
    dates = {day for ride in rides for day in source.session_by_id[ride.session][1].dates}
    stops = run.stops if run else ()
    people = {(ride.student, ride.board, ride.alight) for ride in rides}
    return {
        "name": f"{id} ({_name(source, stops[0].place)} — {_name(source, stops[-1].place)})" if stops else id,
        "weekday": WEEKDAYS[weekday - 1].ru,
        "seats": run.seats if run else LINE,
        "count": len({student for student, _, _ in people}),
        "dates": dates_by_month(sorted(dates)) or LINE,
        "escort": (run.escort if run else "") or LINE,
        "stops": [{"place": _name(source, stop.place), "time": format_clock(stop.time)} for stop in stops],
        "passengers": [
            {
                "name": source.people.student(student),
                "school": _school(source, student),
                "board": _name(source, board),
                "alight": _name(source, alight),
            }
            for student, board, alight in sorted(
                people, key=lambda item: (natural(_school(source, item[0])), source.people.student(item[0]))
            )
        ],
    }


def _name(source: Source, place: str) -> str:
    return source.institution_name(place)


def _school(source: Source, student: str) -> str:
    known = source.student(student)
    return f"{source.institution_name(known.institution)}, {known.class_name}" if known else ""
