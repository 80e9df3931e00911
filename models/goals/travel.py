"""As few minutes on the way as possible: there and back to every session, by every means, over all dates.

For every enrolment and session: (minutes there + minutes back) × number of dates of the session.
Minutes of the ride where one is recorded, else of the fastest admissible free way.

Every session counts as if it were the only one of its day: two sessions of a student one after the other
count as two ways there and two back, be they in one building with a break of twenty minutes. So the sum is no
forecast of how long students are on the way; that two such sessions are one trip is what `trips` counts.
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

GOAL = Goal(
    name="travel",
    sense=Sense.MINIMISE,
    title=Text("Время в пути", "Travel"),
    sentence=Text(
        "Как можно меньше минут в пути: дорога туда и обратно к каждому занятию, всеми способами, за все "
        "даты; два занятия подряд считаются за две поездки.",
        "As few minutes on the way as possible: there and back to every session, by every means, over all "
        "dates; two sessions one after the other count as two ways there and back.",
    ),
    counted=(
        Text(
            "дорога туда и обратно к каждому занятию занимает у всех вместе {number} мин за весь период (два "
            "занятия подряд считаются за две поездки)",
            "the ways there and back to every session take {number} minutes of all students together in the "
            "whole period (two sessions one after the other count as two ways there and back)",
        ),
    ),
    unit=Text("мин", "minutes"),
    scale=Text("минуты плана", "minutes of the plan"),
)
