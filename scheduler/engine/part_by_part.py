"""Plans the independent parts of a network side by side and puts their plans and bounds together.

Goals are sums over the parts (see ``models.parts``; fairness is levelled within each), and nothing that one
part decides touches another, so the best plans of the parts together are the best plan of the whole, and the
sum of their bounds bounds it. A bound of a later level holds for plans that reach the earlier ones in every
part.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace

from models.network import Network
from models.outcome import Infeasible, Unknown
from models.parts import part_networks
from models.plan import Plan
from models.text import Message
from scheduler.engine import endings
from scheduler.engine.bounds import LevelBound
from scheduler.engine.child import Task
from scheduler.engine.limits import NO_LIMITS, Limits
from scheduler.engine.parent import TICK, Found, run_child
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.sketch import Wait, sketched

SEARCH_SHARE = 0.9
"""The share of the limit in which the parts are planned; after them come free seats, refusals, audit."""

SKETCH_SHARE = 0.1
"""The share of the limit for which the search waits until every part has a first plan."""

LEAST_SECONDS = 1.0
"""What a part gets at the least, even where the limit leaves nothing."""


@dataclass(frozen=True)
class Best:
    """The best that was found of each part, and why the search ended early, if it did."""

    parts: tuple[tuple[Network, Found], ...]
    ended: Message | None
    sketched: frozenset[int] = frozenset()
    """Positions of the parts whose plan is one made as by hand, because the search has none."""

    @property
    def bounds(self) -> dict[str, LevelBound]:
        """What was proven of the levels of the whole."""
        return add_bounds([found for _, found in self.parts])


def search(
    network: Network,
    settings: Settings,
    lottery_seed: int,
    on_progress: Callable[[Progress], None],
    like: Plan | None = None,
    limits: Limits = NO_LIMITS,
) -> Best | Infeasible | Unknown:
    """The best that is found until the limit; Ctrl-C keeps the best so far. Of equally good plans it is the
    one nearest to ``like``, if there is time to look for it.

    A part without a plan stays empty if nothing in it is locked and another part has one.
    """
    parts = part_networks(network)
    if len(parts) > 1 and not limits.tie_parts:
        applicants = tuple(network.choices_by_student)
        return _Parts(applicants, parts, settings, lottery_seed, on_progress, like, limits).search()
    found = Found()
    task = Task(network, settings, lottery_seed, time.time(), like=like, limits=limits)
    conflict = run_child(task, on_progress, found)
    if conflict is not None:
        return conflict
    if found.plan is None:
        return Unknown(found.reason)
    return Best(((network, found),), found.ended)


@dataclass
class _Parts:
    """The parts at work: each is planned by a child of its own, as many at a time as there are cores."""

    applicants: tuple[str, ...]
    parts: Sequence[Network]
    settings: Settings
    lottery_seed: int
    on_progress: Callable[[Progress], None]
    like: Plan | None = None
    limits: Limits = NO_LIMITS
    started: float = field(default_factory=time.monotonic)
    stop: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    news: queue.SimpleQueue[Progress] = field(default_factory=queue.SimpleQueue)

    def __post_init__(self) -> None:
        self.found = [Found() for _ in self.parts]
        self.sketches: dict[int, Plan] = {}
        self.waiting = len(self.parts)
        self.side_by_side = min(len(self.parts), os.cpu_count() or 1)
        self.has_plan = False
        self.told: dict[str, tuple[int, int]] = {}

    def search(self) -> Best | Infeasible | Unknown:
        with self._sketching() as wait_for_sketches, ThreadPoolExecutor(self.side_by_side) as pool:
            try:
                wait_for_sketches(SKETCH_SHARE * self.settings.time_limit_s)
                self._tell()
            except KeyboardInterrupt:
                self.stop.set()
            try:
                return self._collect([pool.submit(self._plan, number) for number in range(len(self.parts))])
            finally:
                self.stop.set()  # also for a conflict of one part: the others need not go on
                pool.shutdown(cancel_futures=True)

    def _sketching(self) -> AbstractContextManager[Wait]:
        """What is done before the search, and beside it if that takes long: a quick plan of each part, for as
        long as it has no better one."""
        if self.settings.deterministic:
            return nullcontext(lambda _: None)
        return sketched(self.parts, self.sketches.__setitem__)

    def _plans(self) -> list[Plan | None]:
        """The best plan of every part so far."""
        return [found.plan or self.sketches.get(number) for number, found in enumerate(self.found)]

    def _collect(self, running: Sequence[Future[Infeasible | None]]) -> Best | Infeasible | Unknown:
        """Passes on progress until every part is done, or one cannot be planned."""
        try:
            pending = set(running)
            while pending:
                done, pending = wait(pending, TICK, FIRST_COMPLETED)
                self._tell()
                for future in done:
                    conflict = future.result()
                    if conflict is not None:
                        self.stop.set()
                        wait(running)
                        return self._all_conflicts()
        except KeyboardInterrupt:
            self.stop.set()
            wait(running)
        return self._together()

    def _all_conflicts(self) -> Infeasible:
        """Why there is no plan, in all parts with locks: those in which that is not known are asked."""
        asked = [number for number, part in enumerate(self.parts) if part.locks and self._is_open(number)]
        for position, number in enumerate(asked):
            left = self.settings.time_limit_s
            if not self.settings.deterministic:
                left -= self._elapsed()
            limit = max(LEAST_SECONDS, left / (len(asked) - position))
            settings = replace(self.settings, time_limit_s=limit)
            task = Task(self.parts[number], settings, self.lottery_seed, time.time(), only_locks=True)
            self.found[number] = found = Found()
            run_child(task, lambda _: None, found)
            if found.ended is not None and found.infeasible is None:
                found.infeasible = Infeasible()
        answers = [found.infeasible for found in self.found if found.infeasible is not None]
        are_known = all(answer.fewest for answer in answers)
        return Infeasible(
            conflicts=tuple(conflict for answer in answers for conflict in answer.conflicts),
            are_all=all(answer.are_all for answer in answers),
            fewest=tuple(lock for answer in answers for lock in answer.fewest) if are_known else (),
            removals=tuple(removal for answer in answers for removal in answer.removals),
        )

    def _is_open(self, number: int) -> bool:
        """Whether it is not known if the locks of a part hold together, or why not."""
        found = self.found[number]
        if found.infeasible is not None:
            return found.ended is not None
        return found.plan is None

    def _plan(self, number: int) -> Infeasible | None:
        """Plans one part in its share of the time that is left."""
        if self.stop.is_set():
            self.found[number].ended = endings.STOPPED()
            return None
        task = Task(
            self.parts[number],
            replace(self.settings, time_limit_s=self._share()),
            self.lottery_seed,
            time.time(),
            applicants=self.applicants,
            is_part=True,
            like=self.like,
            limits=self.limits,
        )

        def tell(progress: Progress) -> None:
            own = replace(progress, part=number + 1, parts=len(self.parts), elapsed_s=self._elapsed())
            self.news.put(own)

        return run_child(task, tell, self.found[number], self.stop.is_set, 1 / self.side_by_side)

    def _share(self) -> float:
        """The limit of the next part: as long as if all that wait were planned in equal rounds."""
        if self.settings.deterministic:
            return self.settings.time_limit_s / len(self.parts)
        with self.lock:
            rounds = -(-self.waiting // self.side_by_side)
            self.waiting -= 1
        left = self.settings.time_limit_s * SEARCH_SHARE - self._elapsed()
        return max(LEAST_SECONDS, left / rounds)

    def _elapsed(self) -> float:
        return time.monotonic() - self.started

    # --- the whole -------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Passes on what the parts report, and every level of the whole that all parts have reached."""
        while not self.news.empty():
            self.on_progress(self.news.get())
        if not self.has_plan and all(plan is not None for plan in self._plans()):
            self.has_plan = True
            self.on_progress(Progress("", "plan", None, None, self._elapsed(), parts=len(self.parts)))
        for bound in add_bounds(self.found).values():
            if self.told.get(bound.name) != (bound.value, bound.bound):
                self.told[bound.name] = (bound.value, bound.bound)
                whole = Progress(bound.name, "done", bound.value, bound.bound, self._elapsed())
                self.on_progress(replace(whole, parts=len(self.parts)))

    def _together(self) -> Best | Unknown:
        reasons = [found.reason if found.plan is None else found.ended for found in self.found]
        sketched = frozenset(
            n for n, found in enumerate(self.found) if found.plan is None and n in self.sketches
        )
        for number in sketched:
            self.found[number].plan = self.sketches[number]
        ended = next((reason for reason in reasons if reason is not None), None)
        return _whole(Best(tuple(zip(self.parts, self.found, strict=True)), ended, sketched))


