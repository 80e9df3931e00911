"""H10: After the session the student is home by the set hour: on foot, by public transport before
the last bus leaves, or by a run; the ride is within the limit.

Home is the student's stop or village, else the settlement of the school.
On foot: end + m <= home-by. Public: the same, and between two settlements end <= departure of the
last bus to the home settlement, where one is recorded.
Run: boards at a stop named like the site or its settlement at or after the end, alights at a stop
named like home (or the settlement of home) by the home-by time.
Limit as for the way there.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="way_home",
    code="H10",
    kind=RuleKind.FILTER,
    title=Text(
        "Дорога домой",
        "The way home",
    ),
    sentence=Text(
        "После занятия обучающийся возвращается домой до назначенного часа: пешком, "
        "общественным транспортом до отправления последнего автобуса или рейсом; дорога"
        " не длиннее предела.",
        "After the session the student is home by the set hour: on foot, by public "
        "transport before the last bus leaves, or by a run; the ride is within the "
        "limit.",
    ),
    norms=("ride_error",),
    refusal=RefusalCode.NO_RETURN_BUS,
)
