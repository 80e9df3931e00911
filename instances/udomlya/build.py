"""Puts the tables together."""

from __future__ import annotations

from datetime import date

from instances.udomlya.courses import COURSES, PROGRAMMES, SUBJECTS, TEACHERS
from instances.udomlya.places import CENTRES, CLASSES, INSTITUTIONS, PRACTICE_PLACES, ROOMS
from instances.udomlya.scenarios import SCENARIOS
from instances.udomlya.students import CONTINUES, PRIZE, WISHES, build_applicants
from instances.udomlya.ways import LAST_BUSES, RUNS, TRAVEL
from instances.year_2026 import (
    CHOICE_DEADLINE,
    FIRST_DAY,
    LAST_DAY,
    SCHOOL_YEAR,
    SECOND_HALF_FROM,
    calendar_2026,
)
from models.network import Network
from models.norms import shipped_norms
from models.people import People, Person, PersonKind
from models.tables import (
    CalendarEntry,
    CalendarKind,
    Cost,
    HistoryFigure,
    Lock,
    NetworkRules,
    Priority,
    Requisite,
)

NOTE = (
    "Организации и расстояния взяты из открытых источников. Все данные об обучающихся, учителях, уроках, "
    "кабинетах, автобусах и ценах вымышлены, как и разбивка итогов прошлых лет по годам. "
    "Наличие 10–11 классов в сельских школах не проверено."
)

CALENDAR: tuple[CalendarEntry, ...] = (
    *calendar_2026(),
    CalendarEntry(
        kind=CalendarKind.BLACKOUT,
        first=date(2026, 11, 20),
        institution="УГ3",
        note="день самоуправления (условно)",
    ),
    CalendarEntry(
        kind=CalendarKind.ASSESSMENT,
        first=date(2027, 4, 19),
        last=date(2027, 4, 24),
        note="итоговая аттестация",
    ),
)

LOCKS: tuple[Lock, ...] = (
    Lock(
        group="ПСИХ-1",
        session=1,
        weekday=1,
        start=15 * 60 + 30,
        reason="по понедельникам занятие педагогического класса открыто для студентов колледжа",
    ),
)

PRIORITIES: tuple[Priority, ...] = (
    Priority(id=PRIZE, title="Призёр муниципального этапа олимпиады", points=2),
    Priority(id=CONTINUES, title="Продолжает обучение в сети второй год", points=1),
)

REQUISITES: tuple[Requisite, ...] = (
    Requisite(key="примечание", value=NOTE),
    Requisite(key="организация", value="Управление образования Удомельского городского округа"),
    Requisite(key="организация: родительный", value="Управления образования Удомельского городского округа"),
    Requisite(key="территория", value="Удомельского городского округа"),
    Requisite(key="место", value="г. Удомля"),
)

COSTS: tuple[Cost, ...] = (
    Cost(key="hour_rate", value=400),
    Cost(key="head_supplement", value=36000),
    Cost(key="bus_run", value=2500),
    Cost(key="centre_opening", value=150000),
)

YEARS: tuple[tuple[int, int, int], ...] = (
    (2011, 3, 92),
    (2012, 4, 98),
    (2013, 4, 101),
    (2014, 5, 104),
    (2015, 4, 99),
    (2016, 5, 108),
    (2017, 5, 105),
    (2018, 5, 108),
)
"""School year, centres, certificates. Their sums (35 centre-years, 815 certificates in eight years) are those
of the practice; how they are split over the years is synthetic."""

HISTORY: tuple[HistoryFigure, ...] = tuple(
    HistoryFigure(school_year=year, key=key, value=value)
    for year, centres, certificates in YEARS
    for key, value in (("ресурсных центров", centres), ("сертификатов", certificates))
)


def build() -> tuple[Network, People]:
    """The network and the synthetic names of its people."""
    applicants = build_applicants()
    network = Network(
        name="Удомля",
        rules=NetworkRules(
            school_year=SCHOOL_YEAR,
            first_day=FIRST_DAY,
            last_day=LAST_DAY,
            second_half_from=SECOND_HALF_FROM,
            choice_deadline=CHOICE_DEADLINE,
            lottery_seed=2026,
        ),
        institutions=INSTITUTIONS,
        centres=CENTRES,
        rooms=ROOMS,
        classes=CLASSES,
        courses=COURSES,
        teachers=TEACHERS,
        students=applicants.students,
        choices=applicants.choices,
        norms=shipped_norms(),
        programmes=PROGRAMMES,
        wishes=WISHES,
        travel=TRAVEL,
        last_buses=LAST_BUSES,
        runs=RUNS,
        calendar=CALENDAR,
        priorities=PRIORITIES,
        locks=LOCKS,
        practice_places=PRACTICE_PLACES,
        requisites=REQUISITES,
        costs=COSTS,
        results=applicants.results,
        history=HISTORY,
        scenarios=SCENARIOS,
    )
    students = [
        Person(id=student.id, kind=PersonKind.STUDENT, name=f"Обучающийся-{student.id.removeprefix('О-')}")
        for student in network.students
    ]
    teachers = [
        Person(
            id=teacher.id,
            kind=PersonKind.TEACHER,
            name=f"Учитель-{teacher.id.removeprefix('У-')} ({SUBJECTS[teacher.id]})",
        )
        for teacher in network.teachers
    ]
    return network, People(rows=(*students, *teachers))
