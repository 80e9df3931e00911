"""The part of a network that decides whether locks can hold together: locked groups, and who may sit in them.

Claim. Some plan of the network keeps the locks if and only if some plan of the part does.

*If*: whatever a plan of the part opens, it opens by the rules of the network; groups and choices that the
part leaves out stay closed and refused, which no rule forbids.

*Only if*: take a plan that keeps the locks and close every group that the part leaves out, with all seats in
it. No lock names such a group, and no seat in a group of the part goes: courses of a programme are in it
together or not at all. Every rule still holds. A group's minimum and maximum concern its own members, a
programme its own courses; rooms, teachers, centres, kindergartens, remote seats, buses, loads and numbers of
courses only set limits that fewer sessions and seats keep all the better. Days a week are limited as well,
but a programme with more sessions raises the limit. So such a programme is in the part wherever a student who
wishes for it could pass the usual limit without it.

Where groups need no minimum of members, students without a lock can all be refused, and are left out as well.
"""

from __future__ import annotations

from collections.abc import Collection

from models.network import Network, split_group_id
from models.tables import Choice, Lock


def locked_part(network: Network, locks: Collection[Lock], *, has_minimum: bool = True) -> Network:
    """The part of a network that these locks concern, with them and no others; groups may be as many.

    ``has_minimum``: whether a group needs a minimum of members.
    """
    whole = network.replace(locks=tuple(locks))
    locked = {lock.student for lock in locks}
    named = {split_group_id(lock.group)[0] for lock in locks}
    courses = _with_programmes(whole, named)
    while more := _programmes_that_raise(whole, courses) - courses:
        courses |= more
    choices = tuple(
        choice
        for choice in whole.choices
        if (has_minimum or choice.student in locked) and _concerns(whole, choice, courses)
    )
    students = {choice.student for choice in choices} | locked
    last = dict.fromkeys(courses, 0)
    for lock in locks:
        name, ordinal = split_group_id(lock.group)
        last[name] = max(last.get(name, 0), ordinal)
    return whole.replace(
        courses=tuple(
            course.replace(max_groups=whole.group_counts[course.id] if course.programme else last[course.id])
            for course in whole.courses
            if course.id in courses
        ),
        students=tuple(
            student.replace(wished_courses=whole.max_courses(student))
            for student in whole.students
            if student.id in students
        ),
        choices=choices,
        programmes=tuple(
            item
            for item in whole.programmes
            if any(c.programme == item.id and c.id in courses for c in whole.courses)
        ),
        permissions=tuple(item for item in whole.permissions if split_group_id(item.group)[0] in courses),
        wishes=(),
    )


def _with_programmes(network: Network, names: Collection[str]) -> set[str]:
    """The courses and all others of their programmes."""
    programmes = {course.programme for course in network.courses if course.id in names and course.programme}
    return {c.id for c in network.courses if c.id in names or (c.programme and c.programme in programmes)}


def _concerns(network: Network, choice: Choice, courses: Collection[str]) -> bool:
    return any(course.id in courses for course in network.courses_of(choice.course))


def _programmes_that_raise(network: Network, courses: Collection[str]) -> set[str]:
    """The courses of programmes that let some student come on more days, and so to courses of the part."""
    cap = network.rules.max_evenings
    found: set[str] = set()
    for student, choices in network.choices_by_student.items():
        inside = [choice for choice in choices if _concerns(network, choice, courses)]
        longest = sorted((_weekly(network, choice) for choice in inside), reverse=True)
        at_once = network.max_courses(network.student_by_id[student]) - 1  # the programme is one of them
        if at_once < 1 or sum(longest[:at_once]) <= cap:
            continue
        for choice in choices:
            if choice.course in network.programme_courses and _weekly(network, choice) > cap:
                found |= {course.id for course in network.programme_courses[choice.course]}
    return found


def _weekly(network: Network, choice: Choice) -> int:
    """Sessions a week of all that a choice stands for."""
    return sum(course.weekly_sessions for course in network.courses_of(choice.course))


def few_teachers(part: Network) -> Network:
    """The part with fewer teachers, for a model in which anybody may teach any course: those whom locks name,
    and for every other teacher that a plan of the part could need one without a limit of hours.

    In any plan each place of a teacher without a lock can be given to one of these who has nothing else to
    do, which breaks neither of the rules that are left about teachers, one place at a time and hours a week.
    Nobody is left out where there are not enough of them.
    """
    named = {lock.teacher for lock in part.locks}
    needed = sum(course.num_teachers * part.group_counts[course.id] for course in part.courses)
    others = [item.id for item in part.teachers if item.id not in named and item.max_hours is None]
    if len(others) < needed:
        return part
    kept = named | set(others[:needed])
    return part.replace(teachers=tuple(item for item in part.teachers if item.id in kept))
