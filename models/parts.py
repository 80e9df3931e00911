"""The independent parts of a network: courses that share no applicant, teacher, room, bus, practice place or
remote seat.

What is decided in one part leaves the others as they are, so each can be planned as a network of its own.
A region falls apart into its municipalities; a district is one part. Two things count as shared as soon as
some plan could need both: it is never wrong to find too few parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable

from models.network import Network, split_group_id
from models.tables import Centre, CentreStatus, Course, Student
from models.travel import Mode

Node = tuple[str, Hashable]


class _Sets:
    """Disjoint sets of nodes (Tarjan 1975, with path halving)."""

    def __init__(self) -> None:
        self.parent: dict[Node, Node] = {}

    def find(self, node: Node) -> Node:
        self.parent.setdefault(node, node)
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def unite(self, one: Node, other: Node) -> None:
        self.parent[self.find(one)] = self.find(other)


def independent_parts(network: Network) -> tuple[tuple[str, ...], ...]:
    """The ids of the courses of every part, parts and courses in the order of the table of courses."""
    sets = _sets(network)
    parts: dict[Node, list[str]] = defaultdict(list)
    for course in network.courses:
        parts[sets.find(("course", course.id))].append(course.id)
    return tuple(tuple(part) for part in parts.values())


def part_of_student(network: Network) -> dict[str, int]:
    """Applicant → the number of the part that all the choices belong to."""
    part_of_course = {
        course: number for number, part in enumerate(independent_parts(network)) for course in part
    }
    return {
        choice.student: part_of_course[course.id]
        for choice in network.choices
        for course in network.courses_of(choice.course)
    }


def part_networks(network: Network) -> tuple[Network, ...]:
    """Every part with applicants or locks as a network of its own; a part without them has nothing to plan.

    Schools, classes, norms and the calendar stay whole; the ids stay what they are.
    """
    if ("part_networks",) not in network.memo:
        network.memo["part_networks",] = tuple(_make_networks(network))
    parts: tuple[Network, ...] = network.memo["part_networks",]
    return parts


def _make_networks(network: Network) -> list[Network]:
    parts = independent_parts(network)
    if len(parts) == 1:
        return [network]
    sets = _sets(network)
    found = []
    for courses in parts:
        root = sets.find(("course", courses[0]))

        def inside(kind: str, key: Hashable, root: Node = root) -> bool:
            return (kind, key) in sets.parent and sets.find((kind, key)) == root

        targets = set(courses) | {course.programme for course in network.courses if course.id in courses}
        part = network.replace(
            centres=tuple(c for c in network.centres if inside("centre", c.id)),
            rooms=tuple(room for room in network.rooms if inside("centre", room.centre)),
            courses=tuple(course for course in network.courses if course.id in courses),
            teachers=tuple(t for t in network.teachers if inside("teacher", t.id)),
            students=tuple(s for s in network.students if inside("student", s.id)),
            choices=tuple(choice for choice in network.choices if choice.course in targets),
            programmes=tuple(p for p in network.programmes if p.id in targets),
            runs=tuple(run for run in network.runs if inside("run", run.id)),
            locks=tuple(lock for lock in network.locks if split_group_id(lock.group)[0] in courses),
            permissions=tuple(p for p in network.permissions if split_group_id(p.group)[0] in courses),
            practice_places=tuple(p for p in network.practice_places if inside("site", p.institution)),
            wishes=(),
        )
        if part.choices or part.locks:
            found.append(part)
    return found


def _sets(network: Network) -> _Sets:
    """Which things belong together; everything here starts from it, so it is found once."""
    if ("disjoint_sets",) not in network.memo:
        network.memo["disjoint_sets",] = _unite(network)
    sets: _Sets = network.memo["disjoint_sets",]
    return sets


def _unite(network: Network) -> _Sets:
    sets = _Sets()
    students: dict[str, dict[str, Student]] = defaultdict(dict)
    for course in network.courses:
        if course.programme:
            sets.unite(("course", course.id), ("programme", course.programme))
        if course.prerequisite in network.course_by_id:  # refusals call it by its title
            sets.unite(("course", course.id), ("course", course.prerequisite))
    for choice in network.choices:
        for course in network.courses_of(choice.course):
            sets.unite(("course", course.id), ("student", choice.student))
            students[course.id][choice.student] = network.student_by_id[choice.student]
    for teacher in network.teachers:
        for name in teacher.courses:
            sets.unite(("course", name), ("teacher", teacher.id))
    for lock in network.locks:
        locked = (("student", lock.student), ("teacher", lock.teacher), ("centre", lock.centre))
        for kind, key in locked:
            if key:
                sets.unite(("course", split_group_id(lock.group)[0]), (kind, key))
    for centre in network.centres:  # centres of one institution may share rooms
        sets.unite(("centre", centre.id), ("site", centre.institution))
    for course in network.courses:
        applicants = _travellers(students[course.id].values())
        sites = _sites(network, course)
        for student in applicants:
            for site in sites:
                _unite_way(network, sets, course, student, site)
            if course.remote_seats and network.institution_by_id[student.institution].remote_seats:
                _unite_way(network, sets, course, student, student.institution)
    return sets


def _travellers(students: Iterable[Student]) -> list[Student]:
    """One student for every school, home and permission to travel alone."""
    return list({(s.institution, s.home, s.may_travel_alone): s for s in students}.values())


def _sites(network: Network, course: Course) -> list[str]:
    """The institutions where students of a course may be, should they get there."""
    centres = {c.institution for c in network.centres if _may_host(network, c, course)}
    if course.is_practice and centres:
        centres |= set(network.practice_by_institution)
    return sorted(centres)


def _may_host(network: Network, centre: Centre, course: Course) -> bool:
    """Whether the course may be held at the centre, by profile and by a teacher who can be there."""
    if centre.status is not CentreStatus.OPEN:
        return False
    if course.centres:
        fits = centre.id in course.centres
    else:
        fits = not centre.profiles or course.profile in centre.profiles
    return fits and any(teacher.works_at(centre.institution) for teacher in network.teachers_of(course.id))


def _unite_way(network: Network, sets: _Sets, course: Course, student: Student, site: str) -> None:
    """Unites a course with a site that the student can get to, and with every run on the way."""
    origins = {student.institution, network.home_of(student)}
    runs = {
        run.id for place in origins for run, _, _ in (*network.legs(place, site), *network.legs(site, place))
    }
    modes = (Mode.WALK, Mode.PUBLIC)
    free = any(network.travel_table.fastest(place, site, modes) is not None for place in origins)
    if runs or free:
        sets.unite(("course", course.id), ("site", site))
        for run in runs:
            sets.unite(("course", course.id), ("run", run))
