"""Contradicting locks: there is no plan, and the two locks say why.

The only group of computing is locked to Monday by one decision and to Tuesday by another. It meets once
a week, so both cannot hold; without either of them it can be held on the day of the other.
"""

from __future__ import annotations

from instances.tiny.base import Tiny, choices, course, network, rules, slot, student, teacher
from models.tables import Lock

LOCKS = (
    Lock(group="ИТ-1", session=1, weekday=1, reason="договорённость с базовой школой"),
    Lock(group="ИТ-1", session=1, weekday=2, reason="просьба родителей"),
)

NETWORK = network(
    "Противоречащие закрепления",
    rules=rules([slot(1, "15:00", "15:40"), slot(2, "15:00", "15:40")]),
    courses=(course("ИТ"),),
    teachers=(teacher("У1", "ИТ"),),
    students=(student("О1"),),
    choices=choices("О1", "ИТ"),
    locks=LOCKS,
)

TINY = Tiny("contradicting_locks", NETWORK, None, conflict=LOCKS)
