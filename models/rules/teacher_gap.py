"""H17: No idle time between a teacher's sessions of one day is longer than the norm."""

from models.finding import Severity
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="teacher_gap",
    code="H17",
    kind=RuleKind.ADVICE,
    title=Text(
        "Окна учителя",
        "Teacher's idle time",
    ),
    sentence=Text(
        "Между занятиями учителя в один день нет перерыва длиннее нормы.",
        "No idle time between a teacher's sessions of one day is longer than the norm.",
    ),
    severity=Severity.WARNING,
    norms=("teacher_gap_max",),
)
