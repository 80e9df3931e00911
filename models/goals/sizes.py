"""Group sizes are near the target and parallel groups are balanced.

Sum over open groups of |size − target|, plus over courses the largest minus the smallest size of
their open groups. Scale: the number of enrolments.
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

GOAL = Goal(
    name="sizes",
    sense=Sense.MINIMISE,
    title=Text("Наполняемость групп", "Group sizes"),
    sentence=Text(
        "Наполняемость групп близка к целевой, параллельные группы равны.",
        "Group sizes are near the target and parallel groups are balanced.",
    ),
    counted=(
        Text(
            "в сумме {number} чел. не хватает или лишние против желаемой наполняемости и между "
            "параллельными группами",
            "in all {number} students are too few or too many against the target sizes and between "
            "parallel groups",
        ),
    ),
    unit=Text("чел.", "students"),
    scale=Text("зачисленные", "enrolments"),
)
