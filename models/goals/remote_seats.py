"""As few remote seats as possible: who can come to the centre does, even if the way is long.

The number of remote enrolments. Before the ways, which would otherwise send everybody home. Where no course
or no institution has remote seats, the goal has no level. Scale: the enrolments of the plan.
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

GOAL = Goal(
    name="remote_seats",
    sense=Sense.MINIMISE,
    title=Text("Дистанционные места", "Remote seats"),
    sentence=Text(
        "Как можно меньше дистанционных мест: они для тех, кому иначе места не дать.",
        "As few remote seats as possible: they are for those who could not be given a seat otherwise.",
    ),
    counted=(Text("дистанционных мест: {number}", "remote seats: {number}"),),
    unit=Text("мест", "seats"),
    scale=Text("зачисленные", "enrolments"),
)
