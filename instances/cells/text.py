"""Texts: one line, or several."""

from __future__ import annotations

from typing import Any

from instances.cells.base import BadCell, Cell, Kind, plain
from models.text import Lang, Text

MAX_LINE = 500
MAX_TEXT = 30_000

CONTROL = Text("текст без управляющих знаков", "text without control characters")
RETYPE = Text("Наберите значение заново с клавиатуры.", "Type the value anew on the keyboard.")
TOO_LONG = Text("текст не длиннее {limit} знаков", "text of at most {limit} characters")
SHORTEN = Text("Сократите текст.", "Shorten the text.")


def checked(text: str, limit: int, allowed: str = "") -> str:
    """The text, unless it holds control characters or is too long (``BadCell``)."""
    if len(text) > limit:
        raise BadCell(TOO_LONG(limit=limit), SHORTEN())
    if any((ord(mark) < 32 and mark not in allowed) or 0xD800 <= ord(mark) < 0xE000 for mark in text):
        raise BadCell(CONTROL(), RETYPE())
    return text


class Text_(Kind):
    """One line; line breaks become spaces."""

    name = Text("текст", "text")

    def parse(self, cell: Cell) -> str:
        text = plain(cell)
        if any(mark in text for mark in "\r\n\t"):
            text = " ".join(text.split())
        return checked(text, MAX_LINE)

    def show(self, value: Any, lang: Lang) -> Cell:
        del lang
        return str(value)


class LongText(Kind):
    """Text of any number of lines."""

    name = Text("текст, можно в несколько строк", "text, several lines allowed")

    def parse(self, cell: Cell) -> str:
        return checked(plain(cell).replace("\r\n", "\n").replace("\r", "\n"), MAX_TEXT, "\n\t")

    def show(self, value: Any, lang: Lang) -> Cell:
        del lang
        return str(value)
