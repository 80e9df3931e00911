"""A small scene for the audit: school «Ш1» with its centre, village school «Ш2», courses ИТ and ХИМ.

Lessons end at 14:00; the two weeks are those of 5 and 12 October 2026; a session lasts 40 minutes.
Students О1 and О2 are of Ш1, О3 and О4 of Ш2; all four want ИТ and are given it, if not said otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from instances.tiny import base
from models.network import Network
from models.plan import (
    Direction,
    Enrolment,
    Group,
    Level,
    NetworkStamp,
    Plan,
    Refusal,
    RefusalCode,
    Ride,
    RunStamp,
    Session,
)
from models.tables import Choice, ChoiceKind, Room, Run, RunStop
from models.time import Window
from reports.audit import audit

MONDAYS = ("2026-10-05", "2026-10-12")


@dataclass(frozen=True)
class Scene:
    """Makes networks and plans of the scene; every table and field can be replaced."""

    mondays = MONDAYS

    def windows(self, start: str = "14:30", end: str = "18:00") -> tuple[Window, ...]:
        """The same window from Monday to Friday."""
        return tuple(base.slot(day, start, end) for day in range(1, 6))

    def network(self, students: Sequence[str] = ("О1", "О2"), **tables: Any) -> Network:
        """Ш1 and Ш2, rooms 1 (ten seats) and 2 (one seat, for chemistry), a teacher a course."""
        values: dict[str, Any] = {
            "rules": base.rules(self.windows()),
            "institutions": (base.school("Ш1"), base.school("Ш2")),
            "classes": (base.school_class("Ш1"), base.school_class("Ш2")),
            "rooms": (
                Room(centre="РЦ1", name="1", capacity=10),
                Room(centre="РЦ1", name="2", capacity=1, kind="химия"),
            ),
            "courses": (base.course("ИТ"), base.course("ХИМ")),
            "teachers": (base.teacher("У1", "ИТ"), base.teacher("У2", "ХИМ")),
            "students": tuple(self.student(id) for id in students),
            "choices": tuple(c for id in students for c in base.choices(id, "ИТ")),
        }
        return base.network("сцена", **(values | tables))

    def student(self, id: str, **changes: Any) -> Any:
        """О1 and О2 are of Ш1, О3 and О4 of Ш2."""
        school = "Ш1" if id in ("О1", "О2") else "Ш2"
        return base.student(id, **({"institution": school} | changes))

    def also(self, student: str, course: str, rank: int = 2) -> Choice:
        """An additional choice."""
        return Choice(student=student, course=course, rank=rank, kind=ChoiceKind.ADDITIONAL)

    def session(
        self,
        course: str = "ИТ",
        start: str = "15:00",
        *,
        ordinal: int = 1,
        weekday: int = 1,
        dates: Sequence[str] = MONDAYS,
        teachers: tuple[str, ...] | None = None,
        **changes: Any,
    ) -> Session:
        """A session on Mondays in room 1 by the teacher of the course."""
        team = teachers if teachers is not None else ({"ИТ": "У1", "ХИМ": "У2"}[course],)
        made = base.session(f"{course}-1", ordinal, team, weekday, start, dates)
        return made.replace(**changes) if changes else made

    def plan(self, *sessions: Session, seats: Sequence[tuple[str, str]] = (), **fields: Any) -> Plan:
        """A plan made by hand of sessions (grouped by their ids) and (student, course) seats."""
        held = sessions or (self.session(),)
        names = list(dict.fromkeys(s.id.rpartition(".")[0] for s in held))
        groups = tuple(
            Group(
                id=name,
                course=name.rpartition("-")[0],
                sessions=tuple(s for s in held if s.id.rpartition(".")[0] == name),
            )
            for name in names
        )
        taken = seats or (("О1", "ИТ"), ("О2", "ИТ"))
        values: dict[str, Any] = {
            "groups": groups,
            "enrolments": tuple(base.seat(student, course) for student, course in taken),
        }
        return Plan(**(values | fields))

    def runs(self, seats: int = 1) -> tuple[Run, ...]:
        """On Mondays there (14:10 to 14:40) and back (15:50 to 16:20) between Ш2 and Ш1."""
        return tuple(
            Run(
                id=id,
                weekdays=(1,),
                seats=seats,
                stops=tuple(RunStop(place=place, time=time) for place, time in stops),
            )
            for id, stops in (
                ("Р1", (("Ш2", "14:10"), ("Ш1", "14:40"))),
                ("Р2", (("Ш1", "15:50"), ("Ш2", "16:20"))),
            )
        )

    def rides(self, *students: str) -> tuple[Ride, ...]:
        """Both ways of the session ИТ-1.1 by bus."""
        ways = ((Direction.THERE, "Р1", "Ш2", "Ш1"), (Direction.BACK, "Р2", "Ш1", "Ш2"))
        return tuple(
            Ride(student=s, session="ИТ-1.1", direction=way, run=run, board=here, alight=there)
            for s in students
            for way, run, here, there in ways
        )

    def made(self, network: Network, plan: Plan, **fields: Any) -> Plan:
        """The plan as a run would write it: stamped, with true levels, all of them proven."""
        stamped = plan.replace(
            network=NetworkStamp(name=network.name, sha256=network.sha256),
            status="optimal",
            run=RunStamp(
                version="0",
                ortools="0",
                seed=1,
                lottery_seed=1,
                workers=1,
                time_limit_s=1,
                wall_s=1,
                started_at="2024-09-10T10:00:00",
                goals=network.goals,
                norms=[norm for norm in network.norms if norm.is_in_force(network.rules.first_day)],
            ),
            **fields,
        )
        levels = tuple(self.proven(level) for level in audit(network, stamped).levels)
        return stamped.replace(levels=levels)

    def proven(self, level: Level) -> Level:
        """The level with its own value as bound."""
        return level.replace(bound=level.value, proven=True)

    def refusal(self, student: str, course: str = "ИТ", code: str = "CAPACITY", rank: int = 1) -> Refusal:
        """A refusal with a code."""
        return Refusal(student=student, course=course, rank=rank, code=RefusalCode(code), text="нет мест")

    def errors(self, network: Network, plan: Plan) -> list[str]:
        """Rules breached, with repetitions."""
        return [found.rule for found in audit(network, plan).violations]

    def seat(self, student: str, course: str = "ИТ", **changes: Any) -> Enrolment:
        """A seat in the first group of the course."""
        return base.seat(student, course).replace(**changes)


@pytest.fixture(scope="session")
def scene() -> Scene:
    """The maker of small networks and plans."""
    return Scene()
