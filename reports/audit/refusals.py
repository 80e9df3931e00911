"""Which choices a plan refuses, and whether the reason given for one can be true."""

from __future__ import annotations

from collections.abc import Callable

from models.network import Network
from models.plan import Direction, Plan, Refusal, RefusalCode
from models.tables import Choice, ChoiceKind, Student
from models.text import Message, Text
from reports.audit import limits
from reports.audit.facts import Meeting, Visit, facts_of, served
from reports.audit.loads import bears, blocked_minutes, clash
from reports.audit.memo import remembered
from reports.audit.placement import grade_admits, has_passed
from reports.audit.seating import free_groups
from reports.audit.ways import free, lesson_end

GRADE = Text("курс предназначен для его класса", "the course is meant for the student's grade")
PASSED = Text("нужный курс пройден", "what comes before has been passed")
OPEN = Text("у каждого курса есть открытая группа", "each course has an open group")
CLOSED = Text("ни одна группа курса не открыта", "no group of the course is open")
FREE = Text(
    "в группах {groups} есть место, доступное без нарушений", "groups {groups} have a seat without any breach"
)
NOWHERE = Text("ни в одной открытой группе такого препятствия нет", "no open group shows such an obstacle")


@remembered
def refused(network: Network, plan: Plan) -> list[Choice]:
    """The choices that must be listed as refused.

    Of each applicant: every alternative choice ranked above the one served (all of them if none is),
    and every additional choice not served.
    """
    facts = facts_of(network, plan)
    found = []
    for choices in network.choices_by_student.values():
        obtained = [c.rank for c in choices if c.kind is ChoiceKind.ALTERNATIVE and served(network, facts, c)]
        best = min(obtained, default=None)
        for choice in choices:
            if choice.kind is ChoiceKind.ADDITIONAL:
                unmet = not served(network, facts, choice)
            else:
                unmet = best is None or choice.rank < best
            if unmet:
                found.append(choice)
    return found


def contradiction(network: Network, plan: Plan, choice: Choice, refusal: Refusal) -> Message | None:
    """Why the reason of a refusal cannot be true; ``None`` if the plan does not plainly contradict it.

    A seat free to the student contradicts every reason, unless the goals may put something else above
    it. Reasons of seats are contradicted where no group is open; those of time, way and load if open
    groups exist and none of them shows the obstacle.
    """
    student = network.student_by_id[choice.student]
    courses = network.courses_of(choice.course)
    grade = network.class_of(student).grade
    if refusal.code is RefusalCode.GRADE and all(grade_admits(c, grade) for c in courses):
        return GRADE()
    if refusal.code is RefusalCode.PREREQUISITE and all(has_passed(c, student.passed) for c in courses):
        return PASSED()
    facts = facts_of(network, plan)
    open_courses = {course.id for _, course in facts.groups}
    if refusal.code is RefusalCode.COURSE_NOT_OPEN and all(c.id in open_courses for c in courses):
        return OPEN()
    if refusal.code in OF_OPEN_GROUPS and not any(c.id in open_courses for c in courses):
        return CLOSED()
    groups = free_groups(network, plan, choice) if network.wishes_come_first else None
    if groups is not None:
        return FREE(groups=[group.id for group in groups])
    obstacle = OBSTACLES.get(refusal.code)
    if obstacle is None or len(courses) != 1 or courses[0].is_practice:
        return None
    meetings = [
        meeting
        for group, course in facts.groups
        if course.id == courses[0].id
        for meeting in facts.meetings_of[group.id]
    ]
    if not meetings:
        return None
    places = {student.institution} if courses[0].remote_seats else set()
    shown = any(
        obstacle(network, plan, student, meeting, place)
        for meeting in meetings
        for place in {meeting.institution, *places}
    )
    return None if shown else NOWHERE()


def _time_clash(network: Network, plan: Plan, student: Student, meeting: Meeting, place: str) -> bool:
    when = meeting.when
    end = lesson_end(network, student, when.weekday, when.weeks)
    if (end is not None and when.start < end) or blocked_minutes(network, student, when):
        return True
    visit = Visit(meeting.course, place, when)
    return any(
        clash(network, student, attendance.visit, visit)
        for attendance in facts_of(network, plan).attendances_of.get(student.id, ())
    )


def _gap(network: Network, plan: Plan, student: Student, meeting: Meeting, place: str) -> bool:  # noqa: ARG001 - one shape for all obstacles
    when = meeting.when
    end = lesson_end(network, student, when.weekday, when.weeks)
    return end is not None and when.start < end + limits.minutes(network, "gap_minutes")


def _travel(network: Network, plan: Plan, student: Student, meeting: Meeting, place: str) -> bool:  # noqa: ARG001 - one shape for all obstacles
    return not _has_free_way(network, student, meeting, place, Direction.THERE)


def _return(network: Network, plan: Plan, student: Student, meeting: Meeting, place: str) -> bool:  # noqa: ARG001 - one shape for all obstacles
    return not _has_free_way(network, student, meeting, place, Direction.BACK)


def _no_seat(network: Network, plan: Plan, student: Student, meeting: Meeting, place: str) -> bool:
    ways = (_travel, _return)
    return any(way(network, plan, student, meeting, place) for way in ways)


def _load(network: Network, plan: Plan, student: Student, meeting: Meeting, place: str) -> bool:
    facts = facts_of(network, plan)
    has_others = bool(facts.seats_of.get(student.id))
    may_have_none = network.max_courses(student) < 1
    whole = [Visit(other.course, place, other.when) for other in facts.meetings_of[meeting.group.id]]
    return has_others or may_have_none or not bears(network, student, whole, ())


def _has_free_way(
    network: Network, student: Student, meeting: Meeting, place: str, direction: Direction
) -> bool:
    trials = free(network, student, place, meeting.when, direction)
    return any(trial.admissible for trial in trials)


OF_OPEN_GROUPS = (RefusalCode.CAPACITY, RefusalCode.LOST_TIEBREAK)
"""Reasons that speak of an open group's seats."""

OBSTACLES: dict[RefusalCode, Callable[[Network, Plan, Student, Meeting, str], bool]] = {
    RefusalCode.TIME_CLASH: _time_clash,
    RefusalCode.GAP: _gap,
    RefusalCode.TRAVEL_TIME: _travel,
    RefusalCode.NO_RETURN_BUS: _return,
    RefusalCode.NO_SEAT: _no_seat,
    RefusalCode.LOAD_LIMIT: _load,
}
"""Reasons that a meeting itself must show for the student, there or from afar, asked generously."""
