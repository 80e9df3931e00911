"""Declared priorities of the students."""

from __future__ import annotations

from models.network import Network
from models.tables import Student


def points(network: Network, student: Student) -> int:
    """The sum of the points of the student's declared priorities; unknown ones count nothing."""
    known = network.priority_by_id
    return sum(known[name].points for name in dict.fromkeys(student.priorities) if name in known)
