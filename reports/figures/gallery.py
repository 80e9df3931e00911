"""All figures of a plan: as SVG to stand in a page, or as files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.text import Lang, Text, say
from reports.export.imprint import imprint
from reports.export.source import Source
from reports.figures.drawings import drawings
from reports.figures.files import Format, save
from reports.figures.style import settings
from reports.figures.svg import svg_text


@dataclass(frozen=True)
class Figure:
    """A picture as SVG text. ``key`` is of Latin letters, digits and hyphens, and no other figure's;
    ``caption`` says in a sentence what is to be seen, also to those who do not see it."""

    key: str
    title: Text
    caption: Text
    svg: str


def gallery(source: Source, *, lang: Lang, public: bool, weeks: bool = True) -> list[Figure]:
    """The figures that have something to show; without anything of single children if ``public``.

    A page that shows the weeks of the centres itself needs no figures of them.
    """
    with settings():
        return [
            Figure(
                drawing.key,
                drawing.title,
                drawing.caption,
                svg_text(drawing.figure, drawing.key, say(drawing.caption, lang)),
            )
            for drawing in drawings(source, lang, public, weeks=weeks)
        ]


def write_figures(source: Source, folder: Path, *, lang: Lang, public: bool, format: Format) -> None:
    """Writes every figure into an existing folder, a file each. All bear the edition, those for
    the office the mark."""
    borne = imprint(source.plan, public=public)
    with settings():
        for drawing in drawings(source, lang, public, weeks=True):
            path = folder / f"{drawing.key}.{format}"
            title = say(drawing.title, lang)
            save(drawing.figure, path, title, lang=lang, imprint=borne, format=format)
