"""A plan as it stands in plan.json: groups with their sessions, enrolments, rides, refusals, levels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import Field

from models.base import Record
from models.norms import Norm
from models.time import ClockTime

PLAN_FORMAT: Literal["setka-plan/1"] = "setka-plan/1"
PLAN_KEYS = ("format", "network", "groups", "enrolments")
"""What every plan.json has; what it may lack (levels, run) is computed or left out."""


class Session(Record):
    """One weekly meeting of a group. ``room`` is ``None`` for practice only; ``weeks`` are ISO weeks.

    ``dates`` are the dates taught, in order; ``spare`` the further usable ones, kept for illness.
    """

    id: str
    centre: str
    room: str | None
    teachers: tuple[str, ...]
    weekday: int = Field(ge=1, le=7)
    start: ClockTime
    end: ClockTime
    weeks: tuple[str, ...]
    dates: tuple[date, ...]
    spare: tuple[date, ...] = ()


class Group(Record):
    id: str
    course: str
    sessions: tuple[Session, ...]


class SeatMode(StrEnum):
    SEAT = "seat"
    REMOTE = "remote"


class Enrolment(Record):
    """A student's seat. ``rank`` is that of the choice served (a programme's for each of its courses).

    ``site`` is the kindergarten of a practice enrolment. ``held``: a consent or agreement is missing.
    """

    student: str
    group: str
    course: str
    rank: int
    mode: SeatMode = SeatMode.SEAT
    site: str | None = None
    held: bool = False


class Direction(StrEnum):
    THERE = "there"
    BACK = "back"

    @property
    def order(self) -> int:
        """There comes first."""
        return 0 if self is Direction.THERE else 1


class Ride(Record):
    """A seat on a run for all dates of a session; a way without a ride is made by walking or public bus."""

    student: str
    session: str
    direction: Direction
    run: str
    board: str
    alight: str


class RefusalCode(StrEnum):
    NO_GROUP_MIN = "NO_GROUP_MIN"
    CAPACITY = "CAPACITY"
    TIME_CLASH = "TIME_CLASH"
    GAP = "GAP"
    TRAVEL_TIME = "TRAVEL_TIME"
    NO_RETURN_BUS = "NO_RETURN_BUS"
    NO_SEAT = "NO_SEAT"
    LOAD_LIMIT = "LOAD_LIMIT"
    GRADE = "GRADE"
    PREREQUISITE = "PREREQUISITE"
    COURSE_NOT_OPEN = "COURSE_NOT_OPEN"
    LOST_TIEBREAK = "LOST_TIEBREAK"


class Refusal(Record):
    """An unserved choice: ranked above the seat obtained, or an unmet additional one.

    ``course`` is the choice's target (a programme's name for a programme). ``cure`` is the smallest
    change that would admit the student: empty where none was found, ``None`` where it was not looked for,
    or not to the end.
    """

    student: str
    course: str
    rank: int
    code: RefusalCode
    text: str
    cure: str | None = None


class Sense(StrEnum):
    MINIMISE = "min"
    MAXIMISE = "max"


class BoundScope(StrEnum):
    """``GLOBAL``: holds for every plan; ``GIVEN_PREVIOUS``: for plans that reach the levels before."""

    GLOBAL = "global"
    GIVEN_PREVIOUS = "given_previous"


TRIVIAL = "trivial"
"""The origin of a bound that follows from the domains of the variables alone."""


class Level(Record):
    """One level of the goals: what the plan reaches, and what no plan can beat (in ``scope``).

    ``bound`` is ``None`` when nothing was proven (a plan that was not made by the engine).
    ``proven``: the value equals the bound and all earlier levels are proven.
    """

    name: str
    sense: Sense
    value: int
    bound: int | None = None
    scope: BoundScope = BoundScope.GIVEN_PREVIOUS
    proven: bool = False
    origin: str = ""
    unit: str = ""
    scale: int = Field(default=1, ge=1)

    @property
    def told_bound(self) -> int | None:
        """The bound, unless it says no more than that there are so many students, groups or minutes."""
        return None if self.origin == TRIVIAL and not self.proven else self.bound

    @property
    def gap(self) -> float | None:
        """|value - bound| / scale; ``None`` without a bound."""
        if self.bound is None:
            return None
        return abs(self.value - self.bound) / max(1, self.scale)


class NetworkStamp(Record):
    name: str
    sha256: str


class RunStamp(Record):
    """How the plan came about; everything that is needed to make it again.

    ``started_at``: ISO date and time. ``goals`` and ``norms`` (those in force) are as in the network.
    """

    version: str
    ortools: str
    seed: int = Field(ge=0)
    lottery_seed: int = Field(ge=0)
    workers: int = Field(ge=1)
    time_limit_s: float = Field(ge=0, allow_inf_nan=False)
    wall_s: float = Field(ge=0, allow_inf_nan=False)
    started_at: str
    deterministic: bool = False
    memory_gb: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    goals: tuple[str, ...] = ()
    norms: tuple[Norm, ...] = ()


class Plan(Record):
    """A timetable with its members. ``run``, ``levels`` and ``network`` are absent in a plan made by hand."""

    format: Literal["setka-plan/1"] = PLAN_FORMAT
    network: NetworkStamp | None = None
    run: RunStamp | None = None
    status: Literal["optimal", "feasible"] | None = None
    levels: tuple[Level, ...] = ()
    groups: tuple[Group, ...] = ()
    enrolments: tuple[Enrolment, ...] = ()
    rides: tuple[Ride, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @cached_property
    def group_by_id(self) -> dict[str, Group]:
        return {group.id: group for group in self.groups}

    @cached_property
    def members(self) -> dict[str, list[Enrolment]]:
        """Group → its enrolments."""
        members: dict[str, list[Enrolment]] = defaultdict(list)
        for enrolment in self.enrolments:
            members[enrolment.group].append(enrolment)
        return dict(members)

    @cached_property
    def seats_of(self) -> dict[str, list[Enrolment]]:
        """Student → their enrolments."""
        seats: dict[str, list[Enrolment]] = defaultdict(list)
        for enrolment in self.enrolments:
            seats[enrolment.student].append(enrolment)
        return dict(seats)

    @cached_property
    def ride_of(self) -> dict[tuple[str, str, Direction], Ride]:
        return {(ride.student, ride.session, ride.direction): ride for ride in self.rides}

    def sessions(self) -> Iterator[tuple[Group, Session]]:
        for group in self.groups:
            for session in group.sessions:
                yield group, session

    @property
    def lottery_seed(self) -> int | None:
        return self.run.lottery_seed if self.run else None


def session_id(group: str, ordinal: int) -> str:
    """The id of a group's ``ordinal``-th session of the week (from 1): ``"ИТ-1.2"``."""
    return f"{group}.{ordinal}"


def session_ordinal(session: str) -> int:
    """The ordinal in a session's id; ``ValueError`` if it is not one."""
    return int(session.rpartition(".")[2])
