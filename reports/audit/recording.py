"""Findings about what a plan records, each with the value that belongs there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from models.finding import Finding
from models.rules.records import RULE
from models.text import Message, Text
from reports.audit import say

RECORD = Text("Запишите: {true}.", "Record: {true}.")
REMOVE = Text("Уберите эту запись.", "Remove this record.")
KEEP_ONE = Text("Оставьте одну запись.", "Keep one of them.")

TWICE = Text("Повторяется запись: {what} {id}.", "Recorded twice: {what} {id}.")


def wrong(message: Message, true: Any, *who: str, excess: int | None = None, unit: str = "") -> Finding:
    """A record that should be another one, which is the cure."""
    return say.finding(RULE, message, RECORD(true=true), who=who, excess=excess, unit=unit)


def doubled(what: Text, ids: Iterable[tuple[str, ...]]) -> Iterator[Finding]:
    """Records that stand there more than once."""
    for id, number in Counter(ids).items():
        if number > 1:
            message = TWICE(what=what, id=" · ".join(id))
            yield say.finding(RULE, message, KEEP_ONE(), who=id, excess=number - 1, unit=say.RECORDS)
