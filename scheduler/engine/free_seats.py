"""Gives away the seats that a search cut short has left free, by a solve: programmes hang together.

The timetable stays as it is, nobody loses, and whoever can be given something better gets it. All rules
hold by the model itself. ``scheduler.engine.filling`` does the same for single courses without a solve.
"""

from __future__ import annotations

from functools import partial

from ortools.sat.python import cp_model

from models.network import Network
from models.plan import Plan
from models.tables import ChoiceKind
from scheduler.engine.expressions import is_true, total
from scheduler.engine.extract import extract, literals_of, timetable_literals
from scheduler.engine.model import PlanModel
from scheduler.engine.settings import Settings
from scheduler.engine.solver import new_solver
from scheduler.engine.variables import Seat

SETTINGS = Settings(deterministic=True)
"""The same plan gives the same seats."""

DETERMINISTIC_SECONDS = 10.0


def give_free_seats(network: Network, plan: Plan) -> Plan:
    """The plan with all seats given that somebody can still take; the same one if there are none."""
    model = PlanModel(network, like=plan)
    literals = literals_of(model, plan)
    if literals is None:  # a timetable that the model leaves out
        return plan
    true = {literal.index for literal in literals}
    _fix_timetable(model, true)
    for seat in model.seats:
        if seat.taken.index in true:
            _keep_place_and_ways(model, seat, true)
    before = _nobody_loses(model, true)
    solver = new_solver(SETTINGS, DETERMINISTIC_SECONDS)
    status = solver.solve(model.cp)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE) or round(solver.objective_value) <= before:
        return plan
    found = extract(model, partial(is_true, list(solver.response_proto.solution)))
    return plan.replace(groups=found.groups, enrolments=found.enrolments, rides=found.rides)


def _fix_timetable(model: PlanModel, true: set[int]) -> None:
    for literal in timetable_literals(model):
        model.cp.add(literal == int(literal.index in true))


def _keep_place_and_ways(model: PlanModel, seat: Seat, true: set[int]) -> None:
    """A seat that stays keeps its site and its rides."""
    runs = [way.taken for ways in seat.ways.values() for way in ways if way.way.run]
    for literal in (*seat.sites.values(), *runs):
        if literal.index in true:
            model.cp.add_implication(seat.taken, literal)
        else:
            model.cp.add(literal == 0)


def _nobody_loses(model: PlanModel, true: set[int]) -> int:
    """As much as possible for everybody, no less than now for anybody; the worth of what there is."""
    network = model.network
    least = max((choice.rank for choice in network.choices), default=0) + 1
    now = {(seat.student.id, seat.choice.course) for seat in model.seats if seat.taken.index in true}
    reached = 0
    terms = []
    for student, choices in network.choices_by_student.items():
        worth = [(least - choice.rank) * model.served[student, choice.course] for choice in choices]
        mine = sum(least - choice.rank for choice in choices if (student, choice.course) in now)
        if mine:
            model.cp.add(total(worth) >= mine)
        for choice in choices:
            if choice.kind is ChoiceKind.ADDITIONAL and (student, choice.course) in now:
                model.cp.add(model.served[student, choice.course] == 1)
        reached += mine
        terms += worth
    model.cp.maximize(total(terms))
    return reached
