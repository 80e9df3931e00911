"""The relaxation in which nothing clashes: rooms, teachers, buses and centres serve any number at a time.

What a plan is worth hardly depends on which of several equally good days a group meets, but a model that
has to keep apart what meets at one time must know the day. Without that, of days that everybody can come
to by equally short ways one is enough for a course whose students attend no other; the model shrinks by
half. Every plan has a counterpart in the relaxation that is worth as much on the ``TIMELESS_GOALS`` or
more: its groups moved to the days that are left.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from models.tables import Course, Room, Student
from scheduler.engine.candidates import circumstance, sites_for
from scheduler.engine.reduction import Usable, applicants_of, both_attended
from scheduler.rules.daily_load import sessions_left

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel

TIMELESS_RULES = frozenset(
    {
        "group_size",
        "room_capacity",
        "teacher_load",
        "practice_places",
        "remote_seats",
        "course_limit",
        "programme_whole",
        "student_clash",
        "weekly_load",
        "daily_load",
        "evenings",
        "locks",
    }
)
"""The couplings that hold of a plan's counterpart as well. A rule that is not here binds no relaxed plan."""

TIMELESS_GOALS = frozenset(
    {
        "unserved",
        "rank_points",
        "fairness",
        "remote_seats",
        "travel",
        "trips",
        "sizes",
        "majority_host",
        "priority",
    }
)
"""The goals on which a plan's counterpart is worth no less. No other goal may be solved in the relaxation."""


class _Offer(NamedTuple):
    """Who can come to a session and how soon: (circumstance, site) → minutes there and back; its room and
    teachers."""

    minutes: dict[tuple[tuple[object, ...], str], tuple[int, int]]
    capacity: int
    teachers: frozenset[str]


class _Bundle(NamedTuple):
    """Placements that stand in for those of another bundle, one for one: a day's, or a single one.

    ``offers``: (session, start) → offer, the start 0 for a single placement. ``sessions``: circumstance → how
    many sessions may be attended that day.
    """

    usable: list[Usable]
    offers: dict[tuple[int, int], _Offer]
    sessions: dict[tuple[object, ...], int]


def clash_free_placements(model: PlanModel) -> dict[str, list[Usable]]:
    """Course → the placements of a model that the relaxation keeps, with the largest room of each."""
    locked = {lock.group for lock in model.network.locks}
    alone = _taken_alone(model)
    found = {}
    for course in model.network.courses:
        placed = model.placed[course.id]
        if any(name.startswith(f"{course.id}-") for name in locked):
            found[course.id] = placed
            continue
        placed = [(placement, _largest(rooms), teachers) for placement, rooms, teachers in placed]
        is_mergeable = course.id in alone and not course.is_practice and not course.remote_seats
        found[course.id] = _merged(model, course, placed) if is_mergeable else placed
    return found


def _largest(rooms: list[Room]) -> list[Room]:
    return rooms and [max(rooms, key=lambda room: room.capacity)]


def _taken_alone(model: PlanModel) -> set[str]:
    """The courses that nobody can attend beside another one."""
    together = {one for one, other in both_attended(model.network) if one != other}
    return {course.id for course in model.network.courses} - together


def _merged(model: PlanModel, course: Course, placed: list[Usable]) -> list[Usable]:
    """The bundles of each centre and set of weeks that are not superfluous.

    A bundle is superfluous if as many others as a group has sessions can stand in for it: the group's other
    sessions leave one of them free.
    """
    alike: dict[tuple[str, int], list[Usable]] = defaultdict(list)
    for item in placed:
        alike[item[0].centre, item[0].weeks].append(item)
    applicants = [student for student, *_ in applicants_of(model, course).values()]
    kept: set[int] = set()
    for items in alike.values():
        bundles = _bundles(model, course, applicants, items)
        for bundle in list(bundles):
            stand_ins = sum(_stands_in(other, bundle) for other in bundles if other is not bundle)
            if stand_ins >= course.weekly_sessions:
                bundles.remove(bundle)
        kept |= {id(item) for bundle in bundles for item in bundle.usable}
    return [item for item in placed if id(item) in kept]


def _bundles(
    model: PlanModel, course: Course, applicants: list[Student], items: list[Usable]
) -> list[_Bundle]:
    """Days, whose sessions can follow each other; of a course that meets once a week each placement."""
    single = course.weekly_sessions == 1
    by_key: dict[tuple[int, int], list[Usable]] = defaultdict(list)
    for item in items:
        by_key[item[0].weekday, item[0].start if single else 0].append(item)
    found = []
    for (weekday, _), usable in by_key.items():
        weeks = usable[0][0].weeks
        sessions = {
            circumstance(student): sessions_left(model.network, student, course, weekday, weeks)
            for student in applicants
        }
        coming = [student for student in applicants if sessions[circumstance(student)]]
        offers = {
            (item[0].session, 0 if single else item[0].start): _offer(model, course, coming, item)
            for item in usable
        }
        found.append(_Bundle(usable, offers, sessions))
    return found


def _offer(model: PlanModel, course: Course, coming: list[Student], item: Usable) -> _Offer:
    placement, rooms, teachers = item
    minutes = {}
    for student in coming:
        for site in sites_for(model.network, student, course, placement.centre):
            ways = model.ways(student, placement, site)
            if ways is not None:
                there, back = (min(way.minutes for way in found) for found in ways)
                minutes[circumstance(student), site] = (there, back)
    return _Offer(minutes, max((room.capacity for room in rooms), default=0), frozenset(teachers))


def _stands_in(better: _Bundle, worse: _Bundle) -> bool:
    """Whether each session of the worse bundle can be held in the better one, as good for everybody."""
    return all(most <= better.sessions[who] for who, most in worse.sessions.items()) and all(
        key in better.offers and _is_no_worse(better.offers[key], offer)
        for key, offer in worse.offers.items()
    )


def _is_no_worse(better: _Offer, worse: _Offer) -> bool:
    return (
        better.capacity >= worse.capacity
        and better.teachers >= worse.teachers
        and all(
            who in better.minutes
            and all(more <= less for more, less in zip(better.minutes[who], both, strict=True))
            for who, both in worse.minutes.items()
        )
    )
