"""H1: The sessions of one group do not overlap."""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="group_clash",
    code="H1",
    kind=RuleKind.COUPLING,
    title=Text(
        "Группа занимается один раз в одно время",
        "A group meets once at a time",
    ),
    sentence=Text(
        "Занятия одной группы не накладываются друг на друга.",
        "The sessions of one group do not overlap.",
    ),
)
