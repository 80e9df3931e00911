"""The rows of a network: one class a table of the planner's workbook.

Times are minutes from midnight (``"HH:MM"`` in JSON), weekdays are 1 (Monday) to 7.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from models.base import Record
from models.time import ClockTime, Parity, Window


class InstitutionKind(StrEnum):
    SCHOOL = "school"
    COLLEGE = "college"
    KINDERGARTEN = "kindergarten"
    ADDITIONAL = "additional_education"
    PARTNER = "partner"


class Institution(Record):
    """A school, college, kindergarten or other partner; ``settlement`` and ``zone`` serve travel."""

    id: str
    name: str
    full_name: str = ""
    kind: InstitutionKind = InstitutionKind.SCHOOL
    participates: bool = True
    is_rural: bool = False
    settlement: str = ""
    zone: str = ""
    address: str = ""
    lat: float | None = None
    lon: float | None = None
    days_a_week: int = 5
    remote_seats: int = 0
    telephone: str = ""


class CentreStatus(StrEnum):
    OPEN = "open"
    CANDIDATE = "candidate"
    CLOSED = "closed"


class Centre(Record):
    """A resource centre in an institution; empty ``profiles`` and ``windows`` restrict nothing."""

    id: str
    institution: str
    profiles: tuple[str, ...] = ()
    coordinator: str = ""
    status: CentreStatus = CentreStatus.OPEN
    max_parallel_groups: int | None = None
    windows: tuple[Window, ...] = ()


class Room(Record):
    """A room of a centre. Two centres of one institution that list the same name share one room."""

    centre: str
    name: str
    capacity: int
    kind: str = ""
    equipment: tuple[str, ...] = ()
    windows: tuple[Window, ...] = ()


class DayLessons(Record):
    """Home lessons of one class on one weekday, in every, odd or even weeks."""

    weekday: int
    end: ClockTime
    lessons: int = 0
    parity: Parity = Parity.EVERY


class SchoolClass(Record):
    """A class; ``head_count`` is the denominator of "share of seniors". A day without a row has no lessons.

    ``weekly_hours`` count in the weekly maximum, ``extracurricular_hours`` in their own.
    ``blocked`` are further times taken; ``absent`` the dates the class is away (practice weeks).
    """

    institution: str
    name: str
    grade: int
    head_count: int
    days: tuple[DayLessons, ...] = ()
    weekly_hours: int = 0
    extracurricular_hours: int = 0
    blocked: tuple[Window, ...] = ()
    absent: tuple[date, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return (self.institution, self.name)


class LoadCategory(StrEnum):
    """How a network hour is booked; the limits differ."""

    CURRICULUM = "curriculum"
    EXTRACURRICULAR = "extracurricular"
    ADDITIONAL = "additional"


class Period(StrEnum):
    """The stretch of the year: ``HALF`` leaves the choice of the half to the plan."""

    YEAR = "year"
    HALF = "half"
    FIRST_HALF = "half_1"
    SECOND_HALF = "half_2"
    DATES = "dates"


class CourseParity(StrEnum):
    """The weeks within the period: ``EITHER`` leaves odd or even to the plan."""

    EVERY = "every"
    ODD = "odd"
    EVEN = "even"
    EITHER = "either"


class Course(Record):
    """A profile course. Blank group sizes follow the norms; blank ``max_groups`` is what demand allows.

    ``hours`` in all, ``session_hours`` academic hours a session, ``weekly_sessions`` sessions a week
    (each its own time), ``num_sessions`` sessions in all (blank: hours ÷ session hours, rounded up).
    ``centres`` where it may be held (empty: every centre whose profiles admit it). Up to ``remote_seats``
    of a group's seats may be taken from the students' own institutions. A practice course (``is_practice``)
    is held at practice places, without a room.
    """

    id: str
    profile: str
    title: str
    hours: int
    load_category: LoadCategory
    session_hours: int = 2
    weekly_sessions: int = 1
    num_sessions: int | None = None
    period: Period = Period.YEAR
    period_from: date | None = None
    period_to: date | None = None
    parity: CourseParity = CourseParity.EVERY
    grades: tuple[int, ...] = ()
    min_size: int | None = None
    target_size: int | None = None
    max_size: int | None = None
    max_groups: int | None = None
    room_kind: str = ""
    equipment: tuple[str, ...] = ()
    centres: tuple[str, ...] = ()
    num_teachers: int = 1
    remote_seats: int = 0
    prerequisite: str = ""
    programme: str = ""
    is_practice: bool = False

    @property
    def sessions_needed(self) -> int:
        """Sessions in all that deliver the hours."""
        if self.num_sessions is not None:
            return self.num_sessions
        return -(-self.hours // self.session_hours)

    def session_dates_needed(self, ordinal: int) -> int:
        """Dates the ``ordinal``-th (1..n) session of the week must take of ``sessions_needed``."""
        whole, rest = divmod(self.sessions_needed, self.weekly_sessions)
        return whole + (1 if ordinal <= rest else 0)


class Teacher(Record):
    """A teacher; empty ``windows`` mean available whenever the centre is; only ``max_hours`` is a cap.

    Who ``may_travel`` works anywhere, others at their own institution and those of ``also_at``. ``until``:
    the last day the teacher is there (leaves or is ill from then on). Years in the network count from
    ``since`` without a break, or are those of ``years`` (in which the school years began).
    """

    id: str
    institution: str
    courses: tuple[str, ...] = ()
    max_hours: int | None = None
    base_load: float | None = None
    windows: tuple[Window, ...] = ()
    may_travel: bool = False
    also_at: tuple[str, ...] = ()
    until: date | None = None
    since: int | None = None
    years: tuple[int, ...] = ()
    position: str = ""

    def works_at(self, institution: str) -> bool:
        """Whether the teacher may give sessions there."""
        return self.may_travel or institution == self.institution or institution in self.also_at


class Student(Record):
    """A student. ``home`` is the stop or village (blank: the settlement of the school).

    ``lesson_ends`` replace the class's end of lessons on that weekday; ``blocked`` are further times
    taken. ``long_ride_reason`` (with the parent's consent) allows rides over the limit.
    """

    id: str
    institution: str
    class_name: str
    home: str = ""
    home_by: ClockTime | None = None
    may_travel_alone: bool = True
    consent: bool = False
    agreement: bool = False
    two_courses_consent: bool = False
    wished_courses: int | None = None
    lesson_ends: tuple[DayLessons, ...] = ()
    blocked: tuple[Window, ...] = ()
    priorities: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    long_ride_reason: str = ""


class ChoiceKind(StrEnum):
    """At most one of a student's ``ALTERNATIVE`` choices is served; ``ADDITIONAL`` ones come on top."""

    ALTERNATIVE = "alternative"
    ADDITIONAL = "additional"


class Choice(Record):
    """A student's wish for a course, or for a whole programme by the programme's name."""

    student: str
    course: str
    rank: int
    kind: ChoiceKind = ChoiceKind.ALTERNATIVE
    made_on: date | None = None
    source: str = ""
    continues: bool = False


class Wish(Record):
    """Demand for a profile or course that is not offered: a student's, or ``count`` of a class."""

    institution: str
    class_name: str = ""
    student: str = ""
    target: str = ""
    count: int = 1


class Programme(Record):
    """Courses taken whole (named by ``Course.programme``) that count once towards a student's courses."""

    id: str
    title: str
    profile: str = ""


class LastBus(Record):
    """The last public bus to a settlement: no session that ends after ``departs`` lets one ride home."""

    settlement: str
    departs: ClockTime
    weekdays: tuple[int, ...] = (1, 2, 3, 4, 5, 6)


class RunStop(Record):
    place: str
    time: ClockTime


class RunKind(StrEnum):
    FIXED = "fixed"
    OPTIONAL = "optional"


class Run(Record):
    """A bus run: its stops in order with times, on some weekdays, with seats."""

    id: str
    weekdays: tuple[int, ...]
    stops: tuple[RunStop, ...]
    seats: int
    cost: float | None = None
    kind: RunKind = RunKind.FIXED
    vehicle: str = ""
    escort: str = ""
    driver_hours: float | None = None


class CalendarKind(StrEnum):
    LESSONS = "lessons"
    VACATION = "vacation"
    HOLIDAY = "holiday"
    MOVED = "moved"
    BLACKOUT = "blackout"
    ASSESSMENT = "assessment"


class CalendarEntry(Record):
    """A stretch of dates (``last`` blank: one day).

    ``MOVED``: on the date ``first`` the lessons of ``moved_from`` are given. ``BLACKOUT``: the
    institution is closed. ``LESSONS``: first and last day of the network's lessons. ``ASSESSMENT``:
    the days of the final assessment.
    """

    kind: CalendarKind
    first: date
    last: date | None = None
    institution: str = ""
    moved_from: date | None = None
    note: str = ""

    def days(self) -> list[date]:
        last = self.last or self.first
        return [self.first + timedelta(days=n) for n in range((last - self.first).days + 1)]


class GapMode(StrEnum):
    """Whether travel counts as break (``MAX``) or comes on top (``SUM``)."""

    MAX = "max"
    SUM = "sum"


class PriorityMode(StrEnum):
    """``LAST``: priorities decide among equals; ``STRICT``: nobody is passed over by a lower one."""

    LAST = "last"
    STRICT = "strict"


class NetworkRules(Record):
    """What the department decides for its network: one value a row of the sheet «Правила сети»."""

    school_year: int
    first_day: date
    last_day: date
    second_half_from: date
    choice_deadline: date | None = None
    windows: tuple[Window, ...] = (
        *(Window(weekday=day, start=14 * 60 + 30, end=18 * 60) for day in range(1, 6)),
        Window(weekday=6, start=9 * 60, end=14 * 60),
    )
    network_days: tuple[int, ...] = ()
    gap_mode: GapMode = GapMode.MAX
    lesson_minutes: int = 40
    break_minutes: int = 10
    time_step: int = 10
    max_courses: int = 1
    max_courses_with_consent: int = 2
    max_evenings: int = 2
    max_ranks: int = 3
    rank_points: tuple[int, ...] = (5, 3, 2)
    reserve_seats: int = 0
    home_by: ClockTime = 20 * 60
    walk_minutes: int = 15
    senior_grades: tuple[int, ...] = (10, 11)
    budget: float | None = None
    priority_mode: PriorityMode = PriorityMode.LAST
    lottery_seed: int | None = None
    min_unit_applicants: int = 3


class Priority(Record):
    """A declared priority of the local regulation: more points go first; its clause is printed."""

    id: str
    title: str
    points: int
    clause: str = ""


class Lock(Record):
    """A decision of the planner that holds: a student in a group, or a group's time, room, teacher, centre.

    Any lock that names a group makes it open. ``session`` (1..n) says which session of the week is
    meant; blank means the first for a time, and every one for a room.
    """

    reason: str
    group: str
    student: str = ""
    session: int | None = None
    weekday: int | None = None
    start: ClockTime | None = None
    room: str = ""
    teacher: str = ""
    centre: str = ""


class Permission(Record):
    """A special permission, with its reason, for a group smaller or larger than the course's sizes."""

    group: str
    reason: str
    min_size: int | None = None
    max_size: int | None = None


class PracticePlace(Record):
    """How many students a kindergarten takes at a time, and when."""

    institution: str
    places: int
    windows: tuple[Window, ...] = ()


class Requisite(Record):
    """One line of the letterhead, signatories, grounds and the like, by key."""

    key: str
    value: str = ""
    institution: str = ""


class Cost(Record):
    """A price by key: hour_rate, head_supplement, bus_run, centre_opening; of one thing if named."""

    key: str
    value: float
    applies_to: str = ""


class CourseResult(Record):
    """What a student reached in a course: hours attended, mark or result, topic of the paper."""

    student: str
    course: str
    school_year: int
    hours_attended: int | None = None
    result: str = ""
    topic: str = ""


class HistoryFigure(Record):
    """A yearly total of the network since it began."""

    school_year: int
    key: str
    value: float
    institution: str = ""
