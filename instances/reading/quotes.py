"""Finds the quote of a CSV file that nobody closed: the cell it opens swallows the rows below."""

from __future__ import annotations

import re
from dataclasses import dataclass

MANY_COLUMNS = 4
"""From so many columns on, lines of a quoted text do not have the delimiters of a row by chance."""

BREAK = re.compile(r"\r\n|\r|\n")
QUOTED = re.compile(r'"(?:[^"]|"")*"')


@dataclass(frozen=True)
class OpenQuote:
    """The row (from 1, as the reader of CSV counts) with the quote, and the beginning of its cell."""

    row: int
    start: str


def find_open_quote(text: str, delimiter: str, columns: int) -> OpenQuote | None:
    """The first quote without an end, in a table of so many columns.

    A quote that ends may be open all the same, closed by that of a cell below: then a text follows it at
    once, or each line that it spans is a whole row.
    """
    opening = re.compile(rf'(?:\A|[\r\n{re.escape(delimiter)}])"')
    at, skipped = 0, 0
    while match := opening.search(text, at):
        start = match.end() - 1
        end = _closing(text, start + 1)
        lines = len(BREAK.findall(text, start, end if end >= 0 else len(text)))
        is_open = end < 0 or (
            lines > 0
            and (
                text[end + 1 : end + 2] not in ("", "\r", "\n", delimiter)
                or _spans_rows(text, start, end, delimiter, columns)
            )
        )
        if is_open:
            row = len(BREAK.findall(text, 0, start)) + 1 - skipped
            return OpenQuote(row, BREAK.split(text[start:], maxsplit=1)[0])
        skipped += lines
        at = end + 1
    return None


def _closing(text: str, at: int) -> int:
    """Where the quoted text that begins at a place ends; -1 if it does not. Doubled quotes are part of it."""
    while (end := text.find('"', at)) >= 0 and text[end + 1 : end + 2] == '"':
        at = end + 2
    return end


def _spans_rows(text: str, start: int, end: int, delimiter: str, columns: int) -> bool:
    if columns < MANY_COLUMNS:
        return False
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    after = BREAK.search(text, end)
    lines = BREAK.split(text[first : after.start() if after else len(text)])
    return all(QUOTED.sub("", line).count(delimiter) == columns - 1 for line in lines)
