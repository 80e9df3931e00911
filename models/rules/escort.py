"""H16: A run that carries a group of children has an escort.

At least `escort_riders` students on one weekday in one week, and `Run.escort` is blank.
"""

from models.finding import Severity
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="escort",
    code="H16",
    kind=RuleKind.ADVICE,
    title=Text(
        "Сопровождающий рейса",
        "Escort of a run",
    ),
    sentence=Text(
        "На рейсе, которым едет группа детей, есть сопровождающий.",
        "A run that carries a group of children has an escort.",
    ),
    severity=Severity.WARNING,
    norms=("escort_riders",),
)
