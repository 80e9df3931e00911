"""The example rows of the template, and how to know them again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from instances.schema import Table


def example_rows(table: Table) -> list[dict[str, Any]]:
    """The values of the example rows."""
    number = max((len(column.examples) for column in table.columns), default=0)
    rows = []
    for row in range(number):
        cells = {
            column: column.examples[row]
            for column in table.columns
            if row < len(column.examples) and column.examples[row]
        }
        rows.append({column.field: column.kind.parse(cell) for column, cell in cells.items()})
    return rows


def is_example(table: Table, values: Mapping[str, Any]) -> bool:
    """Whether a row still says what the template put there."""
    return any(values == example for example in example_rows(table))
