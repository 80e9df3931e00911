"""The network a planner describes, with the look-ups that both the engine and the audit may use.

Names of people are not here (see ``models.people``). All times are minutes from midnight, weekdays
are 1 (Monday) to 7.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

from models.base import Record
from models.calendar import SchoolCalendar, parity_mask
from models.goals import GOALS
from models.norms import Norm, find_norm
from models.scenario import ScenarioRow
from models.tables import (
    CalendarEntry,
    CalendarKind,
    Centre,
    Choice,
    ChoiceKind,
    Cost,
    Course,
    CourseParity,
    CourseResult,
    HistoryFigure,
    Institution,
    LastBus,
    Lock,
    NetworkRules,
    Period,
    Permission,
    PracticePlace,
    Priority,
    Programme,
    Requisite,
    Room,
    Run,
    RunStop,
    SchoolClass,
    Student,
    Teacher,
    Wish,
)
from models.time import Parity, Window
from models.travel import Mode, Travel, TravelTable

DEFAULT_GOALS = tuple(GOALS)
"""Of a network that names none: all goals, in the order of their statements."""


def group_id(course: str, ordinal: int) -> str:
    """The permanent id of a course's ``ordinal``-th group (from 1): ``"ИТ-1"``."""
    return f"{course}-{ordinal}"


def split_group_id(group: str) -> tuple[str, int]:
    """Course and ordinal of a group's id; ``ValueError`` if it is not one."""
    course, dash, ordinal = group.rpartition("-")
    if not (course and dash and ordinal.isdecimal() and ordinal == str(int(ordinal)) and int(ordinal)):
        raise ValueError(f"not the id of a group: {group!r}")
    return course, int(ordinal)


