"""As few applicants as possible are left without any enrolment.

Applicants are the students with at least one choice. Scale: their number.
"""

from models.plan import Sense
from models.rule import Goal
from models.text import Text

GOAL = Goal(
    name="unserved",
    sense=Sense.MINIMISE,
    title=Text("Остались без места", "Left with nothing"),
    sentence=Text(
        "Как можно меньше заявителей остаётся без единого зачисления.",
        "As few applicants as possible are left without any enrolment.",
    ),
    counted=(
        Text(
            "без единого места из подавших заявки: {number} чел.",
            "applicants left without any seat: {number}",
        ),
    ),
    unit=Text("чел.", "students"),
    scale=Text("число заявителей", "applicants"),
)
