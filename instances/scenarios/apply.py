"""Applies a scenario to the rows of a network: what comes out passes the same checks as any input.

Whatever an edit puts into a row has the edit's own place, so that a fault that follows from it is told
there. Rows that were not touched keep theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from instances.building.directory import NAMES, Directory
from instances.building.duplicates import KEYS
from instances.building.network import RECORDS
from instances.building.people import give_ids
from instances.cells import BadCell, Cell, Date, Int, Known, Ref, RefList
from instances.cells.base import is_blank, plain
from instances.fold import fold, fold_class, nearest
from instances.parts import Row, Sheet, Tables
from instances.reading.headers import columns_by_header, find_table, fold_header
from instances.reading.tables import parse_cell
from instances.scenarios import texts
from instances.scenarios.edits import Do, RowEdit, Scenario
from instances.schema import TABLES, Column
from instances.schema.actions import ACTIONS, Action
from models.fault import Spot
from models.norm_words import TITLES
from models.norms import shipped_norms
from models.text import Message

UNTOUCHED = ("scenarios", "goals", "results", "history", "requisites")
"""Tables that no scenario changes: they say nothing that a plan depends on, or order its goals."""

CHILDREN = {
    "centres": (("rooms", "centre"),),
    "runs": (("stops", "run"),),
    "students": (("choices", "student"), ("wishes", "student"), ("locks", "student"), ("results", "student")),
}
"""Table → rows of other tables that go with a row of it."""


@dataclass(eq=False)
class EditedRow(Row):
    """A row of which some cells come from a scenario: ``spots`` are their places."""

    spots: dict[str, Spot] = field(default_factory=dict)

    def spot(self, name: str = "") -> Spot:
        """The place of the edit, where there was one; without a field, of the last one."""
        if name in self.spots:
            return self.spots[name]
        return next(reversed(self.spots.values())) if not name and self.spots else super().spot(name)


class _Refused(Exception):
    """An edit that cannot be made; the fault is on the list already."""


def apply_scenario(tables: Tables, scenario: Scenario, first_day: date, last_day: date) -> None:
    """Makes all edits of a scenario in the rows of ``tables``; what cannot be made is among its problems.

    ``first_day``, ``last_day``: of the lessons.
    """
    give_ids(tables)
    editor = _Editor(tables, first_day, last_day)
    for edit in scenario.edits:
        try:
            editor.make(edit)
        except _Refused:
            continue


@dataclass
class _Editor:
    tables: Tables
    first_day: date
    last_day: date
    removed: dict[Row, Spot] = field(default_factory=dict)
    _is_stale: bool = False
    """Whether a row that can be named has come, changed or gone since the directory was made."""

    def __post_init__(self) -> None:
        self.directory = Directory.of(self.tables)

    def make(self, edit: Do | RowEdit) -> None:
        if isinstance(edit, Do):
            self._do(edit)
        else:
            self._edit_rows(edit)
        if self._is_stale:
            self.directory = Directory.of(self.tables)
            self._is_stale = False

    def _refuse(self, spot: Spot, value: Any, problem: Message, cure: Message) -> _Refused:
        self.tables.problems.error(spot, value, problem, cure)
        return _Refused()

    # --- actions -------------------------------------------------------------------------------

    def _do(self, edit: Do) -> None:
        action = ACTIONS[edit.action]
        if not edit.target.strip():
            raise self._refuse(
                edit.spot, action.title, texts.NO_TARGET(), texts.GIVE_TARGET(what=action.target)
            )
        takes_value = bool(action.value.ru)
        if takes_value and is_blank(edit.value) and action.deed != "remove":
            raise self._refuse(
                edit.spot, action.title, texts.NO_VALUE(), texts.GIVE_TARGET(what=action.value)
            )
        if not takes_value and not is_blank(edit.value):
            raise self._refuse(edit.spot, edit.value, texts.NEEDLESS(), texts.CLEAR_IT())
        if action.deed == "set":
            value = action.fixed if action.fixed is not None else edit.value
            if action.name == "teacher_until":
                self._refuse_late(edit)
            for row in self._named(action, edit.target, edit.spot):
                self._set(row, {action.field: value}, edit.spot, {})
        elif action.deed == "remove":
            self._remove(self._to_remove(action, edit), edit.spot)
        elif action.deed == "choose":
            self._choose(edit)
        elif action.deed == "close_building":
            self._close_building(action, edit)
        elif action.deed == "leave":
            self._leave(action, edit)
        else:
            self._norm(edit)

    def _refuse_late(self, edit: Do) -> None:
        """A teacher who works until after the last lesson works all the year."""
        try:
            day = Date().parse(edit.value)
        except BadCell:  # told with the cell
            return
        if day >= self.last_day:
            raise self._refuse(
                edit.spot, edit.value, texts.ALL_YEAR(last=_day(self.last_day)), texts.DROP_IT()
            )

    def _named(self, action: Action, target: str, spot: Spot) -> list[Row]:
        """The rows of an action's table that a target names."""
        if action.table == "rooms":
            centre, _, room = target.partition(";")
            if not room.strip():
                raise self._refuse(spot, target, texts.NO_TARGET(), texts.GIVE_TARGET(what=action.target))
            return self._find("rooms", {"centre": centre.strip(), "name": room.strip()}, spot)
        if action.table == "rules":
            return self._setting(target, spot)
        return self._find(action.table, {"id": target.strip()}, spot)

    def _setting(self, target: str, spot: Spot) -> list[Row]:
        """The row of a rule of the network; a new one where the rule was left at its default."""
        kind = TABLES["rules"].by_field["key"].kind
        try:
            key = kind.parse(target)
        except BadCell as error:
            raise self._refuse(spot, target, error.problem, error.cure) from None
        for row in self.tables.rows["rules"]:
            if row.values.get("key") == key:
                return [row]
        row = self._new_row("rules", {"key": target}, spot, {})
        return [row]

    def _to_remove(self, action: Action, edit: Do) -> list[Row]:
        if action.name != "withdraw":
            return self._named(action, edit.target, edit.spot)
        (student,) = self._find("students", {"id": edit.target}, edit.spot)[:1]
        key: dict[str, Cell] = {"student": student.values["id"]}
        if not is_blank(edit.value):
            key["course"] = edit.value
        rows = [row for row in self.tables.rows["choices"] if self._matches(row, key)]
        if not rows:
            raise self._refuse(
                edit.spot, edit.target, texts.NO_CHOICE(), texts.LOOK_THERE(sheet=TABLES["choices"].title)
            )
        return rows

    def _choose(self, edit: Do) -> None:
        """A choice more: the course, its rank (the next one if not given), its date."""
        (student,) = self._find("students", {"id": edit.target}, edit.spot)[:1]
        parts = [part.strip() for part in plain(edit.value).split(";")] + ["", ""]
        mine = [
            row
            for row in self.tables.rows["choices"]
            if self._matches(row, {"student": student.values["id"]})
        ]
        if any(self._matches(row, {"course": parts[0]}) for row in mine):
            raise self._refuse(edit.spot, parts[0], texts.ALREADY_CHOSEN(), texts.DROP_IT())
        last = max((row.values.get("rank", 0) for row in mine), default=0)
        cells: dict[str, Cell] = {
            "student": student.values["id"],
            "course": parts[0],
            "rank": parts[1] or last + 1,
        }
        if parts[2]:
            cells["made_on"] = parts[2]
        self._new_row("choices", cells, edit.spot, {})

    def _close_building(self, action: Action, edit: Do) -> None:
        (place,) = self._named(action, edit.target, edit.spot)[:1]
        centres = [
            row
            for row in self.tables.rows["centres"]
            if self._matches(row, {"institution": place.values["id"]})
            and str(row.values.get("status", "open")) == "open"
        ]
        if not centres:
            raise self._refuse(edit.spot, edit.target, texts.NOTHING_OPEN(), texts.DROP_IT())
        for row in centres:
            self._set(row, {"status": "закрыт"}, edit.spot, {})

    def _leave(self, action: Action, edit: Do) -> None:
        """An institution takes part no more: no centre of it is open, and its students' choices go."""
        (place,) = self._named(action, edit.target, edit.spot)[:1]
        students = {
            row.values["id"]
            for row in self.tables.rows["students"]
            if row.values.get("id") and self._matches(row, {"institution": place.values["id"]})
        }
        self._set(place, {"participates": "нет"}, edit.spot, {})
        for table in ("choices", "locks"):
            for row in list(self.tables.rows[table]):
                named = self.directory.find(("students",), str(row.values.get("student", "")))
                if named.id in students:
                    self.tables.rows[table].remove(row)
                    self.removed[row] = edit.spot

    def _norm(self, edit: Do) -> None:
        """The value of a norm that is for everybody, in force on the first day of lessons."""
        key = Known(TITLES).parse(edit.target)
        known = [norm for norm in shipped_norms() if norm.key == key]
        if not known:
            near = nearest(key, [*TITLES, *(title.ru for title in TITLES.values())])
            cure = texts.PERHAPS(nearest=near[0]) if near else texts.LOOK_THERE(sheet=TABLES["norms"].title)
            raise self._refuse(edit.spot, key, texts.NO_NORM(), cure)
        value, _, since = (part.strip() for part in plain(edit.value).partition(";"))
        if since:
            try:
                day = Date().parse(since)
            except BadCell as error:
                raise self._refuse(edit.spot, since, error.problem, error.cure) from None
            if day > self.first_day:
                raise self._refuse(
                    edit.spot,
                    since,
                    texts.LATE_NORM(since=_day(day), first=_day(self.first_day)),
                    texts.EARLIER(first=_day(self.first_day)),
                )
        rows = [row for row in self.tables.rows["norms"] if self._is_for_everybody(row, key)]
        if rows:
            for row in rows:
                self._set(row, {"value": value}, edit.spot, {})
            return
        unit = next((norm.unit for norm in known if norm.circle == (None,) * 6), None)
        if unit is None:
            raise self._refuse(edit.spot, key, texts.NOT_FOR_ALL(), texts.BY_ROW())
        self._new_row("norms", {"key": key, "value": value, "unit": unit}, edit.spot, {})

    def _is_for_everybody(self, row: Row, key: str) -> bool:
        values = row.values
        circle = ("grade_from", "grade_to", "days_a_week", "institution_kind", "load_category", "is_rural")
        return (
            values.get("key") == key
            and all(values.get(name) is None for name in circle)
            and values.get("valid_from", date.min) <= self.first_day <= values.get("valid_to", date.max)
        )

    # --- rows ----------------------------------------------------------------------------------

    def _edit_rows(self, edit: RowEdit) -> None:
        table = find_table(edit.table)
        if table is None:
            near = nearest(edit.table, [name for t in TABLES.values() for name in (t.title.ru, t.name)])
            cure = texts.PERHAPS(nearest=near[0]) if near else texts.SEE_DOCS()
            raise self._refuse(edit.spot, edit.table, texts.UNKNOWN_TABLE(), cure)
        if table.name in UNTOUCHED:
            raise self._refuse(edit.spot, edit.table, texts.NOT_HERE(), texts.DROP_IT())
        cells, spots = self._columns(table.name, edit.cells, edit)
        if edit.how == "add":
            self._refuse_existing(table.name, cells, edit.spot)
            self._new_row(table.name, cells, edit.spot, spots)
            return
        key, _ = self._columns(table.name, edit.key, edit)
        if not key:
            raise self._refuse(
                edit.spot, edit.table, texts.NO_TARGET(), texts.GIVE_TARGET(what=table.columns[0].title)
            )
        rows = self._find(table.name, key, edit.spot)
        if edit.how == "remove":
            self._remove(rows, edit.spot)
        else:
            for row in rows:
                self._set(row, cells, edit.spot, spots)

    def _columns(
        self, table: str, cells: Mapping[str, Cell], edit: RowEdit
    ) -> tuple[dict[str, Cell], dict[str, Spot]]:
        """Field → cell and place, from headers in either language."""
        known = columns_by_header(table)
        found: dict[str, Cell] = {}
        spots = {}
        for header, cell in cells.items():
            column = known.get(fold_header(header))
            spot = edit.spots.get(header, edit.spot)
            if column is None or column.is_info:
                near = nearest(
                    header, [name for c in TABLES[table].columns for name in (c.title.ru, c.field)]
                )
                cure = texts.PERHAPS(nearest=near[0]) if near else texts.LOOK_THERE(sheet=TABLES[table].title)
                raise self._refuse(spot, header, texts.UNKNOWN_COLUMN(sheet=TABLES[table].title), cure)
            found[column.field] = cell
            spots[column.field] = spot
        return found, spots

    def _refuse_existing(self, table: str, cells: Mapping[str, Cell], spot: Spot) -> None:
        """A row whose key is taken; rows without a key may be as many as one likes."""
        names = KEYS.get(table, ("id",) if table in NAMES else ())
        key = {name: cells[name] for name in names if name in cells}
        if names and len(key) == len(names):
            for row in self.tables.rows[table]:
                if self._matches(row, key):
                    problem = texts.EXISTS(sheet=row.spot().sheet, row=row.spot().row)
                    raise self._refuse(spot, list(key.values()), problem, texts.CHANGE_IT())

    def _find(self, table: str, key: Mapping[str, Cell], spot: Spot) -> list[Row]:
        rows = [row for row in self.tables.rows[table] if self._matches(row, key)]
        if rows:
            return rows
        said = "; ".join(plain(cell) for cell in key.values())
        sheet = TABLES[table].title
        for row, place in self.removed.items():
            if row.table == table and self._was(row, key):
                raise self._refuse(spot, said, texts.CONTRADICTS(row=place.row), texts.ONE_OF_TWO())
        if "id" in key:
            found = self.directory.find((table,), plain(key["id"]))
            if found.several:
                raise self._refuse(spot, said, texts.SEVERAL(ids=found.several), texts.USE_ID())
            near = self.directory.nearest((table,), plain(key["id"]))
        else:
            name = list(key)[-1]
            known = {plain(row.cells.get(name, "")) for row in self.tables.rows[table]} - {""}
            near = next(iter(nearest(plain(key[name]), sorted(known))), "")
        cure = texts.PERHAPS(nearest=near) if near else texts.LOOK_THERE(sheet=sheet)
        raise self._refuse(spot, said, texts.UNKNOWN_TARGET(sheet=sheet), cure)

    def _was(self, row: Row, key: Mapping[str, Cell]) -> bool:
        """Whether a row that was taken out had such cells; its id is nowhere to be looked up any more."""
        if "id" not in key:
            return self._matches(row, key)
        names = ("id", *NAMES.get(row.table, ()))
        return fold(plain(key["id"])) in {fold(row.values[name]) for name in names if row.values.get(name)}

    def _matches(self, row: Row, key: Mapping[str, Cell]) -> bool:
        return all(self._is(row, name, cell) for name, cell in key.items())

    def _is(self, row: Row, name: str, cell: Cell) -> bool:
        """Whether a row has such a cell, however it is spelled."""
        text = plain(cell)
        if name == "id":
            return (
                bool(row.values.get("id")) and self.directory.find((row.table,), text).id == row.values["id"]
            )
        value = row.values.get(name)
        kind = TABLES[row.table].kind_in(TABLES[row.table].by_field[name], row.values)
        if isinstance(kind, Ref):
            mine, named = (self.directory.find(kind.tables, str(word)).id for word in (value or "", text))
            return bool(mine) and mine == named
        if isinstance(value, str):
            folded = fold_class if row.table == "classes" and name == "name" else fold
            return folded(value) == folded(text)
        try:
            return bool(kind.parse(cell) == value)
        except BadCell:
            return False

    def _new_row(
        self, table: str, cells: Mapping[str, Cell], spot: Spot, spots: Mapping[str, Spot]
    ) -> EditedRow:
        sheet = Sheet(spot.sheet, TABLES[table])
        own = {name: spots.get(name, spot) for name in cells}
        row = EditedRow(sheet, spot.row or 0, {}, {n: c for n, c in cells.items() if not is_blank(c)}, own)
        row.spots.setdefault("", spot)
        for column in TABLES[table].columns:
            if not column.is_info and not (table == "rules" and column.field not in cells):
                parse_cell(self.tables.problems, row, column)
        self.tables.sheets.setdefault(table, sheet)
        self.tables.rows[table].append(row)
        self._is_stale |= table in NAMES
        return row

    def _set(self, row: Row, cells: Mapping[str, Cell], spot: Spot, spots: Mapping[str, Spot]) -> None:
        """Puts cells into a row; a fault for each that is the same already, or was set by another edit."""
        if not cells:
            raise self._refuse(spot, "", texts.NO_VALUE(), texts.DROP_IT())
        former = row.spots if isinstance(row, EditedRow) else {}
        new = EditedRow(row.sheet, row.number, dict(row.values), dict(row.cells), dict(former))
        for name, cell in cells.items():
            place = spots.get(name, spot)
            column = new.sheet.table.by_field[name]
            if name in former:
                self.tables.problems.error(
                    place, cell, texts.CONTRADICTS(row=former[name].row), texts.ONE_OF_TWO()
                )
                continue
            new.spots[name] = place
            new.cells[name] = cell
            old = new.values.pop(name, None)
            count = len(self.tables.problems.found)
            parse_cell(self.tables.problems, new, column)
            if len(self.tables.problems.found) == count and self._same(new, column, old):
                self.tables.problems.error(place, cell, texts.NO_CHANGE(), texts.DROP_IT())
        rows = self.tables.rows[row.table]
        rows[rows.index(row)] = new
        self._is_stale |= row.table in NAMES

    def _same(self, row: Row, column: Column, old: Any) -> bool:
        """Whether the new value of a cell says what the old one (or the blank) said."""
        new = row.values.get(column.field)
        if old is None and row.table in RECORDS:
            of = RECORDS[row.table].model_fields.get(column.field)
            old = None if of is None or of.is_required() else of.get_default()
        kind = column.kind
        if isinstance(kind, Ref | RefList) and new and old:
            words = [[word] if isinstance(word, str) else list(word) for word in (new, old)]
            a, b = ([self.directory.find(kind.tables, word).id or word for word in found] for found in words)
            return sorted(a) == sorted(b)
        return bool(new == old) or (not new and not old and not isinstance(kind, Int))

    def _remove(self, rows: list[Row], spot: Spot) -> None:
        for row in rows:
            if row not in self.tables.rows[row.table]:  # it went with another one
                continue
            children = [
                child
                for table, name in CHILDREN.get(row.table, ())
                for child in self.tables.rows[table]
                if self._matches(child, {name: row.values["id"]})
            ]
            self.tables.rows[row.table].remove(row)
            self._is_stale |= row.table in NAMES
            self.removed[row] = spot
            for child in children:
                self.tables.rows[child.table].remove(child)


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")
