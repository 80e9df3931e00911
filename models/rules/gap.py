"""H9: At least the norm's gap lies between the last lesson and the session."""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="gap",
    code="H9",
    kind=RuleKind.FILTER,
    title=Text(
        "Перерыв перед занятием",
        "Gap before the session",
    ),
    sentence=Text(
        "Между последним уроком и первым дополнительным занятием проходит не меньше положенного перерыва.",
        "At least the norm's gap lies between the last lesson and the session.",
    ),
    norms=("gap_minutes",),
    refusal=RefusalCode.GAP,
)
