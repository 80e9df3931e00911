"""All raw plans of a tiny network, and what encodings and checks say about each of them.

A *raw plan* is any combination of decisions on the step of the timetable, sensible or not: centres that
are closed, rooms of other centres, teachers who cannot teach the course, students in two groups, rides
on buses that go elsewhere. The audit judges it by its checks; the model by whether its variables can be
given the values that say this plan.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from ortools.sat.python import cp_model

from models.calendar import weeks_of
from models.finding import Severity
from models.network import Network, group_id
from models.plan import Direction, Enrolment, Group, Plan, Ride, SeatMode, Session, session_id
from models.tables import Course, Student
from reports.audit.checks import CHECKS
from scheduler.engine.expressions import Literal
from scheduler.engine.extract import extract, literals_of
from scheduler.engine.model import PlanModel
from scheduler.rules import (
    APPLICATION_FILTERS,
    ATTENDANCE_FILTERS,
    COUPLINGS,
    PLACEMENT_FILTERS,
    ROOM_FILTERS,
    STAFFING_FILTERS,
    WAYS,
)

ENCODED = [
    *PLACEMENT_FILTERS,
    *ROOM_FILTERS,
    *STAFFING_FILTERS,
    *APPLICATION_FILTERS,
    *ATTENDANCE_FILTERS,
    *WAYS,
    *COUPLINGS,
]
"""Every rule that the model encodes."""


@dataclass(frozen=True)
class RawPlans:
    """Yields every raw plan; with remote seats if any course has them.

    ``any_team``: teams of any size; ``apart``: every session decides alone.
    ``no_room``: sessions without a room, too; ``most_seats``: enrolments a student at most;
    ``qualified``: teams of teachers of the course only.
    """

    network: Network
    any_team: bool = False
    apart: bool = False
    no_room: bool = False
    most_seats: int = 2
    qualified: bool = False

    def __iter__(self) -> Iterator[Plan]:
        network = self.network
        options: list[list[Group | None]] = []
        for course in network.courses:
            for ordinal in range(1, network.group_counts[course.id] + 1):
                groups: list[Group | None] = [None]
                options.append(groups + list(self._groups(course, group_id(course.id, ordinal))))
        for chosen in product(*options):
            groups_open = tuple(sorted((g for g in chosen if g is not None), key=lambda g: g.id))
            students = [network.student_by_id[name] for name in network.choices_by_student]
            for seats in product(*(list(self._seats(student, groups_open)) for student in students)):
                yield Plan(
                    groups=groups_open,
                    enrolments=tuple(
                        sorted((e for taken, _ in seats for e in taken), key=lambda e: (e.student, e.group))
                    ),
                    rides=tuple(
                        sorted(
                            (r for _, rides in seats for r in rides),
                            key=lambda r: (r.student, r.session, r.direction),
                        )
                    ),
                )

    def _groups(self, course: Course, name: str) -> Iterator[Group]:
        per_session = [list(self._sessions(course, name, k)) for k in range(1, course.weekly_sessions + 1)]
        for sessions in product(*per_session):
            alike = {(s.centre, s.teachers, s.weeks, s.room) for s in sessions}
            if self.apart or len(alike) == 1:
                yield Group(id=name, course=course.id, sessions=sessions)

    def _sessions(self, course: Course, name: str, ordinal: int) -> Iterator[Session]:
        network, minutes = self.network, self.network.session_minutes(course)
        calendar = network.school_calendar
        rooms: list[str | None] = sorted({room.name for room in network.rooms})
        if course.is_practice or self.no_room:
            rooms = [None] if course.is_practice else [*rooms, None]
        teachers = [t.id for t in network.teachers if course.id in t.courses or not self.qualified]
        numbers = range(len(teachers) + 1) if self.any_team else [course.num_teachers]
        teams = [team for number in numbers for team in combinations(sorted(teachers), number)]
        for centre in network.centres:
            for weekday in range(1, 8):
                for start in network.grid(centre.id, weekday, minutes):
                    for weeks, room, team in product(network.week_masks(course), rooms, teams):
                        usable = network.usable_dates(course, centre.id, weekday, weeks)
                        needed = course.session_dates_needed(ordinal)
                        yield Session(
                            id=session_id(name, ordinal),
                            centre=centre.id,
                            room=room,
                            teachers=team,
                            weekday=weekday,
                            start=start,
                            end=start + minutes,
                            weeks=tuple(calendar.iso_week(week) for week in weeks_of(weeks)),
                            dates=tuple(usable[:needed]),
                            spare=tuple(usable[needed:]),
                        )

    def _seats(
        self, student: Student, groups: tuple[Group, ...]
    ) -> Iterator[tuple[tuple[Enrolment, ...], tuple[Ride, ...]]]:
        """Up to ``most_seats`` enrolments of a student with any sites and rides."""
        network = self.network
        possible = [
            (group, choice.rank)
            for choice in network.choices_by_student[student.id]
            for group in groups
            if network.course_by_id[group.course] in network.courses_of(choice.course)
        ]
        for number in range(self.most_seats + 1):
            for taken in combinations(possible, number):
                if len({group.id for group, _ in taken}) < number:
                    continue
                for seats in product(*(list(self._enrolments(student, *one)) for one in taken)):
                    ways = [ride for group, _ in taken for ride in self._rides(student, group)]
                    for rides in product(*ways):
                        yield seats, tuple(ride for ride in rides if ride is not None)

    def _enrolments(self, student: Student, group: Group, rank: int) -> Iterator[Enrolment]:
        sites: list[str | None] = [None]
        if self.network.course_by_id[group.course].is_practice:
            sites += [institution.id for institution in self.network.institutions]
        modes = [SeatMode.SEAT]
        if any(course.remote_seats for course in self.network.courses):
            modes.append(SeatMode.REMOTE)
        for site, mode in product(sites, modes):
            yield Enrolment(
                student=student.id, group=group.id, course=group.course, rank=rank, mode=mode, site=site
            )

    def _rides(self, student: Student, group: Group) -> Iterator[list[Ride | None]]:
        for session in group.sessions:
            for direction in Direction:
                rides: list[Ride | None] = [None]
                for run in self.network.runs:
                    for board, alight in combinations([stop.place for stop in run.stops], 2):
                        rides.append(
                            Ride(
                                student=student.id,
                                session=session.id,
                                direction=direction,
                                run=run.id,
                                board=board,
                                alight=alight,
                            )
                        )
                yield rides


def broken_rules(network: Network, plan: Plan) -> frozenset[str]:
    """The rules of which the audit finds a breach."""
    return frozenset(
        finding.rule
        for check in CHECKS.values()
        for finding in check(network, plan)
        if finding.severity is Severity.ERROR
    )


@dataclass
class Judge:
    """Says of raw plans whether a model admits them."""

    model: PlanModel
    decisions: dict[int, Literal] = field(init=False)
    solver: cp_model.CpSolver = field(init=False)

    def __post_init__(self) -> None:
        self.decisions = {literal.index: literal for literal in decisions_of(self.model)}
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self.solver.parameters.cp_model_presolve = False

    def admits(self, plan: Plan) -> bool:
        """Whether the variables can say this plan, and say no other."""
        literals = literals_of(self.model, plan)
        if literals is None:
            return False
        true = {literal.index for literal in literals}
        cp = self.model.cp.clone()
        for index in self.decisions.keys() | true:
            domain = cp.proto.variables[index].domain
            value = int(index in true)
            if not domain[0] <= value <= domain[1]:
                return False
            domain[0] = domain[1] = value
        if self.solver.solve(cp) != cp_model.OPTIMAL:
            return False
        values = list(self.solver.response_proto.solution)
        found = extract(self.model, lambda literal: values[literal.index] == 1)
        return (found.groups, found.enrolments, found.rides) == (plan.groups, plan.enrolments, plan.rides)


def decisions_of(model: PlanModel) -> Iterator[Literal]:
    """All literals that a plan decides; a free way goes without saying and is left to the solver."""
    for group in model.groups.values():
        yield group.opened
        yield from group.teachers.values()
        for slot in group.all_slots():
            yield slot.chosen
            yield from (literal for _, literal in slot.rooms)
            yield from (literal for _, literal in slot.teachers)
        for seat in group.seats:
            yield seat.taken
            yield from seat.sites.values()
            yield from (way.taken for ways in seat.ways.values() for way in ways if way.way.run)


@pytest.fixture(scope="session")
def raw_plans() -> Callable[..., RawPlans]:
    """The enumerator of raw plans."""
    return RawPlans


@pytest.fixture(scope="session")
def judge() -> Callable[[PlanModel], Judge]:
    """A judge of raw plans by a model."""
    return Judge


@pytest.fixture(scope="session")
def breaches() -> Callable[[Network, Plan], frozenset[str]]:
    """The names of the rules a plan breaks, by the audit."""
    return broken_rules


def _load_micros() -> Any:
    """The module of micro-networks beside this file (tests are no packages, so it cannot be imported)."""
    spec = importlib.util.spec_from_file_location(
        "micro_networks", Path(__file__).with_name("micro_networks.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


MICROS = _load_micros().MICROS


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes ``micro`` runs for every micro-network, one that takes ``rule`` for every rule."""
    if "micro" in metafunc.fixturenames:
        metafunc.parametrize("micro", MICROS, ids=[micro.name for micro in MICROS])
    if "encoded_rule" in metafunc.fixturenames:
        metafunc.parametrize("encoded_rule", ENCODED)


@dataclass(frozen=True)
class Verdict:
    """What the two sides say about one raw plan."""

    plan: Plan
    broken: frozenset[str]
    admitted: bool


@pytest.fixture(scope="session")
def verdicts() -> Callable[[Any], list[Verdict]]:
    """Micro-network → the verdicts on all its raw plans; each is judged once."""

    @cache
    def judged(name: str) -> list[Verdict]:
        micro = next(micro for micro in MICROS if micro.name == name)
        judge = Judge(PlanModel(micro.network, reduce=False))
        return [
            Verdict(plan, broken_rules(micro.network, plan), judge.admits(plan))
            for plan in RawPlans(micro.network, **micro.vary)
        ]

    return lambda micro: judged(micro.name)


@pytest.fixture(scope="session")
def micros_of() -> Callable[[str], list[Any]]:
    """Rule → its micro-networks."""
    return lambda rule: [micro for micro in MICROS if micro.rule == rule]


@pytest.fixture(scope="session")
def micros() -> Sequence[Any]:
    """All micro-networks."""
    return MICROS
