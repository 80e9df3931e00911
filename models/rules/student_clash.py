"""H2: Between two sessions of a student on one day lie the way and the arrival buffer, or within
one institution the break norm.

A practice session is at the kindergarten of the enrolment, a remote student's at the own
institution, any other at the institution of its centre. The way is the faster of walking and public
transport (what the student may use); no known way means the two cannot be on one day in a common
week.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="student_clash",
    code="H2",
    kind=RuleKind.COUPLING,
    title=Text(
        "Обучающийся в одном месте",
        "A student is in one place",
    ),
    sentence=Text(
        "Между двумя занятиями обучающегося в один день есть дорога и запас на "
        "прибытие, а в одном учреждении — перемена.",
        "Between two sessions of a student on one day lie the way and the arrival "
        "buffer, or within one institution the break norm.",
    ),
    norms=(
        "arrival_buffer",
        "break_minutes_min",
    ),
    refusal=RefusalCode.TIME_CLASH,
)
