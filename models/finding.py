"""What an audit has to say: which rule, who, where, by how much, which clause, and the cure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from models.text import Message


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Finding:
    """One breach of one rule. ``who`` lists the ids concerned, ``excess`` by how much in ``unit``."""

    rule: str
    severity: Severity
    message: Message
    who: tuple[str, ...] = ()
    excess: int | None = None
    unit: str = ""
    cure: Message | None = None
    clause: str = field(default="")
