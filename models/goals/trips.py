"""As few evenings and trips as possible: two sessions at one place on one day are one evening and
one trip.

Sum over students of the distinct weekdays with a session, plus the distinct pairs (weekday,
institution other than the home institution) with a session there. Weeks do not matter.
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

GOAL = Goal(
    name="trips",
    sense=Sense.MINIMISE,
    title=Text("Вечера и поездки", "Evenings and trips"),
    sentence=Text(
        "Как можно меньше вечеров и поездок: два занятия в один день в одном месте — "
        "один вечер и одна поездка.",
        "As few evenings and trips as possible: two sessions at one place on one day "
        "are one evening and one trip.",
    ),
    counted=(
        Text(
            "вечеров с занятиями и поездок в другие школы за неделю у всех вместе: {number}",
            "evenings with sessions and trips to other schools in a week, of all students together: {number}",
        ),
    ),
    unit=Text("вечеров и поездок", "evenings and trips"),
    scale=Text("вечера и поездки плана", "evenings and trips of the plan"),
)
