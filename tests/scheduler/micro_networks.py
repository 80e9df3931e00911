"""Micro-networks: for every rule one (or a few) in which that rule bites and little else varies.

Ground as in ``instances.tiny.base``: school «Ш1» with centre «РЦ1», lessons until 14:00 from Monday to
Friday, none on Saturday, two weeks of October (an even and an odd one), sessions of 40 minutes. ``step``
is the raster of starts. Courses of which it only matters when they are held may have no members at all
(``min_size`` 0).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from instances.tiny import base
from instances.tiny.base import course, network, school, school_class, slot, student, teacher
from models.network import Network
from models.norms import Norm, merge_norms
from models.tables import (
    CalendarEntry,
    CalendarKind,
    Centre,
    CentreStatus,
    Choice,
    ChoiceKind,
    CourseParity,
    DayLessons,
    GapMode,
    Institution,
    InstitutionKind,
    LastBus,
    LoadCategory,
    Lock,
    Period,
    Permission,
    PracticePlace,
    Priority,
    Programme,
    Room,
    Run,
    RunKind,
    RunStop,
    SchoolClass,
    Window,
)
from models.time import Parity, parse_clock
from models.travel import Mode, Travel

ONE = slot(1, "15:00", "15:40")
"""Monday 15:00, for one session."""
TWO = slot(2, "15:00", "15:40")
"""The same on Tuesday."""
WALK = Mode.WALK


@dataclass(frozen=True)
class Micro:
    """A network, the rule it is about, and how the raw plans vary beyond the usual."""

    name: str
    rule: str
    network: Network
    vary: Mapping[str, Any] = field(default_factory=dict)


def rules(*windows: Window, **changes: Any) -> Any:
    """The network's rules with these windows, starts every 10 minutes."""
    return base.rules(windows, **changes)


def pick(student: str, *courses: str, kind: ChoiceKind = ChoiceKind.ALTERNATIVE, rank: int = 1) -> Any:
    """Choices of a student of one kind, ranked from ``rank``."""
    return tuple(
        Choice(student=student, course=name, rank=number, kind=kind)
        for number, name in enumerate(courses, start=rank)
    )


def both(student: str, first: str, *more: str) -> Any:
    """A first alternative choice and additional ones."""
    return (*pick(student, first), *pick(student, *more, kind=ChoiceKind.ADDITIONAL, rank=2))


def room(name: str = "1", centre: str = "РЦ1", capacity: int = 10, **changes: Any) -> Room:
    """A room for ten."""
    return Room(centre=centre, name=name, capacity=capacity, **changes)


def centre(id: str, institution: str = "Ш1", **changes: Any) -> Centre:
    """An open centre."""
    return Centre(id=id, institution=institution, **changes)


def walk(origin: str, destination: str, minutes: int) -> Travel:
    """Minutes on foot."""
    return Travel(origin=origin, destination=destination, minutes=minutes, mode=WALK)


def run(id: str, seats: int, *stops: tuple[str, str], weekdays: tuple[int, ...] = (1,)) -> Run:
    """A run through places at times."""
    return Run(
        id=id,
        weekdays=weekdays,
        seats=seats,
        stops=tuple(RunStop(place=place, time=parse_clock(time)) for place, time in stops),
    )


def empty(id: str, **changes: Any) -> Any:
    """A course whose group may be held without members."""
    return course(id, **({"min_size": 0} | changes))


def it(**tables: Any) -> dict[str, Any]:
    """One course ИТ with teacher У1 and applicant О1 on Monday 15:00, save for the tables given."""
    values: dict[str, Any] = {
        "rules": rules(ONE),
        "courses": (course("ИТ"),),
        "teachers": (teacher("У1", "ИТ"),),
        "students": (student("О1"),),
        "choices": pick("О1", "ИТ"),
    }
    return values | tables


def remote(**tables: Any) -> dict[str, Any]:
    """The same of an applicant from school С1, which has one seat with a tutor and is 20 minutes away."""
    values: dict[str, Any] = {
        "institutions": (school("Ш1"), school("С1").replace(remote_seats=1)),
        "classes": (school_class(), school_class("С1")),
        "students": (student("О1", institution="С1"),),
        "travel": (walk("Ш1", "С1", 20),),
    }
    return it(**(values | tables))


def from_afar_and_near(**tables: Any) -> dict[str, Any]:
    """ИТ at Ш1, with a remote seat, and chemistry at the applicant's own school С1, on one afternoon."""
    values: dict[str, Any] = {
        "rules": rules(slot(1, "15:00", "16:40"), time_step=10, max_courses=2),
        "centres": (centre("РЦ1", profiles=("ИТ",)), centre("РЦ2", "С1", profiles=("ХИМ",), windows=(ONE,))),
        "rooms": (room(), room(centre="РЦ2")),
        "courses": (course("ИТ", profile="ИТ", remote_seats=1), course("ХИМ", profile="ХИМ")),
        "teachers": (teacher("У1", "ИТ"), teacher("У2", "ХИМ", institution="С1")),
    }
    return remote(**(values | tables))


def micro(rule: str, name: str = "", vary: Mapping[str, Any] | None = None, **tables: Any) -> Micro:
    """A micro-network named after its rule and what is special in it."""
    label = f"{rule}-{name}" if name else rule
    return Micro(label, rule, network(label, **tables), vary or {})


