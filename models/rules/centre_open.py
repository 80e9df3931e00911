"""H13: Sessions are held at an open centre of a participating institution that runs the profile
and is allowed for the course.

A course that names centres is bound to them whatever the centre's profiles; one that names none
goes to every open centre whose profiles are empty or contain the course's.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="centre_open",
    code="H13",
    kind=RuleKind.FILTER,
    title=Text(
        "РЦ открыт",
        "The centre is open",
    ),
    sentence=Text(
        "Занятия идут в открытом РЦ участвующего учреждения, который ведёт этот профиль и разрешён курсу.",
        "Sessions are held at an open centre of a participating institution that runs "
        "the profile and is allowed for the course.",
    ),
    refusal=RefusalCode.COURSE_NOT_OPEN,
)
