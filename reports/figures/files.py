"""A figure as a file of its own: with its title above, below the edition and, for the office, the mark."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from matplotlib.figure import Figure

from models.text import Lang
from reports.export.imprint import Imprint
from reports.figures.letters import FAMILY, wrap
from reports.figures.style import FAINT, SMALL, settings

Format = Literal["png", "pdf", "svg"]

TITLE = 11.0
"""Size of the title, in points."""

DOTS = 150
"""Of a PNG, per inch: sharp in print at the size of the figure."""

SILENT: dict[Format, dict[str, Any]] = {
    "png": {"Software": None},
    "pdf": {"Creator": None, "Producer": None, "CreationDate": None},
    "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
}
"""Metadata that would differ from run to run or tell of the machine: none."""


def save(figure: Figure, path: Path, title: str, *, lang: Lang, imprint: Imprint, format: Format) -> None:
    """Writes one file. The figure keeps title, edition and mark; it is of no use for pages afterwards."""
    wide, high = figure.get_figwidth() * 72, figure.get_figheight() * 72
    lines = wrap(title, wide, TITLE, lines=3, bold=True)
    words: dict[str, Any] = {"family": FAMILY, "parse_math": False}
    figure.text(0, 1 + 8 / high, "\n".join(lines), size=TITLE, weight="bold", va="bottom", **words)
    words |= {"size": SMALL, "color": FAINT, "va": "top"}
    figure.text(0, -6 / high, imprint.edition.in_(lang), **words)
    if imprint.mark is not None:
        figure.text(1, -6 / high, imprint.mark.in_(lang), ha="right", **words)
    with settings(path.stem):
        figure.savefig(
            path, format=format, dpi=DOTS, bbox_inches="tight", pad_inches=0.12, metadata=SILENT[format]
        )