MICROS = (
    micro(
        "centre_open",
        **it(
            institutions=(school("Ш1"), Institution(id="Ш2", name="Ш2", participates=False)),
            centres=(
                centre("РЦ1"),
                centre("РЦ2", status=CentreStatus.CLOSED),
                centre("РЦ3", profiles=("химия",)),
                centre("РЦ4", profiles=("ИТ",)),
                centre("РЦ5", "Ш2"),
            ),
            rooms=tuple(room(centre=f"РЦ{n}") for n in range(1, 6)),
            teachers=(teacher("У1", "ИТ", may_travel=True),),
            travel=(walk("Ш1", "Ш2", 5),),
        ),
    ),
    micro(
        "centre_open",
        "named",
        **it(
            courses=(course("ИТ", centres=("РЦ2",)),),
            centres=(centre("РЦ1"), centre("РЦ2", profiles=("химия",))),
            rooms=(room(), room(centre="РЦ2")),
        ),
    ),
    micro(
        "day_window",
        **it(
            rules=rules(
                slot(6, "07:40", "08:40"),
                slot(6, "19:20", "20:10"),
                slot(7, "10:00", "10:40"),
                slot(1, "15:00", "15:40"),
                Window(weekday=6, start=720, end=760, parity=Parity.ODD),
                network_days=(6, 7),
                home_by=parse_clock("21:00"),
            ),
        ),
    ),
    micro(
        "day_window",
        "curriculum",
        **it(
            rules=rules(slot(6, "18:10", "20:00")),
            courses=(course("ИТ", load_category=LoadCategory.CURRICULUM),),
            centres=(centre("РЦ1", windows=(slot(6, "18:10", "19:10"),)), centre("РЦ2")),
            rooms=(room(), room(centre="РЦ2")),
        ),
    ),
    micro(
        "day_window",
        "own-norm",
        **it(
            rules=rules(slot(6, "08:00", "09:20")),
            norms=merge_norms(
                (Norm(key="day_start", value="08:30", unit="clock", load_category="additional"),)
            ),
        ),
    ),
    micro(
        "course_hours",
        **it(
            rules=rules(ONE, TWO, slot(3, "15:00", "15:40")),
            calendar=(
                CalendarEntry(kind=CalendarKind.HOLIDAY, first=date(2026, 10, 12)),
                CalendarEntry(kind=CalendarKind.BLACKOUT, first=date(2026, 10, 6), institution="Ш1"),
            ),
        ),
    ),
    micro(
        "course_hours",
        "half-years",
        **it(
            rules=rules(ONE, TWO),
            courses=(course("ИТ", period=Period.HALF, hours=1, parity=CourseParity.EITHER),),
            calendar=(
                CalendarEntry(
                    kind=CalendarKind.MOVED, first=date(2026, 10, 10), moved_from=date(2026, 10, 5)
                ),
                CalendarEntry(kind=CalendarKind.HOLIDAY, first=date(2026, 10, 12), last=date(2026, 10, 13)),
            ),
        ),
    ),
    micro(
        "room_fit",
        vary={"no_room": True},
        **it(
            courses=(course("ИТ", room_kind="ИНФ", equipment=("ПК",)),),
            centres=(centre("РЦ1"), centre("РЦ2")),
            rooms=(
                room("1", kind="ИНФ", equipment=("ПК", "экран")),
                room("2", equipment=("ПК",)),
                room("3", kind="ИНФ"),
                room("4", kind="ИНФ", equipment=("ПК",), windows=(TWO,)),
                room("5", "РЦ2", kind="ИНФ", equipment=("ПК",)),
            ),
        ),
    ),
    micro(
        "teacher_fit",
        **it(
            institutions=(school("Ш1"), school("Ш2")),
            teachers=(
                teacher("У1", "ИТ"),
                teacher("У2", "ХИМ"),
                teacher("У3", "ИТ", institution="Ш2"),
                teacher("У4", "ИТ", institution="Ш2", may_travel=True),
                teacher("У5", "ИТ", windows=(TWO,)),
                teacher("У6", "ИТ", institution="Ш2", also_at=("Ш1",)),
            ),
        ),
    ),
    micro(
        "teacher_fit",
        "until",  # one is there on both dates, one until the first only, one not even then
        **it(
            teachers=(
                teacher("У1", "ИТ", until=date(2026, 10, 12)),
                teacher("У2", "ИТ", until=date(2026, 10, 11)),
                teacher("У3", "ИТ", until=date(2026, 10, 4)),
            ),
        ),
    ),
    micro(
        "teacher_team",
        vary={"any_team": True},
        **it(
            courses=(course("ИТ", num_teachers=2),),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ИТ"), teacher("У3", "ИТ", windows=(TWO,))),
            rules=rules(ONE, TWO),
        ),
    ),
    micro(
        "group_form",
        vary={"apart": True, "any_team": True},
        **it(
            rules=rules(ONE, TWO),
            courses=(empty("ИТ", weekly_sessions=2, parity=CourseParity.EITHER),),
            centres=(centre("РЦ1"), centre("РЦ2")),
            rooms=(room(), room(centre="РЦ2")),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ИТ")),
            students=(),
            choices=(),
        ),
    ),
    micro(
        "grade",
        **it(
            courses=(course("ИТ", grades=(10,)), course("ХИМ", grades=(11,)), course("ПРАВО")),
            rules=rules(ONE, TWO, slot(3, "15:00", "15:40")),
            centres=(centre("РЦ1", windows=(ONE,)),),
            teachers=(teacher("У1", "ИТ", "ХИМ", "ПРАВО"),),
            choices=pick("О1", "ИТ", "ХИМ", "ПРАВО"),
        ),
    ),
    micro(
        "prerequisite",
        **it(
            courses=(course("ИТ", prerequisite="АЛГ"),),
            students=(student("О1", passed=("АЛГ",)), student("О2", passed=("ХИМ",))),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ИТ")),
        ),
    ),
    micro(
        "home_lessons",
        **it(
            rules=rules(slot(1, "14:30", "15:50"), slot(6, "10:00", "10:40")),
            students=(
                student("О1", blocked=(Window(weekday=1, start=900, end=920, parity=Parity.ODD),)),
                student("О2", lesson_ends=(DayLessons(weekday=6, end=parse_clock("10:30")),)),
            ),
            courses=(course("ИТ", parity=CourseParity.EITHER, hours=1),),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ИТ")),
        ),
    ),
    micro(
        "home_lessons",
        "class",
        **it(
            rules=rules(slot(1, "14:30", "15:30")),
            classes=(school_class().replace(blocked=(slot(1, "15:10", "15:20"),)),),
        ),
    ),
    micro(
        "gap",
        **it(
            rules=rules(slot(1, "14:10", "15:20"), slot(6, "08:00", "08:40")),
            students=(
                student("О1"),
                student("О2", lesson_ends=(DayLessons(weekday=1, end=850, parity=Parity.EVEN),)),
            ),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ИТ")),
            courses=(course("ИТ", parity=CourseParity.EITHER, hours=1),),
        ),
    ),
    micro(
        "travel_time",
        **it(
            rules=rules(slot(1, "14:30", "15:30"), slot(6, "10:00", "10:40")),
            institutions=(school("Ш1"), school("С1"), school("С2"), school("С3")),
            classes=tuple(school_class(id) for id in ("С1", "С2", "С3")),
            students=(
                student("О1", institution="С1"),
                student("О2", institution="С2", home="Ш1"),
                student("О3", institution="С2", home="Ш1", long_ride_reason="согласие"),
                student("О4", institution="С3"),
            ),
            choices=tuple(c for n in range(1, 5) for c in pick(f"О{n}", "ИТ")),
            travel=(walk("С1", "Ш1", 25), Travel(origin="С2", destination="Ш1", minutes=70)),
        ),
    ),
    micro(
        "travel_time",
        "sum",
        **it(
            rules=rules(slot(1, "14:30", "16:10"), gap_mode=GapMode.SUM),
            institutions=(school("Ш1"), school("С1")),
            classes=(school_class("С1"),),
            students=(student("О1", institution="С1"),),
            travel=(walk("С1", "Ш1", 25),),
            runs=(
                run("Р1", 5, ("С1", "14:30"), ("Ш1", "14:50")),
                run("Р2", 5, ("С1", "14:20"), ("Ш1", "14:40")),
            ),
        ),
    ),
    micro(
        "way_home",
        **it(
            rules=rules(slot(1, "15:00", "16:20")),
            institutions=(Institution(id="Ш1", name="Ш1", settlement="город"),),
            students=(
                student("О1", home="село"),
                student("О2", home="село", home_by=parse_clock("16:50")),
                student("О3", home="село", may_travel_alone=False),
                student("О4", home="даль"),
            ),
            choices=tuple(c for n in range(1, 5) for c in pick(f"О{n}", "ИТ")),
            travel=(
                Travel(origin="город", destination="село", minutes=50),
                Travel(origin="город", destination="даль", minutes=61),
            ),
            last_buses=(LastBus(settlement="село", departs=parse_clock("16:00")),),
        ),
    ),
    micro(
        "bus_seats",
        **it(
            institutions=(school("Ш1"), school("С1")),
            classes=(school_class("С1"),),
            students=(student("О1", institution="С1"), student("О2", institution="С1")),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ИТ")),
            travel=(walk("С1", "Ш1", 60), Travel(origin="Ш1", destination="С1", minutes=55, mode=WALK)),
            rules=rules(ONE, slot(1, "15:30", "16:10")),
            runs=(run("Р1", 1, ("С1", "14:10"), ("Ш1", "14:40")).replace(kind=RunKind.OPTIONAL),),
        ),
    ),
    micro(
        "bus_seats",
        "weeks",
        **it(
            institutions=(school("Ш1"), school("С1")),
            classes=(school_class("С1"),),
            courses=(
                course("ИТ", parity=CourseParity.EITHER, hours=1),
                course("ХИМ", parity=CourseParity.ODD, hours=1),
            ),
            rooms=(room(),),
            teachers=(teacher("У1", "ИТ", "ХИМ"),),
            rules=rules(slot(1, "15:00", "16:20"), time_step=40),
            students=(student("О1", institution="С1"), student("О2", institution="С1")),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ХИМ")),
            travel=(Travel(origin="Ш1", destination="С1", minutes=5, mode=WALK), walk("С1", "Ш1", 5)),
            runs=(run("Р1", 1, ("С1", "14:10"), ("Ш1", "14:12")),),
        ),
    ),
    micro(
        "bus_seats",
        "two-sessions",
        **it(
            institutions=(school("Ш1"), school("С1")),
            classes=(school_class("С1"),),
            courses=(course("ИТ"), course("ХИМ")),
            teachers=(teacher("У1", "ИТ", "ХИМ"),),
            centres=(centre("РЦ1", windows=(ONE, slot(1, "15:50", "16:30"))),),
            rules=rules(ONE, max_courses=2),
            students=(student("О1", institution="С1"),),
            choices=both("О1", "ИТ", "ХИМ"),
            travel=(walk("Ш1", "С1", 5),),
            runs=(
                run("Р1", 1, ("С1", "14:10"), ("Ш1", "14:12")),
                run("Р2", 0, ("С1", "14:10"), ("Ш1", "14:12")),
            ),
        ),
    ),
    micro(
        "group_size",
        **it(
            rules=rules(ONE, TWO, reserve_seats=1, choice_deadline=date(2026, 9, 5)),
            courses=(course("ИТ", min_size=2, max_size=3, max_groups=2),),
            students=(student("О1", priorities=("П",)), student("О2"), student("О3")),
            choices=(
                *pick("О1", "ИТ"),
                *(choice.replace(made_on=date(2026, 9, 6)) for choice in pick("О2", "ИТ")),
                *pick("О3", "ИТ"),
            ),
            priorities=(Priority(id="П", title="Приоритет", points=3),),
            permissions=(Permission(group="ИТ-2", reason="приказ", min_size=1, max_size=3),),
        ),
    ),
    micro(
        "group_size",
        "norms",
        **it(
            institutions=(school("Ш1"), Institution(id="Ш2", name="Ш2", is_rural=True)),
            centres=(centre("РЦ1"), centre("РЦ2", "Ш2")),
            rooms=(room(), room(centre="РЦ2")),
            courses=(course("ИТ", min_size=None, max_size=None, max_groups=1),),
            teachers=(teacher("У1", "ИТ", may_travel=True),),
            students=tuple(student(f"О{n}") for n in range(1, 4)),
            choices=tuple(c for n in range(1, 4) for c in pick(f"О{n}", "ИТ")),
            travel=(walk("Ш1", "Ш2", 5),),
            norms=merge_norms(
                (
                    Norm(key="group_min", value="3"),
                    Norm(key="group_min", value="2", is_rural=True),
                    Norm(key="group_max", value="2"),
                )
            ),
            permissions=(Permission(group="ИТ-1", reason="приказ", max_size=3),),
        ),
    ),
    micro(
        "room_capacity",
        **it(
            rules=rules(ONE, TWO),
            courses=(course("ИТ", weekly_sessions=2),),
            rooms=(room("1", capacity=1), room("2", capacity=2)),
            students=tuple(student(f"О{n}") for n in range(1, 4)),
            choices=tuple(c for n in range(1, 4) for c in pick(f"О{n}", "ИТ")),
        ),
        vary={"apart": True},
    ),
    micro(
        "room_clash",
        **it(
            rules=rules(slot(1, "15:00", "16:20"), time_step=20),
            courses=(empty("ИТ"), empty("ХИМ", parity=CourseParity.EITHER, hours=1)),
            institutions=(school("Ш1"), school("Ш2")),
            centres=(centre("РЦ1"), centre("РЦ2"), centre("РЦ3", "Ш2")),
            rooms=(room(), room(centre="РЦ2"), room(centre="РЦ3")),
            teachers=(teacher("У1", "ИТ", may_travel=True), teacher("У2", "ХИМ", may_travel=True)),
            students=(),
            choices=(),
        ),
    ),
    micro(
        "teacher_clash",
        **it(
            rules=rules(slot(1, "15:00", "16:40"), time_step=20),
            courses=(empty("ИТ"), empty("ХИМ", parity=CourseParity.ODD, hours=1)),
            institutions=(school("Ш1"), school("Ш2"), school("Ш3")),
            centres=(centre("РЦ1"), centre("РЦ2", "Ш2"), centre("РЦ3", "Ш3")),
            rooms=(room("1"), room("2"), room("1", "РЦ2"), room("1", "РЦ3")),
            teachers=(teacher("У1", "ИТ", "ХИМ", may_travel=True),),
            travel=(walk("Ш1", "Ш2", 10),),
            students=(),
            choices=(),
        ),
    ),
    micro(
        "teacher_clash",
        "way-back",
        **it(
            rules=rules(slot(1, "15:00", "17:00"), time_step=20),
            courses=(empty("ИТ", centres=("РЦ1",)), empty("ХИМ", centres=("РЦ2",))),
            institutions=(school("Ш1"), school("Ш2")),
            centres=(centre("РЦ1"), centre("РЦ2", "Ш2")),
            rooms=(room(), room(centre="РЦ2")),
            teachers=(teacher("У1", "ИТ", "ХИМ", may_travel=True),),
            travel=(walk("Ш1", "Ш2", 10), walk("Ш2", "Ш1", 30)),
            students=(),
            choices=(),
        ),
    ),
    micro(
        "group_clash",
        **it(
            rules=rules(slot(1, "15:00", "16:20"), time_step=20),
            courses=(empty("ИТ", weekly_sessions=2),),
            rooms=(room("1"), room("2")),
            students=(),
            choices=(),
        ),
        vary={"apart": True},
    ),
    micro(
        "teacher_load",
        **it(
            rules=rules(ONE, TWO),
            courses=(
                empty("ИТ", parity=CourseParity.EITHER, hours=1),
                empty("ХИМ", parity=CourseParity.EITHER, hours=1),
            ),
            teachers=(teacher("У1", "ИТ", "ХИМ", max_hours=1), teacher("У2", "ИТ", max_hours=0)),
            students=(),
            choices=(),
        ),
    ),
    micro(
        "parallel_groups",
        **it(
            rules=rules(slot(1, "15:00", "16:20"), time_step=20),
            centres=(centre("РЦ1", max_parallel_groups=1), centre("РЦ2")),
            rooms=(room("1"), room("2"), room("3", "РЦ2")),
            courses=(empty("ИТ"), empty("ХИМ", parity=CourseParity.EITHER, hours=1)),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
            students=(),
            choices=(),
        ),
        vary={"qualified": True},
    ),
    micro(
        "practice_places",
        **it(
            rules=rules(slot(1, "15:00", "16:00"), time_step=20),
            institutions=(
                school("Ш1"),
                Institution(id="ДС1", name="ДС1", kind=InstitutionKind.KINDERGARTEN),
                Institution(id="ДС2", name="ДС2", kind=InstitutionKind.KINDERGARTEN),
            ),
            courses=(course("ПР", is_practice=True),),
            teachers=(teacher("У1", "ПР"),),
            students=(student("О1"), student("О2")),
            choices=(*pick("О1", "ПР"), *pick("О2", "ПР")),
            travel=(walk("Ш1", "ДС1", 5), walk("Ш1", "ДС2", 5)),
            practice_places=(
                PracticePlace(institution="ДС1", places=1),
                PracticePlace(institution="ДС2", places=2, windows=(ONE,)),
            ),
        ),
    ),
    micro(
        "practice_places",
        "shared",
        **it(
            rules=rules(slot(1, "15:00", "16:20"), time_step=20),
            institutions=(
                school("Ш1"),
                Institution(id="ДС1", name="ДС1", kind=InstitutionKind.KINDERGARTEN),
            ),
            courses=(
                course("ПР", is_practice=True),
                course("НЯНЯ", is_practice=True, parity=CourseParity.EITHER, hours=1),
            ),
            teachers=(teacher("У1", "ПР"), teacher("У2", "НЯНЯ")),
            students=(student("О1"), student("О2")),
            choices=(*pick("О1", "ПР"), *pick("О2", "НЯНЯ")),
            travel=(walk("Ш1", "ДС1", 5),),
            practice_places=(PracticePlace(institution="ДС1", places=1),),
        ),
    ),
    micro(
        "practice_places",
        "three",
        **it(
            rules=rules(ONE),
            institutions=(
                school("Ш1"),
                Institution(id="ДС1", name="ДС1", kind=InstitutionKind.KINDERGARTEN),
            ),
            courses=tuple(course(name, is_practice=True) for name in ("ПР", "НЯНЯ", "ЛЕПКА")),
            teachers=(teacher("У1", "ПР"), teacher("У2", "НЯНЯ"), teacher("У3", "ЛЕПКА")),
            students=tuple(student(name) for name in ("О1", "О2", "О3")),
            choices=(*pick("О1", "ПР"), *pick("О2", "НЯНЯ"), *pick("О3", "ЛЕПКА")),
            travel=(walk("Ш1", "ДС1", 5),),
            practice_places=(PracticePlace(institution="ДС1", places=2),),
        ),
    ),
    micro(
        "remote_seats",
        **it(
            institutions=(school("Ш1").replace(remote_seats=1), school("С1").replace(remote_seats=2)),
            classes=(school_class(), school_class("С1")),
            courses=(course("ИТ", remote_seats=1),),
            students=(student("О1"), student("О2", institution="С1"), student("О3", institution="С1")),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ИТ"), *pick("О3", "ИТ")),
            travel=(walk("Ш1", "С1", 20),),
        ),
    ),
    micro(
        "remote_seats",
        "shared",
        **remote(
            rules=rules(slot(1, "15:00", "16:20"), time_step=20),
            courses=(
                course("ИТ", remote_seats=2),
                course("ХИМ", remote_seats=2, parity=CourseParity.EITHER, hours=1),
            ),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
            rooms=(room("1", capacity=1), room("2", capacity=1)),
            students=(student("О1", institution="С1"), student("О2", institution="С1")),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ХИМ")),
        ),
        vary={"qualified": True},
    ),
    micro(
        "remote_seats",
        "three",
        **remote(
            institutions=(school("Ш1"), school("С1").replace(remote_seats=2)),
            courses=tuple(course(name, remote_seats=1) for name in ("ИТ", "ХИМ", "ПРАВО")),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ"), teacher("У3", "ПРАВО")),
            rooms=(room("1"), room("2"), room("3")),
            students=tuple(student(name, institution="С1") for name in ("О1", "О2", "О3")),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ХИМ"), *pick("О3", "ПРАВО")),
            travel=(),
        ),
        vary={"qualified": True},
    ),
    micro(
        "remote_seats",
        "practice",
        **it(
            institutions=(
                school("Ш1"),
                school("С1").replace(remote_seats=1),
                Institution(id="ДС1", name="ДС1", kind=InstitutionKind.KINDERGARTEN),
            ),
            classes=(school_class(), school_class("С1")),
            courses=(course("ПР", is_practice=True, remote_seats=1), course("ИТ", remote_seats=1)),
            teachers=(teacher("У1", "ПР"), teacher("У2", "ИТ")),
            students=(student("О1", institution="С1"),),
            choices=pick("О1", "ПР", "ИТ"),
            travel=(walk("С1", "ДС1", 10),),
            practice_places=(PracticePlace(institution="ДС1", places=1),),
        ),
        vary={"qualified": True},
    ),
    micro(
        "room_capacity",
        "remote",
        **remote(
            courses=(course("ИТ", remote_seats=1),),
            rooms=(room(capacity=1),),
            students=(student("О1"), student("О2", institution="С1"), student("О3", institution="С1")),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ИТ"), *pick("О3", "ИТ")),
        ),
    ),
    micro(
        "student_clash",
        "remote",
        **from_afar_and_near(
            choices=both("О1", "ИТ", "ХИМ"),
        ),
        vary={"qualified": True},
    ),
    micro(
        "student_clash",
        "remote-beside",
        **from_afar_and_near(
            students=(student("О1"), student("О2", institution="С1")),
            choices=(*both("О1", "ИТ", "ХИМ"), *both("О2", "ИТ", "ХИМ")),
            travel=(walk("Ш1", "С1", 10),),
        ),
        vary={"qualified": True},
    ),
    micro(
        "gap",
        "remote",
        **remote(
            rules=rules(slot(1, "14:00", "15:20"), gap_mode=GapMode.SUM),
            courses=(course("ИТ", remote_seats=1),),
        ),
    ),
    micro(
        "way_home",
        "remote",
        **remote(
            rules=rules(slot(1, "15:00", "16:00"), home_by=parse_clock("16:00")),
            courses=(course("ИТ", remote_seats=1),),
            students=(student("О1", institution="С1", home="Дальняя"),),
            travel=(walk("С1", "Дальняя", 10), walk("Ш1", "Дальняя", 20), walk("Ш1", "С1", 5)),
        ),
    ),
    micro(
        "bus_seats",
        "remote",
        **remote(
            rules=rules(slot(6, "15:00", "15:40")),
            courses=(course("ИТ", remote_seats=2),),
            institutions=(school("Ш1"), school("С1").replace(remote_seats=2)),
            students=tuple(student(n, institution="С1", home="Дальняя") for n in ("О1", "О2")),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ИТ")),
            travel=(),
            runs=(
                run("Р1", 1, ("Дальняя", "14:00"), ("С1", "14:20"), weekdays=(6,)),
                run("Р2", 2, ("С1", "15:50"), ("Дальняя", "16:10"), weekdays=(6,)),
            ),
        ),
    ),
    micro(
        "evenings",
        "remote",
        **remote(
            rules=rules(ONE, TWO, max_courses=2, max_evenings=1),
            centres=(centre("РЦ1"), centre("РЦ2", "С1")),
            rooms=(room(), room(centre="РЦ2")),
            courses=(course("ИТ", remote_seats=1), course("ХИМ", centres=("РЦ2",))),
            teachers=(teacher("У1", "ИТ", may_travel=True), teacher("У2", "ХИМ", institution="С1")),
            choices=both("О1", "ИТ", "ХИМ"),
            travel=(),
        ),
        vary={"qualified": True},
    ),
    micro(
        "daily_load",
        "remote",
        **remote(
            rules=rules(ONE),
            classes=(
                school_class(),
                school_class("С1").replace(
                    days=(
                        DayLessons(weekday=1, end=parse_clock("14:00"), lessons=7, parity=Parity.ODD),
                        DayLessons(weekday=1, end=parse_clock("14:00"), lessons=6, parity=Parity.EVEN),
                    )
                ),
            ),
            centres=(centre("РЦ1"), centre("РЦ2", "С1")),
            rooms=(room(), room(centre="РЦ2")),
            courses=(
                course(
                    "ИТ",
                    remote_seats=1,
                    load_category=LoadCategory.CURRICULUM,
                    parity=CourseParity.EITHER,
                    hours=1,
                ),
            ),
            teachers=(teacher("У1", "ИТ", may_travel=True),),
        ),
    ),
    micro(
        "course_limit",
        **it(
            rules=rules(ONE, max_courses=2),
            centres=(centre("РЦ1", windows=(ONE, TWO, slot(3, "15:00", "15:40"))),),
            courses=tuple(course(name) for name in ("ИТ", "ХИМ", "ПРАВО")),
            teachers=tuple(
                teacher(f"У{day}", name, windows=(slot(day, "15:00", "15:40"),))
                for day, name in ((1, "ИТ"), (2, "ХИМ"), (3, "ПРАВО"))
            ),
            students=(student("О1", wished_courses=1),),
            choices=(*pick("О1", "ИТ", "ХИМ"), *pick("О1", "ПРАВО", kind=ChoiceKind.ADDITIONAL, rank=3)),
        ),
        vary={"qualified": True},
    ),
    micro(
        "course_limit",
        "two",
        **it(
            rules=rules(ONE, TWO, max_courses=2, max_evenings=5),
            courses=(course("ИТ", max_groups=2), course("ХИМ", centres=("РЦ2",))),
            centres=(centre("РЦ1"), centre("РЦ2", windows=(slot(3, "15:00", "15:40"),))),
            rooms=(room(), room(centre="РЦ2")),
            teachers=(teacher("У1", "ИТ", "ХИМ"),),
            choices=both("О1", "ИТ", "ХИМ"),
        ),
        vary={"most_seats": 3},
    ),
    micro(
        "course_limit",
        "consent",
        **it(
            rules=rules(ONE, max_courses=1),
            centres=(centre("РЦ1", windows=(ONE, TWO)),),
            courses=(course("ИТ"), course("ХИМ")),
            teachers=(teacher("У1", "ИТ", windows=(ONE,)), teacher("У2", "ХИМ", windows=(TWO,))),
            students=(student("О1"), student("О2", two_courses_consent=True)),
            choices=(*both("О1", "ИТ", "ХИМ"), *both("О2", "ИТ", "ХИМ")),
        ),
    ),
    micro(
        "programme_whole",
        **it(
            centres=(centre("РЦ1", windows=(ONE, TWO)),),
            courses=(course("ПСИ", programme="ПЕД"), course("ПЕДАГ", programme="ПЕД")),
            programmes=(Programme(id="ПЕД", title="Педагогический класс"),),
            teachers=(teacher("У1", "ПСИ", windows=(ONE,)), teacher("У2", "ПЕДАГ", windows=(TWO,))),
            students=(student("О1"), student("О2")),
            choices=(*pick("О1", "ПЕД"), *pick("О2", "ПЕД", "ПСИ")),
        ),
        vary={"most_seats": 3},
    ),
    micro(
        "student_clash",
        **it(
            rules=rules(slot(1, "15:00", "16:40"), max_courses=2),
            institutions=(school("Ш1"), school("Ш2"), school("Ш3")),
            centres=(
                centre("РЦ1", windows=(slot(1, "15:00", "16:40"),)),
                centre("РЦ2", "Ш2", windows=(slot(1, "16:00", "16:50"),)),
                centre("РЦ3", "Ш3", windows=(slot(1, "16:50", "17:30"),)),
            ),
            rooms=(room("1"), room("1", "РЦ2"), room("1", "РЦ3")),
            courses=(course("ИТ", centres=("РЦ1",)), course("ХИМ")),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ", may_travel=True)),
            choices=both("О1", "ИТ", "ХИМ"),
            travel=(walk("Ш1", "Ш2", 10), Travel(origin="Ш1", destination="Ш3", minutes=10, mode=Mode.BUS)),
            runs=(),
        ),
    ),
    micro(
        "student_clash",
        "way-back",
        **it(
            rules=rules(slot(1, "15:00", "17:00"), time_step=20, max_courses=2),
            institutions=(school("Ш1"), school("Ш2")),
            centres=(centre("РЦ1"), centre("РЦ2", "Ш2")),
            rooms=(room(), room(centre="РЦ2")),
            courses=(course("ИТ", centres=("РЦ1",)), course("ХИМ", centres=("РЦ2",))),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ", may_travel=True)),
            choices=both("О1", "ИТ", "ХИМ"),
            travel=(walk("Ш1", "Ш2", 10), walk("Ш2", "Ш1", 30)),
        ),
    ),
    micro(
        "student_clash",
        "practice",
        **it(
            rules=rules(slot(1, "15:00", "16:20"), time_step=20, max_courses=2),
            institutions=(
                school("Ш1"),
                Institution(id="ДС1", name="ДС1", kind=InstitutionKind.KINDERGARTEN),
                Institution(id="ДС2", name="ДС2", kind=InstitutionKind.KINDERGARTEN),
            ),
            courses=(course("ПР", is_practice=True), course("ИТ", parity=CourseParity.ODD, hours=1)),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ПР")),
            choices=both("О1", "ИТ", "ПР"),
            travel=(walk("Ш1", "ДС1", 10), walk("Ш1", "ДС2", 30)),
            practice_places=(
                PracticePlace(institution="ДС1", places=1),
                PracticePlace(institution="ДС2", places=1),
            ),
        ),
    ),
    micro(
        "student_clash",
        "one-group",
        **it(
            rules=rules(slot(1, "15:00", "16:40"), time_step=20),
            courses=(course("ИТ", weekly_sessions=2),),
        ),
    ),
    micro(
        "weekly_load",
        **it(
            rules=rules(ONE, TWO, max_courses=2),
            classes=(school_class().replace(weekly_hours=33, extracurricular_hours=9),),
            courses=(
                course("ИТ", load_category=LoadCategory.CURRICULUM, parity=CourseParity.EITHER, hours=1),
                course("ХИМ", load_category=LoadCategory.CURRICULUM, parity=CourseParity.EITHER, hours=1),
            ),
            teachers=(teacher("У1", "ИТ", windows=(ONE,)), teacher("У2", "ХИМ", windows=(TWO,))),
            choices=both("О1", "ИТ", "ХИМ"),
        ),
    ),
    micro(
        "weekly_load",
        "own-norm",
        **it(
            classes=(school_class().replace(extracurricular_hours=5),),
            courses=(empty("ИТ", load_category=LoadCategory.EXTRACURRICULAR),),
            norms=merge_norms(
                (Norm(key="extracurricular_weekly_max", value="5", institution_kind="school", days_a_week=5),)
            ),
        ),
    ),
    micro(
        "daily_load",
        **it(
            rules=rules(ONE, TWO),
            classes=(
                SchoolClass(
                    institution="Ш1",
                    name="10А",
                    grade=10,
                    head_count=20,
                    days=(
                        DayLessons(weekday=1, end=parse_clock("14:00"), lessons=7, parity=Parity.ODD),
                        DayLessons(weekday=1, end=parse_clock("14:00"), lessons=6, parity=Parity.EVEN),
                        DayLessons(weekday=2, end=parse_clock("14:00"), lessons=6),
                    ),
                ),
            ),
            courses=(
                course("ИТ", load_category=LoadCategory.CURRICULUM, parity=CourseParity.EITHER, hours=1),
            ),
        ),
    ),
    micro(
        "daily_load",
        "two-courses",
        **it(
            rules=rules(slot(1, "15:00", "16:30"), TWO, max_courses=2, time_step=50),
            classes=(
                school_class().replace(
                    days=(
                        DayLessons(weekday=1, end=parse_clock("14:00"), lessons=6),
                        DayLessons(weekday=2, end=parse_clock("14:00"), lessons=6),
                    )
                ),
            ),
            courses=(
                course("ИТ", load_category=LoadCategory.CURRICULUM),
                course("ХИМ", load_category=LoadCategory.CURRICULUM, parity=CourseParity.EITHER, hours=1),
            ),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
            choices=both("О1", "ИТ", "ХИМ"),
        ),
    ),
    micro(
        "daily_load",
        "own-norm",
        **it(
            courses=(empty("ИТ", load_category=LoadCategory.CURRICULUM),),
            norms=merge_norms(
                (Norm(key="daily_lessons_max", value="5", grade_from=7, grade_to=11, days_a_week=5),)
            ),
        ),
    ),
    micro(
        "evenings",
        **it(
            rules=rules(ONE, TWO, max_courses=2, max_evenings=1),
            courses=(course("ИТ", parity=CourseParity.EITHER, hours=1), course("ХИМ")),
            rooms=(room("1"),),
            teachers=(teacher("У1", "ИТ", windows=(ONE,)), teacher("У2", "ХИМ", windows=(TWO,))),
            choices=both("О1", "ИТ", "ХИМ"),
        ),
    ),
    micro(
        "evenings",
        "programme",
        **it(
            rules=rules(ONE, max_courses=2, max_evenings=1),
            centres=(centre("РЦ1", windows=tuple(slot(day, "15:00", "15:40") for day in (1, 2, 3, 4))),),
            courses=(
                course("ПСИ", programme="ПЕД", weekly_sessions=2),
                course("БИО", programme="МЕД", weekly_sessions=2),
            ),
            programmes=(Programme(id="ПЕД", title="ПЕД"), Programme(id="МЕД", title="МЕД")),
            teachers=(teacher("У1", "ПСИ"), teacher("У2", "БИО")),
            choices=both("О1", "ПЕД", "МЕД"),
        ),
        vary={"qualified": True},
    ),
    micro(
        "evenings",
        "beside-programme",
        **it(
            rules=rules(
                *(slot(day, "15:00", "16:30") for day in (1, 2, 3)),
                max_courses=2,
                max_evenings=1,
                time_step=50,
            ),
            courses=(course("ПСИ", programme="ПЕД", weekly_sessions=2), course("ХИМ")),
            programmes=(Programme(id="ПЕД", title="ПЕД"),),
            teachers=(teacher("У1", "ПСИ"), teacher("У2", "ХИМ")),
            choices=both("О1", "ПЕД", "ХИМ"),
        ),
        vary={"qualified": True},
    ),
    micro(
        "locks",
        **it(
            rules=rules(ONE, TWO),
            courses=(course("ИТ", max_groups=2),),
            centres=(centre("РЦ1"), centre("РЦ2")),
            rooms=(room("1"), room("1", "РЦ2")),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ИТ")),
            students=(student("О1"), student("О2")),
            choices=(*pick("О1", "ИТ"), *pick("О2", "ИТ")),
            locks=(
                Lock(group="ИТ-1", reason="приказ", student="О1"),
                Lock(group="ИТ-1", reason="приказ", weekday=2),
                Lock(group="ИТ-1", reason="приказ", teacher="У2", centre="РЦ2"),
            ),
        ),
        vary={"most_seats": 1},
    ),
    micro(
        "locks",
        "sessions",
        **it(
            rules=rules(ONE, TWO),
            courses=(empty("ИТ", weekly_sessions=2),),
            rooms=(room("1"), room("2")),
            students=(),
            choices=(),
            locks=(
                Lock(group="ИТ-1", reason="приказ", session=2, room="2"),
                Lock(group="ИТ-1", reason="приказ", start=parse_clock("15:00"), weekday=1),
            ),
        ),
        vary={"apart": True},
    ),
    micro(
        "locks",
        "opening",
        **it(
            courses=(course("ИТ"), course("ХИМ")),
            rooms=(room("1"), room("2")),
            teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
            students=(student("О1"), student("О2")),
            choices=(*pick("О1", "ИТ", "ХИМ"), *pick("О2", "ХИМ", "ИТ")),
            locks=(Lock(group="ИТ-1", reason="приказ", room="1"),),
        ),
    ),
)
