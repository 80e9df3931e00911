"""Keys that nothing reads: prices and requisites."""

from __future__ import annotations

from collections.abc import Collection

from instances.building import texts
from instances.building.link import Rows
from instances.fold import nearest
from instances.parts import Problems
from models.prices import TITLES
from models.requisites import KEYS, plain_key
from models.text import Text


def check_keys(rows: Rows) -> Problems:
    """A warning for each price and each requisite that the program does not know, with the nearest one."""
    problems = Problems()
    prices = [title.ru for title in TITLES.values()]
    _check(problems, rows, "costs", set(TITLES), [*TITLES, *prices], texts.UNKNOWN_PRICE)
    known = {plain_key(key) for key in KEYS}
    _check(problems, rows, "requisites", known, list(KEYS), texts.UNKNOWN_REQUISITE)
    return problems


def _check(
    problems: Problems, rows: Rows, table: str, known: Collection[str], words: list[str], problem: Text
) -> None:
    for row in rows[table]:
        key = row.values.get("key")
        if key is None or key in known or plain_key(key) in known:
            continue
        near = nearest(key, words)
        cure = texts.PERHAPS(nearest=near[0]) if near else texts.KNOWN(words=words)
        problems.doubt(row, "key", problem(), cure)
