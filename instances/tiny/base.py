"""What a tiny network consists of, and the common ground they stand on.

Unless a network says otherwise: one school «Ш1» that hosts the centre «РЦ1», class 10А with lessons
until 14:00 from Monday to Friday, lessons of 40 minutes, and two weeks from Monday 5 to Sunday 18
October 2026. Week 1 contains 1 September, a Tuesday, so 5 October begins week 6 (even, 2026-W41) and
12 October week 7 (odd, 2026-W42). Institutions stand in no settlement, so that a student's home is the
school itself and the way home from the own school takes no time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.network import Network
from models.norms import shipped_norms
from models.plan import Enrolment, Group, Plan, Session, session_id
from models.tables import (
    Centre,
    Choice,
    Course,
    DayLessons,
    Institution,
    LoadCategory,
    Lock,
    NetworkRules,
    Room,
    SchoolClass,
    Student,
    Teacher,
)
from models.time import Window, parse_clock

WEEKS = ("2026-W41", "2026-W42")
"""The two weeks of most tiny networks: an even one (6) and an odd one (7)."""


@dataclass(frozen=True)
class Damage:
    """A plan that is wrong in one way, and the rules whose breach an audit must find (no other)."""

    story: str
    plan: Plan
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Tiny:
    """A network solved by hand.

    ``plan`` is an optimal plan (``None`` if there is none), ``levels`` the values of some goals in the
    optimum. ``conflict`` are the locks that cannot hold together where there is no plan.
    """

    name: str
    network: Network
    plan: Plan | None
    levels: Mapping[str, int] = field(default_factory=dict)
    damage: Damage | None = None
    conflict: tuple[Lock, ...] = ()


def slot(weekday: int, start: str, end: str) -> Window:
    """A window from ``"15:00"`` to ``"15:40"`` on a weekday."""
    return Window(weekday=weekday, start=parse_clock(start), end=parse_clock(end))


def rules(windows: Sequence[Window], **changes: Any) -> NetworkRules:
    """The network's rules: two weeks in October, the windows given, the lottery's seed 1."""
    values: dict[str, Any] = {
        "school_year": 2026,
        "first_day": date(2026, 10, 5),
        "last_day": date(2026, 10, 18),
        "second_half_from": date(2026, 10, 12),
        "lottery_seed": 1,
        "windows": tuple(windows),
    }
    return NetworkRules(**(values | changes))


def school(id: str) -> Institution:
    """A school that stands in no settlement."""
    return Institution(id=id, name=f"Школа {id}")


def school_class(institution: str = "Ш1") -> SchoolClass:
    """Class 10А of a school: five lessons until 14:00 from Monday to Friday."""
    return SchoolClass(
        institution=institution,
        name="10А",
        grade=10,
        head_count=20,
        days=tuple(DayLessons(weekday=day, end=parse_clock("14:00"), lessons=5) for day in range(1, 6)),
        weekly_hours=25,
    )


def course(id: str, **changes: Any) -> Course:
    """A course of two single lessons, one a week, for groups of 1 to 5, at most one group."""
    values: dict[str, Any] = {
        "id": id,
        "profile": id,
        "title": f"Курс {id}",
        "hours": 2,
        "session_hours": 1,
        "load_category": LoadCategory.ADDITIONAL,
        "min_size": 1,
        "target_size": 2,
        "max_size": 5,
        "max_groups": 1,
    }
    return Course(**(values | changes))


def teacher(id: str, *courses: str, **changes: Any) -> Teacher:
    """A teacher of Ш1 for the courses, free at any time."""
    values: dict[str, Any] = {"id": id, "institution": "Ш1", "courses": courses}
    return Teacher(**(values | changes))


def student(id: str, **changes: Any) -> Student:
    """A student of class 10А with all papers."""
    values: dict[str, Any] = {
        "id": id,
        "institution": "Ш1",
        "class_name": "10А",
        "consent": True,
        "agreement": True,
    }
    return Student(**(values | changes))


def choices(student: str, *courses: str) -> tuple[Choice, ...]:
    """The student's alternative choices by rank."""
    return tuple(
        Choice(student=student, course=course, rank=rank) for rank, course in enumerate(courses, start=1)
    )


def network(name: str, **tables: Any) -> Network:
    """A network of one school with one centre and one room for ten, save for the tables given."""
    values: dict[str, Any] = {
        "name": name,
        "institutions": (school("Ш1"),),
        "centres": (Centre(id="РЦ1", institution="Ш1"),),
        "rooms": (Room(centre="РЦ1", name="1", capacity=10),),
        "classes": (school_class(),),
        "norms": shipped_norms(),
    }
    return Network(**(values | tables))


def session(
    group: str,
    ordinal: int,
    teachers: tuple[str, ...],
    weekday: int,
    start: str,
    dates: Sequence[str],
    *,
    centre: str = "РЦ1",
    room: str | None = "1",
    weeks: tuple[str, ...] = WEEKS,
) -> Session:
    """A session of one lesson (40 minutes) on the dates given in ISO form."""
    begins = parse_clock(start)
    return Session(
        id=session_id(group, ordinal),
        centre=centre,
        room=room,
        teachers=teachers,
        weekday=weekday,
        start=begins,
        end=begins + 40,
        weeks=weeks,
        dates=tuple(date.fromisoformat(day) for day in dates),
    )


def group(course: str, *sessions: Session) -> Group:
    """The course's first group."""
    return Group(id=f"{course}-1", course=course, sessions=sessions)


def seat(student: str, course: str, rank: int = 1, site: str | None = None) -> Enrolment:
    """A seat in the course's first group."""
    return Enrolment(student=student, group=f"{course}-1", course=course, rank=rank, site=site)
