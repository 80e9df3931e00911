"""H1, H7: A teacher gives one session at a time, and between two sites has the minutes of the way
and the arrival buffer.

Ways of teachers are the faster of walking and public transport between the institutions of the
two centres; no known way means the two sessions cannot be on one day. Within one institution
sessions may follow without a pause.
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="teacher_clash",
    code="H1, H7",
    kind=RuleKind.COUPLING,
    title=Text(
        "Учитель в одном месте",
        "A teacher is in one place",
    ),
    sentence=Text(
        "Учитель ведёт не больше одного занятия в одно время, а между занятиями на "
        "разных площадках успевает доехать: дорога и запас на прибытие.",
        "A teacher gives one session at a time, and between two sites has the minutes "
        "of the way and the arrival buffer.",
    ),
    norms=("arrival_buffer",),
)
