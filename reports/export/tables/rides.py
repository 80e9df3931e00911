"""Who rides with which bus; and, in public, which run serves which group."""

from __future__ import annotations

from models.order import natural
from models.plan import Ride
from models.text import Text
from models.time import WEEKDAYS
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, clock, table
from reports.export.words import DIRECTION
from reports.views.public.ways import runs_told
from reports.views.ways import way_of_ride

TITLE = Text("Поездки", "Rides")

COLUMNS = (
    Column("student", Text("Обучающийся", "Student"), width=14),
    Column("session", Text("Занятие", "Session"), width=11),
    Column("direction", Text("Направление", "Direction"), width=12),
    Column("run", Text("Рейс", "Run"), width=12),
    Column("board", Text("Посадка", "Board"), width=16),
    Column("alight", Text("Высадка", "Alight"), width=16),
    Column("name", Text("ФИО", "Name"), width=30),
    Column("weekday", Text("День недели", "Weekday"), width=13),
    Column("departs", Text("Отправление", "Departs"), Kind.CLOCK, width=12),
    Column("arrives", Text("Прибытие", "Arrives"), Kind.CLOCK, width=10),
)

PUBLIC_TITLE = Text("Рейсы", "Runs")

PUBLIC_COLUMNS = (
    Column("run", Text("Рейс", "Run"), width=12),
    Column("weekday", Text("День недели", "Weekday"), width=13),
    Column("direction", Text("Направление", "Direction"), width=12),
    Column("title", Text("Название курса", "Title of the course"), width=36),
    Column("group", Text("Группа", "Group"), width=10),
)


def rides(source: Source) -> Table:
    """One row a student's seat on a run, by weekday, run and name."""
    found = sorted(
        source.plan.rides,
        key=lambda ride: (
            _weekday(source, ride),
            ride.direction.order,
            natural(ride.run),
            source.people.student(ride.student),
            ride.session,
        ),
    )
    return table("rides", TITLE, COLUMNS, [_row(source, ride) for ride in found])


def runs(source: Source) -> Table:
    """One row a run, direction and group, as far as it may be told that somebody of the group rides. Riders
    are not counted: on a run from one village they are the members of its school, so that their number
    would unmask small counts of the group's members."""
    rows = []
    for weekday, direction, run, session in sorted(
        runs_told(source), key=lambda told: (told[0], told[1].order, natural(told[2]), told[3])
    ):
        group, _ = source.session_by_id[session]
        rows.append(
            (
                run,
                _weekday_name(weekday),
                DIRECTION[direction],
                source.course_title(group.course),
                group.id,
            )
        )
    return table("runs", PUBLIC_TITLE, PUBLIC_COLUMNS, rows)


def _row(source: Source, ride: Ride) -> tuple[Value, ...]:
    return (
        ride.student,
        ride.session,
        DIRECTION[ride.direction],
        ride.run,
        ride.board,
        ride.alight,
        source.people.student(ride.student),
        _weekday_name(_weekday(source, ride)),
        *_times(source, ride),
    )


def _times(source: Source, ride: Ride) -> tuple[Value, ...]:
    """When the run leaves the stop of boarding and reaches that of alighting; blank where it is no way."""
    way = way_of_ride(source, ride)
    times = (way.board_time, way.alight_time) if way else (None, None)
    return tuple(None if time is None else clock(time) for time in times)


def _weekday(source: Source, ride: Ride) -> int:
    known = source.session_by_id.get(ride.session)
    return known[1].weekday if known else 0


def _weekday_name(weekday: int) -> Value:
    return WEEKDAYS[weekday - 1] if weekday else ""
