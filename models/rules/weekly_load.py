"""H8: The class's hours and the network hours together stay within the weekly maximum; curriculum
and extracurricular hours count apart.

Curriculum: class weekly_hours + session hours of the student's curriculum sessions in that week
<= weekly_hours_max(grade, days_a_week, institution kind). Extracurricular: class
extracurricular_hours + ... <= extracurricular_weekly_max. Additional: no weekly cap. Every week
of the year by the session's weeks. A student with no network hour of the category breaches
nothing.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="weekly_load",
    code="H8",
    kind=RuleKind.COUPLING,
    title=Text(
        "Недельная нагрузка",
        "Weekly load",
    ),
    sentence=Text(
        "Часы класса вместе с часами сети не превышают недельного максимума: учебный "
        "план и внеурочная деятельность считаются отдельно.",
        "The class's hours and the network hours together stay within the weekly "
        "maximum; curriculum and extracurricular hours count apart.",
    ),
    norms=(
        "weekly_hours_max",
        "extracurricular_weekly_max",
    ),
    refusal=RefusalCode.LOAD_LIMIT,
)
