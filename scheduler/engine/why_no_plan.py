"""Says why no plan exists, as it is found out: which locks conflict, the fewest to give up, by which rules
they conflict, and what giving each up would bring."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from models.network import Network
from models.outcome import Infeasible
from models.tables import Lock
from scheduler.engine.conflict import Conflicts, Switched
from scheduler.engine.judge import Clock, Judge
from scheduler.engine.removals import without
from scheduler.engine.settings import Settings

Locks = tuple[Lock, ...]

LEAST_SECONDS = 1.0
"""What is found out about a removal in less is not worth telling."""

MOST_SECONDS = 10.0
"""The most that one removal may take."""


def why_no_plan(
    network: Network,
    settings: Settings,
    tell: Callable[[Infeasible], None],
    *,
    lottery_seed: int = 1,
    started: float | None = None,
) -> bool | None:
    """Tells ever more until the limit, counted from ``started`` (monotonic): whether there is no plan at all.

    False: the locks do hold together, so that there is a plan, and nothing is told. ``None``: not known in
    time. Equal locks count as one.
    """
    network = network.replace(locks=tuple(dict.fromkeys(network.locks)))
    clock = Clock(settings, time.monotonic() if started is None else started)
    judge, switched = Judge(network, clock), Switched(network)
    conflicts = Conflicts(judge, switched)
    answer = Infeasible()
    while conflicts.find_next():
        answer = replace(answer, conflicts=tuple(conflicts.found.values()))
        tell(answer)
    if not answer.conflicts:
        return False if conflicts.are_all else None
    answer = replace(answer, are_all=conflicts.are_all)
    fewest = _fewest(judge, switched, conflicts)
    answer = replace(answer, fewest=tuple(network.locks[index] for index in sorted(fewest)))
    tell(answer)
    if not settings.explain_conflicts:
        return True
    for conflicting in list(conflicts.found):
        conflicts.add_rules(conflicting)
        answer = replace(answer, conflicts=tuple(conflicts.found.values()))
        tell(answer)
    for number, locks in enumerate(ways := list(_ways_out(answer, fewest, judge, switched))):
        if clock.left() < LEAST_SECONDS:
            break
        seconds = max(LEAST_SECONDS, min(MOST_SECONDS, clock.left() / (len(ways) - number)))
        removal = without(network, locks, replace(settings, time_limit_s=seconds), lottery_seed)
        if settings.deterministic:
            clock.spent += seconds
        if removal is not None:
            answer = replace(answer, removals=(*answer.removals, removal))
            tell(answer)
    return True


def _fewest(judge: Judge, switched: Switched, conflicts: Conflicts) -> frozenset[int]:
    """The fewest locks to give up, empty if not known. Fewer than there are conflicts cannot be enough; where
    they are more, each of them is tried once more beside all that stay."""
    fewest = switched.fewest(judge.clock) or frozenset()
    if len(fewest) == len(conflicts.found):
        return fewest
    kept = frozenset(range(len(judge.network.locks))) - fewest
    are_needed = all(switched.hold(kept | {index}, judge.clock) is False for index in sorted(fewest))
    return fewest if are_needed else frozenset()


def _ways_out(
    answer: Infeasible, fewest: frozenset[int], judge: Judge, switched: Switched
) -> Iterator[Locks]:
    """The fewest locks to give up, then for every other lock of a conflict the fewest with it."""
    if not fewest:
        return
    yield answer.fewest
    locks = judge.network.locks
    for lock in (lock for conflict in answer.conflicts for lock in conflict.locks):
        index = locks.index(lock)
        if index in fewest or judge.clock.left() < LEAST_SECONDS:
            continue
        found = switched.fewest_with(index, fewest, judge.clock)
        if found is not None:
            yield tuple(locks[position] for position in (index, *sorted(found - {index})))
