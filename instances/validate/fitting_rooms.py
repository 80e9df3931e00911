"""Whether some room of a course's centres fits it; if not, what all of them lack."""

from __future__ import annotations

from collections.abc import Iterable

from instances.fold import nearest
from instances.validate.draft import Draft
from models.tables import Course, Room
from models.text import Message, Text

NO_FITTING_ROOM = Text(
    "ни в одном центре курса нет подходящего кабинета", "none of the course's centres has a fitting room"
)
ADD_ROOM = Text(
    "Курс не откроется. Проверьте вид кабинета, оборудование и число мест.",
    "The course will not open. Check room kind, equipment and capacity.",
)
NO_EQUIPMENT = Text(
    "ни в одном кабинете центров курса нет оборудования «{missing}»",
    "no room of the course's centres has the equipment '{missing}'",
)
NO_KIND = Text(
    "ни в одном центре курса нет кабинета вида «{missing}»",
    "none of the course's centres has a room of the kind '{missing}'",
)
PERHAPS = Text(
    "Курс не откроется. Возможно, имелось в виду «{nearest}».",
    "The course will not open. Perhaps '{nearest}' was meant.",
)


def check_rooms(draft: Draft, index: int, course: Course, centres: list[str]) -> None:
    """Warns, in the cell that asks for what no room has, where no room fits."""
    network = draft.network
    rooms = {centre: network.rooms_by_centre.get(centre, []) for centre in centres}
    if any(
        _fits(course, room, network.group_min(course, centre))
        for centre, found in rooms.items()
        for room in found
    ):
        return
    every = [room for found in rooms.values() for room in found]
    equipment = {item for room in every for item in room.equipment}
    missing = [item for item in course.equipment if item not in equipment]
    kinds = {room.kind for room in every if room.kind}
    if every and missing:
        problem = NO_EQUIPMENT(missing=missing[0])
        draft.doubt("courses", index, "equipment", problem, _cure(missing[0], equipment))
    elif every and course.room_kind and course.room_kind not in kinds:
        problem = NO_KIND(missing=course.room_kind)
        draft.doubt("courses", index, "room_kind", problem, _cure(course.room_kind, kinds))
    else:
        name = "equipment" if course.equipment and not course.room_kind else "room_kind"
        draft.doubt("courses", index, name, NO_FITTING_ROOM(), ADD_ROOM())


def _fits(course: Course, room: Room, least: int) -> bool:
    return (
        (not course.room_kind or room.kind == course.room_kind)
        and set(course.equipment) <= set(room.equipment)
        and room.capacity >= least
    )


def _cure(missing: str, known: Iterable[str]) -> Message:
    near = nearest(missing, sorted(known))
    return PERHAPS(nearest=near[0]) if near else ADD_ROOM()
