"""Word templates, built: pages, orders with their parts, tables whose headers are repeated.

``python -m reports.documents.shipped`` writes those that come with the program; the planner edits copies.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
SIZE = 13
SMALL = 10

LEFT, RIGHT, TOP, BOTTOM = 30, 10, 20, 20
"""Margins in millimetres, as office rules have them."""

A4 = (210, 297)

Columns = Sequence[tuple[str, str, float]]
"""Title, field of the row, width in millimetres."""


class Blank:
    """A template under construction."""

    def __init__(self, *, landscape: bool = False, size: float = SIZE, numbered: bool = True) -> None:
        """``numbered``: with the number of the page at its foot; not for files of single sheets."""
        self.word: Word = Document()
        self.size, self.numbered = size, numbered
        normal = self.word.styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(size)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        normal.paragraph_format.space_after = Pt(0)
        self._hyphenate(normal)
        self._page(self.word.sections[0], landscape=landscape)

    def _hyphenate(self, normal: Any) -> None:
        """Russian words are parted by Russian rules, and in the narrow cells of tables alone."""
        for language in self.word.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "ru-RU")
        tabs = self.word.settings.element.find(qn("w:defaultTabStop"))
        tabs.addnext(_flag("w:autoHyphenation"))
        _part(normal.element.get_or_add_pPr(), words=False)

    def _page(self, section: Any, *, landscape: bool) -> None:
        short, long = A4
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (
            (Mm(long), Mm(short)) if landscape else (Mm(short), Mm(long))
        )
        section.left_margin, section.right_margin = Mm(LEFT if not landscape else 20), Mm(RIGHT)
        section.top_margin, section.bottom_margin = Mm(TOP), Mm(15)
        section.footer.is_linked_to_previous = False
        if not self.numbered:
            return
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _field(foot, "PAGE")

    def text(
        self,
        text: str,
        *,
        align: str = "left",
        bold: bool = False,
        size: float | None = None,
        indent: bool = False,
        before: float = 0,
        after: float = 0,
        keep: bool = False,
    ) -> Paragraph:
        """A paragraph; ``keep`` holds it on one page with the next one."""
        paragraph = self.word.add_paragraph()
        _style(paragraph, align=align, before=before, after=after, keep=keep)
        if indent:
            paragraph.paragraph_format.first_line_indent = Mm(12.5)
        run = paragraph.add_run(text)
        run.bold = bold
        if size is not None:
            run.font.size = Pt(size)
        return paragraph

    def tab_right(self) -> None:
        """What follows the tab of the last paragraph stands at the right margin."""
        stops = self.word.paragraphs[-1].paragraph_format.tab_stops
        stops.add_tab_stop(Mm(A4[0] - LEFT - RIGHT), WD_TAB_ALIGNMENT.RIGHT)

    def control(self, tag: str) -> None:
        """A paragraph that only steers: ``{%p for … %}``, ``{%p if … %}``, ``{%p endfor %}``."""
        self.word.add_paragraph(tag)

    def annex(self, *, landscape: bool) -> None:
        """A new page, turned if wide."""
        self._page(self.word.add_section(WD_SECTION.NEW_PAGE), landscape=landscape)

    def end_pages(self) -> None:
        """The end of a loop that gives each of its items a page."""
        self.control("{%p if not loop.last %}")
        self.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        self.control("{%p endif %}")
        self.control("{%p endfor %}")

    def table(self, rows: str, columns: Columns, *, size: float = SMALL, number: bool = True) -> Table:
        """A table with a row for each of ``rows`` (an expression); fields are those of ``row``. The header is
        repeated on every page and no row is parted. ``number``: with a column № first."""
        fields = [(title, f"{{{{ row.{field} }}}}", width) for title, field, width in columns]
        if number:
            fields.insert(0, ("№", "{{ loop.index }}", 10.0))
        table: Table = self.word.add_table(rows=4, cols=len(fields))
        table.style = "Table Grid"
        table.autofit = False
        for at, (title, field, width) in enumerate(fields):
            _widen(table, at, width)
            _cell(table.cell(0, at), title, size, bold=True, align="center")
            _cell(table.cell(2, at), field, size)
        _cell(table.cell(1, 0), f"{{%tr for row in {rows} %}}", size)
        _cell(table.cell(3, 0), "{%tr endfor %}", size)
        for line in table.rows:
            _row(line, header=line is table.rows[0])
        _row(table.rows[0], header=True)
        return table

    def pair(
        self, left: str, right: str, *, widths: tuple[float, float] = (105, 65), before: float = 24
    ) -> None:
        """A post on the left and a name on the right, kept on one page: a signature."""
        self.text("", before=before, keep=True, size=2)
        table = self.word.add_table(rows=1, cols=2)
        table.autofit = False
        for at, (text, width) in enumerate(zip((left, right), widths, strict=True)):
            _widen(table, at, width)
            _cell(table.cell(0, at), text, self.size, align="left" if at == 0 else "right")
        _row(table.rows[0])

    def order(self, title: str) -> None:
        """Everything of an order up to its annexes: letterhead, number and date, heading, preamble, items,
        signature, visas, acquaintance, executor, distribution."""
        self.text("{{ organisation }}", align="center", bold=True, size=self.size + 1)
        self.control("{%p for line in letterhead %}")
        self.text("{{ line }}", align="center", size=SMALL)
        self.control("{%p endfor %}")
        self.text("ПРИКАЗ", align="center", bold=True, size=16, before=18, after=12)
        self.text("от «____» ______________ 20___ г.\t№ ________")
        self.tab_right()
        self.text("{{ place }}", align="center", before=6, after=12)
        self.text(title, bold=True, after=12)
        self.text("{{ preamble }}", align="both", indent=True)
        self.text("ПРИКАЗЫВАЮ:", bold=True, before=6, after=6)
        self.control("{%p for item in items %}")
        self.text("{{ loop.index }}. {{ item }}", align="both", indent=True, after=3)
        self.control("{%p endfor %}")
        self.pair("{{ signatory_post }}", "{{ signatory }}")
        self.control("{%p if visas %}")
        self.text("СОГЛАСОВАНО:", size=SMALL + 1, before=18, keep=True)
        self.control("{%p endif %}")
        self.control("{%p for visa in visas %}")
        self.text(
            "{{ visa.post }} ______________ {{ visa.name }} «____» __________ 20___ г.",
            size=SMALL + 1,
            before=4,
        )
        self.control("{%p endfor %}")
        self.text("С приказом ознакомлены:", size=SMALL + 1, before=10, keep=True)
        self.control("{%p for who in acquainted %}")
        self.text("{{ who }} ______________ «____» __________ 20___ г.", size=SMALL + 1, before=2)
        self.control("{%p endfor %}")
        self.text("Исполнитель: {{ executor }}, тел. {{ telephone }}", size=SMALL, before=10)
        self.text("Рассылка: {{ distribution }}", size=SMALL)

    def stamp(self, number: int) -> None:
        """The head of an annex of an order."""
        self.text(f"Приложение № {number}", align="right", size=SMALL + 1)
        self.text("к приказу {{ organisation_of }}", align="right", size=SMALL + 1)
        self.text("от «____» __________ 20___ г. № ________", align="right", size=SMALL + 1, after=10)

    def content(self) -> bytes:
        """The file; equal templates have equal bytes."""
        properties = self.word.core_properties
        properties.author, properties.title, properties.comments = "setka", "", ""
        properties.last_modified_by = "setka"
        properties.created = properties.modified = datetime(2026, 1, 1)
        return saved(self.word)


def saved(word: Any) -> bytes:
    """A Word file without the moment of its making."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    word.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return fixed.getvalue()


ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def _style(
    paragraph: Paragraph, *, align: str, before: float = 0, after: float = 0, keep: bool = False
) -> None:
    form = paragraph.paragraph_format
    form.alignment = ALIGN[align]
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.keep_with_next = keep


