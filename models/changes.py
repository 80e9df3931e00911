"""The catalogue of changes that may be suggested to admit a student: what one step is, and what it costs.

It is data: a planner may hand in another one, with other costs, other limits, fewer kinds.
"""

from __future__ import annotations

import csv
import string
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from models.base import Record
from models.fault import Fault, Spot
from models.files.reasons import reason_of
from models.finding import Severity
from models.text import Message, Text

DATA_FILE = Path(__file__).parent / "data" / "changes.csv"

PLACES: dict[str, frozenset[str]] = {
    "seat": frozenset({"group"}),
    "chair": frozenset({"room", "centre"}),
    "lessons_end": frozenset({"class_name", "school", "weekday"}),
    "own_lessons_end": frozenset({"weekday"}),
    "home_by": frozenset(),
    "last_bus": frozenset({"place", "weekday"}),
    "run_seat": frozenset({"run"}),
    "run": frozenset({"weekday", "place", "time", "site"}),
    "long_ride": frozenset(),
    "alone": frozenset(),
    "hours": frozenset({"class_name", "school"}),
    "day_lessons": frozenset({"class_name", "school", "weekday"}),
    "evening": frozenset(),
    "consent": frozenset(),
    "wish": frozenset(),
    "course_cap": frozenset(),
    "prerequisite": frozenset({"course"}),
    "grade": frozenset({"course", "grade"}),
    "own_time": frozenset({"weekday", "time"}),
    "class_time": frozenset({"class_name", "school", "weekday", "time"}),
    "place": frozenset({"site"}),
    "min_size": frozenset({"group"}),
    "group": frozenset({"course"}),
    "teacher": frozenset({"course"}),
    "teacher_hours": frozenset({"teacher"}),
    "room": frozenset({"centre", "course"}),
    "parallel": frozenset({"centre"}),
}
"""Every kind of change there is → what its sentence may name, besides ``amount``."""

COLUMNS = ("kind", "step", "cost", "most", "ru", "en")

UNREADABLE = Text("Файл не читается: {why}", "The file cannot be read: {why}")
NOT_CSV = Text("это не CSV в кодировке UTF-8 или он повреждён", "it is not CSV in UTF-8, or it is damaged")
NO_COLUMNS = Text("Нет столбцов: {columns}", "Columns are missing: {columns}")
NO_ROWS = Text("Под заголовками нет ни одной строки", "There is no row below the headers")
UNKNOWN_KIND = Text("Такого вида изменений нет", "There is no such kind of change")
TWICE = Text("Вид изменений указан дважды", "The kind of change is given twice")
NOT_WHOLE = Text("Нужно целое число от 1", "A whole number from 1 is needed")
BAD_PLACE = Text("В тексте можно назвать только: {places}", "The sentence may name only: {places}")
CURE = Text(
    "Исправьте по образцу models/data/changes.csv (столбцы через «;»).",
    "Correct it by the pattern of models/data/changes.csv (columns parted by ';').",
)


class ChangeKind(Record):
    """A row of the catalogue. ``step``: minutes, seats, hours … of one step; ``cost``: of one step;
    ``most``: steps at the most; ``ru`` and ``en``: the sentence, with its places in braces."""

    kind: str
    step: int = Field(ge=1)
    cost: int = Field(ge=1)
    most: int = Field(ge=1)
    ru: str
    en: str

    @property
    def text(self) -> Text:
        return Text(self.ru, self.en)


Catalogue = dict[str, ChangeKind]
"""Kind → its row."""


@cache
def shipped_changes() -> Catalogue:
    """The catalogue that comes with setka."""
    catalogue, faults = read_changes(DATA_FILE)
    assert not faults, faults
    return catalogue


def read_changes(path: Path) -> tuple[Catalogue, tuple[Fault, ...]]:
    """A catalogue from a CSV file, and everything that is wrong with it."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, delimiter=";")
            rows = list(reader)
            columns = reader.fieldnames or ()
    except OSError as error:
        return {}, (_fault(path, None, "", "", UNREADABLE(why=reason_of(error))),)
    except (UnicodeDecodeError, csv.Error):
        return {}, (_fault(path, None, "", "", UNREADABLE(why=NOT_CSV)),)
    missing = [column for column in COLUMNS if column not in columns]
    if missing:
        return {}, (_fault(path, 1, "", "", NO_COLUMNS(columns=missing)),)
    if not rows:
        return {}, (_fault(path, 2, "", "", NO_ROWS()),)
    catalogue: Catalogue = {}
    faults: list[Fault] = []
    for number, row in enumerate(rows, start=2):
        found = list(_faults(path, number, row, catalogue))
        faults += found
        if not found:
            catalogue[row["kind"]] = ChangeKind.model_validate({name: row[name] for name in COLUMNS})
    return catalogue, tuple(faults)


def _faults(path: Path, number: int, row: dict[str, str], known: Catalogue) -> Iterable[Fault]:
    kind = row["kind"]
    if kind not in PLACES:
        yield _fault(path, number, "kind", kind, UNKNOWN_KIND())
        return
    if kind in known:
        yield _fault(path, number, "kind", kind, TWICE())
    places = PLACES[kind] | {"amount"}
    for column in ("ru", "en"):
        text = row[column] or ""
        try:
            named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        except ValueError:
            named = {text}
        if not text or not named <= places:
            yield _fault(path, number, column, text, BAD_PLACE(places=sorted(places)))
    try:
        ChangeKind.model_validate({name: row[name] for name in COLUMNS})
    except ValidationError as error:
        for item in error.errors():
            column = str(item["loc"][0])
            if column in ("step", "cost", "most"):
                yield _fault(path, number, column, row[column] or "", NOT_WHOLE())


def _fault(path: Path, row: int | None, column: str, value: str, problem: Message) -> Fault:
    return Fault(Severity.ERROR, Spot(sheet=path.name, row=row, column=column), value, problem, CURE())
