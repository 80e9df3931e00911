"""Ids and references: read as text, matched with the other tables later."""

from __future__ import annotations

import re
from typing import Any

from instances.cells.base import BadCell, Cell, Kind, joined, pieces, plain
from instances.cells.text import MAX_TEXT, Text_, checked
from models.text import Lang, Text

MAX_ID = 100
CODE = Text(
    "код не длиннее {limit} знаков, без точки с запятой", "an id of at most {limit} characters, no semicolons"
)
TYPE_CODE = Text("Введите короткий код, например «Ш1».", "Enter a short id such as 'S1'.")
GROUP = Text(
    "код группы: код курса, дефис и номер группы, например «ИТ-1»",
    "the id of a group: the course's id, a hyphen and a number, such as 'IT-1'",
)
TYPE_GROUP = Text("Введите код группы.", "Enter the group's id.")


class Code(Text_):
    """The id of a row."""

    name = Text("код", "id")

    def parse(self, cell: Cell) -> str:
        text = super().parse(cell)
        if len(text) > MAX_ID or ";" in text:
            raise BadCell(CODE(limit=MAX_ID), TYPE_CODE())
        return text


class Ref(Text_):
    """A row of one of the tables named, by id, name or title; ``lenient``: any other text will do too."""

    name = Text("код или название", "id or name")

    def __init__(self, *tables: str, lenient: bool = False) -> None:
        self.tables, self.lenient = tables, lenient


class RefList(Kind):
    """Rows of the tables named, by ids, names or titles."""

    name = Text("коды или названия через точку с запятой", "ids or names with semicolons")

    def __init__(self, *tables: str, lenient: bool = False) -> None:
        self.tables, self.lenient = tables, lenient

    def parse(self, cell: Cell) -> tuple[str, ...]:
        return tuple(pieces(checked(plain(cell), MAX_TEXT, "\n\r")))

    def show(self, value: Any, lang: Lang) -> Cell:
        del lang
        return joined(list(value)) or None


class Group(Text_):
    """The id of a group."""

    name = Text("код группы", "id of a group")

    def parse(self, cell: Cell) -> str:
        text = super().parse(cell)
        if not re.fullmatch(r".+-[1-9]\d{0,3}", text, re.ASCII | re.DOTALL):
            raise BadCell(GROUP(), TYPE_GROUP())
        return text


class Place(Text_):
    """An institution, settlement, stop or zone."""

    name = Text("учреждение, населённый пункт, остановка или зона", "institution, settlement, stop or zone")


class Vocabulary(Kind):
    """Words whose first spelling in the tables counts for all: profiles, room kinds, equipment, zones."""

    def __init__(self, domain: str, *, many: bool = False) -> None:
        self.domain, self.many = domain, many
        self.name = (
            Text("слова через точку с запятой", "words with semicolons") if many else Text("слово", "word")
        )

    def parse(self, cell: Cell) -> Any:
        if self.many:
            return tuple(pieces(checked(plain(cell), MAX_TEXT, "\n\r")))
        return Text_().parse(cell)

    def show(self, value: Any, lang: Lang) -> Cell:
        del lang
        return (joined(list(value)) or None) if self.many else str(value)
