"""As few runs ordered as possible: a run that may be ordered is, on every weekday on which somebody of
the network rides on it.

Sum over the optional runs of the weekdays with a rider. Weeks do not matter. Where no run is optional,
the goal has no level. Scale: the pairs of an optional run and a weekday on which it may go.
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

GOAL = Goal(
    name="ordered_runs",
    sense=Sense.MINIMISE,
    title=Text("Заказанные рейсы", "Ordered runs"),
    sentence=Text(
        "Как можно меньше рейсов «по выбору»: такой рейс заказывается на те дни недели, в которые им "
        "кто-то едет.",
        "As few optional runs as possible: one is ordered for the weekdays on which somebody rides on it.",
    ),
    counted=(
        Text(
            "рейсов «по выбору» за неделю: {number}",
            "optional runs ordered a week: {number}",
        ),
    ),
    unit=Text("рейсов в неделю", "runs a week"),
    scale=Text("рейсы «по выбору» за неделю", "optional runs a week"),
)
