"""H6: The course is meant for the student's grade."""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="grade",
    code="H6",
    kind=RuleKind.FILTER,
    title=Text(
        "Параллель",
        "Grade",
    ),
    sentence=Text(
        "Курс предназначен для параллели обучающегося.",
        "The course is meant for the student's grade.",
    ),
    refusal=RefusalCode.GRADE,
)
