"""A run ahead in the relaxation without clashes: what it comes to, the whole model tries to reach.

A plan of the whole model that is worth as much as one of the relaxation is as near to the best, with the
same bounds. Where none is found, the whole model goes on by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from ortools.sat.python import cp_model

from models.parts import independent_parts
from scheduler.engine.clash_free import TIMELESS_GOALS, clash_free_placements
from scheduler.engine.expressions import Literal
from scheduler.engine.model import PlanModel
from scheduler.engine.run import LEAST_SECONDS, Reporter, Run
from scheduler.goals import LEXIMIN

WORTHWHILE = 0.55
"""The part of the placements that the relaxation may keep at the most: with more it is hardly easier."""

FEWEST_PLACEMENTS = 100
"""Of a model with fewer, everything is proven before it pays."""

REACH_SHARE = 0.5
"""Of the time of levels, once more to reach in the whole model what the relaxation comes to in that time."""


class _Ahead(Run):
    """The run of a relaxation, whose plans are nobody's."""

    def show(self, holds: Callable[[Literal], bool]) -> None:
        pass


@dataclass
class Lead:
    """The run of the whole model and the one ahead of it."""

    whole: Run
    ahead: Run

    def __post_init__(self) -> None:
        whole, ahead = _decisions(self.whole.model), _decisions(self.ahead.model)
        self.counterparts = [(at, whole[name]) for name, at in ahead.items() if name in whole]

    def reaches(self, ask: Callable[[cp_model.CpModel], None], seconds: float) -> bool:
        """Whether the whole model has a plan that ``ask`` asks for; it is then its last one. First with the
        students where the relaxation seats them, which is quickly seen, then with any."""
        known = self.ahead.known()
        near = {there: known[here] for here, there in self.counterparts}

        def ask_with_seats(cp: cp_model.CpModel) -> None:
            ask(cp)
            for seat in self.whole.model.seats:
                cp.add(seat.taken == near.get(seat.taken.index, 0))

        ends = self.whole.left() - seconds
        if self.whole.ask(ask_with_seats, seconds, near) == "better":
            return True
        seconds = self.whole.left() - ends
        return seconds > LEAST_SECONDS and self.whole.ask(ask, seconds, near) == "better"


def _decisions(model: PlanModel) -> dict[str, int]:
    """The variables of a model by their names."""
    variables = islice(model.cp.proto.variables, model.num_decisions)
    return {variable.name: at for at, variable in enumerate(variables) if variable.name}


def find_lead(run: Run, goals: Sequence[str]) -> Lead | None:
    """The relaxation of a run's model, with a first plan, if it is much smaller and the same on the ``goals``
    with which it would begin. None in deterministic mode, whose clock belongs to one run."""
    network = run.model.network
    if not goals or not TIMELESS_GOALS.difference(LEXIMIN).issuperset(goals):
        return None
    if run.values is None or run.settings.deterministic or len(independent_parts(network)) != 1:
        return None
    before, after = (
        sum(map(len, placed.values())) for placed in (run.model.placed, clash_free_placements(run.model))
    )
    if before < FEWEST_PLACEMENTS or after > WORTHWHILE * before:
        return None
    model = PlanModel(network, applicants=run.model.applicants, relaxing=run.model)
    silent = Reporter(_ignore, _ignore, _ignore)
    ahead = _Ahead(model, run.settings, silent, run.started, run.spare_s, proves=True)
    ahead.start()
    return Lead(run, ahead) if ahead.values is not None else None


def _ignore(_: object) -> None:
    pass
