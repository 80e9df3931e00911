"""H10: No way one way is longer than desirable.

One warning a student: the longest way taken (the fastest admissible free way, or the ride)
against `ride_warn`.
"""

from models.finding import Severity
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="ride_warning",
    code="H10",
    kind=RuleKind.ADVICE,
    title=Text(
        "Долгая дорога",
        "Long way",
    ),
    sentence=Text(
        "Дорога в одну сторону не длиннее желательной.",
        "No way one way is longer than desirable.",
    ),
    severity=Severity.WARNING,
    norms=("ride_warn",),
)
