"""Deletes applications of students who have not passed the course that this one builds on."""

from models.network import Network
from models.text import Message, Text
from scheduler.engine.candidates import Application

NOT_PASSED = Text("не пройден курс {course}", "course {course} has not been passed")


def admits(network: Network, application: Application) -> Message | None:  # noqa: ARG001 - one shape for all filters
    """``None`` if the application is admitted, else the reason against it."""
    needed = application.course.prerequisite
    if needed and needed not in application.student.passed:
        return NOT_PASSED(course=needed)
    return None
