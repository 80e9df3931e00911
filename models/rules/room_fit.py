"""H3: The room belongs to the centre, has the kind and equipment the course needs, and is
available at that time.

A practice course needs no room (room is null); any other needs one.
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="room_fit",
    code="H3",
    kind=RuleKind.FILTER,
    title=Text(
        "Кабинет подходит",
        "The room fits",
    ),
    sentence=Text(
        "Кабинет относится к РЦ занятия, подходит курсу по виду и оборудованию и свободен по своему режиму.",
        "The room belongs to the centre, has the kind and equipment the course needs, "
        "and is available at that time.",
    ),
)
