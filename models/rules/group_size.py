"""H4: An open group has at least the minimum and at most the maximum of students, unless a
special permission with a reason says otherwise.

Minimum `Network.group_min(course, centre)` and maximum `Network.group_max(course)`; a
permission's own figures replace them (reserve seats do not lower a permitted maximum).
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="group_size",
    code="H4",
    kind=RuleKind.COUPLING,
    title=Text(
        "Наполняемость группы",
        "Group size",
    ),
    sentence=Text(
        "В открытой группе не меньше минимума и не больше максимума обучающихся, если "
        "нет особого разрешения с причиной.",
        "An open group has at least the minimum and at most the maximum of students, "
        "unless a special permission with a reason says otherwise.",
    ),
    norms=(
        "group_min",
        "group_max",
    ),
    refusal=RefusalCode.NO_GROUP_MIN,
)
