"""The last sheet of a workbook that can be edited: the plan it was written from, to compare with."""

from __future__ import annotations

from collections.abc import Collection

from xlsxwriter import Workbook

from models.plan import Plan
from models.text import Lang, Text
from reports.audit.origin import lines_of
from reports.export.imprint import Imprint
from reports.export.recorded import RecordedSheet
from reports.export.workbook import Formats, set_page

NOTE = Text(
    "Служебный лист: по нему setka verify находит, что изменено. Не правьте и не удаляйте его.",
    "A sheet of the program: by it setka verify finds what was edited. Do not change or delete it.",
)
WIDTHS = (12, 120)


def fill_origin(
    sheet: RecordedSheet,
    book: Workbook,
    plan: Plan,
    formats: Formats,
    *,
    lang: Lang,
    imprint: Imprint,
    read: Collection[str],
) -> None:
    """Writes the plan, and the fingerprints of all other sheets but those that are ``read`` after editing.

    To be filled last. It is protected against slips, without a password; only its note goes on paper.
    """
    others = {
        other.get_name(): other.fingerprint
        for other in book.worksheets()
        if isinstance(other, RecordedSheet) and other is not sheet and other.get_name() not in read
    }
    top = 0
    if imprint.mark is not None:
        sheet.write_string(0, 0, imprint.mark.in_(lang), formats.mark)
        top = 1
    sheet.write_string(top, 0, NOTE.in_(lang), formats.of(bold=True))
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    form = formats.of(font_color="#7F7F7F")
    for row, line in enumerate(lines_of(plan, others), start=top + 1):
        for at, text in enumerate(line):
            sheet.write_string(row, at, text, form)
    sheet.protect()
    sheet.set_tab_color("#BFBFBF")
    set_page(sheet, lang, imprint)
    sheet.print_area(0, 0, top, len(WIDTHS) - 1)
