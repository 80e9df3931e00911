"""What a plan has to keep to besides the rules of its network: limits that a question sets, not a planner.

At most k of some centres in use is facility location with so many facilities among the candidates (Hakimi
1964). A floor under the worst-off share, or a ceiling on what changes against a known plan, is the epsilon
constraint of multi-objective optimisation (Haimes, Lasdon and Wismer 1971): the other goals are optimised for
one bound after the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.plan import Plan
from scheduler.engine.expressions import Literal, total
from scheduler.engine.likeness import distance
from scheduler.goals.fairness import at_least

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


@dataclass(frozen=True)
class Limits:
    """``most_sites``: so many of the centres ``sites`` may hold groups. ``least_share``: what every school,
    place and grade must have of its attainable points, per mille. ``most_changes``: the distance from the
    plan to stay near to (see ``scheduler.engine.likeness``). ``None``: no such limit."""

    sites: frozenset[str] = frozenset()
    most_sites: int | None = None
    least_share: int | None = None
    most_changes: int | None = None

    @property
    def tie_parts(self) -> bool:
        """Whether what one independent part of a network does, limits the others."""
        return self.most_sites is not None or self.most_changes is not None


NO_LIMITS = Limits()


def limit(model: PlanModel, limits: Limits, like: Plan | None) -> None:
    """Adds the limits to a model; changes are those against ``like``."""
    if limits.most_sites is not None:
        _limit_sites(model, limits.sites, limits.most_sites)
    if limits.least_share is not None:
        at_least(model, limits.least_share)
    if limits.most_changes is not None:
        assert like is not None, "changes against what?"
        model.cp.add(distance(model, like).expression <= limits.most_changes)


def _limit_sites(model: PlanModel, sites: frozenset[str], most: int) -> None:
    """A literal for each of the sites, true if any session is held there; at most so many of them."""
    used: dict[str, Literal] = {}
    for group in model.groups.values():
        for slot in group.all_slots():
            centre = slot.placement.centre
            if centre in sites:
                if centre not in used:
                    used[centre] = model.cp.new_bool_var(f"used[{centre}]")
                model.cp.add_implication(slot.chosen, used[centre])
    model.cp.add(total(used.values()) <= most)
