"""H7: A session has as many different teachers as the course needs."""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="teacher_team",
    code="H7",
    kind=RuleKind.STRUCTURE,
    title=Text(
        "Число учителей группы",
        "Teachers of a group",
    ),
    sentence=Text(
        "На занятии столько разных учителей, сколько нужно группе курса.",
        "A session has as many different teachers as the course needs.",
    ),
)
