"""H1: A room holds one session at a time; a room listed under the same name by two centres of one
institution is one room."""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="room_clash",
    code="H1",
    kind=RuleKind.COUPLING,
    title=Text(
        "Кабинет занят одной группой",
        "A room holds one group",
    ),
    sentence=Text(
        "В одном кабинете в одно время идёт не больше одного занятия; кабинет с одним "
        "названием у двух РЦ одного учреждения — один и тот же кабинет.",
        "A room holds one session at a time; a room listed under the same name by two "
        "centres of one institution is one room.",
    ),
)
