"""H1: A session is held only on dates of its weekday and weeks that are no holiday, vacation or
closure of its site.

The dates listed are taken from `Network.usable_dates` of the course, centre, weekday and weeks;
no other date may appear.
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="open_days",
    code="H1",
    kind=RuleKind.STRUCTURE,
    title=Text(
        "Учебные дни",
        "Teaching days",
    ),
    sentence=Text(
        "Занятие проводится только в даты своего дня недели и своих недель, которые не "
        "выпадают на праздники, каникулы и закрытие площадки.",
        "A session is held only on dates of its weekday and weeks that are no holiday, "
        "vacation or closure of its site.",
    ),
)
