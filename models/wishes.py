"""The demand that stands beside the applications: wishes for what is not offered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from models.network import Network
from models.tables import CentreStatus, Choice, Course, Student, Wish

PREFIX = "пожелание"
"""How the ids of students begin whom a class's wish stands for; nobody knows their names yet."""


@dataclass(frozen=True)
class Demand:
    """A network with wishes turned into choices: ``network``, and the (student, course) that were added."""

    network: Network
    added: tuple[tuple[str, str], ...] = ()


def is_offered(network: Network, course: Course) -> bool:
    """Whether some open centre may hold the course, with a room of its kind and enough teachers."""
    if course.max_groups == 0:
        return False
    for centre in network.centres:
        at_home = network.institution_by_id[centre.institution]
        if centre.status is not CentreStatus.OPEN or not at_home.participates:
            continue
        if centre.id not in course.centres if course.centres else not _has_profile(centre.profiles, course):
            continue
        rooms = [
            room
            for room in network.rooms_by_centre.get(centre.id, [])
            if course.room_kind in ("", room.kind) and set(course.equipment) <= set(room.equipment)
        ]
        teachers = [
            teacher for teacher in network.teachers_of(course.id) if teacher.works_at(centre.institution)
        ]
        if (rooms or course.is_practice) and len(teachers) >= course.num_teachers:
            return True
    return False


def _has_profile(profiles: Collection[str], course: Course) -> bool:
    return not profiles or course.profile in profiles


def with_wishes(network: Network, base: Network) -> Demand:
    """The network with the wishes for what it offers and the base does not.

    A wish names a course (by id or title) or a profile. A student's becomes the choice of the next rank; a
    class's becomes first choices of so many students without a name. Wishes of an institution without a
    class or a student say nothing of when they can come, and are left out.
    """
    before = {course.id for course in base.courses if is_offered(base, course)}
    new = [c for c in network.courses if c.id not in before and is_offered(network, c) and not c.programme]
    if not new:
        return Demand(network)
    students: list[Student] = []
    choices: list[Choice] = []
    chosen = {(choice.student, choice.course) for choice in network.choices}
    ranks = {id: own[-1].rank for id, own in network.choices_by_student.items()}
    for number, wish in enumerate(network.wishes, start=1):
        for course in new:
            if not _is_for(wish, course):
                continue
            for student in _wishing(network, wish, number, students):
                if (student, course.id) not in chosen:
                    chosen.add((student, course.id))
                    ranks[student] = ranks.get(student, 0) + 1
                    choices.append(Choice(student=student, course=course.id, rank=ranks[student]))
    if not choices:
        return Demand(network)
    return Demand(
        network.replace(students=(*network.students, *students), choices=(*network.choices, *choices)),
        tuple((choice.student, choice.course) for choice in choices),
    )


def _is_for(wish: Wish, course: Course) -> bool:
    target = wish.target.casefold()
    return target in (course.id.casefold(), course.title.casefold(), course.profile.casefold())


def _wishing(network: Network, wish: Wish, number: int, students: list[Student]) -> Iterable[str]:
    """The ids of those who wish; those of a class are added to ``students`` when they are first met."""
    if wish.student:
        return [wish.student]
    if (wish.institution, wish.class_name) not in network.class_by_key:
        return []
    known = {student.id for student in students}
    ids = [f"{PREFIX}-{number}-{n}" for n in range(1, wish.count + 1)]
    students += [
        Student(id=id, institution=wish.institution, class_name=wish.class_name)
        for id in ids
        if id not in known
    ]
    return ids
