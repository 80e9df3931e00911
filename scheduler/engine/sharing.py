"""Places at a site that several groups share: those in session at one time have no more students there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scheduler.engine.candidates import NO_PAUSE
from scheduler.engine.clashes import never_both
from scheduler.engine.expressions import total

if TYPE_CHECKING:
    from scheduler.engine.expressions import Expr, Literal
    from scheduler.engine.model import PlanModel
    from scheduler.engine.variables import GroupVars


@dataclass
class Sharing:
    """Encodes it in the name of a rule; ``label`` begins the names of its variables.

    All members of a group at a site are there at once, so groups are counted, not students; two groups share
    the places if any of their sessions overlap.
    """

    model: PlanModel
    rule: str
    label: str
    _known: dict[tuple[str, str], Literal] = field(default_factory=dict)

    def share(
        self, site: str, places: int, groups: Sequence[GroupVars], members: dict[str, list[Literal]]
    ) -> None:
        """``members``: group → the literals of those who would be at the site."""
        for literals in members.values():
            self.model.require(self.rule, total(literals) <= places)
        if len(groups) == 2:
            here = total(literal for literals in members.values() for literal in literals)
            at_once = self._at_once(*groups)
            self.model.require(self.rule, here <= places * (2 - at_once))
        elif len(groups) > 2:
            self._at_every_moment(site, places, groups, members)

    def _at_once(self, one: GroupVars, other: GroupVars) -> Literal:
        """True if a session of the one group overlaps a session of the other."""
        model, key = self.model, (one.id, other.id)
        if key not in self._known:
            self._known[key] = model.cp.new_bool_var(f"{self.label}[{one.id},{other.id}]")
            for first in one.slots.values():
                for second in other.slots.values():
                    uses, others = (
                        [(slot.placement, slot.chosen) for slot in slots] for slots in (first, second)
                    )
                    for chosen, clashing in never_both(uses, others, NO_PAUSE):
                        model.require(self.rule, chosen + clashing <= 1 + self._known[key])
        return self._known[key]

    def _at_every_moment(
        self, site: str, places: int, groups: Sequence[GroupVars], members: dict[str, list[Literal]]
    ) -> None:
        """Of three groups or more, those in session at any moment share the places (big-M over these)."""
        model = self.model
        sessions = [(group.id, slots) for group in groups for slots in group.slots.values()]
        moments = sorted({(s.placement.weekday, s.placement.start) for _, slots in sessions for s in slots})
        for weekday, moment in moments:
            for atom in model.week_atoms:
                present: list[Expr] = []
                for name, slots in sessions:
                    covering = [
                        slot.chosen
                        for slot in slots
                        if slot.placement.weekday == weekday
                        and slot.placement.start <= moment < slot.placement.end
                        and slot.placement.weeks & atom
                    ]
                    if covering:
                        label = f"{self.label}[{site},{name},{weekday},{moment},{atom:x}]"
                        count = model.cp.new_int_var(0, places, label)
                        model.require(
                            self.rule,
                            count >= total(members[name]) - places * (1 - total(covering)),
                        )
                        present.append(count)
                if len(present) > 1:
                    model.require(self.rule, total(present) <= places)
