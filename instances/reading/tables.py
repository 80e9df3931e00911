"""Turns grids of cells into the rows of the tables, with a fault for every cell that is not of its kind."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from instances.building.duplicates import KEYS
from instances.cells import BadCell
from instances.cells.base import is_blank, plain
from instances.fold import fold, nearest
from instances.parts import Problems, Row, Sheet, Tables
from instances.reading import texts
from instances.reading.examples import is_example
from instances.reading.headers import (
    EXAMPLES,
    MARKS,
    NUMBERS,
    OTHER_SHEETS,
    columns_by_header,
    find_header,
    find_table,
    fold_header,
)
from instances.reading.merges import hidden_headers, merges_from, report_merges
from instances.schema import TABLES, Column, Table
from models.fault import Spot
from models.files.grid import Broken, Grid, Position, is_error, letters
from models.files.texts import BAD_FORMULA, FIX_FORMULA


def read_tables(grids: Sequence[Grid], unreadable: Sequence[str] = ()) -> Tables:
    """All rows of all known sheets. ``unreadable`` are files whose fault is reported elsewhere."""
    tables = Tables()
    unknown: list[str] = []
    examples: dict[str, int] = {}
    for grid in grids:
        table = find_table(grid.name)
        if table is None:
            if fold(grid.name) not in OTHER_SHEETS and any(not is_blank(c) for row in grid.rows for c in row):
                unknown.append(grid.name)
        elif table.name in tables.sheets:
            tables.problems.error(
                Spot(grid.name), grid.name, texts.TWO_SHEETS(sheet=table.title), texts.ONE_SHEET()
            )
        else:
            number = _read_sheet(tables, table, grid)
            if number:
                examples[grid.name] = number
    _report_examples(tables.problems, examples)
    excused = {table.name for name in unreadable if (table := find_table(name))}
    tables.faulty |= excused
    _report_sheets(tables, unknown, excused)
    return tables


def _report_examples(problems: Problems, examples: dict[str, int]) -> None:
    """One warning for all example rows skipped, so that it hides no other."""
    count = sum(examples.values())
    if len(examples) == 1:
        problems.warn(Spot(next(iter(examples))), "", texts.SKIPPED(count=count), texts.DELETE_THEM())
    elif examples:
        message = texts.SKIPPED_ON_MANY(count=count, sheets=len(examples))
        problems.warn(Spot(), "", message, texts.DELETE_THEM())


def _report_sheets(tables: Tables, unknown: list[str], excused: set[str]) -> None:
    absent = [t for t in TABLES.values() if t.name not in tables.sheets and t.name not in excused]
    names = [name for table in absent for name in (table.title.ru, table.title.en, table.name)]
    for name in unknown:
        near = nearest(name.removesuffix(".csv"), names)
        cure = texts.PERHAPS(nearest=near[0]) if near else texts.IGNORE()
        tables.problems.warn(Spot(name), name, texts.UNKNOWN_SHEET(), cure)
    for table in absent:
        if table.required:
            near = nearest(table.title.ru, unknown) or nearest(table.name, unknown)
            cure = texts.RENAME_SHEET(nearest=near[0]) if near else texts.ADD_SHEET()
            tables.problems.error(Spot(table.title.ru), "", texts.NO_SHEET(sheet=table.title), cure)
            tables.faulty.add(table.name)


def _read_sheet(tables: Tables, table: Table, grid: Grid) -> int:
    """Reads a sheet into its table; the number of example rows skipped."""
    sheet = Sheet(grid.name, table)
    tables.sheets[table.name] = sheet
    header, matches = find_header(table, grid.rows)
    if matches == 0:
        if table.required or any(not is_blank(cell) for row in grid.rows for cell in row):
            required = [column.title for column in table.columns if column.required]
            tables.problems.error(Spot(grid.name), "", texts.NO_HEADER(), texts.ADD_HEADER(columns=required))
            tables.faulty.add(table.name)
        return 0
    merges = merges_from(grid, header)
    columns, mark = _find_columns(tables.problems, sheet, grid, header, hidden_headers(merges, header))
    if not _has_keys(sheet):
        tables.faulty.add(table.name)
    covered = report_merges(tables.problems, grid, header, columns, merges)
    examples = 0
    untitled: set[int] = set()
    for number in range(header + 1, len(grid.rows)):
        cells = grid.rows[number]
        row = _read_row(tables.problems, sheet, columns, number, grid, covered)
        if row is None:
            continue
        _report_untitled(tables.problems, grid, header, number, untitled)
        if mark is not None and mark < len(cells) and fold(plain(cells[mark])) in EXAMPLES:
            tables.problems.found = [p for p in tables.problems.found if p.row is not row]
            if is_example(table, row.values):
                examples += 1
            else:
                spot = Spot(
                    grid.name, number + 1, plain(grid.rows[header][mark]), f"{letters(mark)}{number + 1}"
                )
                tables.problems.error(spot, plain(cells[mark]), texts.CHANGED(), texts.CLEAR_MARK(), row)
                tables.rows[table.name].append(row)
            continue
        tables.rows[table.name].append(row)
    return examples


def _has_keys(sheet: Sheet) -> bool:
    """Whether the sheet has the columns by which its rows are found; all that are required where none is."""
    table = sheet.table
    if "person" in table.by_field:
        return "id" in sheet.headers or "person" in sheet.headers
    keys = KEYS.get(table.name, ("id",) if "id" in table.by_field else tuple(table.by_field))
    return all(key in sheet.headers or not table.by_field[key].required for key in keys)


def _report_untitled(problems: Problems, grid: Grid, header: int, number: int, reported: set[int]) -> None:
    """A warning for the first value in each column that has no header."""
    titles = grid.rows[header]
    for position, cell in enumerate(grid.rows[number]):
        has_title = position < len(titles) and not is_blank(titles[position])
        if not has_title and not is_blank(cell) and position not in reported:
            reported.add(position)
            spot = Spot(grid.name, number + 1, "", f"{letters(position)}{number + 1}")
            problems.warn(spot, plain(cell), texts.NO_TITLE(), texts.GIVE_TITLE())


def _find_columns(
    problems: Problems, sheet: Sheet, grid: Grid, header: int, hidden: int
) -> tuple[dict[int, Column], int | None]:
    """Position → column, and the position of the marks of examples.

    Columns that are missing are no faults if so many headers are ``hidden``, which is one.
    """
    known = columns_by_header(sheet.table.name)
    columns: dict[int, Column] = {}
    mark: int | None = None
    unknown: dict[int, str] = {}
    for position, cell in enumerate(grid.rows[header]):
        text = fold_header(plain(cell))
        spot = Spot(grid.name, header + 1, plain(cell), f"{letters(position)}{header + 1}")
        if (header, position) in grid.broken:
            found = grid.broken[header, position]
            problems.error(spot, found.shown, found.problem(), found.cure())
            hidden += 1
        elif text in MARKS:
            mark = position
        elif text in known and known[text].field in sheet.headers:
            column = known[text]
            first, cell_of_first = sheet.headers[column.field], f"{sheet.letters[column.field]}{header + 1}"
            problem = texts.TWO_COLUMNS(column=column.title, first=first, cell=cell_of_first)
            problems.error(spot, plain(cell), problem, texts.ONE_COLUMN())
        elif text in known:
            column = known[text]
            columns[position] = column
            sheet.headers[column.field] = plain(cell)
            sheet.letters[column.field] = letters(position)
        elif text and text not in NUMBERS:
            unknown[position] = plain(cell)
    absent = [column for column in sheet.table.columns if column.field not in sheet.headers]
    for position, name in unknown.items():
        near = nearest(name, [title for column in absent for title in (column.title.ru, column.title.en)])
        cure = texts.PERHAPS(nearest=near[0]) if near else texts.IGNORE()
        spot = Spot(grid.name, header + 1, name, f"{letters(position)}{header + 1}")
        problems.warn(spot, name, texts.UNKNOWN_COLUMN(), cure)
    needed = [column for column in absent if column.required]
    if len(needed) > hidden:
        for column in needed:
            near = nearest(column.title.ru, unknown.values()) or nearest(column.title.en, unknown.values())
            cure = texts.RENAME_COLUMN(nearest=near[0]) if near else texts.ADD_COLUMN(column=column.title)
            problems.error(Spot(grid.name, header + 1, column.title.ru), "", texts.NO_COLUMN(), cure)
    if {"id", "person"} <= {column.field for column in absent} and not hidden:
        by_field = sheet.table.by_field
        problem = texts.NO_NAMES(id=by_field["id"].title, person=by_field["person"].title)
        problems.error(Spot(grid.name, header + 1), "", problem, texts.ADD_NAMES())
    return columns, mark


def _read_row(
    problems: Problems,
    sheet: Sheet,
    columns: dict[int, Column],
    number: int,
    grid: Grid,
    covered: Collection[Position],
) -> Row | None:
    """The row; ``None`` if it is blank in all columns that hold data. ``covered``: cells reported already."""
    cells = grid.rows[number]
    merged = {column.field for position, column in columns.items() if (number, position) in covered}
    row = Row(sheet, number + 1, {})
    broken: dict[str, Broken] = {}
    for position, column in columns.items():
        if column.is_info:
            continue
        cell = cells[position] if position < len(cells) else None
        if (number, position) in grid.broken:
            broken[column.field] = grid.broken[number, position]
        elif isinstance(cell, str) and is_error(plain(cell)):
            broken[column.field] = Broken(plain(cell), BAD_FORMULA, FIX_FORMULA)
        if not is_blank(cell) or column.field in broken:
            row.cells[column.field] = cell
    if not row.cells:
        return None
    for column in sheet.table.columns:  # in the schema's order: a value's kind depends on its key
        if column.field not in sheet.headers:
            continue
        if column.field in broken:
            found = broken[column.field]
            problems.bad(row, column.field, found.problem(), found.cure(), found.shown)
        elif not column.is_info and (column.field in row.cells or column.field not in merged):
            parse_cell(problems, row, column)
    return row


def parse_cell(problems: Problems, row: Row, column: Column) -> None:
    """Reads one cell of a row into its values; a fault if it is not of its kind or blank though required."""
    cell = row.cells.get(column.field)
    kind = row.sheet.table.kind_in(column, row.values)
    if is_blank(cell):
        if column.required:
            cure = texts.FILL_IN(note=column.note)
            problems.bad(row, column.field, texts.EMPTY_CELL(kind=kind.name), cure, "")
        return
    try:
        row.values[column.field] = kind.parse(cell)
    except BadCell as error:
        problems.bad(row, column.field, error.problem, error.cure, error.shown)
