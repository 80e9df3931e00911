"""What a network may say that no plan can be made from yet."""

from __future__ import annotations

from models.network import Network
from models.tables import PriorityMode
from models.text import Message, Text

STRICT = Text(
    "строгое действие приоритетов (лист «Правила сети», «Действие приоритетов»). Впишите «среди равных»: "
    "проверка и так считает места, которые строгий порядок отдал бы другим.",
    "the strict mode of priorities (sheet of rules, 'Mode of priorities'). Enter 'last': the audit counts "
    "the seats that the strict order would give to others in any case.",
)


def unsupported(network: Network) -> tuple[Message, ...]:
    """Everything in the network that planning must refuse for now, each with its cure; empty if nothing."""
    return (STRICT(),) if network.rules.priority_mode is PriorityMode.STRICT else ()
