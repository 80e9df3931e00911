"""What a network may say that no plan can be made from yet."""

from __future__ import annotations

from models.network import Network
from models.tables import RunKind
from models.text import Message, Text

REMOTE = Text(
    "дистанционные места (курс «{id}», «Дистанционных мест»: {count}). Оставьте ячейку пустой или впишите 0.",
    "remote seats (course '{id}', 'Remote seats': {count}). Leave the cell blank or enter 0.",
)
OPTIONAL = Text(
    "рейсы по выбору (рейс «{id}»). Выберите вид «постоянный» или удалите рейс.",
    "optional runs (run '{id}'). Choose the kind 'fixed' or delete the run.",
)


def unsupported(network: Network) -> tuple[Message, ...]:
    """Everything in the network that planning must refuse for now, each with its cure; empty if nothing."""
    remote = [REMOTE(id=c.id, count=c.remote_seats) for c in network.courses if c.remote_seats]
    optional = [OPTIONAL(id=run.id) for run in network.runs if run.kind is RunKind.OPTIONAL]
    return (*remote, *optional)
