"""Deletes attendances during home lessons or at another blocked time of the student or the class."""

from models.network import Network, windows_touch
from models.text import Message, Text
from models.time import SHORT_WEEKDAYS, format_clock
from scheduler.engine.candidates import Attendance, lessons_end

IN_LESSONS = Text("уроки в своей школе до {end}", "home lessons last until {end}")
BLOCKED = Text(
    "у обучающегося или класса занято время {weekday} {start}–{end}",
    "the student or class is busy on {weekday} {start}–{end}",
)


def admits(network: Network, attendance: Attendance) -> Message | None:
    """``None`` if the attendance is admitted, else the reason against it."""
    student, placement = attendance.student, attendance.placement
    end = lessons_end(network, student, placement.weekday, placement.weeks)
    if end is not None and placement.start < end:
        return IN_LESSONS(end=format_clock(end))
    busy = (*student.blocked, *network.class_of(student).blocked)
    for window in busy:
        if windows_touch((window,), placement.weekday, placement.start, placement.end, placement.weeks):
            return BLOCKED(
                weekday=SHORT_WEEKDAYS[window.weekday - 1],
                start=format_clock(window.start),
                end=format_clock(window.end),
            )
    return None
