"""Writes the figures of the benchmark as PNG files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from models.bench import BenchRow
from models.order import natural
from models.text import Lang
from reports.bench.data import gap_curves, growth, profile
from reports.bench.figures import draw_gap, draw_growth, draw_profile
from reports.figures.style import settings

SIZE = (6.4, 4.0)
DOTS = 150


def family(row: BenchRow) -> str:
    """The instances of one kind, all seeds together: ``x10-k2-scarce``."""
    return row.task.instance.rpartition("-s")[0] or row.task.instance


def write_figures(rows: Sequence[BenchRow], folder: Path, lang: Lang) -> list[str]:
    """The names of the files written: a gap for every family and limit, growth, and the profile."""
    families: dict[tuple[str, float], list[BenchRow]] = defaultdict(list)
    for row in rows:
        families[family(row), row.task.limit_s].append(row)
    written = []
    for (name, limit), found in sorted(families.items(), key=lambda item: (natural(item[0][0]), item[0][1])):
        curves = gap_curves(found)
        if curves:
            file = f"gap-{name}-{limit:g}s.png"
            _write(folder / file, partial(draw_gap, curves=curves, lang=lang))
            written.append(file)
    grown, ratios = growth(rows), profile(rows)
    if grown:
        _write(folder / "growth.png", lambda ax: draw_growth(ax, grown, lang))
        written.append("growth.png")
    _write(folder / "profile.png", lambda ax: draw_profile(ax, ratios, lang))
    return [*written, "profile.png"]


def _write(path: Path, draw: Callable[[Axes], Axes]) -> None:
    with settings():
        figure = Figure(figsize=SIZE, layout="constrained")
        FigureCanvasAgg(figure)
        draw(figure.subplots())
        figure.savefig(path, dpi=DOTS, metadata={"Software": None})
