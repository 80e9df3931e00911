"""H7: The teacher is qualified for the course, available at that time on every date, and works outside the
home institution only where he or she may go."""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="teacher_fit",
    code="H7",
    kind=RuleKind.FILTER,
    title=Text(
        "Учитель подходит",
        "The teacher fits",
    ),
    sentence=Text(
        "Учитель ведёт этот курс, свободен в это время на все даты, а вне своего учреждения "
        "работает, только если может туда ездить.",
        "The teacher is qualified for the course, available at that time on every date, and works "
        "outside the home institution only where he or she may go.",
    ),
)
