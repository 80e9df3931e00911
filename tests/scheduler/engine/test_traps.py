"""Each known trap of the solver has its guard."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from ortools.sat.python import cp_model

from instances.generator import GeneratorSpec, generate
from instances.tiny import ALL
from models.goals import GOALS
from models.network import Network
from models.outcome import Solved, Unknown
from models.plan import Plan, Sense
from reports.audit import audit
from scheduler.engine.bounds import LevelBound, safe_bound
from scheduler.engine.filling import fill_free_seats
from scheduler.engine.joint import GUIDE_WEIGHT, LARGEST_ROW, Level, guide_weight, join
from scheduler.engine.levels import solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.refusals import find_refusals
from scheduler.engine.run import Reporter, Run
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve
from scheduler.engine.solver import new_solver
from scheduler.goals import LEXIMIN, OBJECTIVES

ROOT = Path(__file__).parents[3]
QUIET = Reporter(progress=lambda _: None, plan=lambda _: None, bound=lambda _: None, goal=lambda _: None)

TINY = [name for name, tiny in ALL.items() if tiny.plan is not None]


def test_the_solver_is_pinned_exactly() -> None:
    """One version, the same wherever it is written down, and the one that is installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (wanted,) = [line for line in project["dependencies"] if line.startswith("ortools")]
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"ortools==\d+\.\d+\.\d+", wanted)
    assert wanted in constraints
    assert wanted == f"ortools=={importlib.metadata.version('ortools')}"


@pytest.mark.parametrize(
    "settings", [Settings(), Settings(workers=8), Settings(deterministic=True, seed=5)], ids=str
)
def test_parameters_of_every_solver(settings: Settings) -> None:
    """No inclusion in presolve (it has certified a wrong optimum), nothing that crashes with many workers."""
    parameters = new_solver(settings, 10.0).parameters
    assert parameters.presolve_inclusion_work_limit == 0
    assert not parameters.interleave_search
    assert not parameters.repair_hint
    assert parameters.random_seed == settings.seed
    if settings.deterministic:
        assert parameters.num_workers == 1
        assert parameters.max_deterministic_time == 10.0
        assert parameters.max_time_in_seconds == float("inf")
    else:
        assert parameters.max_time_in_seconds == 10.0


def largest_row(cp: cp_model.CpModel) -> int:
    """The largest sum of coefficients of a row or of the objective, without their signs."""
    rows = [list(row.linear.coeffs) for row in cp.proto.constraints if row.has_linear()]
    rows.append(list(cp.proto.objective.coeffs))
    return max(sum(abs(int(factor)) for factor in row) for row in rows)


def search_all(network: Network) -> tuple[Plan, dict[str, LevelBound]]:
    """The plan of a network and its bounds, found in this process."""
    plans: list[Plan] = []
    bounds: dict[str, LevelBound] = {}
    reporter = Reporter(
        progress=lambda _: None,
        plan=plans.append,
        bound=lambda found: bounds.update({found.name: found}),
        goal=lambda _: None,
    )
    solve_levels(PlanModel(network), Settings(time_limit_s=600, workers=1), 1, reporter)
    return plans[-1], bounds


