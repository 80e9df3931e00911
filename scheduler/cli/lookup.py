"""Finds what a user means by an id or a name as typed; offers the nearest spelling where nothing fits."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping

from models.text import Message, Text
from scheduler.cli.exits import Refused

NOT_FOUND = Text("{kind} «{typed}»: {where} такого нет", "{kind} '{typed}': {where} has none")
NEAREST = Text(
    "{kind} «{typed}»: {where} такого нет. Возможно: {near}",
    "{kind} '{typed}': {where} has none. Perhaps: {near}",
)
NETWORK = Text("в сети", "the network")
SEVERAL = Text(
    "{kind} «{typed}»: подходит несколько, укажите один: {near}",
    "{kind} '{typed}': several fit, name one: {near}",
)
NAMED = Text("{id} ({name})", "{id} ({name})")

MOST_OFFERED = 5


def find(kind: Text, typed: str, names: Mapping[str, Iterable[str]], where: Text = NETWORK) -> str:
    """The id that is typed, or whose name is or begins so (surname and first name of a full name); capitals,
    spaces and the letter ё do not matter.

    ``names``: id → its names; ``where`` they are from. Raises ``Refused`` with the nearest spellings if
    nothing or several fit.
    """
    if typed in names:
        return typed
    spelt: dict[str, set[str]] = defaultdict(set)
    for id, said in names.items():
        for name in (id, *said):
            spelt[_plain(name)].add(id)
    found = sorted(spelt.get(_plain(typed), ())) or _beginning(_plain(typed), names)
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(SEVERAL(kind=kind, typed=typed, near=_offer(names, found)))
    close = difflib.get_close_matches(_plain(typed), spelt, n=MOST_OFFERED, cutoff=0.6)
    near = dict.fromkeys(id for name in close for id in sorted(spelt[name]))
    if not near:
        raise Refused(NOT_FOUND(kind=kind, typed=typed, where=where))
    raise Refused(NEAREST(kind=kind, typed=typed, where=where, near=_offer(names, list(near)[:MOST_OFFERED])))


def _beginning(words: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The ids that have a name which begins with these words."""
    return sorted(
        id for id, said in names.items() if words and any(_plain(n).startswith(f"{words} ") for n in said)
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").split())


def _offer(names: Mapping[str, Iterable[str]], ids: Iterable[str]) -> list[Message | str]:
    return [
        NAMED(id=id, name=name) if (name := next(iter(names[id]), "")) and name != id else id for id in ids
    ]
