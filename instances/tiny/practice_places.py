"""Practice places: a kindergarten takes two students at a time.

Three students want the practice at kindergarten ДС1, which has two places; it is 15 minutes on foot
from the school. О3 named computing second. All three are served when О3 takes computing (``unserved`` 0);
О1 or О2 in О3's stead would be left with nothing. ``rank_points``: 5 + 5 + 3 = 13. О1 and О2 walk
15 minutes there and 15 back on two dates each, О3 stays at school: ``travel`` 2 × 30 × 2 = 120.
``trips``: one evening each and one trip each for О1 and О2, 3 + 2 = 5.

О3's first choice is refused because both places are taken.

Damage: О3 practises as the third, and computing is not held.
"""

from __future__ import annotations

from instances.tiny.base import (
    Damage,
    Tiny,
    choices,
    course,
    group,
    network,
    rules,
    school,
    seat,
    session,
    slot,
    student,
    teacher,
)
from models.plan import Plan, Refusal, RefusalCode
from models.tables import Institution, InstitutionKind, PracticePlace
from models.travel import Mode, Travel

DATES = ["2026-10-05", "2026-10-12"]

NETWORK = network(
    "Места практики",
    rules=rules([slot(1, "15:00", "15:40")]),
    institutions=(
        school("Ш1"),
        Institution(id="ДС1", name="Детский сад", kind=InstitutionKind.KINDERGARTEN),
    ),
    courses=(course("ПРАК", is_practice=True), course("ИТ")),
    teachers=(teacher("У1", "ПРАК"), teacher("У2", "ИТ")),
    students=(student("О1"), student("О2"), student("О3")),
    choices=(*choices("О1", "ПРАК"), *choices("О2", "ПРАК"), *choices("О3", "ПРАК", "ИТ")),
    travel=(Travel(origin="Ш1", destination="ДС1", minutes=15, mode=Mode.WALK),),
    practice_places=(PracticePlace(institution="ДС1", places=2),),
)

PRACTICE = group("ПРАК", session("ПРАК-1", 1, ("У1",), 1, "15:00", DATES, room=None))
COMPUTING = group("ИТ", session("ИТ-1", 1, ("У2",), 1, "15:00", DATES))
TWO_IN_PRACTICE = (seat("О1", "ПРАК", site="ДС1"), seat("О2", "ПРАК", site="ДС1"))

PLAN = Plan(
    groups=(PRACTICE, COMPUTING),
    enrolments=(*TWO_IN_PRACTICE, seat("О3", "ИТ", rank=2)),
    refusals=(
        Refusal(
            student="О3",
            course="ПРАК",
            rank=1,
            code=RefusalCode.CAPACITY,
            text="в детском саду заняты оба места",
        ),
    ),
)

TINY = Tiny(
    "practice_places",
    NETWORK,
    PLAN,
    {"unserved": 0, "rank_points": 13, "travel": 120, "trips": 5},
    Damage(
        "three students at two places",
        PLAN.replace(
            groups=(PRACTICE,),
            enrolments=(*TWO_IN_PRACTICE, seat("О3", "ПРАК", site="ДС1")),
            refusals=(),
        ),
        ("practice_places",),
    ),
)
