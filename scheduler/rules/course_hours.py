"""Deletes placements whose weekday and weeks hold too few dates for the sessions of the course."""

from models.network import Network
from models.text import Message, Text
from scheduler.engine.candidates import Placement

TOO_FEW = Text("нужно дат: {needed}, есть: {usable}", "{needed} dates are needed, {usable} are usable")


def admits(network: Network, placement: Placement) -> Message | None:
    """``None`` if the placement is admitted, else the reason against it."""
    course = network.course_by_id[placement.course]
    usable = len(network.usable_dates(course, placement.centre, placement.weekday, placement.weeks))
    needed = course.session_dates_needed(placement.session)
    return None if usable >= needed else TOO_FEW(needed=needed, usable=usable)
