"""Deletes teachers who do not teach the course, are not free or no longer there, or would have to travel
but may not."""

from models.network import Network, windows_admit
from models.text import Message, Text
from scheduler.engine.candidates import Staffing

NOT_QUALIFIED = Text("учитель {teacher} не ведёт этот курс", "teacher {teacher} does not teach the course")
NOT_FREE = Text("учитель {teacher} в это время занят", "teacher {teacher} is not available then")
GONE = Text(
    "учитель {teacher} работает до {until}, а занятия идут до {last}",
    "teacher {teacher} is there until {until}, the sessions go on until {last}",
)
MAY_NOT_TRAVEL = Text(
    "учитель {teacher} туда не выезжает",
    "teacher {teacher} does not go there",
)


def admits(network: Network, staffing: Staffing) -> Message | None:
    """``None`` if the teacher may give the session, else the reason against it."""
    teacher, placement = staffing.teacher, staffing.placement
    if placement.course not in teacher.courses:
        return NOT_QUALIFIED(teacher=teacher.id)
    site = network.centre_by_id[placement.centre].institution
    if not teacher.works_at(site):
        return MAY_NOT_TRAVEL(teacher=teacher.id)
    if not windows_admit(teacher.windows, placement.weekday, placement.start, placement.end, placement.weeks):
        return NOT_FREE(teacher=teacher.id)
    if teacher.until is not None:
        course = network.course_by_id[placement.course]
        dates = network.usable_dates(course, placement.centre, placement.weekday, placement.weeks)
        taught = dates[: course.session_dates_needed(placement.session)]
        if taught and taught[-1] > teacher.until:
            return GONE(teacher=teacher.id, until=teacher.until, last=taught[-1])
    return None
