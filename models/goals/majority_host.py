"""A group is hosted by the school that most of its members come from.

Sum over open groups of (members from the institution with the most members − members from the
institution of the centre). Practice groups and remote members are not counted. Scale: the number of
enrolments.
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

GOAL = Goal(
    name="majority_host",
    sense=Sense.MINIMISE,
    title=Text("РЦ у большинства", "Host of the majority"),
    sentence=Text(
        "Группу принимает та школа, из которой в ней больше всего обучающихся; группы практики и "
        "занимающиеся дистанционно не считаются.",
        "A group is hosted by the school that most of its members come from; groups of practice and remote "
        "members do not count.",
    ),
    counted=(
        Text(
            "в группах в сумме на {number} чел. больше из самой многочисленной школы, чем из принимающей",
            "groups have in all {number} members more from their commonest school than from their host",
        ),
    ),
    unit=Text("чел.", "students"),
    scale=Text("зачисленные", "enrolments"),
)
