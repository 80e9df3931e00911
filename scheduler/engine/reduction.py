"""Leaves out placements and ways that are of no use, without losing every best plan.

A placement to which fewer can come than a group of the course needs is no placement at all. A start is
superfluous beside another one of the same course, centre, weekday and weeks if whoever can attend it can
attend the other by the same ways, all rooms and teachers can serve the other, too, and whatever it does not
clash with does not clash with the other: a session can be moved from the one to the other in any plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from models.network import Network, group_id, windows_admit
from models.plan import Plan, session_ordinal
from models.tables import ChoiceKind, Course, Room
from scheduler.engine.candidates import (
    NO_PAUSE,
    Pause,
    Placement,
    Way,
    circumstance,
    pause_between,
    pause_of_teachers,
    sites_for,
)

if TYPE_CHECKING:
    from models.tables import Student
    from scheduler.engine.model import PlanModel

WHOLE_DAY = 24 * 60
"""Minutes; no two sessions of one day are so far apart."""

Usable = tuple[Placement, list[Room], list[str]]
Circumstance = tuple[object, ...]
Alike = dict[Circumstance, list["Student"]]
Signature = dict[tuple[Circumstance, str], tuple[set[Way], set[Way]]]


class _Clash(NamedTuple):
    """Other starts that clash with one if they lie less than so many minutes after or before it."""

    others: _Starts
    after: int
    before: int


class _Need(NamedTuple):
    """What must lie between two sessions if somebody so circumstanced has both; ``None``: in any case."""

    pause: Pause
    who: Circumstance | None

    def turned(self) -> _Need:
        """The same with the sessions in the other order."""
        return _Need(Pause(self.pause.after_other, self.pause.after_one), self.who)


@dataclass(eq=False)
class _Starts:
    """The starts of a course that are left at one centre, on one weekday, in one set of weeks."""

    course: Course
    centre: str
    weekday: int
    weeks: int
    minutes: int
    rooms: set[str] = field(default_factory=set)
    teachers: set[str] = field(default_factory=set)
    left: dict[int, dict[int, Usable]] = field(default_factory=lambda: defaultdict(dict))
    """Start → session → the placement with its rooms and teachers."""
    signatures: dict[int, Signature] = field(default_factory=dict)
    neighbours: list[tuple[_Starts, list[_Need]]] = field(default_factory=list)
    """Starts of that day, also the own ones, that sessions can clash with, and how."""
    rivals: dict[int, list[int]] = field(default_factory=dict)
    """Start → others at which as much can be held for as many."""
    clashes: dict[int, list[_Clash]] = field(default_factory=dict)
    """Start → what clashes with it, by those who can attend then."""

    def items(self) -> Iterator[Usable]:
        return (item for sessions in self.left.values() for item in sessions.values())


def held_placements(network: Network, plan: Plan) -> set[Placement]:
    """Where and when the sessions of a plan are held."""
    calendar = network.school_calendar
    return {
        Placement(
            group.course,
            session_ordinal(session.id),
            session.centre,
            session.weekday,
            session.start,
            session.end,
            calendar.mask_of_iso(session.weeks),
        )
        for group, session in plan.sessions()
    }


def useful_placements(
    model: PlanModel, usable: dict[str, list[Usable]], held: set[Placement]
) -> dict[str, list[Usable]]:
    """Course → its placements that enough can come to and no other one dominates. Those ``held`` in a plan to
    stay near to are not dominated."""
    found = _starts(model, usable)
    _find_neighbours(model, found)
    fixed = {lock.group.rpartition("-")[0] for lock in model.network.locks if lock.start is not None}
    free = [starts for starts in found if starts.course.id not in fixed]
    applicants = {course.id: applicants_of(model, course) for course in model.network.courses}
    for starts in free:
        alike = applicants[starts.course.id]
        for start, sessions in starts.left.items():
            (placement, _, _), *_ = sessions.values()
            starts.signatures[start] = _signature(model, starts.course, alike, placement)
        if not (model.explain or model.without):
            _drop_unattended(model.network, starts, alike)
        _find_rivals(starts)
    dropped = True
    while dropped:
        dropped = False
        for starts in free:
            while _drop_one(starts, held):
                dropped = True
    kept = {id(item) for starts in found for item in starts.items()}
    return {course: [item for item in items if id(item) in kept] for course, items in usable.items()}


def _starts(model: PlanModel, usable: dict[str, list[Usable]]) -> list[_Starts]:
    found: dict[tuple[str, str, int, int], _Starts] = {}
    for course in model.network.courses:
        for item in usable[course.id]:
            p, rooms, teachers = item
            key = (course.id, p.centre, p.weekday, p.weeks)
            if key not in found:
                found[key] = _Starts(course, p.centre, p.weekday, p.weeks, p.end - p.start)
            found[key].rooms.update(room.name for room in rooms)
            found[key].teachers.update(teachers)
            found[key].left[p.start][p.session] = item
    return list(found.values())


def _drop_unattended(network: Network, starts: _Starts, alike: Alike) -> None:
    """Leaves out the starts to which fewer can come than the smallest group of the course needs."""
    course = starts.course
    groups = (group_id(course.id, n + 1) for n in range(network.group_counts[course.id]))
    least = min((network.group_min(course, starts.centre, name) for name in groups), default=0)
    for start, signature in starts.signatures.items():
        if sum(len(alike[who]) for who in {who for who, _ in signature}) < least:
            del starts.left[start]


def _drop_one(starts: _Starts, held: set[Placement]) -> bool:
    """Leaves out the first start that another one dominates, if there is one."""
    for worse, sessions in starts.left.items():
        if any(placement in held for placement, _, _ in sessions.values()):
            continue
        if any(
            better in starts.left and not _disturbs(starts, better, worse) for better in starts.rivals[worse]
        ):
            del starts.left[worse]
            return True
    return False


def _find_rivals(starts: _Starts) -> None:
    """What of one start dominating another does not change while others are left out."""
    for worse, less in starts.left.items():
        coming = {who for who, _ in starts.signatures[worse]}
        starts.clashes[worse] = list(_clashes(starts, coming))
        starts.rivals[worse] = [
            better
            for better, more in starts.left.items()
            if better != worse
            and _can_be_held(more, less)
            and _can_be_attended(starts.signatures[better], starts.signatures[worse])
        ]


def _clashes(starts: _Starts, coming: set[Circumstance]) -> Iterator[_Clash]:
    for others, needs in starts.neighbours:
        for pause in {need.pause for need in needs if need.who is None or need.who in coming}:
            after, before = (
                length + (WHOLE_DAY if minutes is None else minutes)
                for length, minutes in zip((starts.minutes, others.minutes), pause, strict=True)
            )
            yield _Clash(others, after, before)


def _can_be_held(more: dict[int, Usable], less: dict[int, Usable]) -> bool:
    return all(
        session in more
        and {room.name for room in rooms} <= {room.name for room in more[session][1]}
        and set(teachers) <= set(more[session][2])
        for session, (_, rooms, teachers) in less.items()
    )


def _can_be_attended(better: Signature, worse: Signature) -> bool:
    return all(
        who in better and there <= better[who][0] and back <= better[who][1]
        for who, (there, back) in worse.items()
    )


def _disturbs(starts: _Starts, better: int, worse: int) -> bool:
    """Whether something that does not clash with one start clashes with the other."""
    return any(
        -after < better - other < before and not -after < worse - other < before
        for others, after, before in starts.clashes[worse]
        for other in others.left
    )


def _find_neighbours(model: PlanModel, found: list[_Starts]) -> None:
    attending = both_attended(model.network)
    by_day: dict[int, list[_Starts]] = defaultdict(list)
    for starts in found:
        by_day[starts.weekday].append(starts)
    for of_day in by_day.values():
        for one, other in [*combinations(of_day, 2), *zip(of_day, of_day, strict=True)]:
            if one.weeks & other.weeks and _may_both_be_held(model.network, one.course, other.course):
                students = attending.get((one.course.id, other.course.id), {}).values()
                needs = list(_needs(model.network, one, other, students))
                if needs:
                    one.neighbours.append((other, needs))
                    if other is not one:
                        other.neighbours.append((one, [need.turned() for need in needs]))


def _may_both_be_held(network: Network, one: Course, other: Course) -> bool:
    return one is not other or one.weekly_sessions > 1 or network.group_counts[one.id] > 1


def _needs(network: Network, one: _Starts, other: _Starts, students: Iterable[Student]) -> Iterator[_Need]:
    """What has to lie between a session of the one and a session of the other."""
    here, there = (network.centre_by_id[starts.centre].institution for starts in (one, other))
    if (
        one.centre == other.centre
        or (here == there and one.rooms & other.rooms)
        or all(course.is_practice or course.remote_seats for course in (one.course, other.course))
    ):
        yield _Need(NO_PAUSE, None)
    if one.teachers & other.teachers:
        yield _Need(pause_of_teachers(network, here, there), None)
    for student in students:
        at_one, at_other = (sites_for(network, student, s.course, s.centre) for s in (one, other))
        for site, other_site in product(at_one, at_other):
            yield _Need(pause_between(network, student, site, other_site), circumstance(student))


def both_attended(network: Network) -> dict[tuple[str, str], dict[Circumstance, Student]]:
    """(course, course) → one student of every circumstance among those who may attend both, in both orders;
    a course with itself: its several sessions."""
    found: dict[tuple[str, str], dict[Circumstance, Student]] = defaultdict(dict)
    for name, choices in network.choices_by_student.items():
        student = network.student_by_id[name]
        who = circumstance(student)
        several = network.max_courses(student) > 1
        for choice, other in product(choices, choices):
            if choice is not other and (not several or choice.kind is other.kind is ChoiceKind.ALTERNATIVE):
                continue
            for one, two in product(network.courses_of(choice.course), network.courses_of(other.course)):
                if one is not two or one.weekly_sessions > 1:
                    found[one.id, two.id].setdefault(who, student)
    return found


def applicants_of(model: PlanModel, course: Course) -> Alike:
    """Those who chose the course, by their circumstance."""
    found: Alike = defaultdict(list)
    for name, choices in model.network.choices_by_student.items():
        if any(course in model.network.courses_of(choice.course) for choice in choices):
            student = model.network.student_by_id[name]
            found[circumstance(student)].append(student)
    return found


def _signature(model: PlanModel, course: Course, applicants: Alike, placement: Placement) -> Signature:
    """(circumstance, site) → the ways there and back of who can attend."""
    signature: Signature = {}
    for who, (student, *_) in applicants.items():
        for site in sites_for(model.network, student, course, placement.centre):
            ways = model.ways(student, placement, site)
            if ways is not None and _is_admitted(model.network, course, placement, site):
                signature[who, site] = (set(ways[0]), set(ways[1]))
    return signature


def _is_admitted(network: Network, course: Course, placement: Placement, site: str) -> bool:
    """Whether a practice place takes students then; any other site does."""
    p = placement
    return not course.is_practice or all(
        windows_admit(place.windows, p.weekday, p.start, p.end, p.weeks)
        for place in network.practice_places
        if place.institution == site
    )


def undominated_ways(ways: list[Way]) -> list[Way]:
    """Leaves out runs that take no less time than a free way, and all but the quickest ride of a run."""
    free = min((way.minutes for way in ways if way.run is None), default=None)
    best: dict[str | None, Way] = {}
    for way in ways:
        if way.run is not None and free is not None and way.minutes >= free:
            continue
        if way.run not in best or way.minutes < best[way.run].minutes:
            best[way.run] = way
    return list(best.values())
