"""Deletes placements at centres that are closed, do not take part, or are not for the course."""

from models.network import Network
from models.tables import Centre, CentreStatus, Course
from models.text import Message, Text
from scheduler.engine.candidates import Placement

NOT_OPEN = Text("РЦ {centre} не открыт", "centre {centre} is not open")
NOT_FOR_COURSE = Text(
    "курс {course} не ведётся в РЦ {centre}", "course {course} is not held at centre {centre}"
)


def admits(network: Network, placement: Placement) -> Message | None:
    """``None`` if the placement is admitted, else the reason against it."""
    centre = network.centre_by_id[placement.centre]
    course = network.course_by_id[placement.course]
    if centre.status is not CentreStatus.OPEN:
        return NOT_OPEN(centre=centre.id)
    if not network.institution_by_id[centre.institution].participates:
        return NOT_OPEN(centre=centre.id)
    return None if is_for(centre, course) else NOT_FOR_COURSE(course=course.id, centre=centre.id)


def is_for(centre: Centre, course: Course) -> bool:
    """Whether a course may be held at a centre, open or not."""
    if course.centres:
        return centre.id in course.centres
    return not centre.profiles or course.profile in centre.profiles
