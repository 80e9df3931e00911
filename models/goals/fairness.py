"""The share of points reached out of those attainable is levelled from below: first for the
worst-off school, place or grade, then for the next.

Units: every institution of applicants (those with fewer than `rules.min_unit_applicants` counted
applicants are pooled into one unit), rural and town, every grade; a unit without attainable
points is left out.
Share of a unit: floor(1000 × points reached ÷ points attainable) over its counted applicants.
Attainable points of an applicant: the most points of a set of their choices that the rules about
one student admit together (at most one alternative, at most `max_courses`, weekly and daily load,
evenings, no clashes), each of whose courses has a placement with a fitting, available room and
team of teachers that the student can attend, ignoring all other students, group minimums, locks
and seats on runs. Applicants with 0 are left out.
Levels `fairness.1` … `fairness.m`: the sum of the k smallest shares, k = 1..m (Ogryczak and Śliwiński
2003: maximising them in this order is leximin). m is the number of units, but at most `MAX_LEVELS`: beyond
the worst-off ones nothing is left to level.
A network of several independent parts (see `models.parts`) has these units and sums in each part, of all
its units where it has fewer than k, and the level is their total: what the worst-off of one municipality
has says nothing about what could be done in another.
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

MAX_LEVELS = 20
"""How many of the smallest shares are levelled one by one."""

GOAL = Goal(
    name="fairness",
    sense=Sense.MAXIMISE,
    title=Text(
        "Справедливость между школами и параллелями",
        "Fairness between schools, places and grades",
    ),
    sentence=Text(
        "Доля полученных баллов от достижимых выравнивается снизу: сначала у самой "
        "обделённой школы, местности или параллели, затем у следующей.",
        "The share of points reached out of those attainable is levelled from below: "
        "first for the worst-off school, place or grade, then for the next.",
    ),
    counted=(
        Text(
            "у самой обделённой школы, местности или параллели{who} — {number} достижимых баллов",
            "the worst-off school, place or grade{who} has {number} of the points attainable",
        ),
        Text(
            "у {rank}-й из самых обделённых школ, местностей и параллелей{who} — {number} достижимых баллов",
            "number {rank} of the worst-off schools, places and grades{who} has {number} of the points "
            "attainable",
        ),
    ),
    unit=Text("‰", "per mille"),
    scale=Text("1000 × число учтённых единиц", "1000 × units counted"),
)