def _cell(cell: Any, text: str, size: float, *, bold: bool = False, align: str = "left") -> None:
    paragraph = cell.paragraphs[0]
    _style(paragraph, align=align)
    _part(paragraph._p.get_or_add_pPr(), words=True)
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)


def _part(properties: Any, *, words: bool) -> None:
    """Whether words of a paragraph may be parted; the place of the element is fixed by the format."""
    flag = _flag("w:suppressAutoHyphens", "0" if words else "1")
    properties.insert_element_before(flag, "w:spacing", "w:ind", "w:jc")


def _flag(name: str, value: str = "1") -> Any:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element


def _widen(table: Table, at: int, width: float) -> None:
    """A column of so many millimetres, for Word (cells) and for LibreOffice (grid)."""
    table.columns[at].width = Mm(width)
    for cell in table.columns[at].cells:
        cell.width = Mm(width)


def _row(row: Any, *, header: bool = False) -> None:
    """No row is parted between pages; a header is repeated."""
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(("w:tblHeader",) if header else ())):
        if properties.find(qn(name)) is None:
            properties.append(OxmlElement(name))


def _field(paragraph: Paragraph, name: str) -> None:
    """A field that Word fills in, such as the number of the page."""
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, name), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
    run.font.size = Pt(SMALL)
