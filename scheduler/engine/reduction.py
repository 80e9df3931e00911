"""Leaves out placements and ways that others make superfluous, without losing every best plan.

A placement t is dominated by t' (same session, centre, weekday, weeks) when whoever can attend t can
attend t' by the same ways, every room and teacher of t can serve t', and moving from t to t' disturbs
nobody else: t' is later and no session of that weekday can follow t, or t' is earlier and none can
precede t.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from models.network import Network
from models.plan import Plan, session_ordinal
from models.tables import Course, Room
from scheduler.engine.candidates import Placement, Way, circumstance, sites_for

if TYPE_CHECKING:
    from models.tables import Student
    from scheduler.engine.model import PlanModel

Usable = tuple[Placement, list[Room], list[str]]
Signature = dict[tuple[object, ...], tuple[set[Way], set[Way]]]


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


def day_ends(usable: dict[str, list[Usable]]) -> dict[int, tuple[int, int]]:
    """Weekday → (earliest end, latest start) of any placement of any course."""
    by_day: dict[int, list[Placement]] = defaultdict(list)
    for items in usable.values():
        for placement, _, _ in items:
            by_day[placement.weekday].append(placement)
    return {
        weekday: (min(p.end for p in found), max(p.start for p in found)) for weekday, found in by_day.items()
    }


def undominated_placements(
    model: PlanModel,
    course: Course,
    usable: list[Usable],
    day_ends: dict[int, tuple[int, int]],
    held: set[Placement],
) -> list[Usable]:
    """The placements of a course that no other one dominates, and those ``held`` in a plan to stay near to.

    ``day_ends``: weekday → (earliest end, latest start) of any placement of any course.
    """
    if course.is_practice or any(
        lock.start is not None and lock.group.startswith(f"{course.id}-") for lock in model.network.locks
    ):
        return usable
    applicants = applicants_of(model, course)
    alike: dict[tuple[int, str, int, int], list[Usable]] = defaultdict(list)
    for item in usable:
        p = item[0]
        alike[p.session, p.centre, p.weekday, p.weeks].append(item)
    kept: list[Usable] = []
    for items in alike.values():
        signatures = {item[0].start: _signature(model, course, applicants, item[0]) for item in items}
        left = {item[0].start: item for item in items}
        for item in items:
            start = item[0].start
            if item[0] not in held and any(
                _dominates(other, item, signatures, day_ends)
                for other in left.values()
                if other[0].start != start
            ):
                del left[start]
        kept += left.values()
    order = {item[0]: position for position, item in enumerate(usable)}
    return sorted(kept, key=lambda item: order[item[0]])


def applicants_of(model: PlanModel, course: Course) -> list[Student]:
    """One student of every circumstance among those who chose the course."""
    found: dict[tuple[object, ...], Student] = {}
    for choice in model.network.choices:
        if course in model.network.courses_of(choice.course):
            student = model.network.student_by_id[choice.student]
            found.setdefault(circumstance(student), student)
    return list(found.values())


def _signature(
    model: PlanModel, course: Course, applicants: list[Student], placement: Placement
) -> Signature:
    signature: Signature = {}
    for student in applicants:
        for site in sites_for(model.network, student, course, placement.centre):
            ways = model.ways(student, placement, site)
            if ways is not None:
                signature[circumstance(student), site] = (set(ways[0]), set(ways[1]))
    return signature


def _dominates(
    better: Usable, worse: Usable, signatures: dict[int, Signature], day_ends: dict[int, tuple[int, int]]
) -> bool:
    earliest_end, latest_start = day_ends[worse[0].weekday]
    if better[0].start > worse[0].start:
        undisturbed = latest_start < worse[0].end
    else:
        undisturbed = earliest_end > worse[0].start
    if not undisturbed:
        return False
    if not {room.name for room in worse[1]} <= {room.name for room in better[1]}:
        return False
    if not set(worse[2]) <= set(better[2]):
        return False
    more, less = signatures[better[0].start], signatures[worse[0].start]
    return all(
        who in more and there <= more[who][0] and back <= more[who][1] for who, (there, back) in less.items()
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
