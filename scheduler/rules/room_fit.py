"""Deletes rooms of the wrong kind, without the equipment, or not available at the time."""

from models.network import Network, windows_admit
from models.text import Message, Text
from scheduler.engine.candidates import RoomUse

WRONG_KIND = Text("кабинет {room} другого вида", "room {room} is of another kind")
NO_EQUIPMENT = Text("в кабинете {room} нет оборудования: {missing}", "room {room} lacks {missing}")
NOT_FREE = Text("кабинет {room} в это время занят", "room {room} is not available then")


def admits(network: Network, use: RoomUse) -> Message | None:
    """``None`` if the room may be used, else the reason against it."""
    course = network.course_by_id[use.placement.course]
    room, placement = use.room, use.placement
    if course.room_kind and room.kind != course.room_kind:
        return WRONG_KIND(room=room.name)
    missing = set(course.equipment) - set(room.equipment)
    if missing:
        return NO_EQUIPMENT(room=room.name, missing=missing)
    if not windows_admit(room.windows, placement.weekday, placement.start, placement.end, placement.weeks):
        return NOT_FREE(room=room.name)
    return None