class Network(Record):
    """Everything a plan is made from."""

    name: str
    rules: NetworkRules
    institutions: tuple[Institution, ...]
    centres: tuple[Centre, ...]
    rooms: tuple[Room, ...]
    classes: tuple[SchoolClass, ...]
    courses: tuple[Course, ...]
    teachers: tuple[Teacher, ...]
    students: tuple[Student, ...]
    choices: tuple[Choice, ...]
    norms: tuple[Norm, ...]
    goals: tuple[str, ...] = DEFAULT_GOALS
    programmes: tuple[Programme, ...] = ()
    wishes: tuple[Wish, ...] = ()
    travel: tuple[Travel, ...] = ()
    last_buses: tuple[LastBus, ...] = ()
    runs: tuple[Run, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    priorities: tuple[Priority, ...] = ()
    locks: tuple[Lock, ...] = ()
    permissions: tuple[Permission, ...] = ()
    practice_places: tuple[PracticePlace, ...] = ()
    requisites: tuple[Requisite, ...] = ()
    costs: tuple[Cost, ...] = ()
    results: tuple[CourseResult, ...] = ()
    history: tuple[HistoryFigure, ...] = ()
    scenarios: tuple[ScenarioRow, ...] = ()

    @cached_property
    def memo(self) -> dict[tuple[Any, ...], Any]:
        """Answers that look-ups keep with the network they are about, by what was asked."""
        return {}

    @cached_property
    def sha256(self) -> str:
        """Digest of the canonical form: the same network gives the same digest, however it was read, and
        whatever scenarios are thought of beside it."""
        data = self.model_dump(mode="json", exclude={"scenarios"})
        for table, rows in data.items():
            if isinstance(rows, list) and table != "goals":
                data[table] = sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))
        text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    # --- look-ups by id ------------------------------------------------------------------------

    @cached_property
    def institution_by_id(self) -> dict[str, Institution]:
        return {item.id: item for item in self.institutions}

    @cached_property
    def centre_by_id(self) -> dict[str, Centre]:
        return {item.id: item for item in self.centres}

    @cached_property
    def course_by_id(self) -> dict[str, Course]:
        return {item.id: item for item in self.courses}

    @cached_property
    def teacher_by_id(self) -> dict[str, Teacher]:
        return {item.id: item for item in self.teachers}

    @cached_property
    def student_by_id(self) -> dict[str, Student]:
        return {item.id: item for item in self.students}

    @cached_property
    def class_by_key(self) -> dict[tuple[str, str], SchoolClass]:
        return {item.key: item for item in self.classes}

    @cached_property
    def run_by_id(self) -> dict[str, Run]:
        return {item.id: item for item in self.runs}

    @cached_property
    def practice_by_institution(self) -> dict[str, PracticePlace]:
        return {item.institution: item for item in self.practice_places}

    @cached_property
    def priority_by_id(self) -> dict[str, Priority]:
        return {item.id: item for item in self.priorities}

    @cached_property
    def permission_by_group(self) -> dict[str, Permission]:
        return {item.group: item for item in self.permissions}

    @cached_property
    def rooms_by_centre(self) -> dict[str, list[Room]]:
        rooms: dict[str, list[Room]] = defaultdict(list)
        for room in self.rooms:
            rooms[room.centre].append(room)
        return dict(rooms)

    @cached_property
    def choices_by_student(self) -> dict[str, list[Choice]]:
        """Each applicant's choices by rising rank. Students without choices are not in it."""
        choices: dict[str, list[Choice]] = defaultdict(list)
        for choice in sorted(self.choices, key=lambda c: (c.student, c.rank)):
            choices[choice.student].append(choice)
        return dict(choices)

    @cached_property
    def programme_courses(self) -> dict[str, list[Course]]:
        """Programme → its courses."""
        courses: dict[str, list[Course]] = defaultdict(list)
        for course in self.courses:
            if course.programme:
                courses[course.programme].append(course)
        return dict(courses)

    def courses_of(self, target: str) -> list[Course]:
        """The courses a choice stands for: the course itself, or all of a programme."""
        if target in self.course_by_id:
            return [self.course_by_id[target]]
        return self.programme_courses.get(target, [])

    def class_of(self, student: Student) -> SchoolClass:
        return self.class_by_key[student.institution, student.class_name]

    def centre_institution(self, centre: str) -> Institution:
        return self.institution_by_id[self.centre_by_id[centre].institution]

    def room_of(self, centre: str, name: str) -> Room | None:
        return next((r for r in self.rooms_by_centre.get(centre, []) if r.name == name), None)

    @cached_property
    def wishes_come_first(self) -> bool:
        """Whether the goals leave no seat free beside a refusal: points by rank, falling from rank to rank,
        stand before everything that a seat given could make worse."""
        if "rank_points" not in self.goals:
            return False
        before = self.goals[: self.goals.index("rank_points")]
        ranks = range(1, max((choice.rank for choice in self.choices), default=0) + 1)
        points = [self.rank_points(rank) for rank in ranks]
        falling = all(more > less for more, less in pairwise([*points, 0]))
        return falling and set(before) <= {"unserved", "fairness"}

    # --- demand --------------------------------------------------------------------------------

    def max_courses(self, student: Student) -> int:
        """How many courses (a programme counts once) the student may be given: wish, consent and cap."""
        extra = sum(
            choice.kind is ChoiceKind.ADDITIONAL for choice in self.choices_by_student.get(student.id, [])
        )
        wished = student.wished_courses if student.wished_courses is not None else 1 + extra
        cap = self.rules.max_courses
        if student.two_courses_consent:
            cap = max(cap, self.rules.max_courses_with_consent)
        return min(wished, cap)

    def rank_points(self, rank: int) -> int:
        """Points of a served choice; ranks beyond the list earn what its last place does."""
        points = self.rules.rank_points
        return points[min(rank, len(points)) - 1]

    def priority_points(self, student: Student) -> int:
        """The points of a student's declared priorities, each counted once."""
        return sum(self.priority_by_id[name].points for name in set(student.priorities))

    def is_late(self, choice: Choice) -> bool:
        deadline = self.rules.choice_deadline
        return bool(deadline and choice.made_on and choice.made_on > deadline)

    @cached_property
    def group_counts(self) -> dict[str, int]:
        """Course → how many groups it may open at most.

        ``max_groups`` if given; else as many as the students who chose the course could fill at the
        smallest size allowed. A lock or permission on a higher ordinal raises it.
        """
        demand: dict[str, set[str]] = defaultdict(set)
        for choice in self.choices:
            for course in self.courses_of(choice.course):
                demand[course.id].add(choice.student)
        counts = {}
        for course in self.courses:
            smallest = min((self.group_min(course, c.id) for c in self.centres), default=1)
            counts[course.id] = (
                course.max_groups
                if course.max_groups is not None
                else len(demand[course.id]) // max(1, smallest)
            )
        for group in [lock.group for lock in self.locks] + [p.group for p in self.permissions]:
            name, ordinal = split_group_id(group)
            counts[name] = max(counts.get(name, 0), ordinal)
        return counts

    # --- norms ---------------------------------------------------------------------------------

    def norm(self, key: str, **circle: Any) -> int:
        """The number of a norm in force on the first day of lessons, for the circle named."""
        asked = ("norm", key, *circle.items())
        if asked not in self.memo:
            self.memo[asked] = find_norm(self.norms, key, self.rules.first_day, **circle).number
        number: int = self.memo[asked]
        return number

    def teachers_of(self, course: str) -> list[Teacher]:
        """The teachers who list a course, in the order of the table."""
        if ("teachers_of", course) not in self.memo:
            self.memo["teachers_of", course] = [item for item in self.teachers if course in item.courses]
        teachers: list[Teacher] = self.memo["teachers_of", course]
        return teachers

    def group_min(self, course: Course, centre: str, group: str = "") -> int:
        """Fewest students of a group of the course at a centre: its own limit, else the norm of the place; of
        one ``group`` (its id) what is permitted to it, if something is."""
        permission = self.permission_by_group.get(group)
        if permission is not None and permission.min_size is not None:
            return permission.min_size
        if course.min_size is not None:
            return course.min_size
        return self.norm("group_min", is_rural=self.centre_institution(centre).is_rural)

    def group_target(self, course: Course) -> int:
        """The size wished for: the course's own, else the norm, as far as minimum and maximum let it."""
        if course.target_size is not None:
            return course.target_size
        return min(max(self.norm("group_target"), course.min_size or 0), self.group_max(course))

    def group_max(self, course: Course, group: str = "") -> int:
        """Most students of a group: the course's own limit or the norm, less the seats held in reserve; of
        one ``group`` (its id) what is permitted to it, if something is."""
        permission = self.permission_by_group.get(group)
        if permission is not None and permission.max_size is not None:
            return permission.max_size
        largest = course.max_size if course.max_size is not None else self.norm("group_max")
        return max(0, largest - self.rules.reserve_seats)

    # --- time ----------------------------------------------------------------------------------

    @cached_property
    def school_calendar(self) -> SchoolCalendar:
        days_off: set[date] = set()
        moved: dict[date, date] = {}
        for entry in self.calendar:
            if entry.kind in (CalendarKind.HOLIDAY, CalendarKind.VACATION):
                days_off.update(entry.days())
            elif entry.kind is CalendarKind.MOVED and entry.moved_from is not None:
                moved[entry.first] = entry.moved_from
        return SchoolCalendar(
            school_year=self.rules.school_year,
            first_day=self.rules.first_day,
            last_day=self.rules.last_day,
            days_off=frozenset(days_off),
            moved=moved,
        )

    @cached_property
    def closures(self) -> dict[str, frozenset[date]]:
        """Institution → its own blackout days. An entry without institution closes all of them."""
        closed: dict[str, set[date]] = defaultdict(set)
        for entry in self.calendar:
            if entry.kind is CalendarKind.BLACKOUT:
                named = [entry.institution] if entry.institution else list(self.institution_by_id)
                for institution in named:
                    closed[institution].update(entry.days())
        return {institution: frozenset(days) for institution, days in closed.items()}

    def grid(self, centre: str, weekday: int, minutes: int) -> list[int]:
        """The starts a session of so many minutes may have: steps from the start of each window of the
        centre (else of the network) on that weekday, as long as the session ends within the window."""
        windows = self.centre_by_id[centre].windows or self.rules.windows
        return sorted(
            {
                start
                for window in windows
                if window.weekday == weekday
                for start in range(window.start, window.end - minutes + 1, self.rules.time_step)
            }
        )

    def session_minutes(self, course: Course) -> int:
        """Length of a session: its lessons and the breaks between them."""
        hours = course.session_hours
        return hours * self.rules.lesson_minutes + (hours - 1) * self.rules.break_minutes

    def week_masks(self, course: Course) -> list[int]:
        """The sets of weeks a group of the course may meet in; all its sessions use the same one."""
        calendar, rules = self.school_calendar, self.rules
        if course.period is Period.DATES:
            first = course.period_from or rules.first_day
            last = course.period_to or rules.last_day
            periods = [calendar.mask_between(first, last) & calendar.network_mask]
        else:
            second = sum(
                1 << (week - 1)
                for week in range(1, calendar.network_mask.bit_length() + 1)
                if calendar.day_of(week, 1) >= rules.second_half_from
            )
            halves = [calendar.network_mask & ~second, calendar.network_mask & second]
            periods = {
                Period.YEAR: [calendar.network_mask],
                Period.HALF: halves,
                Period.FIRST_HALF: halves[:1],
                Period.SECOND_HALF: halves[1:],
            }[course.period]
        parities = {
            CourseParity.EVERY: [Parity.EVERY],
            CourseParity.ODD: [Parity.ODD],
            CourseParity.EVEN: [Parity.EVEN],
            CourseParity.EITHER: [Parity.ODD, Parity.EVEN],
        }[course.parity]
        masks = [period & parity_mask(parity) for period in periods for parity in parities]
        return [mask for mask in dict.fromkeys(masks) if mask]

    def usable_dates(self, course: Course, centre: str, weekday: int, weeks: int) -> list[date]:
        """All dates on which a session of the course could be held; more than needed are spare."""
        by_dates = course.period is Period.DATES
        return self.school_calendar.dates(
            weekday,
            weeks,
            closed=self.closures.get(self.centre_by_id[centre].institution, frozenset()),
            first=course.period_from if by_dates else None,
            last=course.period_to if by_dates else None,
        )

    # --- ways ----------------------------------------------------------------------------------

    @cached_property
    def travel_table(self) -> TravelTable:
        return TravelTable.of(
            self.travel,
            settlements={i.id: i.settlement for i in self.institutions if i.settlement},
            zones={i.settlement or i.id: i.zone for i in self.institutions if i.zone},
            within_settlement=self.rules.walk_minutes,
        )

    def home_of(self, student: Student) -> str:
        """Where the student rides home to: the stop or village, else the settlement of the school."""
        school = self.institution_by_id[student.institution]
        return student.home or school.settlement or school.id

    def home_by(self, student: Student) -> int:
        return student.home_by if student.home_by is not None else self.rules.home_by

    def last_bus(self, settlement: str, weekday: int) -> int | None:
        """Departure of the last public bus to a settlement; ``None`` if none is recorded."""
        times = [
            bus.departs for bus in self.last_buses if bus.settlement == settlement and weekday in bus.weekdays
        ]
        return max(times, default=None)

    def legs(self, origin: str, destination: str) -> tuple[tuple[Run, RunStop, RunStop], ...]:
        """Rides between two places: a run, the stop of boarding and a later one of alighting.

        A run serves a place where it stops at the place itself or at its settlement.
        """
        asked = ("legs", origin, destination)
        if asked not in self.memo:
            here, there = ({place, self.travel_table.settlement(place)} for place in (origin, destination))
            passing = {position for place in here for position in self._runs_by_place.get(place, ())}
            self.memo[asked] = tuple(
                (run, board, alight)
                for run in map(self.runs.__getitem__, sorted(passing))
                for i, board in enumerate(run.stops)
                if board.place in here
                for alight in run.stops[i + 1 :]
                if alight.place in there
            )
        legs: tuple[tuple[Run, RunStop, RunStop], ...] = self.memo[asked]
        return legs

    @cached_property
    def _runs_by_place(self) -> dict[str, set[int]]:
        """Stop → positions of the runs that stop there."""
        positions: dict[str, set[int]] = defaultdict(set)
        for position, run in enumerate(self.runs):
            for stop in run.stops:
                positions[stop.place].add(position)
        return dict(positions)

    def free_modes(self, student: Student, origin: str, destination: str) -> tuple[Mode, ...]:
        """Ways that need no seat. Who may not travel alone takes no public bus between settlements."""
        table = self.travel_table
        if student.may_travel_alone or table.settlement(origin) == table.settlement(destination):
            return (Mode.WALK, Mode.PUBLIC)
        return (Mode.WALK,)


def mask_parities(mask: int) -> set[Parity]:
    """Which of the odd and even weeks a set of weeks touches."""
    return {parity for parity in (Parity.ODD, Parity.EVEN) if mask & parity_mask(parity)}


def windows_admit(windows: Iterable[Window], weekday: int, start: int, end: int, weeks: int) -> bool:
    """Whether [start, end) lies inside a window of that weekday in all the weeks; no windows admit all."""
    windows = tuple(windows)
    if not windows:
        return True
    admitted = 0
    for window in windows:
        if window.weekday == weekday and window.start <= start and end <= window.end:
            admitted |= parity_mask(window.parity)
    return weeks & ~admitted == 0


def windows_touch(windows: Iterable[Window], weekday: int, start: int, end: int, weeks: int) -> bool:
    """Whether [start, end) overlaps a (blocked) window of that weekday in any of the weeks."""
    return any(
        window.weekday == weekday
        and window.start < end
        and start < window.end
        and weeks & parity_mask(window.parity)
        for window in windows
    )
