"""How the plans of a comparison were made: what is needed to make them again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.plan import RunStamp
from models.text import Text
from reports.compare.comparison import Side
from reports.export.imprint import edition
from reports.export.table import Value
from reports.export.tables.about import DIGEST, LOTTERY, STATUS, order_of

FACTS: tuple[tuple[Text, Callable[[RunStamp], Value]], ...] = (
    (Text("Версия setka", "Version of setka"), lambda run: run.version),
    (Text("Версия OR-Tools", "Version of OR-Tools"), lambda run: run.ortools),
    (Text("Начальное число поиска", "Seed of the search"), lambda run: run.seed),
    (LOTTERY, lambda run: run.lottery_seed),
    (Text("Потоков", "Workers"), lambda run: run.workers),
    (Text("Предел времени, с", "Time limit, s"), lambda run: run.time_limit_s),
    (Text("Затрачено времени, с", "Time taken, s"), lambda run: round(run.wall_s, 1)),
    (Text("Порядок целей", "Order of the goals"), lambda run: order_of(run.goals)),
)
SHOWN_DIGEST = 12


def made(sides: Sequence[Side]) -> list[tuple[Text, list[Value]]]:
    """A line a fact with the value of every plan; of a plan made by hand there is but its network."""
    rows: list[tuple[Text, list[Value]]] = [
        (Text("План", "Plan"), [STATUS.get(side.plan.status or "", "") for side in sides]),
        (Text("Редакция", "Edition"), [edition(side.plan) for side in sides]),
        (DIGEST, [side.network.sha256[:SHOWN_DIGEST] for side in sides]),
    ]
    for title, fact in FACTS:
        values = [None if side.plan.run is None else fact(side.plan.run) for side in sides]
        if any(value is not None for value in values):
            rows.append((title, values))
    return rows
