"""Optional runs that are ordered, to be as few as possible."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from models.tables import RunKind
from scheduler.engine.expressions import Objective, total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.engine.expressions import Literal
    from scheduler.engine.model import PlanModel


def levels(model: PlanModel, lottery_seed: int) -> Iterator[Objective]:  # noqa: ARG001 - one shape for all goals
    """One literal for every optional run and weekday, true if any ride is taken then. Without an optional run
    there is nothing to count."""
    optional = {run.id for run in model.network.runs if run.kind is RunKind.OPTIONAL}
    if not optional:
        return
    rides: dict[tuple[str, int], list[Literal]] = defaultdict(list)
    for seat in model.seats:
        for ways in seat.ways.values():
            for way in ways:
                if way.way.run in optional and way.weekday is not None:
                    rides[way.way.run, way.weekday].append(way.taken)
    ordered: list[Literal] = []
    for (run, weekday), taken in rides.items():
        literal = model.cp.new_bool_var(f"ordered[{run},{weekday}]")
        for ride in taken:
            model.cp.add_implication(ride, literal)
        ordered.append(literal)
    yield Objective("ordered_runs", total(ordered))
