"""What the program put where the planner left a blank."""

from __future__ import annotations

from models.text import Text
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, table

TITLE = Text("Допущения", "Assumptions")

COLUMNS = (
    Column("sheet", Text("Лист", "Sheet"), width=20),
    Column("column", Text("Столбец", "Column"), width=26),
    Column("count", Text("Пустых ячеек", "Blank cells"), Kind.NUMBER, width=13),
    Column("assumed", Text("Что принято", "What was assumed"), width=70),
)


def assumptions(source: Source) -> Table:
    """One row a kind of blank, with how many cells were filled alike."""
    rows = [(item.spot.sheet, item.spot.column, item.count, item.message) for item in source.assumptions]
    return table("assumptions", TITLE, COLUMNS, rows)