def _whole(best: Best) -> Best | Unknown:
    """The same, if every part with locks has a plan, and one part at the least."""
    for part, found in best.parts:
        if found.plan is None and part.locks:
            return Unknown(found.reason)
    if all(found.plan is None for _, found in best.parts):
        return Unknown(best.parts[0][1].reason)
    return best


def without_sketches(best: Best, numbers: Collection[int]) -> Best | Unknown:
    """The best of the whole where these parts stay without a plan."""
    parts = tuple(
        (part, replace(found, plan=None) if number in numbers else found)
        for number, (part, found) in enumerate(best.parts)
    )
    return _whole(replace(best, parts=parts, sketched=best.sketched - set(numbers)))


def put_together(network: Network, plans: Sequence[Plan]) -> Plan:
    """The plans of the parts as one plan of the network."""
    order = {course.id: position for position, course in enumerate(network.courses)}
    return Plan(
        groups=tuple(sorted((g for p in plans for g in p.groups), key=lambda g: order[g.course])),
        enrolments=tuple(
            sorted((e for p in plans for e in p.enrolments), key=lambda e: (e.student, e.group))
        ),
        rides=tuple(
            sorted((r for p in plans for r in p.rides), key=lambda r: (r.student, r.session, r.direction))
        ),
    )


def taken_apart(network: Network, plan: Plan) -> list[tuple[Network, Plan]]:
    """Every part with what the plan does in it; the lottery stays that of the whole."""
    parts = part_networks(network)
    if len(parts) == 1:
        return [(parts[0], plan)]
    part_of = {course.id: number for number, part in enumerate(parts) for course in part.courses}
    groups = {group.id: part_of[group.course] for group in plan.groups if group.course in part_of}
    sessions = {session.id: groups.get(group.id) for group, session in plan.sessions()}
    return [
        (
            part,
            plan.replace(
                groups=tuple(g for g in plan.groups if groups.get(g.id) == number),
                enrolments=tuple(e for e in plan.enrolments if groups.get(e.group) == number),
                rides=tuple(r for r in plan.rides if sessions.get(r.session) == number),
            ),
        )
        for number, part in enumerate(parts)
    ]


def add_bounds(parts: Sequence[Found]) -> dict[str, LevelBound]:
    """Level → values and bounds of the parts together, of the levels that every part has reached.

    Where a part has fewer levels of a goal than others (fairness has one a unit), its last one is added.
    """
    found = {}
    for name in dict.fromkeys(name for part in parts for name in list(part.bounds)):
        levels = [_level_of(part, name) for part in parts]
        if None in levels:
            continue
        known = [level for level in levels if isinstance(level, LevelBound)]
        found[name] = LevelBound(
            name,
            known[0].sense,
            sum(level.value for level in known),
            sum(level.bound for level in known),
            " + ".join(sorted({level.origin for level in known})),
        )
    return found


def _level_of(part: Found, name: str) -> LevelBound | int | None:
    """The level of a part, or its last one of a goal it is done with (0 if that has none); else ``None``."""
    goal = name.partition(".")[0]
    if name in part.bounds or goal not in part.goals:
        return part.bounds.get(name)
    levels = [level for key, level in list(part.bounds.items()) if key.partition(".")[0] == goal]
    return levels[-1] if levels else 0
