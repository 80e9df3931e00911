"""Thirteen tiny networks that a person can solve by hand, each with its plan and a damage to it.

Every module tells a story, derives the optimum and holds it as ``TINY``.
"""

from instances.tiny import (
    blackout_day,
    contradicting_locks,
    full_buses,
    half_year,
    odd_even,
    practice_places,
    remote_seats,
    tie,
    travelling_teacher,
    two_courses,
    two_sessions,
    two_teachers,
    unequal_rooms,
)
from instances.tiny.base import Damage, Tiny

__all__ = ["ALL", "Damage", "Tiny"]

ALL: dict[str, Tiny] = {
    module.TINY.name: module.TINY
    for module in (
        two_sessions,
        odd_even,
        half_year,
        two_teachers,
        practice_places,
        remote_seats,
        full_buses,
        travelling_teacher,
        two_courses,
        blackout_day,
        unequal_rooms,
        contradicting_locks,
        tie,
    )
}
"""Name → the network."""
