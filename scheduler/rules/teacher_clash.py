"""A teacher gives one session at a time, and has the way and the buffer between two sites."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from scheduler.engine.candidates import pause_of_teachers
from scheduler.engine.clashes import at_once, never_both
from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.candidates import Placement
    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """Cliques in time over all sites; pairs of sessions at two sites keep the pause between them."""
    network = model.network
    uses: dict[str, dict[tuple[str, int, str], list[tuple[Placement, Literal]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for group in model.groups.values():
        for slot in group.all_slots():
            site = network.centre_by_id[slot.placement.centre].institution
            for teacher, literal in slot.teachers:
                key = (group.id, slot.placement.session, site)
                uses[teacher][key].append((slot.placement, literal))
    for sessions in uses.values():
        everywhere = [(key[0], *use) for key, of_session in sessions.items() for use in of_session]
        for literals in at_once(everywhere, model.week_atoms):
            model.require("teacher_clash", total(literals) <= 1)
        for one, other in combinations(sessions, 2):
            site, other_site = one[2], other[2]
            if site == other_site or one[:2] == other[:2]:
                continue
            pause = pause_of_teachers(network, site, other_site)
            for literal, clashing in never_both(sessions[one], sessions[other], pause):
                model.require("teacher_clash", literal + clashing <= 1)
