"""One run in a process of its own: ``python -m scheduler.cli.bench.job TASK FILE``.

TASK is a ``BenchTask`` in JSON; the row goes to FILE when all has been measured.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.bench import SOLVERS, BenchRow, BenchTask, Machine, Step
from models.outcome import Infeasible, Solved
from reports.bench.times import time_within
from scheduler.cli.bench.registry import INSTANCES

if TYPE_CHECKING:
    from models.network import Network
    from models.outcome import Outcome
    from models.plan import Plan
    from scheduler.engine.settings import Progress, Settings

LOTTERY_SEED = 1
"""The same draw for all solvers, so that their last level can be compared."""


def machine() -> Machine:
    """What a run is measured on."""
    return Machine(
        cores=os.cpu_count() or 1,
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        ortools=importlib.metadata.version("ortools"),
        highspy=_version_of("highspy"),
    )


def _version_of(distribution: str) -> str | None:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return None


class Watch:
    """Notes what a search tells, and when the first plan was there."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.first_plan_s: float | None = None
        self.steps: list[Step] = []

    def on_progress(self, told: Progress) -> None:
        if told.part is not None:
            return
        if told.phase == "plan" or told.value is not None:
            self.on_plan(None)
        if told.value is not None:
            seconds = round(told.elapsed_s, 2)
            self.steps.append(Step(level=told.level, value=told.value, bound=told.bound, elapsed_s=seconds))

    def on_plan(self, _: Plan | None) -> None:
        if self.first_plan_s is None:
            self.first_plan_s = round(time.monotonic() - self.started, 2)


def measure(task: BenchTask) -> BenchRow:
    """Solves, audits once more, and gathers the figures. Memory is the business of whoever looks on."""
    from reports.audit import audit
    from scheduler.engine.settings import Settings
    from scheduler.engine.solve import AuditMismatchError

    started_at = datetime.now(UTC).isoformat(timespec="seconds")
    network = INSTANCES[task.instance].network()
    row = BenchRow(
        task=task,
        machine=machine(),
        started_at=started_at,
        status="unknown",
        sha256=network.sha256,
        applicants=len(network.choices_by_student),
    )
    settings = Settings(
        time_limit_s=task.limit_s, seed=task.seed, workers=task.workers, lottery_seed=LOTTERY_SEED
    )
    watch = Watch()
    try:
        outcome = _solve(task.solver, network, settings, watch)
    except AuditMismatchError as error:
        wall_s = round(time.monotonic() - watch.started, 2)
        return row.replace(status="failed", error=str(error), wall_s=wall_s, steps=tuple(watch.steps))
    wall_s = round(time.monotonic() - watch.started, 2)
    row = row.replace(wall_s=wall_s, steps=tuple(watch.steps), first_plan_s=watch.first_plan_s)
    if isinstance(outcome, Infeasible):
        return row.replace(status="infeasible")
    if not isinstance(outcome, Solved):
        return row.replace(error=outcome.reason.in_("en"))
    plan = outcome.plan
    is_optimal = plan.status == "optimal"
    last = watch.steps[-1].elapsed_s if watch.steps else wall_s
    return row.replace(
        status="optimal" if is_optimal else "feasible",
        levels=plan.levels,
        first_plan_s=wall_s if row.first_plan_s is None else row.first_plan_s,
        within_1_percent_s=time_within(plan.levels, watch.steps, wall_s),
        proof_s=last if is_optimal else None,
        violations=len(audit(network, plan).violations),
    )


def _solve(solver: str, network: Network, settings: Settings, watch: Watch) -> Outcome:
    from reports.audit import audit

    if solver == SOLVERS[0]:
        from scheduler.engine.solve import solve

        return solve(network, settings, audit, watch.on_progress)
    from scheduler.peers import PEERS, solve_by

    return solve_by(PEERS[solver], network, settings, audit, watch.on_progress, watch.on_plan)


def main() -> None:
    """Runs the task of the command line; the row is there whole or not at all."""
    task, path = BenchTask.model_validate_json(sys.argv[1]), Path(sys.argv[2])
    row = measure(task)
    passing = path.with_suffix(".passing")
    passing.write_text(row.model_dump_json(), encoding="utf-8")
    passing.replace(path)


if __name__ == "__main__":
    main()
