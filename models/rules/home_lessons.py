"""H2: A session starts no earlier than the class's last lesson ends that day and overlaps no
other blocked time of the student.

The end of lessons is the student's own exception for the weekday and parity, else the class's;
the latest of the parities that the session's weeks touch counts. A day without a row has no
lessons.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="home_lessons",
    code="H2",
    kind=RuleKind.FILTER,
    title=Text(
        "Уроки в своей школе",
        "Home lessons",
    ),
    sentence=Text(
        "Занятие начинается не раньше конца уроков класса в этот день и не "
        "накладывается на другое занятое время обучающегося.",
        "A session starts no earlier than the class's last lesson ends that day and "
        "overlaps no other blocked time of the student.",
    ),
    refusal=RefusalCode.TIME_CLASH,
)
