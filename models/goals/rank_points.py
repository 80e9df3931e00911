"""As many points as possible for choices served; a first choice earns more than a second or
third.

Points `Network.rank_points(rank)` of every choice served; a programme counts once. Scale: the sum
of attainable points (see fairness).
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

GOAL = Goal(
    name="rank_points",
    sense=Sense.MAXIMISE,
    title=Text("Баллы за очерёдность", "Points by rank"),
    sentence=Text(
        "Как можно больше баллов за удовлетворённые пожелания: первое пожелание даёт "
        "больше второго и третьего.",
        "As many points as possible for choices served; a first choice earns more than a second or third.",
    ),
    counted=(
        Text(
            "удовлетворённые заявки дали баллов: {number}, первая даёт больше второй и третьей",
            "choices served earn {number} points in all, a first one more than a second or third",
        ),
    ),
    unit=Text("балл.", "points"),
    scale=Text("достижимые баллы", "points obtainable"),
)
