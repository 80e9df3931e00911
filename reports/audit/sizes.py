"""Fewest and most students a group of a plan may have, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.network import Network
from models.plan import Group
from models.tables import Course


class Origin(StrEnum):
    """Who sets a limit: a permission for the group, the course itself, or the norm."""

    PERMISSION = "permission"
    COURSE = "course"
    NORM = "norm"


@dataclass(frozen=True)
class Limit:
    """A limit of a group's size."""

    number: int
    origin: Origin


def smallest_limit(network: Network, group: Group, course: Course) -> Limit | None:
    """The group's minimum: permitted, the course's, or the norm of the centre; ``None`` if none is known."""
    permission = network.permission_by_group.get(group.id)
    if permission is not None and permission.min_size is not None:
        return Limit(permission.min_size, Origin.PERMISSION)
    if course.min_size is not None:
        return Limit(course.min_size, Origin.COURSE)
    centres = [session.centre for session in group.sessions if session.centre in network.centre_by_id]
    return Limit(network.group_min(course, centres[0]), Origin.NORM) if centres else None


def largest_limit(network: Network, group: Group, course: Course) -> Limit:
    """The group's maximum: permitted, else the course's or the norm less the seats in reserve."""
    permission = network.permission_by_group.get(group.id)
    if permission is not None and permission.max_size is not None:
        return Limit(permission.max_size, Origin.PERMISSION)
    origin = Origin.COURSE if course.max_size is not None else Origin.NORM
    return Limit(network.group_max(course), origin)


def smallest(network: Network, group: Group, course: Course) -> int | None:
    """The number of ``smallest_limit``."""
    limit = smallest_limit(network, group, course)
    return None if limit is None else limit.number


def largest(network: Network, group: Group, course: Course) -> int:
    """The number of ``largest_limit``."""
    return largest_limit(network, group, course).number
