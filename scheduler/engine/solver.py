"""CP-SAT with the parameters that every solve of the engine has."""

from __future__ import annotations

from ortools.sat.python import cp_model

from scheduler.engine.settings import PROVERS, SUBSOLVERS, Settings


def new_solver(settings: Settings, seconds: float | None, *, proves: bool = False) -> cp_model.CpSolver:
    """A solver with the parameters that hold for every solve; ``SUBSOLVERS`` are its workers, unless the
    settings say how many CP-SAT may choose itself. ``proves``: only ``PROVERS``, and no search for better
    solutions in neighbourhoods beside them.

    ``presolve_inclusion_work_limit = 0`` keeps clear of an overflow in presolve of OR-Tools 9.15 that
    can certify a wrong optimum. A third round of presolve is not worth its time (decision 0016).
    """
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    if settings.workers is None and not settings.deterministic:
        parameters.subsolvers.extend(PROVERS if proves else SUBSOLVERS)
        if proves:
            parameters.num_full_subsolvers = len(PROVERS)
            parameters.use_lns = parameters.use_feasibility_jump = False
    parameters.num_workers = len(parameters.subsolvers) or settings.num_workers
    parameters.random_seed = settings.seed
    parameters.presolve_inclusion_work_limit = 0
    parameters.cp_model_presolve = settings.presolve
    parameters.max_presolve_iterations = 2
    if seconds is not None:
        if settings.deterministic:
            parameters.max_deterministic_time = seconds
        else:
            parameters.max_time_in_seconds = seconds
    return solver
