"""Deletes attendances that begin too soon after the last home lesson."""

from models.network import Network
from models.text import Message, Text
from models.time import format_clock
from scheduler.engine.candidates import Attendance, lessons_end

TOO_SOON = Text(
    "после уроков ({end}) проходит меньше {gap} мин",
    "less than {gap} minutes after the last lesson ({end})",
)


def admits(network: Network, attendance: Attendance) -> Message | None:
    """``None`` if the attendance is admitted, else the reason against it."""
    placement = attendance.placement
    end = lessons_end(network, attendance.student, placement.weekday, placement.weeks)
    gap = network.norm("gap_minutes")
    if end is not None and placement.start < end + gap:
        return TOO_SOON(end=format_clock(end), gap=gap)
    return None
