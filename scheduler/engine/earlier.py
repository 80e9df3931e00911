"""Sessions as early as a finished plan allows: the same people, places, days, rooms, teachers and rides.

No goal asks when a session begins, and the start that most can come to is often the latest. So among plans
that are worth the same the search keeps any one; the students would wait for hours after lessons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ortools.sat.python import cp_model

from models.network import Network
from models.plan import Direction, Plan
from models.tables import Choice, Course, Student
from scheduler.engine.candidates import Attendance, Placement, Way, raw_placements
from scheduler.engine.expressions import Expr, Literal, is_true, total, value_of
from scheduler.engine.extract import extract, literals_of
from scheduler.engine.likeness import slots_of
from scheduler.engine.model import PlanModel
from scheduler.engine.planned import placement_of, site_of
from scheduler.engine.reduction import undominated_ways
from scheduler.engine.settings import Settings
from scheduler.engine.solver import new_solver
from scheduler.engine.symmetry import order_equal_groups
from scheduler.engine.variables import GroupVars, Seat
from scheduler.rules import PLACEMENT_FILTERS, objection


class _SameDays(PlanModel):
    """The model of a network in which only the seats of a plan can be taken, and only on its days, no later
    than there."""

    def __init__(self, network: Network, plan: Plan) -> None:
        self.seated = {(seat.student, seat.group, seat.rank) for seat in plan.enrolments}
        self.latest: dict[Placement, int] = {}
        for group, session in plan.sessions():
            placement = placement_of(network, network.course_by_id[group.course], session)
            day = _day(placement)
            self.latest[day] = max(placement.start, self.latest.get(day, 0))
        super().__init__(network, reduce=False)

    def placements(self, course: Course) -> list[Placement]:
        return [
            placement
            for placement in raw_placements(self.network, course)
            if placement.start <= self.latest.get(_day(placement), -1)
            and objection(PLACEMENT_FILTERS, self.network, placement) is None
        ]

    def _find_ways(self, attendance: Attendance) -> tuple[list[Way], list[Way]] | None:
        found = super()._find_ways(attendance)
        return found and (undominated_ways(found[0]), undominated_ways(found[1]))

    def _seat(self, student: Student, choice: Choice, group: GroupVars) -> Seat | None:
        if (student.id, group.id, choice.rank) not in self.seated:
            return None
        return super()._seat(student, choice, group)


def _day(placement: Placement) -> Placement:
    """The placement without its clock times."""
    return Placement(
        placement.course, placement.session, placement.centre, placement.weekday, 0, 0, placement.weeks
    )


def begin_earlier(network: Network, plan: Plan, settings: Settings, like: Plan | None = None) -> Plan:
    """The plan with its sessions as early as can be, the minutes counted once for every member; those that
    stand as in the plan ``like`` stay. The plan itself, if none is found within the limit of the settings."""
    model = _SameDays(network, plan)
    known = literals_of(model, plan)
    if known is None:  # made by hand, off the step
        return plan
    held = {literal.index for literal in known}
    values = [int(index in held) for index in range(len(model.cp.proto.variables))]
    for expression in _settled(model, like or Plan()):
        model.cp.add(expression == value_of(expression, values))
    order_equal_groups(model)  # as in the search: whoever starts from the plan has to find it there
    for minutes, most in _ways_taken(model, plan):
        model.cp.add(minutes <= most)
    model.cp.minimize(
        total(
            (1 + len(plan.members.get(group.id, ()))) * slot.placement.start * slot.chosen
            for group in model.groups.values()
            for slot in group.all_slots()
        )
    )
    solver = new_solver(replace(settings, workers=1), settings.time_limit_s)
    if solver.solve(model.cp) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return plan
    return extract(model, partial(is_true, solver.response_proto.solution))


def _settled(model: PlanModel, like: Plan) -> Iterator[Expr]:
    """What keeps its value: all but the starts, and the slots of the plan ``like``."""
    for group in model.groups.values():
        yield group.opened
        yield from group.teachers.values()
        yield from (slot.chosen for slot in slots_of(model, group, like))
        for slots in group.slots.values():
            by_day: dict[tuple[str, int, int, str], list[Literal]] = defaultdict(list)
            for slot in slots:
                p = slot.placement
                by_day[p.centre, p.weekday, p.weeks, ""].append(slot.chosen)
                for room, literal in slot.rooms:
                    by_day[p.centre, p.weekday, p.weeks, room.name].append(literal)
            yield from map(total, by_day.values())
    for seat in model.seats:
        yield seat.taken
        yield from seat.sites.values()
        for ways in seat.ways.values():
            yield from (way.taken for way in ways if way.way.run is not None)


def _ways_taken(model: PlanModel, plan: Plan) -> Iterator[tuple[Expr, int]]:
    """The minutes of every way there and back, with what they are in the plan."""
    network = model.network
    rows = {(row.student, row.group): row for row in plan.enrolments}
    for seat in model.seats:
        row = rows[seat.student.id, seat.group.id]
        for session in plan.group_by_id[seat.group.id].sessions:
            placement = placement_of(network, seat.group.course, session)
            offered = model.ways(seat.student, placement, site_of(network, row, session)) or ((), ())
            for direction, ways in zip(Direction, offered, strict=True):
                ride = plan.ride_of.get((seat.student.id, session.id, direction))
                run = ride.run if ride else None
                most = min(way.minutes for way in ways if way.run == run)
                taken = seat.ways[placement.session, direction]
                yield total(way.way.minutes * way.taken for way in taken), most
