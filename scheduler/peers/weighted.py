"""The textbook model: the constraints of the engine, one weighted sum of all goals, one solve by CP-SAT.

Parameters are CP-SAT's own, save for the limit of time and the guard against its faulty presolve.
"""

from __future__ import annotations

from ortools.sat.python import cp_model

from scheduler.engine.child import search_settings
from scheduler.engine.model import PlanModel
from scheduler.engine.run import NoPlanError
from scheduler.peers.errand import Errand, Send, Teller
from scheduler.peers.weights import weighted_sum

MOST = 2**61
"""What the sum may be worth at the most: CP-SAT counts in 64 bits. Smaller weights were tried on
districts and gave worse plans: fairness then weighs less than what comes after it."""


def run(errand: Errand, send: Send) -> None:
    """One solve; every better plan is sent home, and at the end what the bound says."""
    model = PlanModel(errand.network)
    limit = search_settings(errand.settings, errand.elapsed()).time_limit_s
    aim = weighted_sum(model, errand.lottery_seed, MOST)
    model.cp.minimize(aim.expression)
    teller = Teller(model, aim, errand, send)
    solver = cp_model.CpSolver()
    if errand.settings.workers is not None:
        solver.parameters.num_workers = errand.settings.workers
    solver.parameters.random_seed = errand.settings.seed
    solver.parameters.presolve_inclusion_work_limit = 0
    solver.parameters.max_time_in_seconds = max(0.0, limit - errand.elapsed())
    status = solver.solve(model.cp, _Watch(teller))
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise NoPlanError("infeasible" if status == cp_model.INFEASIBLE else "unknown")
    least = max(-aim.offset, solver.response_proto.inner_objective_lower_bound)
    teller.done(list(solver.response_proto.solution), least, "CP-SAT")


class _Watch(cp_model.CpSolverSolutionCallback):
    """Hands on better solutions."""

    def __init__(self, teller: Teller) -> None:
        super().__init__()
        self.teller = teller

    def on_solution_callback(self) -> None:
        response = self.response_proto
        least = max(-self.teller.aim.offset, response.inner_objective_lower_bound)
        self.teller.better(list(response.solution), least)
