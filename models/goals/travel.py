"""As few minutes on the way as possible: there and back, by every means, over all dates.

For every enrolment and session: (minutes there + minutes back) × number of dates of the session.
Minutes of the ride where one is recorded, else of the fastest admissible free way.
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

GOAL = Goal(
    name="travel",
    sense=Sense.MINIMISE,
    title=Text("Время в пути", "Travel"),
    sentence=Text(
        "Как можно меньше минут в пути: туда и обратно, всеми способами, за все даты.",
        "As few minutes on the way as possible: there and back, by every means, over all dates.",
    ),
    counted=(
        Text(
            "все обучающиеся вместе проводят в пути {number} мин за весь период, туда и обратно",
            "all students together spend {number} minutes on the way in the whole period, there and back",
        ),
    ),
    unit=Text("мин", "minutes"),
    scale=Text("минуты плана", "minutes of the plan"),
)
