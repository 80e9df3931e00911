"""When a search got so far: read off its steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.bench import BenchRow, Step
from models.plan import Level

FIRST = 2
"""Levels that are looked at: who is served, and with which wish."""

NEAR = 0.01
"""Within one per cent of the scale."""


def states(steps: Sequence[Step]) -> Iterator[tuple[float, dict[str, Step]]]:
    """After each step: when it was, and the last that is known of every level."""
    known: dict[str, Step] = {}
    for step in steps:
        known[step.level] = step
        yield step.elapsed_s, dict(known)


def time_within(levels: Sequence[Level], steps: Sequence[Step], wall_s: float) -> float | None:
    """When value and bound of the first two levels were first within one per cent; ``None`` if never.

    What only the end of the run brought (a seat given away) counts from its end.
    """
    first = levels[:FIRST]
    for elapsed, known in states(steps):
        if all(_is_within(level, known.get(level.name)) for level in first):
            return elapsed
    gaps = [level.gap for level in first]
    return wall_s if gaps and all(gap is not None and gap <= NEAR for gap in gaps) else None


def _is_within(level: Level, step: Step | None) -> bool:
    if step is None or step.bound is None:
        return False
    return abs(step.value - step.bound) <= NEAR * level.scale


def time_near(row: BenchRow, best: Mapping[str, int]) -> float | None:
    """When the first two levels were first within one per cent of the best values known of the instance,
    proven or not; ``None`` if never."""
    first = row.levels[:FIRST]
    for elapsed, known in states(row.steps):
        if first and all(
            (step := known.get(level.name)) is not None and _is_near(step.value, level, best)
            for level in first
        ):
            return elapsed
    return row.wall_s if first and all(_is_near(level.value, level, best) for level in first) else None


def _is_near(value: int, level: Level, best: Mapping[str, int]) -> bool:
    return abs(value - best.get(level.name, level.value)) <= NEAR * level.scale
