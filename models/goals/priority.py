"""Among equals declared priorities come first, then choices made in time, then the lottery with
its recorded seed.

An applicant's number in the lottery: the place of the SHA-256 of "seed, line feed, id" among those of all
applicants, from the greatest (1) to the least, which wins.

Three levels: `priority.1` the sum over served choices of the student's declared points × rank
points; `priority.2` the rank points of the served choices that are not late; `priority.3` the sum
of lottery number × rank points, lottery numbers being `models.lottery.numbers(applicants, seed)`.
Scale of each: the same sum over all attainable choices taken as if served.
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

GOAL = Goal(
    name="priority",
    sense=Sense.MAXIMISE,
    title=Text(
        "Приоритеты, срок заявки и жребий",
        "Priorities, late choices and the lottery",
    ),
    sentence=Text(
        "Среди равных выше те, у кого есть приоритет по положению, затем подавшие "
        "заявку в срок, затем по жребию с записанным числом.",
        "Among equals declared priorities come first, then choices made in time, then "
        "the lottery with its recorded seed.",
    ),
    counted=(
        Text(
            "удовлетворённые заявки с приоритетом по положению дали баллов: {number}",
            "choices served with a declared priority earn {number} points",
        ),
        Text(
            "удовлетворённые заявки, поданные в срок, дали баллов: {number}",
            "choices served that were made in time earn {number} points",
        ),
        Text(
            "номера жребия удовлетворённых заявок дали баллов: {number}",
            "the lottery numbers of choices served earn {number} points",
        ),
    ),
    unit=Text("балл.", "points"),
    scale=Text("достижимые баллы", "points obtainable"),
    parts=(
        Text("приоритеты", "priorities"),
        Text("срок заявки", "choices in time"),
        Text("жребий", "lottery"),
    ),
)
