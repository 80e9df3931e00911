"""What keeps a student from a course, or a course from opening, in every plan: answers of the filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from models.network import Network, split_group_id
from models.plan import RefusalCode
from models.rules import RULES
from models.tables import Choice, Course, LoadCategory, Student
from models.text import Message, Text
from scheduler.engine.candidates import (
    Application,
    Attendance,
    Placement,
    RoomUse,
    Staffing,
    circumstance,
    is_remote,
    raw_placements,
    sites_for,
)
from scheduler.engine.refusal_words import (
    AT_OTHER_TIMES,
    COURSES,
    HOURS,
    NO_GROUP,
    NO_PLACE,
    NO_RESOURCES,
    NO_ROOM,
    NO_TEACHER,
    SIZES,
    Why,
    lessons,
)
from scheduler.rules import (
    APPLICATION_FILTERS,
    ATTENDANCE_FILTERS,
    PLACEMENT_FILTERS,
    ROOM_FILTERS,
    STAFFING_FILTERS,
    WAYS,
    objection,
)
from scheduler.rules.daily_load import free_lessons
from scheduler.rules.weekly_load import free_hours, weekly

ROOM, TEACHER = "room", "teacher"

ATTENDANCES = {**ATTENDANCE_FILTERS, **{rule: way.admits for rule, way in WAYS.items()}}
"""All filters of attendances, in the order in which they are asked."""

FARTHEST = ("daily_load", "home_lessons")
NEAREST_FIRST = (*(rule for rule in reversed(ATTENDANCES) if rule not in FARTHEST), *FARTHEST)
"""What keeps a student from a session, what is nearest to being no obstacle first."""


class Obstacles:
    """Answers for one network, whatever its plan; each is computed once."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._placements: dict[str, tuple[list[Placement], Why | None]] = {}
        self._attendances: dict[tuple[object, ...], tuple[str, Message | None]] = {}

    def never(self, choice: Choice) -> Why | None:
        """What keeps the student out of every plan, whatever it does for others; ``None`` if nothing does by
        itself."""
        network = self.network
        student = network.student_by_id[choice.student]
        most = network.max_courses(student)
        if most < 1:
            return RefusalCode.LOAD_LIMIT, COURSES(cap=most)
        for course in network.courses_of(choice.course):
            placements, obstacle = self.placements(course)
            found = (
                self.application(student, course)
                or obstacle
                or self.class_load(student, course)
                or self.nowhere(student, course, placements)
                or self.too_few(course, self._wanting(course))
            )
            if found is not None:
                return found
        return None

    def never_opens(self, course: Course) -> Why | None:
        """What keeps every plan from opening a group of the course; ``None`` if nothing does by itself."""
        _, obstacle = self.placements(course)
        return obstacle or self.too_few(course, self._wanting(course))

    def _wanting(self, course: Course) -> set[str]:
        return {c.student for c in self.network.choices if course in self.network.courses_of(c.course)}

    def application(self, student: Student, course: Course) -> Why | None:
        """What forbids the student the course, wherever it is held."""
        against = objection(APPLICATION_FILTERS, self.network, Application(student, course))
        return None if against is None else by_rule(*against)

    def placements(self, course: Course) -> tuple[list[Placement], Why | None]:
        """The placements at which the course could be held at all, or why there are none."""
        if course.id not in self._placements:
            self._placements[course.id] = self._find_placements(course)
        return self._placements[course.id]

    def _find_placements(self, course: Course) -> tuple[list[Placement], Why | None]:
        network = self.network
        if course.max_groups == 0:
            return [], (RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=NO_RESOURCES))
        if len(network.teachers_of(course.id)) < course.num_teachers:
            return [], (RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=NO_TEACHER))
        if (sizes := self._contradicting_sizes(course)) is not None:
            return [], (RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=sizes))
        found = [
            placement
            for placement in raw_placements(network, course)
            if objection(PLACEMENT_FILTERS, network, placement) is None
            and self._resources(course, placement) is None
        ]
        if found:
            return found, None
        return [], (RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=self._why_nowhere(course)))

    def _resources(self, course: Course, placement: Placement) -> tuple[str, Message] | None:
        """What a session there would want for: teachers, or a room."""
        network = self.network
        fitting = (
            objection(STAFFING_FILTERS, network, Staffing(placement, teacher)) is None
            for teacher in network.teachers_of(course.id)
        )
        if sum(fitting) < course.num_teachers:
            return TEACHER, NO_TEACHER()
        if not course.is_practice and not any(
            objection(ROOM_FILTERS, network, RoomUse(placement, room)) is None
            for room in network.rooms_by_centre.get(placement.centre, [])
        ):
            return ROOM, NO_ROOM()
        return None

    def _why_nowhere(self, course: Course) -> Message:
        """What is nearest to being no obstacle where a course can be held nowhere.

        That is a want of teachers or rooms at times that the rules admit; if at the same centre a rule
        forbids the times at which they are not wanting, it is named as well. Else the rule asked last.
        """
        wanting: dict[tuple[str, str], Message] = {}
        forbidden: dict[tuple[str, str], Message] = {}
        obstacles: dict[str, Message] = {}
        for placement in raw_placements(self.network, course):
            against = objection(PLACEMENT_FILTERS, self.network, placement)
            resources = self._resources(course, placement)
            if against is not None:
                obstacles.update([against])
                if resources is None:
                    forbidden[placement.centre, against[0]] = against[1]
            elif resources is not None:
                wanting[resources[0], placement.centre] = resources[1]
        rules = tuple(reversed(PLACEMENT_FILTERS))
        lacking = sorted(wanting.items(), key=lambda item: item[0])
        for (_, centre), reason in lacking:
            for rule in rules:
                if (centre, rule) in forbidden:
                    return AT_OTHER_TIMES(reason=reason, other=forbidden[centre, rule])
        if lacking:
            return lacking[0][1]
        return next((obstacles[rule] for rule in rules if rule in obstacles), NO_RESOURCES())

    def class_load(self, student: Student, course: Course) -> Why | None:
        if course.load_category is LoadCategory.ADDITIONAL:
            return None
        free = free_hours(self.network, student, course.load_category)
        if free is not None and weekly(course) > free:
            return RefusalCode.LOAD_LIMIT, HOURS(free=free, needed=weekly(course))
        return None

    def nowhere(self, student: Student, course: Course, placements: list[Placement]) -> Why | None:
        """If the student can attend no placement of the course: the obstacle nearest to being none."""
        reasons: Counter[str] = Counter()
        texts: dict[str, Message] = {}
        for placement in placements:
            too_many = self.too_many_lessons(student, course, placement)
            if too_many is not None:
                reasons["daily_load"] += 1
                texts["daily_load"] = too_many
                continue
            for site in sites_for(self.network, student, course, placement.centre):
                name, reason = self.attendance(student, placement, site)
                if reason is None:
                    return None
                reasons[name] += 1
                texts[name] = reason
        for name in NEAREST_FIRST:
            if reasons[name]:
                if name == "daily_load":
                    return RefusalCode.LOAD_LIMIT, texts[name]
                return by_rule(name, texts[name])
        return RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=NO_RESOURCES)

    def attendance(self, student: Student, placement: Placement, site: str) -> tuple[str, Message | None]:
        """The rule that keeps the student from a session at a site, and its reason; shared by all who are
        circumstanced alike."""
        when = (placement.weekday, placement.start, placement.end, placement.weeks)
        key = (circumstance(student), site, when)
        if key not in self._attendances:
            self._attendances[key] = self._find_attendance(Attendance(student, placement, site))
        return self._attendances[key]

    def _find_attendance(self, attendance: Attendance) -> tuple[str, Message | None]:
        return objection(ATTENDANCES, self.network, attendance) or ("", None)

    def too_many_lessons(self, student: Student, course: Course, placement: Placement) -> Message | None:
        if course.load_category is not LoadCategory.CURRICULUM:
            return None
        left = free_lessons(self.network, student, placement.weekday, placement.weeks)
        if left is None or course.session_hours <= left:
            return None
        return lessons(placement.weekday, left, course.session_hours)

    def _contradicting_sizes(self, course: Course) -> Message | None:
        """Why no group could be large enough to open, unless a permission says otherwise."""
        network = self.network
        if any(split_group_id(permission.group)[0] == course.id for permission in network.permissions):
            return None
        most = network.group_max(course)
        least = min((network.group_min(course, centre.id) for centre in network.centres), default=0)
        return SIZES(most=most, least=least) if most < least else None

    def too_few(self, course: Course, wanting: Collection[str], said: Text = NO_GROUP) -> Why | None:
        """If fewer of these students can come to any one placement of the course than a group needs; ``said``
        with ``have`` and ``least`` tells who they are."""
        placements = self.placements(course)[0]
        least = min(self.network.group_min(course, placement.centre) for placement in placements)
        students = [self.network.student_by_id[student] for student in wanting]
        have = max(self._could_be_seated(students, course, placement) for placement in placements)
        return (RefusalCode.NO_GROUP_MIN, said(have=have, least=least)) if have < least else None

    def _could_be_seated(self, students: Collection[Student], course: Course, placement: Placement) -> int:
        """How many could attend a placement: all who can come, others as far as there are remote seats."""
        coming = 0
        remote: Counter[str] = Counter()
        for student in students:
            sites = self._could_attend(student, course, placement)
            if any(not is_remote(self.network, course, placement.centre, site) for site in sites):
                coming += 1
            elif sites:
                remote[student.institution] += 1
        seats = (min(n, self.network.institution_by_id[name].remote_seats) for name, n in remote.items())
        return coming + min(course.remote_seats, sum(seats))

    def _could_attend(self, student: Student, course: Course, placement: Placement) -> list[str]:
        """The sites at which the student could attend a placement."""
        if self.application(student, course) or self.class_load(student, course):
            return []
        if self.too_many_lessons(student, course, placement):
            return []
        return [
            site
            for site in sites_for(self.network, student, course, placement.centre)
            if self.attendance(student, placement, site)[1] is None
        ]


def by_rule(rule: str, reason: Message) -> Why:
    """A rule's refusal with its own reason."""
    code = RULES[rule].refusal
    assert code is not None, rule
    return code, reason
