"""H7: A teacher's network hours stay within the cap in every week.

Academic hours of all sessions whose weeks contain the week, whether or not that week has a
holiday.
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="teacher_load",
    code="H7",
    kind=RuleKind.COUPLING,
    title=Text(
        "Нагрузка учителя",
        "Teacher's load",
    ),
    sentence=Text(
        "Часы учителя в сети не превышают его предела ни в одну неделю.",
        "A teacher's network hours stay within the cap in every week.",
    ),
)
