"""Whether the reason given for a refusal can be true, as far as network and plan show it.

Every code says something that can be looked up: that a group is full, a time taken, a way missing. Where
that is so nowhere, the code is contradicted. What the sentence says is looked up in ``told``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from models.network import Network, split_group_id
from models.plan import Plan, RefusalCode
from models.rules import RULES
from models.tables import Choice, ChoiceKind, Course
from models.text import Message, Text
from reports.audit import shown
from reports.audit.attainable import attendable, usable_slots
from reports.audit.envy import standing
from reports.audit.facts import When, choice_of, facts_of
from reports.audit.filters import APPLICATION_FILTERS
from reports.audit.memo import remembered
from reports.audit.refusals import refused
from reports.audit.seating import free_groups
from reports.audit.shown import Refused

GRADE = Text("курс предназначен для его класса", "the course is meant for the student's grade")
PASSED = Text("нужный курс пройден", "what comes before has been passed")
OPEN = Text(
    "группа {groups} открыта, значит, учитель, кабинет и РЦ нашлись",
    "group {groups} is open, so there are teacher, room and centre",
)
ENOUGH = Text(
    "группа {groups} открыта, значит, участников хватило",
    "group {groups} is open, so there are enough members",
)
FEW = Text(
    "учитель, кабинет и РЦ для курса есть, а на одно занятие могли бы прийти меньше обучающихся, чем нужно",
    "there are teacher, room and centre, but fewer students than are needed could come at one time",
)
MANY = Text(
    "группа не открыта, но на одно и то же занятие могли бы прийти не меньше обучающихся, чем нужно",
    "no group is open, but no fewer students than are needed could come at one and the same time",
)
HAS_SEATS = Text("в группе {groups} есть свободные места", "group {groups} has free seats")
NO_RIVAL = Text(
    "в заполненных группах ни у кого нет ни той же очерёдности, ни большего приоритета",
    "nobody in the full groups has the same rank or a higher priority",
)
CLOSED = Text(
    "ни одна группа курса не открыта, значит, мест в ней никто не занял",
    "no group of the course is open, so nobody has taken its seats",
)
FREE = Text(
    "в группах {groups} есть место, доступное без нарушений", "groups {groups} have a seat without any breach"
)
NOWHERE = Text(
    "группа {groups} открыта, и такого препятствия на её занятиях нет",
    "group {groups} is open, and its sessions show no such obstacle",
)
COULD_COME = Text(
    "ни одна группа курса не открыта, а прийти на занятие в другое время обучающийся мог бы",
    "no group of the course is open, and the student could come at some time",
)
NEVER_HELD = Text(
    "ни одна группа курса не открыта, и такого препятствия у обучающегося нет",
    "no group of the course is open, and the student has no such obstacle",
)


def contradiction(network: Network, plan: Plan, choice: Choice, code: RefusalCode) -> Message | None:
    """Why the code of a refusal cannot be true; ``None`` if the plan does not contradict it.

    A seat free to the student contradicts every code, unless the goals may put something else above it.
    """
    case = Refused(network, plan, choice)
    groups = free_groups(network, plan, choice) if network.wishes_come_first else None
    if groups is not None:
        return FREE(groups=[group.id for group in groups])
    if _is_unreadable(case) or case.is_shown(partial(shown.is_forbidden, code=code)):
        return None
    return CONTRADICTIONS[code](case)


def possible_codes(network: Network, plan: Plan, choice: Choice) -> list[RefusalCode]:
    """The codes that the plan does not contradict."""
    return [code for code in RefusalCode if contradiction(network, plan, choice, code) is None]


def _is_unreadable(case: Refused) -> bool:
    """Whether sessions of open groups make no sense; other findings say so."""
    return any(
        len(case.facts.meetings_of.get(group.id, ())) < max(1, len(group.sessions))
        for group, _ in case.groups
    )


def _ids(case: Refused) -> list[str]:
    return [group.id for group, _ in case.groups]


def _grade(case: Refused) -> Message | None:
    return GRADE() if _may_apply(case, RefusalCode.GRADE) else None


def _prerequisite(case: Refused) -> Message | None:
    return PASSED() if _may_apply(case, RefusalCode.PREREQUISITE) else None


def _may_apply(case: Refused, code: RefusalCode) -> bool:
    """Whether no filter of applications that gives this code for its reason forbids a course."""
    return all(
        admits(case.network, case.student, course)
        for rule, admits in APPLICATION_FILTERS.items()
        if RULES[rule].refusal is code
        for course in case.courses
    )


def _not_open(case: Refused) -> Message | None:
    """A course has no group, and not for want of members alone."""
    if not case.closed:
        return OPEN(groups=_ids(case))
    only_few = all(_turnout(case, course).is_small and case.could_come(course) for course in case.closed)
    return FEW() if only_few else None


def _no_group_min(case: Refused) -> Message | None:
    """Too few could come to a group that is not open, or the student is needed in another group while one of
    these has a place."""
    if not all(_turnout(case, course).is_enough for course in case.closed):
        return None
    if case.is_needed() and not all(case.is_full(*group) for group in case.groups):
        return None
    return ENOUGH(groups=_ids(case)) if case.groups else MANY()


@dataclass(frozen=True)
class _Turnout:
    """How many could come to a course without a group.

    ``is_enough``: a group could be filled with students who all come to all its sessions, none remotely; or
    the course cannot be held at any time, and as many wait for it as a group needs. ``is_small``: it can be
    held, but to no session could so many come, remote ones included.
    """

    is_enough: bool
    is_small: bool


def _turnout(case: Refused, course: Course) -> _Turnout:
    known = _turnouts(case.network, case.plan)
    if course.id not in known:
        known[course.id] = _find_turnout(case.network, case.plan, course)
    return known[course.id]


@remembered
def _turnouts(network: Network, plan: Plan) -> dict[str, _Turnout]:  # noqa: ARG001 - the key of the memo
    """Course → its turnout, as far as it was asked for."""
    return {}


def _find_turnout(network: Network, plan: Plan, course: Course) -> _Turnout:
    waiting = _waiting(network, plan, course)
    least = [
        network.group_min(course, slot.centre)
        for slot in usable_slots(network, course)
        if _sizes_agree(network, course, slot.centre)
    ]
    if course.max_groups == 0 or not least:
        of_any = [network.group_min(course, centre.id) for centre in network.centres]
        return _Turnout(is_enough=len(waiting) >= max(of_any, default=0), is_small=False)
    coming: dict[tuple[str, int], dict[When, set[str]]] = defaultdict(lambda: defaultdict(set))
    there: dict[tuple[str, When], set[str]] = defaultdict(set)
    for student in sorted(waiting):
        for place, slot in attendable(network, network.student_by_id[student], course):
            there[slot.centre, slot.when].add(student)
            if course.is_practice or place == slot.institution:
                coming[slot.centre, slot.when.weeks][slot.when].add(student)
    is_enough = any(
        _fill_a_group(times, course.weekly_sessions, network.group_min(course, centre))
        for (centre, _), times in coming.items()
    )
    return _Turnout(is_enough, is_small=max(map(len, there.values()), default=0) < min(least))


def _waiting(network: Network, plan: Plan, course: Course) -> set[str]:
    """Students refused a course without a group who hold no seat of a better rank."""
    seats_of = facts_of(network, plan).seats_of
    return {
        choice.student
        for choice in refused(network, plan)
        if any(course.id == wanted.id for wanted in network.courses_of(choice.course))
        and (
            choice.kind is ChoiceKind.ADDITIONAL
            or all(seat.enrolment.rank >= choice.rank for seat in seats_of.get(choice.student, ()))
        )
    }


def _sizes_agree(network: Network, course: Course, centre: str) -> bool:
    """Whether a group at the centre may be as large as it has to be, be it by a permission."""
    has_permission = any(split_group_id(item.group)[0] == course.id for item in network.permissions)
    return has_permission or network.group_min(course, centre) <= network.group_max(course)


def _fill_a_group(times: dict[When, set[str]], sessions: int, least: int) -> bool:
    """Whether so many of the same students can come at as many times that do not overlap."""
    enough = [when for when, students in times.items() if len(students) >= least]
    return any(
        len(set.intersection(*(times[when] for when in chosen))) >= least
        for chosen in combinations(enough, sessions)
        if not any(one.overlaps(other) for one, other in combinations(chosen, 2))
    )


def _capacity(case: Refused) -> Message | None:
    """No place in a group; or one that is free but that the goals leave empty."""
    if not case.groups:
        return CLOSED()
    if any(case.lacks_a_place(*group) for group in case.groups):
        return None
    passed_over = free_groups(case.network, case.plan, case.choice) is not None
    return None if passed_over else HAS_SEATS(groups=_ids(case))


def _lost_tiebreak(case: Refused) -> Message | None:
    """A full group has a member of the same rank, or one who comes first by priority or date."""
    if not case.groups:
        return CLOSED()
    full = [group for group, course in case.groups if case.is_full(group, course)]
    if not full:
        return HAS_SEATS(groups=_ids(case))
    mine = standing(case.network, case.choice)
    for seat in (seat for group in full for seat in case.facts.members.get(group.id, ())):
        theirs = choice_of(case.network, seat)
        if seat.enrolment.rank == case.choice.rank or (
            theirs is not None and standing(case.network, theirs) > mine
        ):
            return None
    return NO_RIVAL()


def _time_clash(case: Refused) -> Message | None:
    is_shown = case.is_shown(shown.is_elsewhere) or (len(case.courses) > 1 and case.courses_clash())
    return None if is_shown else _unseen(case)


def _travel_time(case: Refused) -> Message | None:
    return None if case.is_shown(shown.is_out_of_reach) else _unseen(case)


def _no_return(case: Refused) -> Message | None:
    return None if case.is_shown(shown.is_without_return) else _unseen(case)


def _no_seat(case: Refused) -> Message | None:
    rides = (
        shown.lacks_a_ride(case, visit)
        for group, course in case.groups
        for _, visit in case.visits(group, course)
    )
    return None if any(rides) else _unseen(case)


def _load_limit(case: Refused) -> Message | None:
    """Too many courses, hours, lessons or evenings; or the courses of a programme do not go together."""
    if (
        case.has_enough_courses()
        or any(case.exceeds_the_week(course) for course in case.courses)
        or any(case.exceeds_with(group, course) for group, course in case.groups)
        or case.is_shown(shown.has_too_many_lessons)
        or (not case.closed and any(course.programme for course in case.courses))
    ):
        return None
    return _unseen(case)


def _unseen(case: Refused) -> Message:
    """Why an obstacle is none: no session of the groups shows it, or there is no group and the student has it
    at no time, or not at every time."""
    if case.groups:
        return NOWHERE(groups=_ids(case))
    return COULD_COME() if any(case.could_come(course) for course in case.courses) else NEVER_HELD()


CONTRADICTIONS: dict[RefusalCode, Callable[[Refused], Message | None]] = {
    RefusalCode.NO_GROUP_MIN: _no_group_min,
    RefusalCode.CAPACITY: _capacity,
    RefusalCode.TIME_CLASH: _time_clash,
    RefusalCode.GAP: _unseen,
    RefusalCode.TRAVEL_TIME: _travel_time,
    RefusalCode.NO_RETURN_BUS: _no_return,
    RefusalCode.NO_SEAT: _no_seat,
    RefusalCode.LOAD_LIMIT: _load_limit,
    RefusalCode.GRADE: _grade,
    RefusalCode.PREREQUISITE: _prerequisite,
    RefusalCode.COURSE_NOT_OPEN: _not_open,
    RefusalCode.LOST_TIEBREAK: _lost_tiebreak,
}
