"""A row of the benchmark: one run of one solver on one instance, with everything that was measured."""

from __future__ import annotations

from typing import Literal

from models.base import Record
from models.plan import Level

BENCH_FORMAT: Literal["setka-bench/1"] = "setka-bench/1"

Status = Literal["optimal", "feasible", "infeasible", "unknown", "failed"]
"""What became of a run. ``optimal``: proven on every level. ``failed``: killed, crashed, or not passed by
the audit."""


SOLVERS = ("setka", "weighted", "mip", "by-hand")
"""The engine, and the peers it is compared with."""


class Step(Record):
    """What a search told on its way: value and bound of a level, so many seconds after its start."""

    level: str
    value: int
    bound: int | None = None
    elapsed_s: float


class Machine(Record):
    cores: int
    system: str
    python: str
    ortools: str
    highspy: str | None = None


class BenchTask(Record):
    """What is to be run. ``version`` is that of setka with a digest of its sources, so that a row of an older
    state of the code is never taken for one of this."""

    instance: str
    solver: str
    seed: int
    limit_s: float
    version: str
    workers: int | None = None


class BenchRow(Record):
    """A task and its result. Times are in seconds from the start of the solve, ``None`` where it never came
    to that; ``peak_mb`` is the memory of all processes of the run together, sampled."""

    format: Literal["setka-bench/1"] = BENCH_FORMAT
    task: BenchTask
    machine: Machine
    started_at: str
    status: Status
    error: str = ""
    sha256: str = ""
    applicants: int = 0
    wall_s: float = 0.0
    first_plan_s: float | None = None
    within_1_percent_s: float | None = None
    proof_s: float | None = None
    peak_mb: float = 0.0
    violations: int | None = None
    levels: tuple[Level, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def has_plan(self) -> bool:
        return bool(self.levels)

    def level(self, name: str) -> Level | None:
        return next((level for level in self.levels if level.name == name), None)
