"""What a planner does by hand: courses by popularity, first free place, first come first served."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from models.network import Network, group_id
from models.plan import Enrolment, Group, Plan, Ride, session_id
from models.tables import Choice, ChoiceKind, Course, Lock
from scheduler.engine.by_hand.desk import Come, Desk, OpenGroup
from scheduler.engine.by_hand.roll import Roll
from scheduler.engine.candidates import Placement
from scheduler.engine.extract import make_session
from scheduler.engine.run import NoPlanError


def plan_by_hand(network: Network) -> Plan:
    """A plan that keeps all rules; ``NoPlanError`` if what is locked cannot be had this way."""
    desk, roll = Desk(network), Roll(network)
    _open_groups(network, desk, roll)
    waiting = in_order(network)
    _seat_locked(network, desk, roll)
    for choices in waiting:
        _seat_all(choices, desk, roll)
    _dissolve_small(network, desk, roll)
    for lock in network.locks:
        if lock.student and not _is_seated(roll, lock):
            raise NoPlanError("unknown")
    return _plan(network, desk, roll)


def in_order(network: Network) -> list[list[Choice]]:
    """The choices of each student by rank; the first to hand them in first, else as in the table."""
    undated = date.max
    students = dict.fromkeys(choice.student for choice in network.choices)
    return sorted(
        (network.choices_by_student[student] for student in students),
        key=lambda choices: min((choice.made_on or undated for choice in choices), default=undated),
    )


def by_course(desk: Desk) -> dict[str, list[OpenGroup]]:
    """Course → its open groups, in the order of their numbers."""
    found: dict[str, list[OpenGroup]] = defaultdict(list)
    for group in desk.groups.values():
        found[group.course.id].append(group)
    return {course: sorted(groups, key=lambda group: group.id) for course, groups in found.items()}


# --- groups ----------------------------------------------------------------------------------------


def _open_groups(network: Network, desk: Desk, roll: Roll) -> None:
    """Groups with a lock, then a group for each course that enough have chosen, the most wanted first, then
    as many more as the first choices fill."""
    wanted: dict[str, list[Choice]] = defaultdict(list)
    for choices in in_order(network):
        for choice in choices:
            for course in network.courses_of(choice.course):
                if roll.may_apply(network.student_by_id[choice.student], course):
                    wanted[course.id].append(choice)
    first = {course: [choice for choice in found if _is_first(choice)] for course, found in wanted.items()}
    locked = {lock.group for lock in network.locks}
    courses = sorted(network.courses, key=lambda course: -len(first.get(course.id, [])))
    for course in courses:
        for name in _names(network, course):
            come = _come(network, desk, roll, course, wanted[course.id])
            if name in locked and desk.open_group(name, course, come, at_any_price=True) is None:
                raise NoPlanError("unknown")
    for course in courses:
        waiting = wanted[course.id]
        for name in _names(network, course):
            come = _come(network, desk, roll, course, waiting)
            if name not in desk.groups and desk.open_group(name, course, come) is None:
                break
            group = desk.groups[name]
            able = [
                choice
                for choice in waiting
                if _is_first(choice) and roll.can_come(choice, [held.placement for held in group.sessions])
            ]
            seated = set(able[: group.most])
            waiting = [choice for choice in waiting if _is_first(choice) and choice not in seated]


def _is_first(choice: Choice) -> bool:
    return choice.rank == 1 or choice.kind is ChoiceKind.ADDITIONAL


def _names(network: Network, course: Course) -> list[str]:
    return [group_id(course.id, number) for number in range(1, network.group_counts[course.id] + 1)]


def _come(network: Network, desk: Desk, roll: Roll, course: Course, waiting: Sequence[Choice]) -> Come:
    """Counts those who can come; of a programme, to its other courses as well, where these have a place."""
    others = network.programme_courses.get(course.programme, []) if course.programme else []
    groups = by_course(desk)
    beside = [
        held.placement
        for other in others
        if other.id != course.id
        for group in groups.get(other.id, [])[:1]
        for held in group.sessions
    ]

    def come(placements: Sequence[Placement]) -> int:
        return sum(roll.can_come(choice, [*beside, *placements]) for choice in waiting)

    return come


# --- students --------------------------------------------------------------------------------------


def _seat_all(choices: list[Choice], desk: Desk, roll: Roll) -> None:
    groups = by_course(desk)
    for choice in choices:
        roll.seat(choice, groups)


def _seat_locked(network: Network, desk: Desk, roll: Roll) -> None:
    """Students with a lock come before all others, in their group; other courses of a programme are free."""
    for lock in network.locks:
        if not lock.student or _is_seated(roll, lock):
            continue
        group = desk.groups[lock.group]
        groups = by_course(desk) | {group.course.id: [group]}
        for choice in network.choices_by_student.get(lock.student, []):
            if group.course in network.courses_of(choice.course) and roll.seat(choice, groups):
                break
        else:
            raise NoPlanError("unknown")


def _is_seated(roll: Roll, lock: Lock) -> bool:
    return any(seat.group.id == lock.group for seat in roll.seats[lock.student])


def _dissolve_small(network: Network, desk: Desk, roll: Roll) -> None:
    """Closes groups that stay too small, the smallest first, and tries their students elsewhere."""
    locked = {lock.group for lock in network.locks}
    while small := [group for group in desk.groups.values() if roll.sizes[group.id] < group.least]:
        group = min(small, key=lambda group: (roll.sizes[group.id], group.id))
        if group.id in locked:
            raise NoPlanError("unknown")
        del desk.groups[group.id]
        left = [seat.choice for seats in roll.seats.values() for seat in seats if seat.group.id == group.id]
        for choice in left:
            roll.release(choice)
        students = {choice.student for choice in left}
        for choices in in_order(network):
            if choices and choices[0].student in students:
                _seat_all(choices, desk, roll)


# --- the plan --------------------------------------------------------------------------------------


def _plan(network: Network, desk: Desk, roll: Roll) -> Plan:
    groups, enrolments, rides = [], [], []
    for group in desk.groups.values():
        sessions = tuple(
            make_session(
                network,
                group.id,
                group.course,
                held.placement,
                held.room.name if held.room else None,
                held.teachers,
            )
            for held in group.sessions
        )
        groups.append(Group(id=group.id, course=group.course.id, sessions=sessions))
    for id, seats in roll.seats.items():
        student = network.student_by_id[id]
        for seat in seats:
            enrolments.append(
                Enrolment(
                    student=id,
                    group=seat.group.id,
                    course=seat.group.course.id,
                    rank=seat.choice.rank,
                    site=seat.site if seat.group.course.is_practice else None,
                    held=not (student.consent and student.agreement),
                )
            )
            rides += [
                Ride(
                    student=id,
                    session=session_id(seat.group.id, placement.session),
                    direction=direction,
                    run=way.run or "",
                    board=way.board,
                    alight=way.alight,
                )
                for placement, direction, way in seat.rides()
            ]
    return Plan(
        groups=tuple(sorted(groups, key=lambda item: item.id)),
        enrolments=tuple(sorted(enrolments, key=lambda item: (item.student, item.group))),
        rides=tuple(sorted(rides, key=lambda item: (item.student, item.session, item.direction))),
    )
