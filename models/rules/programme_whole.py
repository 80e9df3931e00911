"""H11: Whoever is enrolled in a programme is enrolled in all of its courses."""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="programme_whole",
    code="H11",
    kind=RuleKind.COUPLING,
    title=Text(
        "Программа целиком",
        "A programme is taken whole",
    ),
    sentence=Text(
        "Кто зачислен на программу, зачислен на все её курсы.",
        "Whoever is enrolled in a programme is enrolled in all of its courses.",
    ),
)
