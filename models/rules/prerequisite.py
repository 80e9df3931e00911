"""H6: The student has passed the course that this one builds on."""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="prerequisite",
    code="H6",
    kind=RuleKind.FILTER,
    title=Text(
        "Предварительный курс",
        "Prerequisite",
    ),
    sentence=Text(
        "Обучающийся уже прошёл курс, на который опирается выбранный.",
        "The student has passed the course that this one builds on.",
    ),
    refusal=RefusalCode.PREREQUISITE,
)
