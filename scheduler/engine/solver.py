"""CP-SAT with the parameters that every solve of the engine has."""

from __future__ import annotations

from ortools.sat.python import cp_model

from scheduler.engine.settings import SUBSOLVERS, Settings


def new_solver(settings: Settings, seconds: float | None) -> cp_model.CpSolver:
    """A solver with the parameters that hold for every solve; ``SUBSOLVERS`` are its workers, unless the
    settings say how many CP-SAT may choose itself.

    ``presolve_inclusion_work_limit = 0`` keeps clear of an overflow in presolve of OR-Tools 9.15 that
    can certify a wrong optimum.
    """
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    if settings.workers is None and not settings.deterministic:
        parameters.subsolvers.extend(SUBSOLVERS)
    parameters.num_workers = settings.num_workers
    parameters.random_seed = settings.seed
    parameters.presolve_inclusion_work_limit = 0
    parameters.cp_model_presolve = settings.presolve
    if seconds is not None:
        if settings.deterministic:
            parameters.max_deterministic_time = seconds
        else:
            parameters.max_time_in_seconds = seconds
    return solver
