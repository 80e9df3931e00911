"""Figures show every solver by name and axes with their units, and are the same files each time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from models.bench import BenchRow
from reports.bench.data import gap_curves, growth, profile
from reports.bench.figures import draw_gap, draw_growth, draw_profile
from reports.bench.files import write_figures

Row = Callable[..., BenchRow]


def runs(row: Row) -> list[BenchRow]:
    """Two sizes by setka, one by hand."""
    told = (("unserved", 3, 3, 1.0), ("rank_points", 500, 500, 2.0))
    return [
        row(unserved=(3, 3), told=told, within_1_percent_s=2.0),
        row(unserved=(3, 3), told=told, within_1_percent_s=20.0, applicants=1000, instance="x10-k1-loose-s1"),
        row("by-hand", (30, None), (300, None), first_plan_s=0.5),
    ]


def axes() -> Axes:
    """Empty axes."""
    return Figure().subplots()


def labels(ax: Axes) -> list[str]:
    """The words of the legend."""
    return [str(label) for label in ax.get_legend_handles_labels()[1]]


def test_every_solver_has_its_line(row: Row) -> None:
    """Gap and profile name all that have a plan; growth, who got within one per cent, with the exponent."""
    rows = runs(row)
    ax = axes()
    assert draw_gap(ax, gap_curves(rows), "en") is ax
    assert labels(ax) == ["setka", "by-hand"]
    assert labels(draw_profile(axes(), profile(rows), "en")) == ["setka", "by-hand"]
    assert labels(draw_growth(axes(), growth(rows), "ru")) == ["setka: показатель 1"]


def test_axes_say_their_units(row: Row) -> None:
    """Seconds, per cent of the scale, applicants."""
    rows = runs(row)
    gap = draw_gap(axes(), gap_curves(rows), "en")
    assert (gap.get_xlabel(), gap.get_ylabel()) == ("Time, s", "Gap of the first two levels, % of the scale")
    assert draw_growth(axes(), growth(rows), "ru").get_xlabel() == "Подают заявки"


def test_the_same_rows_give_the_same_files(row: Row, tmp_path: Path) -> None:
    """A gap for every family, growth and profile; byte by byte the same a second time."""
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        folder.mkdir()
        names = write_figures(runs(row), folder, "ru")
        assert names == ["gap-x1-k1-loose-10s.png", "gap-x10-k1-loose-10s.png", "growth.png", "profile.png"]
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_sizes_close_together_share_a_label(row: Row) -> None:
    """120 and 130 applicants would be written over one another."""
    sizes = {"x1-k1-loose-s1": 120, "udomlya": 130, "x10-k1-loose-s1": 1200}
    rows = [
        row(instance=name, applicants=size, within_1_percent_s=2.0, unserved=(3, 3))
        for name, size in sizes.items()
    ]
    ticks = draw_growth(axes(), growth(rows), "en").get_xticks()
    assert [round(tick) for tick in ticks] == [120, 1200]
