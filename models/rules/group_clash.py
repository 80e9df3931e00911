"""H1: The sessions of one group do not overlap.

In the model this follows from `teacher_clash`: all sessions of a group have the same teachers.
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="group_clash",
    code="H1",
    kind=RuleKind.STRUCTURE,
    title=Text(
        "Группа занимается один раз в одно время",
        "A group meets once at a time",
    ),
    sentence=Text(
        "Занятия одной группы не накладываются друг на друга.",
        "The sessions of one group do not overlap.",
    ),
)
