"""Changes of a network: what each kind does, what a set of them costs, and how it is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from models.base import Record
from models.changes import Catalogue
from models.network import Network
from models.tables import (
    LoadCategory,
    Permission,
    Room,
    Run,
    RunStop,
    Teacher,
)
from models.text import Message, Text
from models.time import SHORT_WEEKDAYS, format_clock

ANEW = "+"
"""Begins the name of a room, teacher or run that a change adds."""

REASON = "наименьшее изменение"
"""Of a permission that a change writes."""


@dataclass(frozen=True)
class Item:
    """A kind of change at a place: ``where`` are ids and numbers in the order that ``APPLY`` reads them."""

    kind: str
    where: tuple[Any, ...] = ()


Bag = Mapping[Item, int]
"""Item → how much of it is needed, in minutes, seats, hours …; nothing is said of the others."""


def steps_of(catalogue: Catalogue, item: Item, amount: int) -> int | None:
    """How many steps an amount takes; ``None`` if the catalogue does not go so far."""
    row = catalogue.get(item.kind)
    if row is None:
        return None
    steps = -(-amount // row.step)
    return steps if steps <= row.most else None


def cost_of(catalogue: Catalogue, bag: Bag) -> int | None:
    """What the changes cost together; ``None`` if the catalogue does not offer them."""
    cost = 0
    for item, amount in bag.items():
        steps = steps_of(catalogue, item, amount)
        if steps is None:
            return None
        cost += steps * catalogue[item.kind].cost
    return cost


def whole_steps(catalogue: Catalogue, bag: Bag) -> dict[Item, int]:
    """The amounts rounded up to whole steps."""
    return {item: (steps_of(catalogue, item, n) or 0) * catalogue[item.kind].step for item, n in bag.items()}


def together(*bags: Bag) -> dict[Item, int]:
    """What satisfies all the bags at once: of each item the most that any of them needs."""
    found: dict[Item, int] = {}
    for bag in bags:
        for item, amount in bag.items():
            found[item] = max(found.get(item, 0), amount)
    return found


def changed(network: Network, bag: Bag) -> Network:
    """The network after the changes."""
    for item, amount in bag.items():
        network = APPLY[item.kind](network, item.where, amount)
    return network


def said(network: Network, catalogue: Catalogue, bag: Bag) -> list[Message]:
    """The changes in words, in the order of the catalogue."""
    order = list(catalogue)
    items = sorted(bag.items(), key=lambda pair: (order.index(pair[0].kind), str(pair[0].where)))
    return [
        catalogue[item.kind].text(amount=amount, **_values(network, item.kind, item.where))
        for item, amount in items
    ]


def _values(network: Network, kind: str, where: tuple[Any, ...]) -> dict[str, Any]:
    def school(id: str) -> str:
        return network.institution_by_id[id].name

    def day(weekday: int) -> Text:
        return SHORT_WEEKDAYS[weekday - 1]

    def of_class() -> dict[str, Any]:
        return {"school": school(where[0]), "class_name": where[1]}

    def window(start: int, end: int) -> str:
        return f"{format_clock(start)}–{format_clock(end)}"

    match kind:
        case "seat" | "min_size":
            return {"group": where[0]}
        case "chair":
            return {"centre": where[0], "room": where[1]}
        case "lessons_end" | "day_lessons":
            return {**of_class(), "weekday": day(where[2])}
        case "own_lessons_end":
            return {"weekday": day(where[1])}
        case "last_bus":
            return {"place": where[0], "weekday": day(where[1])}
        case "run_seat":
            return {"run": where[0]}
        case "run":
            weekday, origin, site, departs, _ = where
            return {
                "weekday": day(weekday),
                "place": _place(network, origin),
                "site": _place(network, site),
                "time": format_clock(departs),
            }
        case "hours":
            return of_class()
        case "prerequisite":
            return {"course": network.course_by_id[where[1]].title}
        case "grade":
            return {"course": network.course_by_id[where[0]].title, "grade": where[1]}
        case "own_time":
            return {"weekday": day(where[1]), "time": window(where[2], where[3])}
        case "class_time":
            return {**of_class(), "weekday": day(where[2]), "time": window(where[3], where[4])}
        case "place":
            return {"site": school(where[0])}
        case "group" | "teacher":
            return {"course": network.course_by_id[where[0]].title}
        case "teacher_hours":
            return {"teacher": where[0]}
        case "room":
            return {"centre": where[0], "course": network.course_by_id[where[1]].title}
        case "parallel":
            return {"centre": where[0]}
        case _:
            return {}


def _place(network: Network, place: str) -> str:
    return network.institution_by_id[place].name if place in network.institution_by_id else place


# --- what each kind does ---------------------------------------------------------------------------


def _alter(network: Network, table: str, matches: Callable[[Any], bool], **new: Any) -> Network:
    """Rows of a table with some fields changed; a new value may be made from the row."""
    rows = tuple(_altered(row, new) if matches(row) else row for row in getattr(network, table))
    return network.replace(**{table: rows})


def _altered(row: Record, new: Mapping[str, Any]) -> Record:
    return row.replace(**{name: value(row) if callable(value) else value for name, value in new.items()})


def _student(network: Network, where: tuple[Any, ...], **new: Any) -> Network:
    return _alter(network, "students", lambda row: row.id == where[0], **new)


def _class(network: Network, where: tuple[Any, ...], **new: Any) -> Network:
    return _alter(network, "classes", lambda row: row.key == tuple(where[:2]), **new)


def _permission(network: Network, group: str, **new: Any) -> Network:
    if group in network.permission_by_group:
        return _alter(network, "permissions", lambda row: row.group == group, **new)
    row = Permission(group=group, reason=REASON, **new)
    return network.replace(permissions=(*network.permissions, row))


def _seat(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _permission(network, where[0], max_size=where[1] + amount)


def _min_size(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _permission(network, where[0], min_size=max(0, where[1] - amount))


def _chair(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _alter(
        network,
        "rooms",
        lambda row: (row.centre, row.name) == where,
        capacity=lambda row: row.capacity + amount,
    )


def _earlier(days: Any, weekday: int, amount: int) -> tuple[Any, ...]:
    return tuple(day.replace(end=day.end - amount) if day.weekday == weekday else day for day in days)


def _lessons_end(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _class(network, where, days=lambda row: _earlier(row.days, where[2], amount))


def _own_lessons_end(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _student(network, where, lesson_ends=lambda row: _earlier(row.lesson_ends, where[1], amount))


def _home_by(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _student(network, where, home_by=lambda row: network.home_by(row) + amount)


def _last_bus(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    """The latest bus of that weekday leaves later; its row is parted if it stands for other weekdays too."""
    place, weekday = where
    rows = []
    latest = network.last_bus(place, weekday)
    for row in network.last_buses:
        if row.settlement == place and weekday in row.weekdays and row.departs == latest:
            others = tuple(day for day in row.weekdays if day != weekday)
            rows += [row.replace(weekdays=others)] if others else []
            rows.append(row.replace(weekdays=(weekday,), departs=row.departs + amount))
        else:
            rows.append(row)
    return network.replace(last_buses=tuple(rows))


def _run_seat(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _alter(network, "runs", lambda row: row.id == where[0], seats=lambda row: row.seats + amount)


def run_id(where: tuple[Any, ...]) -> str:
    """The id of a run that a change adds."""
    weekday, origin, site, departs, _ = where
    return f"{ANEW}{origin}-{site}-{weekday}-{format_clock(departs)}"


def _run(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    """Any number of runs on one leg at one time are one with as many seats as are needed: one."""
    weekday, origin, site, departs, minutes = where
    stops = (RunStop(place=origin, time=departs), RunStop(place=site, time=departs + minutes))
    run = Run(id=run_id(where), weekdays=(weekday,), stops=stops, seats=amount)
    return network.replace(runs=(*network.runs, run))


def _long_ride(network: Network, where: tuple[Any, ...], amount: int) -> Network:  # noqa: ARG001 - one shape for all kinds
    return _student(network, where, long_ride_reason=REASON)


def _alone(network: Network, where: tuple[Any, ...], amount: int) -> Network:  # noqa: ARG001 - one shape for all kinds
    return _student(network, where, may_travel_alone=True)


def _hours(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    field = "weekly_hours" if where[2] == LoadCategory.CURRICULUM else "extracurricular_hours"
    return _class(network, where, **{field: lambda row: max(0, getattr(row, field) - amount)})


def _day_lessons(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    def fewer(row: Any) -> tuple[Any, ...]:
        return tuple(
            day.replace(lessons=max(0, day.lessons - amount)) if day.weekday == where[2] else day
            for day in row.days
        )

    return _class(network, where, days=fewer)


def _rule(network: Network, name: str, amount: int) -> Network:
    rules = network.rules.replace(**{name: getattr(network.rules, name) + amount})
    return network.replace(rules=rules)


def _evening(network: Network, where: tuple[Any, ...], amount: int) -> Network:  # noqa: ARG001 - one shape for all kinds
    return _rule(network, "max_evenings", amount)


def _course_cap(network: Network, where: tuple[Any, ...], amount: int) -> Network:  # noqa: ARG001 - one shape for all kinds
    return _rule(_rule(network, "max_courses", amount), "max_courses_with_consent", amount)


def _consent(network: Network, where: tuple[Any, ...], amount: int) -> Network:  # noqa: ARG001 - one shape for all kinds
    return _student(network, where, two_courses_consent=True)


def _wish(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _student(network, where, wished_courses=where[1] + amount)


def _prerequisite(network: Network, where: tuple[Any, ...], amount: int) -> Network:  # noqa: ARG001 - one shape for all kinds
    needed = network.course_by_id[where[1]].prerequisite
    return _student(network, where, passed=lambda row: (*row.passed, needed))


def _grade(network: Network, where: tuple[Any, ...], amount: int) -> Network:  # noqa: ARG001 - one shape for all kinds
    return _alter(
        network,
        "courses",
        lambda row: row.id == where[0],
        grades=lambda row: tuple(sorted((*row.grades, where[1]))),
    )


def _without(windows: Any, weekday: int, start: int, end: int) -> tuple[Any, ...]:
    gone = (weekday, start, end)
    return tuple(window for window in windows if (window.weekday, window.start, window.end) != gone)


def _own_time(network: Network, where: tuple[Any, ...], amount: int) -> Network:  # noqa: ARG001 - one shape for all kinds
    return _student(network, where, blocked=lambda row: _without(row.blocked, *where[1:]))


def _class_time(network: Network, where: tuple[Any, ...], amount: int) -> Network:  # noqa: ARG001 - one shape for all kinds
    return _class(network, where, blocked=lambda row: _without(row.blocked, *where[2:]))


def _place_more(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _alter(
        network,
        "practice_places",
        lambda row: row.institution == where[0],
        places=lambda row: row.places + amount,
    )


def _group(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _alter(
        network,
        "courses",
        lambda row: row.id == where[0],
        max_groups=network.group_counts[where[0]] + amount,
    )


def new_teachers(course: str, amount: int) -> tuple[str, ...]:
    """The ids of teachers that a change adds."""
    return tuple(f"{ANEW}{course}-{number}" for number in range(1, amount + 1))


def _teacher(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    course, institution = where
    added = tuple(
        Teacher(id=id, institution=institution, courses=(course,)) for id in new_teachers(course, amount)
    )
    return network.replace(teachers=(*network.teachers, *added))


def _teacher_hours(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _alter(
        network, "teachers", lambda row: row.id == where[0], max_hours=lambda row: row.max_hours + amount
    )


def new_room(course: str) -> str:
    """The name of a room that a change adds."""
    return f"{ANEW}{course}"


def _room(network: Network, where: tuple[Any, ...], amount: int) -> Network:  # noqa: ARG001 - one shape for all kinds
    centre, course_id = where
    course = network.course_by_id[course_id]
    room = Room(
        centre=centre,
        name=new_room(course_id),
        capacity=max(1, network.group_max(course)),
        kind=course.room_kind,
        equipment=course.equipment,
    )
    return network.replace(rooms=(*network.rooms, room))


def _parallel(network: Network, where: tuple[Any, ...], amount: int) -> Network:
    return _alter(
        network,
        "centres",
        lambda row: row.id == where[0],
        max_parallel_groups=lambda row: row.max_parallel_groups + amount,
    )


APPLY: dict[str, Callable[[Network, tuple[Any, ...], int], Network]] = {
    "seat": _seat,
    "chair": _chair,
    "lessons_end": _lessons_end,
    "own_lessons_end": _own_lessons_end,
    "home_by": _home_by,
    "last_bus": _last_bus,
    "run_seat": _run_seat,
    "run": _run,
    "long_ride": _long_ride,
    "alone": _alone,
    "hours": _hours,
    "day_lessons": _day_lessons,
    "evening": _evening,
    "consent": _consent,
    "wish": _wish,
    "course_cap": _course_cap,
    "prerequisite": _prerequisite,
    "grade": _grade,
    "own_time": _own_time,
    "class_time": _class_time,
    "place": _place_more,
    "min_size": _min_size,
    "group": _group,
    "teacher": _teacher,
    "teacher_hours": _teacher_hours,
    "room": _room,
    "parallel": _parallel,
}
"""Kind → what it does to a network, given its place and the amount."""
