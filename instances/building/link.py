"""Replaces what people wrote in references by ids; a reference to nothing is a fault of its row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from instances.building import texts
from instances.building.directory import Directory
from instances.cells import Group, Place, Ref, RefList, Vocabulary
from instances.fold import fold, fold_class, nearest
from instances.parts import Problems, Row, Tables
from instances.schema import TABLES, Column
from models.network import split_group_id
from models.text import Message

Rows = dict[str, list[Row]]

PASSED = TABLES["students"].by_field["passed"]


@dataclass
class Linker:
    """One pass over all rows.

    ``former`` knows also the rows that are set aside. What refers to ``absent`` tables, which have no rows to
    be found, is no fault. If this is so because of a fault (``faulty``), the cells that do so are noted.
    """

    rows: Rows
    directory: Directory
    former: Directory
    absent: frozenset[str] = frozenset()
    faulty: frozenset[str] = frozenset()
    dangling: set[tuple[Row, str]] = field(default_factory=set)
    problems: Problems = field(default_factory=Problems)
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    def link(self) -> None:
        """Links every row in place."""
        for name, table in TABLES.items():
            linked = [(column, link) for column in table.columns if (link := self._link_of(column))]
            for row in self.rows[name]:
                for column, link in linked:
                    if row.values.get(column.field):
                        row.values[column.field] = link(row, column, row.values[column.field])
        self._link_classes()
        self._link_rooms()
        if "stops" in self.faulty:
            self._note("id", "runs")

    def _link_of(self, column: Column) -> Callable[[Row, Column, Any], Any] | None:
        kind = column.kind
        if isinstance(kind, Ref):
            return self._ref
        if isinstance(kind, RefList):
            return self._refs
        if isinstance(kind, Vocabulary):
            return self._vocabulary
        if isinstance(kind, Place):
            return self._place
        return self._group if isinstance(kind, Group) else None

    def _ref(self, row: Row, column: Column, text: str) -> str:
        kind = column.kind
        assert isinstance(kind, Ref)
        return self._find(row, column, text, kind.tables, lenient=kind.lenient)

    def _refs(self, row: Row, column: Column, items: tuple[str, ...]) -> tuple[str, ...]:
        kind = column.kind
        assert isinstance(kind, RefList)
        return tuple(self._find(row, column, item, kind.tables, lenient=kind.lenient) for item in items)

    def _group(self, row: Row, column: Column, text: str) -> str:
        course, ordinal = split_group_id(text)
        return f"{self._find(row, column, course, ('courses',), lenient=False)}-{ordinal}"

    def _find(self, row: Row, column: Column, text: str, tables: tuple[str, ...], *, lenient: bool) -> str:
        found = self.directory.find(tables, text)
        if found.id:
            return found.id
        several = found.several
        if several and tables == ("students",):
            several = self._narrow(row, several)
            if len(several) == 1:
                return several[0]
        sheet = TABLES[tables[0]].title
        if several:
            problem, cure = texts.AMBIGUOUS(sheet=sheet, ids=several), texts.USE_ID()
            self.problems.bad(row, column.field, problem, cure, text)
            return text
        if self.absent.intersection(tables):
            if self.faulty.intersection(tables):
                self.dangling.add((row, column.field))
            return text
        former = self.former.find(tables, text)
        if former.id or former.several:
            self.problems.bad(row, column.field, texts.ASIDE(sheet=sheet), texts.CORRECT_THERE(), text)
            return text
        near = self.directory.nearest(tables, text)
        cure = texts.PERHAPS(nearest=near) if near else texts.ADD_ROW(sheet=sheet)
        if near and column.field == "prerequisite" and text not in self._passed:
            lenient, cure = False, texts.PERHAPS_FORMER(nearest=near, passed=PASSED.title)
        report = self.problems.doubt if lenient else self.problems.bad
        report(row, column.field, texts.UNKNOWN(sheet=sheet), cure, text)
        return text

    @cached_property
    def _passed(self) -> set[str]:
        """What students have passed, courses of former years included."""
        return {item for row in self.rows["students"] for item in row.values.get("passed", ())}

    def _narrow(self, row: Row, several: tuple[str, ...]) -> tuple[str, ...]:
        """Namesakes among students told apart by the row's institution and class."""
        named = row.values.get("of_institution") or row.values.get("institution")
        if named:
            institution = self.directory.find(("institutions",), named).id
            several = tuple(id for id in several if self.directory.homes[id][0] == institution)
        class_name = row.values.get("of_class") or row.values.get("class_name")
        if class_name:
            wanted = fold_class(class_name)
            several = tuple(id for id in several if fold_class(self.directory.homes[id][1]) == wanted)
        return several

    def _vocabulary(self, row: Row, column: Column, value: Any) -> Any:
        del row
        kind = column.kind
        assert isinstance(kind, Vocabulary)
        if kind.many:
            return tuple(self._word(kind.domain, word) for word in value)
        return self._word(kind.domain, value)

    def _word(self, domain: str, word: str) -> str:
        """The first spelling of a word that was met in the tables."""
        return self.words.setdefault(domain, {}).setdefault(fold(word), word)

    def _place(self, row: Row, column: Column, text: str) -> str:
        del row, column
        if text in self.directory.ids["institutions"]:
            return text
        if fold(text) in self.words.get("place", {}):
            return self._word("place", text)
        found = self.directory.find(("institutions",), text)
        return found.id or self._word("place", text)

    def _link_classes(self) -> None:
        """Classes are named within their institution."""
        classes: dict[str, dict[str, str]] = {}
        for row in self.rows["classes"]:
            if row.values.get("name"):
                known = classes.setdefault(row.values.get("institution", ""), {})
                known.setdefault(fold_class(row.values["name"]), row.values["name"])
        if "classes" in self.absent:
            if "classes" in self.faulty:
                self._note("class_name", "students", "wishes")
            return
        for table in ("students", "wishes"):
            for row in self.rows[table]:
                name, institution = row.values.get("class_name"), row.values.get("institution", "")
                if not name or institution not in self.directory.ids["institutions"]:
                    continue
                known = classes.get(institution, {})
                if name not in known.values() and fold_class(name) not in known:
                    self._no_class(row, name, institution, list(known.values()))
                elif name not in known.values():
                    row.values["class_name"] = known[fold_class(name)]

    def _note(self, name: str, *tables: str) -> None:
        """The filled cells of a column refer to rows, or have rows that refer to them, which nobody finds."""
        self.dangling |= {(row, name) for table in tables for row in self.rows[table] if row.values.get(name)}

    def _no_class(self, row: Row, name: str, institution: str, known: list[str]) -> None:
        near = nearest(name, known)
        cure: Message = (
            texts.PERHAPS(nearest=near[0]) if near else texts.ADD_ROW(sheet=TABLES["classes"].title)
        )
        self.problems.bad(row, "class_name", texts.NO_CLASS(institution=institution), cure)

    def _link_rooms(self) -> None:
        """A lock's room is one of its centre's, or of any centre."""
        if "rooms" in self.faulty:
            self._note("room", "locks")
            return
        for row in self.rows["locks"]:
            name, centre = row.values.get("room"), row.values.get("centre")
            if not name:
                continue
            rooms = [
                room.values["name"]
                for room in self.rows["rooms"]
                if room.values.get("name") and (not centre or room.values.get("centre") == centre)
            ]
            if name in rooms:
                continue
            same = [room for room in rooms if fold(room) == fold(name)]
            if same:
                row.values["room"] = same[0]
                continue
            near = nearest(name, rooms)
            cure = texts.PERHAPS(nearest=near[0]) if near else texts.ADD_ROW(sheet=TABLES["rooms"].title)
            self.problems.bad(row, "room", texts.NO_ROOM(), cure)


def link(tables: Tables, rows: Rows) -> tuple[Problems, set[tuple[Row, str]]]:
    """Links the rows that are left; what refers to other rows of ``tables`` refers to one set aside.

    Also the cells that refer to rows of a table in which, by a fault told elsewhere, none can be found.
    """
    empty = {name for name, table in TABLES.items() if table.required and not tables.rows[name]}
    faulty = frozenset(tables.faulty)
    linker = Linker(rows, Directory.of(tables, rows), Directory.of(tables), faulty | empty, faulty)
    linker.link()
    return linker.problems, linker.dangling
