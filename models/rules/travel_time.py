"""H2, H10: The student arrives in time on foot, by public transport or by a run, with the arrival
buffer; the ride is within the limit.

The way starts at the school on a day with lessons, at home on a day without. A way of 0 minutes
needs no buffer.
Free way of m > 0 minutes: start >= end of lessons + m + buffer (gap mode ``max``), + gap + m +
buffer (``sum``); on a day without lessons any start is in time.
Run: boards at a stop named like the origin or its settlement, at or after the end of lessons
(``sum``: alights >= end of lessons + gap + ride), and alights at a stop named like the site or
its settlement at least the buffer before the start.
The minutes of the free way or ride stay within ``ride_error`` unless the student has a reason for
a longer one.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="travel_time",
    code="H2, H10",
    kind=RuleKind.FILTER,
    title=Text(
        "Дорога на занятие",
        "The way to the session",
    ),
    sentence=Text(
        "Обучающийся успевает на занятие: пешком, общественным транспортом или рейсом, "
        "с запасом на прибытие; дорога не длиннее предела.",
        "The student arrives in time on foot, by public transport or by a run, with the"
        " arrival buffer; the ride is within the limit.",
    ),
    norms=(
        "arrival_buffer",
        "ride_error",
        "gap_minutes",
    ),
    refusal=RefusalCode.TRAVEL_TIME,
)
