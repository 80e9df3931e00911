"""Deletes applications from grades that the course is not meant for; no grades admit all."""

from models.network import Network
from models.text import Message, Text
from scheduler.engine.candidates import Application

WRONG_GRADE = Text(
    "курс для параллелей {grades}, обучающийся в {grade}",
    "the course is for grades {grades}, the student is in {grade}",
)


def admits(network: Network, application: Application) -> Message | None:
    """``None`` if the application is admitted, else the reason against it."""
    grades = application.course.grades
    grade = network.class_of(application.student).grade
    if grades and grade not in grades:
        return WRONG_GRADE(grades=grades, grade=grade)
    return None
