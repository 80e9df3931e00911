"""What a plan says, as far as the network knows the things it names.

Everything a rule walks over is here: groups with their courses, meetings with their weeks as a
mask, seats with their students, and where each student is when. Rows that name something unknown,
stand there twice or make no sense are left out; the rules `records` and `group_form` name them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from models.network import Network
from models.plan import Direction, Enrolment, Group, Plan, Ride, SeatMode, Session, session_ordinal
from models.tables import Choice, Course, Student
from models.time import overlap
from reports.audit.memo import remembered


@dataclass(frozen=True, order=True)
class When:
    """A stretch of clock time on one weekday in a set of weeks (a mask)."""

    weekday: int
    start: int
    end: int
    weeks: int

    def same_day(self, other: When) -> bool:
        """Whether both fall on one weekday in a common week."""
        return self.weekday == other.weekday and bool(self.weeks & other.weeks)

    def overlaps(self, other: When) -> bool:
        return self.same_day(other) and overlap(self.start, self.end, other.start, other.end)


@dataclass(frozen=True, eq=False)
class Meeting:
    """A session whose course, centre, weeks and times make sense; ``institution`` is the centre's.

    ``dates`` are those listed; where a plan made by hand lists none, the first usable ones.
    """

    group: Group
    course: Course
    session: Session
    institution: str
    when: When
    dates: tuple[date, ...]

    @property
    def id(self) -> str:
        return self.session.id


@dataclass(frozen=True)
class Visit:
    """A student's hours in a course at one place, week after week."""

    course: Course
    place: str
    when: When


@dataclass(frozen=True, eq=False)
class Seat:
    """An enrolment whose student and group are known, with the course that the group really is of."""

    enrolment: Enrolment
    student: Student
    group: Group
    course: Course

    @property
    def is_remote(self) -> bool:
        return self.enrolment.mode is SeatMode.REMOTE


@dataclass(frozen=True, eq=False)
class Attendance:
    """One student at one meeting. ``place`` is an institution: the practice site, the own one of a remote
    student, else the centre's."""

    student: Student
    meeting: Meeting
    place: str

    @property
    def visit(self) -> Visit:
        return Visit(self.meeting.course, self.place, self.meeting.when)

    @property
    def is_remote(self) -> bool:
        return not self.meeting.course.is_practice and self.place != self.meeting.institution


@dataclass
class Facts:
    """All of a plan that makes sense."""

    groups: list[tuple[Group, Course]] = field(default_factory=list)
    groups_of: dict[str, list[Group]] = field(default_factory=lambda: defaultdict(list))
    meetings: list[Meeting] = field(default_factory=list)
    meetings_of: dict[str, list[Meeting]] = field(default_factory=lambda: defaultdict(list))
    seats: list[Seat] = field(default_factory=list)
    seats_of: dict[str, list[Seat]] = field(default_factory=lambda: defaultdict(list))
    members: dict[str, list[Seat]] = field(default_factory=lambda: defaultdict(list))
    attendances: list[Attendance] = field(default_factory=list)
    attendances_of: dict[str, list[Attendance]] = field(default_factory=lambda: defaultdict(list))
    rides: dict[tuple[str, str, Direction], Ride] = field(default_factory=dict)

    def size(self, group: str) -> int:
        return len(self.members.get(group, ()))

    def remote(self, group: str) -> list[Seat]:
        """The members who take part from their own institutions."""
        return [seat for seat in self.members.get(group, ()) if seat.is_remote]


def weeks_mask(network: Network, session: Session) -> int:
    """The session's weeks as a mask; 0 if one of them is not a week of the school year."""
    try:
        return network.school_calendar.mask_of_iso(session.weeks)
    except (ValueError, OverflowError):
        return 0


def ordinal_of(session: Session) -> int:
    """Which session of the week it is, from its id; 1 where the id does not say."""
    try:
        return max(1, session_ordinal(session.id))
    except ValueError:
        return 1


@remembered
def facts_of(network: Network, plan: Plan) -> Facts:
    """What the plan says, told once."""
    facts = Facts()
    courses: dict[str, tuple[Group, Course]] = {}
    for group in plan.groups:
        course = network.course_by_id.get(group.course)
        if course is None or group.id in courses:
            continue
        courses[group.id] = (group, course)
        facts.groups.append((group, course))
        facts.groups_of[course.id].append(group)
        _add_meetings(network, plan, facts, group, course)
    seen: set[tuple[str, str]] = set()
    for enrolment in plan.enrolments:
        student = network.student_by_id.get(enrolment.student)
        key = (enrolment.student, enrolment.group)
        if student is None or enrolment.group not in courses or key in seen:
            continue
        seen.add(key)
        seat = Seat(enrolment, student, *courses[enrolment.group])
        facts.seats.append(seat)
        facts.seats_of[student.id].append(seat)
        facts.members[seat.group.id].append(seat)
        for meeting in facts.meetings_of[seat.group.id]:
            place = place_of(network, seat, meeting)
            if place is not None:
                attendance = Attendance(student, meeting, place)
                facts.attendances.append(attendance)
                facts.attendances_of[student.id].append(attendance)
    for ride in plan.rides:
        facts.rides.setdefault((ride.student, ride.session, ride.direction), ride)
    return facts


def _add_meetings(network: Network, plan: Plan, facts: Facts, group: Group, course: Course) -> None:
    known: set[str] = set()
    for session in group.sessions:
        centre = network.centre_by_id.get(session.centre)
        weeks = weeks_mask(network, session)
        if centre is None or not weeks or session.end <= session.start or session.id in known:
            continue
        known.add(session.id)
        dates = session.dates
        if not dates and plan.run is None:
            usable = network.usable_dates(course, centre.id, session.weekday, weeks)
            dates = tuple(usable[: course.session_dates_needed(ordinal_of(session))])
        when = When(session.weekday, session.start, session.end, weeks)
        meeting = Meeting(group, course, session, centre.institution, when, dates)
        facts.meetings.append(meeting)
        facts.meetings_of[group.id].append(meeting)


def place_of(network: Network, seat: Seat, meeting: Meeting) -> str | None:
    """Where the student is during a meeting; ``None`` if the enrolment names no known practice site."""
    if not seat.course.is_practice:
        return seat.student.institution if seat.is_remote else meeting.institution
    site = seat.enrolment.site
    return site if site in network.institution_by_id else None


def served(network: Network, facts: Facts, choice: Choice) -> bool:
    """Whether the student has a seat of the choice's rank in every course the choice stands for."""
    courses = {course.id for course in network.courses_of(choice.course)}
    seated = {
        seat.course.id
        for seat in facts.seats_of.get(choice.student, ())
        if seat.enrolment.rank == choice.rank
    }
    return bool(courses) and courses <= seated


@remembered
def served_choices(network: Network, plan: Plan) -> list[Choice]:
    """All choices served, by student and rank."""
    facts = facts_of(network, plan)
    return [
        choice
        for choices in network.choices_by_student.values()
        for choice in choices
        if served(network, facts, choice)
    ]


def choice_of(network: Network, seat: Seat) -> Choice | None:
    """The choice that a seat answers: of its rank and for its course."""
    for choice in network.choices_by_student.get(seat.student.id, ()):
        if choice.rank == seat.enrolment.rank and seat.course in network.courses_of(choice.course):
            return choice
    return None
