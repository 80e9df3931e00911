"""H5: The weekday and weeks chosen hold enough teaching dates for all sessions of the course;
further dates are spare.

Session k (1..n) of the week takes `Course.session_dates_needed(k)` dates: the first usable ones;
the others are listed as spare.
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="course_hours",
    code="H5",
    kind=RuleKind.FILTER,
    title=Text(
        "Часы курса укладываются в календарь",
        "The hours fit the calendar",
    ),
    sentence=Text(
        "В выбранный день недели и недели хватает учебных дат на все занятия курса; "
        "лишние даты — запас на болезнь.",
        "The weekday and weeks chosen hold enough teaching dates for all sessions of "
        "the course; further dates are spare.",
    ),
)
