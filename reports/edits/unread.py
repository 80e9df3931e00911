"""Cells of an edited workbook that say something else than the plan and are not read.

Beside what is read stand numbers and names for people to see: how many sit in a group, which class a student
is of. Whoever edits them should be told that nothing comes of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from models.text import LANGS, Message, Text
from reports.audit import cells
from reports.audit.fingerprint import fingerprint, said_by
from reports.audit.origin import Origin
from reports.audit.sheets import Rows, header_row, title_of
from reports.audit.timetable.reading import WALL_TITLES
from reports.audit.timetable.wall import cell_name
from reports.audit.timetable.words import SEPARATOR, SIZE_LINE, head, one_line
from reports.export.source import Source
from reports.export.table import Table, Value, plain
from reports.export.tables import enrolments, groups, rides, sessions
from reports.office.lists import member_lists
from reports.office.wall import size_line
from reports.views.week import meetings

SIZE = Text(
    "«{sheet}», ячейка {cell}: «{said}» не читается; сколько в группе человек, решают списки ({due})",
    "{sheet}, cell {cell}: {said} is not read; the lists decide how many a group has ({due})",
)
CELL = Text(
    "«{sheet}», строка {row}, столбец «{column}»: «{said}» не читается; по данным сети и плану там «{due}»",
    "{sheet}, row {row}, column {column}: {said} is not read; by network and plan it is {due}",
)
SHEET = Text(
    "«{sheet}»: на этом листе что-то изменено, но он не читается",
    "{sheet}: something was changed on this sheet, but it is not read",
)


class Shown(NamedTuple):
    """A list with columns that are read and others that only show something."""

    make: Callable[[Source], Table]
    key: tuple[str, ...]
    columns: tuple[str, ...]


SHOWN = (
    Shown(member_lists, ("student", "group"), ("title", "class", "institution")),
    Shown(enrolments.enrolments, ("student", "group"), ("name", "institution", "class", "title")),
    Shown(
        groups.groups,
        ("group",),
        ("title", "profile", "place", "size", "minimum", "maximum", "hours", "load"),
    ),
    Shown(sessions.sessions, ("session",), ("title", "place", "teacher_names", "count", "first", "last")),
    Shown(rides.rides, ("student", "session", "direction"), ("name", "weekday", "departs", "arrives")),
)


def unread_edits(sheets: Mapping[str, Rows], origin: Origin, before: Source, after: Source) -> list[Message]:
    """What somebody wrote where it is not read. A cell that still shows the plan before the edit is none."""
    found: list[Message] = []
    wall = title_of(WALL_TITLES, sheets)
    if wall is not None:
        found += _sizes(wall, sheets[wall], before, after)
    for shown in SHOWN:
        found += _cells(shown, sheets, before, after)
    for title, mark in origin.sheets.items():
        if title in sheets and fingerprint(cell for row in sheets[title] for cell in row) != mark:
            found.append(SHEET(sheet=title))
    return found


# --- the grid ----------------------------------------------------------------------------------------


def _sizes(title: str, rows: Rows, before: Source, after: Source) -> Iterator[Message]:
    """Cards of the grid whose number of students is neither that before the edit nor that after it."""
    due = _size_lines(before, after)
    for number, row in enumerate(rows, start=1):
        for at, cell in enumerate(row):
            for card in re.split(r"\n\s*\n", cells.text(cell)):
                first, *lines = [one_line(line) for line in card.splitlines() if line.strip()] or [""]
                lines_due = due.get(cells.plain(first.partition(SEPARATOR)[0]), [])
                allowed = {cells.plain(text.in_(lang)) for text in lines_due for lang in LANGS}
                for line in lines:
                    if lines_due and SIZE_LINE.fullmatch(line) and cells.plain(line) not in allowed:
                        yield SIZE(sheet=title, cell=cell_name(number, at), said=line, due=lines_due[-1])


def _size_lines(before: Source, after: Source) -> dict[str, list[Text]]:
    """How a card begins → how it may end: as before the edit, as after it."""
    found: dict[str, list[Text]] = defaultdict(list)
    for source in (before, after):
        for meeting in meetings(source):
            group, session = source.session_by_id[meeting.session]
            found[cells.plain(head(group, session))].append(size_line(source, meeting))
    return found


# --- lists -------------------------------------------------------------------------------------------

Key = tuple[str, ...]


def _cells(shown: Shown, sheets: Mapping[str, Rows], before: Source, after: Source) -> Iterator[Message]:
    """Cells beside what is read that agree neither with the plan before the edit nor with that after it."""
    tables = [shown.make(source) for source in (before, after)]
    title = title_of([cells.plain(tables[0].title.in_(lang)) for lang in LANGS], sheets)
    if title is None:
        return
    rows = sheets[title]
    top = header_row(rows)
    headers = [_said(cell) for cell in rows[top]] if rows else []
    places = {
        column.key: headers.index(_said(column.title.in_(lang)))
        for column in tables[0].columns
        for lang in LANGS
        if _said(column.title.in_(lang)) in headers
    }
    if not set(shown.key) <= places.keys():
        return
    due = _due(shown, tables)
    for number, row in enumerate(rows[top + 1 :], start=top + 2):
        key = tuple(_said(_at(row, places[column])) for column in shown.key)
        for column in (column for column in shown.columns if column in places):
            cell, values = _at(row, places[column]), due.get((key, column), [])
            allowed = {_said(plain(value, lang)) for value in values for lang in LANGS}
            if values and _said(cell) and _said(cell) not in allowed:
                header = cells.text(rows[top][places[column]])
                yield CELL(sheet=title, row=number, column=header, said=said_by(cell), due=_shown(values[-1]))


def _due(shown: Shown, tables: Iterable[Table]) -> dict[tuple[Key, str], list[Value]]:
    """Row and column → what may stand there."""
    found: dict[tuple[Key, str], list[Value]] = defaultdict(list)
    for table in tables:
        keys = [column.key for column in table.columns]
        for row in table.rows:
            values = dict(zip(keys, row, strict=True))
            for key in {tuple(_said(plain(values[name], lang)) for name in shown.key) for lang in LANGS}:
                for column in shown.columns:
                    found[key, column].append(values[column])
    return found


def _at(row: Sequence[Any], place: int) -> Any:
    return row[place] if place < len(row) else None


def _said(value: Any) -> str:
    return cells.plain(said_by(value))


def _shown(value: Value) -> Text | Message | str:
    return value if isinstance(value, Text | Message) else said_by(value) or "—"
