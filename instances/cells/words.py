"""Words from a closed list."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from instances.cells.base import BadCell, Cell, Kind, plain
from instances.cells.text import Text_
from instances.fold import fold, nearest
from models.text import Lang, Text

ONE_OF = Text("одно из слов: {words}", "one of the words: {words}")
CHOOSE = Text("Выберите слово из списка.", "Choose a word from the list.")
PERHAPS = Text("Возможно, имелось в виду «{nearest}».", "Perhaps '{nearest}' was meant.")
YES, NO = Text("да", "yes"), Text("нет", "no")


class Words(Kind):
    """A word that stands for a value; either language is understood."""

    name = Text("слово из списка", "word from the list")

    def __init__(self, words: Mapping[Any, Text], *also: tuple[str, Any]) -> None:
        self.words = dict(words)
        self._values: dict[str, Any] = {fold(word): value for word, value in also}
        for value, text in self.words.items():
            for word in (text.ru, text.en, str(value)):
                self._values[fold(word)] = value

    def parse(self, cell: Cell) -> Any:
        text = plain(cell)
        if fold(text) in self._values:
            return self._values[fold(text)]
        known = [text.ru for text in self.words.values()]
        found = nearest(text, known)
        cure = PERHAPS(nearest=found[0]) if found else CHOOSE()
        raise BadCell(ONE_OF(words=known), cure)

    def show(self, value: Any, lang: Lang) -> Cell:
        word: Text = self.words[value]
        return word.in_(lang)

    def options(self, lang: Lang) -> tuple[str, ...]:
        return tuple(text.in_(lang) for text in self.words.values())


class OneOf(Words):
    """A member of an enumeration."""

    def __init__(self, enum: type[StrEnum], **words: Text) -> None:
        super().__init__({member: words[member.name.lower()] for member in enum})


class YesNo(Words):
    name = Text("да или нет", "yes or no")

    def __init__(self) -> None:
        super().__init__({True: YES, False: NO}, ("+", True), ("-", False), ("1", True), ("0", False))

    def parse(self, cell: Cell) -> Any:
        return cell if isinstance(cell, bool) else super().parse(cell)


class Known(Text_):
    """A key, or a word that stands for one in either language; any other text stays as it is."""

    name = Text("ключ или название", "key or title")

    def __init__(self, titles: Mapping[str, Text], *also: tuple[str, str]) -> None:
        self._keys = {fold(word): key for word, key in also}
        for key, title in titles.items():
            self._keys |= {fold(word): key for word in (key, title.ru, title.en) if word}

    def parse(self, cell: Cell) -> str:
        text = super().parse(cell)
        return self._keys.get(fold(text), text)


class TitleOf(Text_):
    """For the reader of a sheet: what the key in another column of the row stands for."""

    def __init__(self, field: str, titles: Mapping[str, Text]) -> None:
        self.field, self.titles = field, titles

    def told(self, values: Mapping[str, Any], lang: Lang) -> str:
        """The title; blank for a key that has none."""
        title = self.titles.get(values.get(self.field, ""))
        return "" if title is None else title.in_(lang)
