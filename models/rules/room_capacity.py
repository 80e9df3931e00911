"""H3: A group is no larger than the capacity of each of its rooms."""

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
        "В группе не больше обучающихся, чем мест в каждом её кабинете.",
        "A group is no larger than the capacity of each of its rooms.",
    ),
    refusal=RefusalCode.CAPACITY,
)
