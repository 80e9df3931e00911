"""All figures of a plan: as SVG to stand in a page, or as files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Sheet

from models.text import Lang, Text, say
from reports.export.source import Source
from reports.figures import shares
from reports.figures.files import Format, save
from reports.figures.style import settings
from reports.figures.svg import svg_text
from reports.views.public import public_shares
from reports.views.shares import share_in_all
from reports.views.shares import shares as shares_by_school


@dataclass(frozen=True)
class Figure:
    """A picture as SVG text. ``key`` is of Latin letters, digits and hyphens, and no other figure's;
    ``caption`` says in a sentence what is to be seen, also to those who do not see it."""

    key: str
    title: Text
    caption: Text
    svg: str


@dataclass(frozen=True)
class Drawing:
    """A figure that can still be saved in any format."""

    key: str
    title: Text
    caption: Text
    ax: Axes

    @property
    def figure(self) -> Sheet:
        figure = self.ax.get_figure(root=True)
        assert figure is not None
        return figure


def gallery(source: Source, *, lang: Lang, public: bool) -> list[Figure]:
    """The figures that have something to show; without anything of single children if ``public``."""
    with settings():
        return [
            Figure(
                drawing.key,
                drawing.title,
                drawing.caption,
                svg_text(drawing.figure, drawing.key, say(drawing.caption, lang)),
            )
            for drawing in _drawings(source, lang, public)
        ]


def write_figures(source: Source, folder: Path, *, lang: Lang, public: bool, format: Format) -> None:
    """Writes every figure into an existing folder, a file each. Those for the office bear the mark."""
    with settings():
        for drawing in _drawings(source, lang, public):
            path = folder / f"{drawing.key}.{format}"
            title = say(drawing.title, lang)
            save(drawing.figure, path, title, lang=lang, public=public, format=format)


def _drawings(source: Source, lang: Lang, public: bool) -> Iterator[Drawing]:
    yield from _shares(source, lang, public)


def _shares(source: Source, lang: Lang, public: bool) -> Iterator[Drawing]:
    in_all = share_in_all(source)
    if in_all.seniors:
        found = public_shares(source) if public else shares_by_school(source)
        data = [in_all, *found]
        yield Drawing(
            "shares",
            Text("Доля обучающихся старших классов в сети", "Share of seniors in the network"),
            Text(
                "Какая доля обучающихся старших классов каждой школы занимается в сети; штриховая линия — "
                "заявленные 20 %.",
                "What share of the seniors of every school learns in the network; "
                "the dashed line is the stated 20 %.",
            ),
            shares.draw(shares.sheet(data, lang), data, lang),
        )
