"""Networks that are hard to print: long names full of signs, many of everything, or next to nothing."""

from __future__ import annotations

from itertools import cycle

from instances.tiny import base
from models.people import People, Person, PersonKind
from models.plan import BoundScope, Level, Plan, Refusal, RefusalCode, Sense
from models.tables import Centre, Choice, Institution, Room
from models.travel import Mode, Travel
from reports.export.source import Source

SIGNS = """&<>"'{{}}%$_^\\"""

SCHOOLS = 30
CENTRES = 3
GROUPS = 40
"""All on Tuesday, and all but two at the first centre."""


def long_name(kind: str, number: int) -> str:
    """A name of 60 letters with every sign that some format takes for its own, and a number at its end."""
    end = f" № {number}"
    start = f"{kind} {SIGNS} "
    filling = "имени Героя Советского Союза Константиновского-Заозёрного"
    return start + filling[: 60 - len(start) - len(end)] + end


def hostile() -> Source:
    """Thirty schools, forty groups on one day, a centre without groups, a course nobody applies for.

    Ш1 … Ш30 lie on a grid, two of them on one spot. Three students of every school apply for three
    courses: two have a seat, the third is refused. The groups К1 … К40 have 1 or 2 members.
    """
    schools = [f"Ш{n}" for n in range(1, SCHOOLS + 1)]
    courses = [f"К{n}" for n in range(1, GROUPS + 1)]
    students = [f"О{school[1:]}-{n}" for school in schools for n in (1, 2, 3)]
    places = dict(zip(students, cycle(courses), strict=False))
    network = base.network(
        long_name("Сеть", 1),
        rules=base.rules([base.slot(day, "13:30", "18:00") for day in range(1, 7)]),
        institutions=tuple(_school(id, at) for at, id in enumerate(schools)),
        centres=tuple(Centre(id=f"РЦ{n}", institution=f"Ш{n}") for n in range(1, CENTRES + 1)),
        rooms=tuple(
            Room(centre=f"РЦ{centre}", name=f"{number} {SIGNS}", capacity=10)
            for centre in range(1, CENTRES + 1)
            for number in range(1, GROUPS + 1)
        ),
        classes=tuple(base.school_class(id) for id in schools),
        courses=tuple(
            base.course(id, title=long_name("Курс", at), profile=f"{SIGNS} профиль {at % 9}", min_size=1)
            for at, id in enumerate([*courses, "НИКТО"], start=1)
        ),
        teachers=tuple(base.teacher(f"У{id[1:]}", id) for id in courses),
        students=tuple(base.student(id, institution=f"Ш{id[1:].partition('-')[0]}") for id in students),
        choices=tuple(
            Choice(student=id, course=course, rank=rank)
            for id in students
            for rank, course in enumerate(dict.fromkeys((places[id], "К1", "К2")), start=1)
        ),
        travel=tuple(
            Travel(origin=here, destination=there, minutes=10 + abs(i - j), mode=Mode.PUBLIC)
            for i, here in enumerate(schools)
            for j, there in enumerate(schools)
            if i != j
        ),
    )
    people = People(
        rows=(
            *(
                Person(id=id, kind=PersonKind.STUDENT, name=long_name("Обучающийся", at))
                for at, id in enumerate(students, start=1)
            ),
            *(
                Person(id=f"У{n}", kind=PersonKind.TEACHER, name=long_name("Учитель", n))
                for n in range(1, GROUPS + 1)
            ),
        )
    )
    return Source(network, _plan(courses, students, places), people)


def _school(id: str, at: int) -> Institution:
    """Six by five schools, four kilometres apart; the second stands where the first does."""
    row, column = divmod(max(at, 1), 6)
    return Institution(
        id=id,
        name=long_name("МБОУ", at + 1),
        address=long_name("Улица", at + 1),
        lat=57.5 + 0.04 * row,
        lon=34.5 + 0.07 * column,
    )


def _plan(courses: list[str], students: list[str], places: dict[str, str]) -> Plan:
    """Every third student is refused; the last goal but one is open, and of the last nothing is known."""
    groups = []
    for at, course in enumerate(courses):
        centre = "РЦ2" if at >= GROUPS - 2 else "РЦ1"
        start = ("13:30", "14:30", "15:00")[at % 3]
        room = f"{at + 1} {SIGNS}"
        session = base.session(
            f"{course}-1", 1, (f"У{course[1:]}",), 2, start, ["2026-10-06"], centre=centre, room=room
        )
        groups.append(base.group(course, session))
    seated = [id for id in students if not id.endswith("-3")]
    return Plan(
        status="feasible",
        groups=tuple(groups),
        enrolments=tuple(base.seat(id, places[id]) for id in seated),
        refusals=tuple(
            Refusal(student=id, course=course, rank=1, code=code, text=SIGNS)
            for id, course, code in zip(
                [id for id in students if id.endswith("-3")],
                cycle(["К1", "К2", "НИКТО"]),
                cycle([RefusalCode.CAPACITY, RefusalCode.LOST_TIEBREAK, RefusalCode.NO_GROUP_MIN]),
                strict=False,
            )
        ),
        levels=(
            Level(name="unserved", sense=Sense.MINIMISE, value=30, bound=30, proven=True, scale=90),
            Level(name="rank_points", sense=Sense.MAXIMISE, value=300, bound=330, scale=450),
            Level(name="travel", sense=Sense.MINIMISE, value=4000, bound=4000, scale=4000),
            Level(name="trips", sense=Sense.MINIMISE, value=90, bound=2, scale=30, scope=BoundScope.GLOBAL),
            Level(name="sizes", sense=Sense.MINIMISE, value=12),
        ),
    )


def one_school() -> Source:
    """One school, one centre, one student, one group."""
    network = base.network(
        "одна школа",
        rules=base.rules([base.slot(1, "14:30", "18:00")]),
        courses=(base.course("ИТ"),),
        teachers=(base.teacher("У1", "ИТ"),),
        students=(base.student("О1"),),
        choices=base.choices("О1", "ИТ"),
    )
    people = People(rows=(Person(id="О1", kind=PersonKind.STUDENT, name="Обучающийся-001"),))
    session = base.session("ИТ-1", 1, ("У1",), 1, "15:00", ["2026-10-05"])
    plan = Plan(groups=(base.group("ИТ", session),), enrolments=(base.seat("О1", "ИТ"),))
    return Source(network, plan, people)


def no_groups() -> Source:
    """The hostile network with a plan in which nothing is opened."""
    source = hostile()
    return Source(source.network, Plan(), source.people)
