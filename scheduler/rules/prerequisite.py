"""Deletes applications of students who have not passed the course that this one builds on."""

from models.network import Network
from models.text import Message, Text
from scheduler.engine.candidates import Application

NOT_PASSED = Text("не пройден курс «{course}»", "the course {course} has not been passed")


def admits(network: Network, application: Application) -> Message | None:
    """``None`` if the application is admitted, else the reason against it."""
    needed = application.course.prerequisite
    if needed and needed not in application.student.passed:
        known = network.course_by_id.get(needed)
        return NOT_PASSED(course=known.title if known else needed)
    return None
