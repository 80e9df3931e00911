"""Compares plans as the goals do: level by level, and the first that differs decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.bench import SOLVERS, BenchRow
from models.order import natural
from models.plan import Level, Sense


class Verdict(StrEnum):
    BETTER = "better"
    EQUAL = "equal"
    WORSE = "worse"


@dataclass(frozen=True)
class Comparison:
    """``one`` against ``other``. ``level``: the first one that differs (of ``one``), if a level does."""

    one: BenchRow
    other: BenchRow
    verdict: Verdict
    level: Level | None = None


def compare(one: BenchRow, other: BenchRow) -> Comparison:
    """Better, equal or worse; a plan is better than none."""
    if not (one.has_plan and other.has_plan):
        verdict = (Verdict.EQUAL, Verdict.BETTER, Verdict.WORSE)[one.has_plan - other.has_plan]
        return Comparison(one, other, verdict)
    for mine, theirs in zip(one.levels, other.levels, strict=True):
        if mine.value != theirs.value:
            is_less = mine.value < theirs.value
            is_better = is_less == (mine.sense is Sense.MINIMISE)
            return Comparison(one, other, Verdict.BETTER if is_better else Verdict.WORSE, mine)
    return Comparison(one, other, Verdict.EQUAL)


def best_of(rows: Sequence[BenchRow]) -> BenchRow:
    """The row with the best plan; the first of equals."""
    best = rows[0]
    for row in rows[1:]:
        if compare(row, best).verdict is Verdict.BETTER:
            best = row
    return best


def latest(rows: Iterable[BenchRow]) -> list[BenchRow]:
    """The last row of each instance, solver, seed and limit; by instance and limit, the engine first."""
    found: dict[tuple[object, ...], BenchRow] = {}
    for row in rows:
        task = row.task
        found[task.instance, task.solver, task.seed, task.limit_s] = row
    return sorted(found.values(), key=_place)


def _place(row: BenchRow) -> tuple[object, ...]:
    task = row.task
    known = SOLVERS.index(task.solver) if task.solver in SOLVERS else len(SOLVERS)
    return natural(task.instance), task.limit_s, task.seed, known, task.solver


def by_work(rows: Iterable[BenchRow]) -> dict[tuple[str, int, float], list[BenchRow]]:
    """Instance, seed and limit → the rows of all solvers; what may be compared."""
    found: dict[tuple[str, int, float], list[BenchRow]] = defaultdict(list)
    for row in latest(rows):
        found[row.task.instance, row.task.seed, row.task.limit_s].append(row)
    return dict(found)


def against(rows: Iterable[BenchRow], solver: str) -> list[Comparison]:
    """One solver against each other on every instance that both were run on."""
    found = []
    for of_work in by_work(rows).values():
        mine = next((row for row in of_work if row.task.solver == solver), None)
        if mine is not None:
            found += [compare(mine, row) for row in of_work if row is not mine]
    return found