@pytest.mark.parametrize("name", TINY)
def test_every_solve_of_the_engine_has_the_guards(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Levels, free seats, refusals: each with the parameter set and all rows and weights small."""
    real = cp_model.CpSolver.solve
    solved: list[int] = []

    def watched(
        solver: cp_model.CpSolver,
        model: cp_model.CpModel,
        callback: cp_model.CpSolverSolutionCallback | None = None,
    ) -> cp_model.CpSolverStatus:
        assert solver.parameters.presolve_inclusion_work_limit == 0
        assert not solver.parameters.interleave_search
        assert not solver.parameters.repair_hint
        solved.append(largest_row(model))
        return real(solver, model, callback)

    monkeypatch.setattr(cp_model.CpSolver, "solve", watched)
    network = ALL[name].network
    plan, _ = search_all(network)
    find_refusals(network, fill_free_seats(network, plan))
    assert len(solved) > 1
    assert max(solved) <= LARGEST_ROW


@pytest.mark.slow
def test_rows_of_a_municipality_stay_small() -> None:
    """1 200 applicants in one model: the rules and every goal, with the guide beside it."""
    network, _ = generate(GeneratorSpec(applicants=1200, seed=1))
    model = PlanModel(network)
    assert largest_row(model.cp) <= LARGEST_ROW
    (guide,) = OBJECTIVES["rank_points"](model, 1)
    weights = []
    for goal in network.goals:
        for objective in OBJECTIVES[goal](model, 1):
            weight = guide_weight(objective.expression, guide.expression)
            model.cp.minimize(objective.expression - weight * guide.expression)
            assert largest_row(model.cp) <= LARGEST_ROW
            largest = max(map(abs, cp_model.FlatIntExpr(objective.expression).coeffs), default=1)
            weights.append(weight / largest)
    levels = [
        Level(objective, GOALS[goal].sense)
        for goal in network.goals
        if goal not in LEXIMIN
        for objective in OBJECTIVES[goal](model, 1)
    ]
    for first in range(len(levels)):  # with all that follow, weights would pass 64 bits
        model.cp.minimize(join(levels[first:]).expression)
        assert largest_row(model.cp) <= LARGEST_ROW
    assert max(weights) == GUIDE_WEIGHT  # where there is room, the guide has its usual weight
    assert min(weights) < GUIDE_WEIGHT  # and here it would have been too much


def test_a_guide_weighs_something_even_without_room() -> None:
    """One at the least; any weight is right, as the guide is fixed at its optimum."""
    cp = cp_model.CpModel()
    huge, small = cp.new_bool_var("huge"), cp.new_bool_var("small")
    assert guide_weight(LARGEST_ROW * huge, 1 * small) == 1


@pytest.mark.parametrize(
    ("sense", "reported", "value", "bound"),
    [
        (Sense.MAXIMISE, 0.0, 3, 10),  # stopped in presolve: below the value
        (Sense.MAXIMISE, 0.0, 0, 10),  # the same at a value of 0: equal, yet not called optimal
        (Sense.MAXIMISE, 25.0, 3, 10),  # weaker than the domains
        (Sense.MAXIMISE, 7.9999, 3, 7),
        (Sense.MINIMISE, 0.0, 3, 0),
        (Sense.MINIMISE, 12.0, 3, 0),
        (Sense.MINIMISE, 3.0, 3, 0),
        (Sense.MINIMISE, 1.0001, 3, 2),
    ],
)
def test_a_bound_that_bounds_nothing(sense: Sense, reported: float, value: int, bound: int) -> None:
    """Ten literals, so 0 to 10: only what lies strictly between the value and what the domains say counts."""
    cp = cp_model.CpModel()
    expression = sum(cp.new_bool_var(f"x{n}") for n in range(10))
    assert safe_bound(reported, expression, sense, value) == bound


@pytest.mark.slow
def test_bounds_of_solves_that_stop_anywhere() -> None:
    """Within presolve, at the root, in the search: no bound lies below a plan that is known."""
    network, _ = generate(GeneratorSpec(applicants=120, seed=1))
    model = PlanModel(network)
    (points,) = OBJECTIVES["rank_points"](model, 1)
    run = Run(model, Settings(time_limit_s=60, deterministic=True), QUIET, 0.0)
    run.start()
    known = points.value(run.known())
    assert known > 0
    model.cp.maximize(points.expression)
    for index in range(model.num_decisions):  # the plan in which nothing opens, as the search begins
        model.cp.add_hint(model.cp.get_int_var_from_proto_index(index), 0)
    bounds = []
    for seconds in (0.001, 0.01, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 60.0):
        solver = new_solver(Settings(workers=1), seconds)
        solver.parameters.stop_after_first_solution = seconds == 60.0
        if solver.solve(model.cp) in (cp_model.FEASIBLE, cp_model.OPTIMAL):
            value = round(solver.objective_value)
            bounds.append(safe_bound(solver.best_objective_bound, points.expression, Sense.MAXIMISE, value))
    assert bounds
    assert min(bounds) >= known


@pytest.mark.slow
@pytest.mark.parametrize(("applicants", "limit"), [(240, 1.0), (1200, 3.0)])
def test_the_limit_strikes_while_models_are_built(applicants: int, limit: float) -> None:
    """Or within presolve: an audited plan that promises nothing untrue, or a word that there is none."""
    network, _ = generate(GeneratorSpec(applicants=applicants, seed=1))
    outcome = solve(network, Settings(time_limit_s=limit), audit)
    if isinstance(outcome, Unknown):
        assert outcome.reason.in_("ru")
        return
    assert isinstance(outcome, Solved)
    assert not audit(network, outcome.plan).violations
    proven = all(level.proven for level in outcome.plan.levels)
    assert outcome.plan.status == ("optimal" if proven else "feasible")
