"""H15: The lessons of a session are no longer and its breaks no shorter than the norms.

Compares `rules.lesson_minutes` and `rules.break_minutes` with the norms, once for the plan if any
session is held.
"""

from models.finding import Severity
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="double_session",
    code="H15",
    kind=RuleKind.ADVICE,
    title=Text(
        "Сдвоенное занятие с переменой",
        "Double session with its break",
    ),
    sentence=Text(
        "Уроки занятия не длиннее нормы, а перемены между ними не короче нормы.",
        "The lessons of a session are no longer and its breaks no shorter than the norms.",
    ),
    severity=Severity.WARNING,
    norms=(
        "lesson_minutes_max",
        "break_minutes_min",
    ),
)
