"""Where the words go: results to stdout, progress and complaints to stderr, tables to fit both."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TextIO

from models.text import Lang, Message, Text, say


@dataclass(frozen=True)
class Screen:
    """The two streams and the language. Drawn tables only where a person looks on, else plain lines."""

    lang: Lang
    out: TextIO
    err: TextIO

    def print(self, line: Message | Text | str = "") -> None:
        """A line of the result."""
        with suppress(BrokenPipeError):  # the reader has gone, as with "| head"; the exit code still counts
            self.out.write(self.words(line) + "\n")

    def complain(self, line: Message | Text | str) -> None:
        """A line that is not the result: progress, a warning, an error."""
        self.err.write(self.words(line) + "\n")
        self.err.flush()

    def words(self, value: Any) -> str:
        return say(value, self.lang)

    def table(
        self, title: Text | Message | str, headers: Sequence[Text], rows: Sequence[Sequence[Any]]
    ) -> None:
        """A table of the result: drawn on a terminal, else one line a row in aligned columns."""
        names = [self.words(header) for header in headers]
        cells = [[self.words(value) for value in row] for row in rows]
        if self.out.isatty():
            draw_table(self.out, self.words(title), names, cells)
            return
        self.print(title)
        for line in align([names, *cells]):
            self.print(f"  {line}")


WIDEST = 56
"""A longer cell pushes the rest of its own line only."""

NUMBER = re.compile(r"—|-?\d[\d\u00a0.,]*%?")
"""A cell of a column of numbers; a dash where there is none."""


def align(rows: list[list[str]]) -> list[str]:
    """Each row as one line, its cells under one another and parted by two spaces at least."""
    flat = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(min(len(cell), WIDEST) for cell in column) for column in zip(*flat, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in flat
    ]


def draw_table(stream: TextIO, title: str, headers: list[str], rows: list[list[str]]) -> None:
    """Draws a table with rich, in the width of the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Plain

    table = Table(title=Plain(title), title_justify="left")
    for position, header in enumerate(headers):
        are_numbers = all(NUMBER.fullmatch(row[position]) for row in rows)
        table.add_column(Plain(header), overflow="fold", justify="right" if are_numbers else "left")
    for row in rows:
        table.add_row(*(Plain(cell) for cell in row))
    Console(file=stream).print(table)


def soften(stream: Any) -> None:
    """Lets a stream write ``?`` for what its code page lacks, instead of failing in mid-sentence."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def open_screen(lang: Lang) -> Screen:
    """The screen of this process."""
    soften(sys.stdout)
    soften(sys.stderr)
    return Screen(lang, sys.stdout, sys.stderr)
