"""H12: What the planner locked holds: the student sits in the group; the group has the locked
time, room, teacher, centre.

A lock opens its group. A time lock without a session ordinal is about the first session, a room
lock without one about every session.
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="locks",
    code="H12",
    kind=RuleKind.COUPLING,
    title=Text(
        "Закрепления",
        "Locks",
    ),
    sentence=Text(
        "Закреплённое планировщиком выполнено: обучающийся в группе, у группы "
        "закреплённые время, кабинет, учитель, РЦ.",
        "What the planner locked holds: the student sits in the group; the group has "
        "the locked time, room, teacher, centre.",
    ),
)
