"""An answer that many plans give together: sentences, tables and curves, on a page and in a workbook.

It holds no names, but small counts are not hidden: it is for the office.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.network import Network
from models.plan import Plan
from models.text import Lang, Message, Text, say
from reports.export.imprint import imprint
from reports.export.table import Table
from reports.export.workbook import Formats, add_sheet, open_book, write_table
from reports.figures.drawings import Drawing
from reports.figures.gallery import Figure
from reports.figures.style import settings
from reports.figures.svg import svg_text
from reports.html.page import heading_of_year, render

Said = Text | Message


@dataclass(frozen=True)
class Part:
    """A table, and how to draw it."""

    table: Table
    drawings: Callable[[Lang], Iterator[Drawing]]


@dataclass(frozen=True)
class Study:
    """``key`` names the files. ``answers`` say the whole in sentences, ``notes`` what it rests on;
    ``content`` is for other programs. ``plan`` is the one whose edition the pages bear."""

    key: str
    title: Text
    network: Network
    plan: Plan
    answers: tuple[Said, ...]
    parts: tuple[Part, ...]
    notes: tuple[Said, ...]
    content: dict[str, Any]


def write_study(study: Study, directory: Path, *, lang: Lang) -> None:
    """Writes page, workbook and JSON into ``internal/`` below an existing directory."""
    folder = directory / "internal"
    folder.mkdir(exist_ok=True)
    text = json.dumps(study.content, ensure_ascii=False, indent=1)
    for ending, written in ((".json", text + "\n"), (".html", page(study, lang))):
        (folder / f"{study.key}{ending}").write_text(written, encoding="utf-8", newline="\n")
    with open_book(folder / f"{study.key}.xlsx", study.title.in_(lang)) as book:
        formats, borne = Formats(book), imprint(study.plan, public=False)
        for part in study.parts:
            write_table(add_sheet(book, _sheet_name(part.table, lang)), part.table, formats, lang, borne)


def page(study: Study, lang: Lang) -> str:
    """The page as text."""
    year = heading_of_year(study.network.rules.school_year, lang)
    return render(
        "study.html",
        lang=lang,
        imprint=imprint(study.plan, public=False),
        title=f"{study.title.in_(lang)} — {year}",
        styles=("comparison.css",),
        heading=study.title,
        network_name=study.network.name,
        year=year,
        answers=study.answers,
        parts=[(part.table, shown(part.table), _figures(part, lang)) for part in study.parts],
        notes=study.notes,
    )


def shown(table: Table) -> Table:
    """The table with the columns that are printed alone."""
    rows = tuple(row[: table.printed] for row in table.rows)
    return Table(table.key, table.title, table.columns[: table.printed], rows)


def _figures(part: Part, lang: Lang) -> list[Figure]:
    with settings():
        return [
            Figure(
                drawing.key,
                drawing.title,
                drawing.caption,
                svg_text(
                    drawing.figure, drawing.key, f"{say(drawing.title, lang)}. {say(drawing.caption, lang)}"
                ),
            )
            for drawing in part.drawings(lang)
        ]


def _sheet_name(table: Table, lang: Lang) -> str:
    """What Excel takes as the name of a sheet."""
    return "".join(c for c in table.title.in_(lang) if c not in "[]:*?/\\'")[:31].strip()
