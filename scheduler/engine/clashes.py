"""Clash constraints that several rules share: one thing at a time, and pauses between two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from scheduler.engine.candidates import Pause, Placement
from scheduler.engine.expressions import Expr, Literal, total
from scheduler.engine.peaks import Use, peaks


def clash(one: Placement, other: Placement, pause: Pause) -> bool:
    """Whether two placements leave less than the pause between them on a common day."""
    if one.weekday != other.weekday or not one.weeks & other.weeks:
        return False
    return not (_follows(other, one, pause.after_one) or _follows(one, other, pause.after_other))


def _follows(later: Placement, earlier: Placement, minutes: int | None) -> bool:
    return minutes is not None and later.start >= earlier.end + minutes


def at_once(uses: Iterable[tuple[str, Placement, Literal]], atoms: list[int]) -> Iterator[list[Literal]]:
    """Sets of uses, by groups, that cover one moment of one week; each maximal set is yielded once.

    The sets are cliques of the interval graph (a moment where some use starts), so bounding each of
    them by n bounds the number of simultaneous uses by n.
    """
    literals: dict[int, Literal] = {}
    by_day: dict[int, list[tuple[str, Placement, int]]] = defaultdict(list)
    for group, placement, literal in uses:
        literals[literal.index] = literal
        by_day[placement.weekday].append((group, placement, literal.index))
    for day_uses in by_day.values():
        seen: set[frozenset[int]] = set()
        for moment in sorted({placement.start for _, placement, _ in day_uses}):
            covering = [(Use(g, p.weeks), lit) for g, p, lit in day_uses if p.start <= moment < p.end]
            for together in peaks(covering, atoms):
                key = frozenset(together)
                if len(together) > 1 and key not in seen:
                    seen.add(key)
                    yield [literals[index] for index in together]


def never_both(
    one: list[tuple[Placement, Literal]],
    other: list[tuple[Placement, Literal]],
    pause: Pause,
) -> Iterator[tuple[Literal, Expr]]:
    """For two sessions, of each of which at most one use is chosen: pairs (use of the one, sum of the
    uses of the other that clash with it); their sum may not pass 1."""
    by_day: dict[int, list[tuple[Placement, Literal]]] = defaultdict(list)
    for placement, literal in other:
        by_day[placement.weekday].append((placement, literal))
    for placement, literal in one:
        clashing = [lit for p, lit in by_day[placement.weekday] if clash(placement, p, pause)]
        if clashing:
            yield literal, total(clashing)
