"""The history: figures that no report knows."""

from __future__ import annotations

from instances.fold import nearest
from instances.validate.draft import Draft
from models.history import INDICATORS, indicator_of
from models.text import Text

UNKNOWN = Text(
    "такого показателя нет: в отчёт за год он не попадёт",
    "there is no such figure: it will not be in the report of the year",
)
PERHAPS = Text("Возможно, имелось в виду «{nearest}».", "Perhaps '{nearest}' was meant.")
KNOWN = Text("Есть: {names}.", "There are: {names}.")


def check(draft: Draft) -> None:
    """Doubts every key that names no indicator."""
    names = [title.ru for title in INDICATORS.values()]
    for index, figure in enumerate(draft.network.history):
        if indicator_of(figure.key) is None:
            near = nearest(figure.key, names)
            cure = PERHAPS(nearest=near[0]) if near else KNOWN(names=names)
            draft.doubt("history", index, "key", UNKNOWN(), cure)
