"""H3: The members who come to the centre are no more than the capacity of each of the group's rooms.

Remote members (see remote_seats) take no seat there.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="room_capacity",
    code="H3",
    kind=RuleKind.COUPLING,
    title=Text(
        "Вместимость кабинета",
        "Room capacity",
    ),
    sentence=Text(
        "В группе не больше обучающихся, чем мест в каждом её кабинете; дистанционные не в счёт.",
        "A group is no larger than the capacity of each of its rooms; remote students do not count.",
    ),
    refusal=RefusalCode.CAPACITY,
)
