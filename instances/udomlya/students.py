"""The (synthetic) applicants: who of which class wants what.

``SEATS`` lists the many, class by class; ``SPECIAL`` the few whose circumstances matter. A chain such as
``"ИТ СГУ"`` are alternative choices by rank, ``+ЖУР`` is an additional one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from instances.udomlya.places import CLASSES, POROZHKI, RYAD, afternoons
from instances.year_2026 import CHOICE_DEADLINE
from models.tables import Choice, ChoiceKind, CourseResult, Student, Wish

PRIZE, CONTINUES = "призёр", "второй-год"

SEATS: tuple[tuple[str, str], ...] = (
    ("ИТ", "УСОШ5:10А*5 УСОШ5:11А*3 УГ3:10А*4 УГ3:10Б*3 УСОШ4:10А*3 УСОШ1:10А*3 УСОШ2:10А*2 БРУ:10*1"),
    ("ИТ ЖУР", "УК:1-П*1"),
    ("СГУ ЖУР", "УГ3:11А*2"),
    ("СГУ", "УГ3:11Б*3 КОТ:11*1"),
    ("СГУ СЭК", "УСОШ4:11А*3 УСОШ1:11А*2"),
    ("СГУ ЖУР СЭК", "УСОШ2:11А*2"),
    ("СЭК СГУ", "УСОШ4:10А*2 УСОШ4:10Б*3 УСОШ5:10Б*2 КОТ:10*4 МОЛ:10*2"),
    ("СЭК", "УСОШ4:10А*1 УСОШ2:10А*1"),
    ("ХИМ", "УСОШ5:10А*3 УСОШ5:10Б*3 УСОШ5:11А*2 УСОШ4:11А*2 УГ3:10А*3 УСОШ1:10Б*2 УСОШ2:10Б*2 УК:1-П*1"),
    ("МЕД", "УСОШ5:11А*2 УСОШ4:11А*2 УГ3:11А*1"),
    ("МЕД ПЕД", "УСОШ1:11А*2"),
    ("МЕД СГУ", "УК:2-П*3 УСОШ2:11А*1"),
    ("ПЕД", "УСОШ4:10А*3 УСОШ1:10Б*3 УК:1-Т*3 БРУ:11*1"),
    ("ПЕД СГУ", "УСОШ4:10Б*3 УСОШ2:10А*2 УСОШ5:10Б*2"),
    ("ПЕД СГУ ЖУР", "УСОШ2:11А*1"),
    ("ЖУР", "УГ3:10Б*2 УГ3:11Б*2 УСОШ2:10Б*1 УСОШ4:9А*1"),
    ("ЖУР СГУ", "УСОШ1:11А*2 УСОШ5:10А*1 УК:1-П*1"),
    ("КУЛ СЭК", "БРУ:10*2"),
    ("КУЛ", "БРУ:11*1"),
)


@dataclass(frozen=True)
class Special:
    """One applicant with a circumstance of his or her own; ``fields`` are those of ``Student``."""

    place: str
    chain: str
    fields: dict[str, Any] = field(default_factory=dict)
    late: bool = False
    continues: bool = False


PASSED_CHEMISTRY = {"passed": ("ХИМ",)}

ART: tuple[Special, ...] = (
    Special("УСОШ1:10А", "ИСК СГУ"),
    Special("УГ3:10А", "ИСК СГУ"),
    Special("УСОШ2:11А", "ИСК СГУ", continues=True),
)

EQUALS: tuple[Special, ...] = (
    Special("УСОШ5:11Б", "ИТ СГУ"),
    Special("УСОШ5:11Б", "ИТ СГУ"),
    Special("УСОШ5:11Б", "ИТ СГУ", {"priorities": (PRIZE,)}),
    Special("УСОШ5:11Б", "ИТ СГУ", late=True),
)
"""Equal but for a prize and a late application: priority, date and lottery decide among them."""

SPECIAL: tuple[Special, ...] = (
    *ART,
    *EQUALS,
    Special("УСОШ4:9А", "ИТ ЖУР"),
    Special("УСОШ2:10Б", "СГУ", {"home": POROZHKI}),
    Special("МОЛ:11", "СГУ"),
    Special("УСОШ1:11Б", "СЭК СГУ"),
    Special("УСОШ1:10А", "ХИМ СГУ"),
    Special("УСОШ5:10А", "ХИМ", {"blocked": afternoons(1, 2, 3, 4, 5, end="18:30")}),
    Special("УСОШ5:11Б", "МЕД СГУ"),
    Special("УСОШ4:11Б", "МЕД СГУ", PASSED_CHEMISTRY),
    Special(
        "УСОШ5:11А",
        "МЕД +ЖУР",
        {**PASSED_CHEMISTRY, "two_courses_consent": True, "priorities": (CONTINUES,)},
        continues=True,
    ),
    Special("УГ3:11А", "СГУ +СЭК", {"two_courses_consent": True}),
)


@dataclass(frozen=True)
class Applicants:
    """Everything that is known of the applicants."""

    students: tuple[Student, ...]
    choices: tuple[Choice, ...]
    results: tuple[CourseResult, ...]


def build_applicants() -> Applicants:
    """All applicants, numbered by school, class and what they want."""
    rows = [(place, Special(place, chain)) for chain, places in SEATS for place in _places(places)] + [
        (special.place, special) for special in SPECIAL
    ]
    order = {f"{item.institution}:{item.name}": n for n, item in enumerate(CLASSES)}
    rows.sort(key=lambda row: order[row[0]])
    students: list[Student] = []
    choices: list[Choice] = []
    for number, (_, special) in enumerate(rows, start=1):
        student = _student(number, special)
        students.append(student)
        choices += _choices(number, student.id, special)
    results = tuple(
        CourseResult(student=student.id, course="ХИМ", school_year=2025, hours_attended=60, result="зачтено")
        for student in students
        if "ХИМ" in student.passed
    )
    return Applicants(tuple(students), tuple(choices), results)


def _places(text: str) -> list[str]:
    """``"УК:1-П*2"`` as that class twice."""
    return [place for item in text.split() for place, n in [item.split("*")] for _ in range(int(n))]


def _student(number: int, special: Special) -> Student:
    """Papers are missing now and then; medicine builds on chemistry passed the year before."""
    institution, class_name = special.place.split(":")
    values: dict[str, Any] = {
        "id": f"О-{number:03d}",
        "institution": institution,
        "class_name": class_name,
        "consent": number % 19 != 0,
        "agreement": number % 13 != 0,
    }
    if special not in SPECIAL:
        if special.chain.startswith("МЕД"):
            values |= PASSED_CHEMISTRY
        if institution in ("УСОШ1", "УСОШ2") and number % 6 == 0:
            values["home"] = RYAD
        if number % 21 == 0:
            values["priorities"] = (PRIZE,)
        if institution == "БРУ":
            values["home_by"] = 19 * 60
        if institution == "МОЛ":
            values["may_travel_alone"] = False
    return Student(**(values | special.fields))


def _choices(number: int, student: str, special: Special) -> list[Choice]:
    made_on = CHOICE_DEADLINE + (timedelta(days=4) if special.late else -timedelta(days=number % 9))
    return [
        Choice(
            student=student,
            course=target.removeprefix("+"),
            rank=rank,
            kind=ChoiceKind.ADDITIONAL if target.startswith("+") else ChoiceKind.ALTERNATIVE,
            made_on=made_on,
            source="анкета школы",
            continues=special.continues and rank == 1,
        )
        for rank, target in enumerate(special.chain.split(), start=1)
    ]


WISHES: tuple[Wish, ...] = (
    Wish(institution="УСОШ5", class_name="10А", target="инженерный класс", count=6),
    Wish(institution="УСОШ4", class_name="10Б", target="инженерный класс", count=3),
    Wish(institution="УГ3", class_name="10А", target="лингвистический", count=5),
    Wish(institution="БРУ", class_name="10", target="КУЛ", count=2),
)
"""Demand for profiles that are not offered, and for a course where no centre is open yet."""
