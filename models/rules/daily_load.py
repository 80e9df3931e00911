"""H8: The class's lessons and the network's curriculum hours of one day stay within the norm.

Per week parity: class lessons of the weekday in that week + the student's curriculum hours on
that weekday in that week. Grades and kinds for which no norm is recorded have no limit.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="daily_load",
    code="H8",
    kind=RuleKind.COUPLING,
    title=Text(
        "Уроков в день",
        "Lessons a day",
    ),
    sentence=Text(
        "Уроков класса и часов сети по учебному плану в один день не больше нормы.",
        "The class's lessons and the network's curriculum hours of one day stay within the norm.",
    ),
    norms=("daily_lessons_max",),
    refusal=RefusalCode.LOAD_LIMIT,
)
