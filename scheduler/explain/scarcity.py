"""What holds the network back: the things of which one more would gain most on the first goals.

Candidates are what the smallest changes of the refused choices ask for, and a seat in every full group. The
gain of one is the difference of two optima, with it and without it: by a solve, or as far as the bounds of
the two solves reach in the time. More of anything never makes the optimum worse: no gain is below 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.changes import Catalogue
from models.goals.fairness import GOAL as FAIRNESS
from models.text import Text
from models.text import joined as joined_texts
from scheduler.engine.planned import num_remote
from scheduler.explain.changes import Item, changed, said
from scheduler.explain.cures import smallest_change
from scheduler.explain.desk import Desk
from scheduler.explain.verdicts import Clock, Standing, Worsening
from scheduler.explain.words import goal_of
from scheduler.explain.workbench import Workbench

RESOURCES = frozenset(
    {
        "seat",
        "chair",
        "lessons_end",
        "last_bus",
        "run_seat",
        "run",
        "place",
        "min_size",
        "group",
        "teacher",
        "teacher_hours",
        "room",
        "parallel",
        "evening",
    }
)
"""Kinds of change that are about things; the others are about one person."""

LEVELS = 2
"""How many of the first levels a gain is measured on."""

SHOWN = 3

CURES_SHARE = 0.3
"""Of the time, to look for what the refused choices ask for."""

LEAST_SECONDS = 0.5

Changes = tuple[tuple[Item, int], ...]


@dataclass(frozen=True)
class Gain:
    """What one more of something gains on one of the first levels: at least and at most."""

    level: Standing
    least: int
    most: int

    @property
    def is_exact(self) -> bool:
        return self.least == self.most


@dataclass(frozen=True)
class Scarce:
    """Something of which there could be more, and what it gains level by level."""

    changes: Changes
    text: Text
    gains: tuple[Gain, ...]

    @property
    def is_by_solve(self) -> bool:
        """Whether both optima were found and proven; else the gain is only bounded."""
        return all(gain.is_exact for gain in self.gains)


@dataclass(frozen=True)
class Scarcity:
    """The scarcest things, the most gain first; ``tried`` of so many ``candidates`` were solved for.

    ``refusals`` were looked at of ``of_refusals``.
    """

    scarce: tuple[Scarce, ...]
    tried: int
    candidates: int
    refusals: int
    of_refusals: int


def what_holds_back(desk: Desk, catalogue: Catalogue, seconds: float) -> Scarcity:
    """The three things that hold the network back most, as far as they are found in about so many seconds."""
    clock = Clock(seconds)
    helps, looked_at = _wanted(desk, catalogue, Clock(CURES_SHARE * seconds))
    for changes in _full_groups(desk):
        helps.setdefault(changes, 0)
    order = sorted(helps, key=lambda changes: (-helps[changes], str(changes)))
    bases: dict[int, list[Worsening]] = {}
    found: list[Scarce] = []
    for changes in order:
        if clock.left() < LEAST_SECONDS:
            break
        bench = _bench(desk, changes)
        if id(bench) not in bases:
            bases[id(bench)] = bench.optimum(_comparable(bench), clock)
        better = replace(bench, network=changed(bench.network, dict(changes)))
        gains = _gains(bases[id(bench)], better.optimum(_comparable(bench), clock))
        text = joined_texts(said(bench.network, catalogue, dict(changes)))
        found.append(Scarce(changes, text, gains))
    found.sort(key=_worth, reverse=True)
    useful = [scarce for scarce in found if any(gain.most > 0 for gain in scarce.gains)]
    return Scarcity(tuple(useful[:SHOWN]), len(found), len(order), looked_at, len(desk.unserved))


def _wanted(desk: Desk, catalogue: Catalogue, clock: Clock) -> tuple[Counter[Changes], int]:
    """What the smallest changes ask for, if it is about things only → how many refused choices ask for it."""
    helps: Counter[Changes] = Counter()
    for number, choice in enumerate(desk.unserved):
        if clock.is_out():
            return helps, number
        cure = smallest_change(desk, choice, catalogue, clock.left()).cure
        if cure is not None and all(item.kind in RESOURCES for item, _ in cure.changes):
            helps[tuple(sorted(cure.changes, key=str))] += 1
    return helps, len(desk.unserved)


def _full_groups(desk: Desk) -> Sequence[Changes]:
    """One more seat, and a chair where the room is full too, for every full group."""
    found = []
    for bench in desk.benches:
        network = bench.network
        for group in bench.plan.groups:
            size = len(bench.plan.members.get(group.id, []))
            most = network.group_max(network.course_by_id[group.course], group.id)
            changes = [(Item("seat", (group.id, most)), 1)] if size >= most else []
            for centre, name in sorted({(s.centre, s.room) for s in group.sessions if s.room}):
                room = network.room_of(centre, name)
                if room is not None and size - num_remote(bench.plan, group.id) >= room.capacity:
                    changes.append((Item("chair", (centre, name)), 1))
            if changes:
                found.append(tuple(sorted(changes, key=str)))
    return found


def _bench(desk: Desk, changes: Changes) -> Workbench:
    """The part that changes are about: the first in which everything that they name is known."""
    for bench in desk.benches:
        network = bench.network
        known = {
            *network.course_by_id,
            *network.centre_by_id,
            *network.run_by_id,
            *network.teacher_by_id,
            *network.practice_by_institution,
            *(group.id for group in bench.plan.groups),
            *(f"{course}-{n}" for course, count in network.group_counts.items() for n in range(1, count + 2)),
        }
        if any(item.where and item.where[0] in known for item, _ in changes):
            return bench
    return desk.benches[0]


def _worth(scarce: Scarce) -> tuple[list[int], list[int]]:
    """What is gained for sure, level by level, then what may be."""
    missing = [0] * (LEVELS - len(scarce.gains))
    return [gain.least for gain in scarce.gains] + missing, [gain.most for gain in scarce.gains] + missing


def _comparable(bench: Workbench) -> int:
    """How many of the first levels count the same with more of something: shares of what is attainable do
    not, as more becomes attainable."""
    names = [objective.name for objective, _ in bench.objectives]
    shares = [at for at, name in enumerate(names) if goal_of(name) == FAIRNESS.name]
    return min(LEVELS, *shares[:1], len(names))


def _gains(base: Sequence[Worsening], better: Sequence[Worsening]) -> tuple[Gain, ...]:
    """Level by level the difference of two optima, each known to lie between what was reached and its bound.

    After a level on which there is a gain, or may be one, a difference says nothing and is left out.
    """
    gains = []
    for was, now in zip(base, better, strict=True):
        level = was.level
        least = max(0, level.worse_by(was.best) - level.worse_by(now.found))
        most = max(0, level.worse_by(was.found) - level.worse_by(now.best))
        gains.append(Gain(level, least, most))
        if most > 0:
            break
    return tuple(gains)
