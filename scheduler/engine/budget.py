"""A limit to how many of some centres may be used: the choice of sites in one model.

Facility location with at most k facilities among the candidates (a p-median constraint, Hakimi 1964).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.engine.expressions import Literal, total

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel


@dataclass(frozen=True)
class Budget:
    """At most ``most`` of the centres ``sites`` may hold groups."""

    sites: frozenset[str]
    most: int


def limit_sites(model: PlanModel, budget: Budget) -> None:
    """Adds a literal for each of the sites, true if any session is held there, and the limit."""
    used: dict[str, Literal] = {}
    for group in model.groups.values():
        for slot in group.all_slots():
            centre = slot.placement.centre
            if centre in budget.sites:
                if centre not in used:
                    used[centre] = model.cp.new_bool_var(f"used[{centre}]")
                model.cp.add_implication(slot.chosen, used[centre])
    model.cp.add(total(used.values()) <= budget.most)
