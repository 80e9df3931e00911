"""A sheet that knows what was written on it."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from reports.audit.fingerprint import fingerprint


class RecordedSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """Remembers the value of every cell (text in two formats aside), so that an edit can be noticed later."""

    def __init__(self) -> None:
        super().__init__()
        self.told: dict[tuple[int, int], Any] = {}

    @property
    def fingerprint(self) -> str:
        """The mark of all that has been written so far."""
        return fingerprint(self.told.values())

    def write_string(self, row: int, column: int, value: str, *args: Any) -> Any:
        self.told[row, column] = value
        return super().write_string(row, column, value, *args)

    def write_number(self, row: int, column: int, value: Any, *args: Any) -> Any:
        self.told[row, column] = value
        return super().write_number(row, column, value, *args)

    def write_boolean(self, row: int, column: int, value: Any, *args: Any) -> Any:
        self.told[row, column] = value
        return super().write_boolean(row, column, value, *args)

    def write_datetime(self, row: int, column: int, value: Any, *args: Any) -> Any:
        self.told[row, column] = value
        return super().write_datetime(row, column, value, *args)

    def write_url(self, row: int, column: int, url: str, form: Any = None, text: str | None = None) -> Any:
        self.told[row, column] = text
        return super().write_url(row, column, url, form, text)

    def merge_range(self, row: int, column: int, *args: Any) -> Any:
        self.told[row, column] = args[2]
        return super().merge_range(row, column, *args)
