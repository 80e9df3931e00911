"""A sheet that is read from top to bottom like a page: a title, facts, tables below one another, lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from models.text import Message, Text, say
from reports.export.table import Column, Value, plain
from reports.export.workbook import LINE_HEIGHT, TALLEST, count_lines, row_height, set_page, write_value
from reports.office.binder import Binder

LANDSCAPE = (782.0, 496.0)
"""Width and height of A4 within the margins, in points; headers and footers taken off."""
POINTS = 5.6
"""About how wide a character of a column is."""
MOST_SHRUNK = 1.3
"""A sheet that is so many times too high for a page is made to fit it."""
LABELS = 18
"""Characters that the names of facts take."""
GAP = 9.0
"""Points above a headline."""

Spans = Sequence[tuple[Column, int]]
"""Columns of a table, each with the number of columns of the sheet that it takes."""


class Page:
    """Fills a sheet row by row. All its tables stand on one set of columns, ``widths`` in characters."""

    def __init__(self, binder: Binder, sheet: Worksheet, widths: Sequence[int], title: str) -> None:
        self._binder = binder
        self._sheet = sheet
        self._widths = widths
        self._row = 0
        self._printed: int | None = None
        self._high = 0.0
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        if binder.imprint.mark is not None:
            sheet.write_string(0, 0, binder.imprint.mark.in_(binder.lang), binder.formats.mark)
            self._row = 1
        form = binder.formats.of(bold=True, font_size=16, text_wrap=True, valign="vcenter")
        lines = count_lines(title, sum(widths) * 0.7)
        self._span(0, len(widths), title, form, 24 * lines)
        sheet.freeze_panes(self._row, 0)
        sheet.repeat_rows(0, self._row - 1)

    def facts(self, pairs: Iterable[tuple[Text, Value]]) -> None:
        """A line each for what is known; blank values are left out."""
        formats = self._binder.formats
        label = formats.of(valign="top", font_color="#595959")
        start = next(at for at in range(len(self._widths)) if sum(self._widths[:at]) >= LABELS)
        for name, value in pairs:
            said = say(plain(value, self._binder.lang), self._binder.lang) if value is not None else ""
            if said:
                self._sheet.write_string(self._row, 0, name.in_(self._binder.lang), label)
                form = formats.of(valign="top", text_wrap=True, align="left")
                self._span(start, len(self._widths) - start, said, form)

    def heading(self, text: Text) -> None:
        """A headline above what follows."""
        self._set_height(GAP)
        self._row += 1
        form = self._binder.formats.of(bold=True, font_size=12, bottom=2, bottom_color="#404040")
        self._span(0, len(self._widths), text.in_(self._binder.lang), form, 20)

    def note(self, text: Text | Message) -> None:
        """A sentence."""
        form = self._binder.formats.of(italic=True, text_wrap=True, valign="top")
        self._span(0, len(self._widths), say(text, self._binder.lang), form)

    def table(self, spans: Spans, rows: Sequence[Sequence[Value]]) -> None:
        """Headers and rows; a column may take several of the sheet's."""
        formats, lang = self._binder.formats, self._binder.lang
        starts = [sum(span for _, span in spans[:at]) for at in range(len(spans))]
        widths = [
            sum(self._widths[start : start + span]) for start, (_, span) in zip(starts, spans, strict=True)
        ]
        headers: list[Value] = [column.title for column, _ in spans]
        forms = [[formats.header for _ in spans], *([formats.kinds[c.kind] for c, _ in spans] for _ in rows)]
        for cells, chosen in zip([headers, *rows], forms, strict=True):
            self._set_height(row_height(cells, widths, lang))
            for start, (_, span), value, form in zip(starts, spans, cells, chosen, strict=True):
                if span > 1:
                    self._sheet.merge_range(self._row, start, self._row, start + span - 1, "", form)
                write_value(self._sheet, self._row, start, plain(value, lang), form)
            self._row += 1

    def lines(self, text: str) -> None:
        """A text to copy, one line a row; a line that is too long for the sheet is wrapped in its row."""
        width = sum(self._widths)
        for line in text.rstrip("\n").split("\n"):
            if len(line) > width * 0.9:
                self._span(0, len(self._widths), line, self._binder.formats.of(text_wrap=True, valign="top"))
            else:
                self._sheet.write_string(self._row, 0, line)
                self._row += 1

    def end_print(self) -> None:
        """What follows is for the screen alone."""
        self._printed = self._row

    def close(self, *, landscape: bool = True) -> None:
        """Sets how the sheet is printed: on one page where it need not become much smaller for that."""
        set_page(self._sheet, self._binder.lang, self._binder.imprint, landscape=landscape)
        rows = self._row if self._printed is None else self._printed
        self._sheet.print_area(0, 0, max(0, rows - 1), len(self._widths) - 1)
        wide, high = LANDSCAPE if landscape else LANDSCAPE[::-1]
        scale = min(1.0, wide / sum(POINTS * width for width in self._widths))
        if self._high * scale <= MOST_SHRUNK * high:
            self._sheet.fit_to_pages(1, 1)

    def _set_height(self, height: float) -> None:
        """The height of the row at hand, which counts for the paper as long as rows are printed."""
        self._sheet.set_row(self._row, height)
        if self._printed is None:
            self._high += height

    def _span(self, start: int, span: int, text: str, form: Any, height: float | None = None) -> None:
        """A text over several columns, in a row of its own."""
        lines = count_lines(text, sum(self._widths[start : start + span]))
        self._set_height(height or min(TALLEST, LINE_HEIGHT * lines))
        self._sheet.merge_range(self._row, start, self._row, start + span - 1, "", form)
        self._sheet.write_string(self._row, start, text, form)
        self._row += 1
