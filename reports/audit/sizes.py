"""Fewest and most students a group of a plan may have."""

from __future__ import annotations

from models.network import Network
from models.plan import Group
from models.tables import Course


def smallest(network: Network, group: Group, course: Course) -> int | None:
    """The group's minimum: permitted, the course's, or the norm of the centre; ``None`` if none is known."""
    permission = network.permission_by_group.get(group.id)
    if permission is not None and permission.min_size is not None:
        return permission.min_size
    if course.min_size is not None:
        return course.min_size
    centres = [session.centre for session in group.sessions if session.centre in network.centre_by_id]
    return network.group_min(course, centres[0]) if centres else None


def largest(network: Network, group: Group, course: Course) -> int:
    """The group's maximum: permitted, else the course's or the norm less the seats in reserve."""
    permission = network.permission_by_group.get(group.id)
    if permission is not None and permission.max_size is not None:
        return permission.max_size
    return network.group_max(course)
