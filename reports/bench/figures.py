"""The figures of the benchmark. Each draws on an ``ax`` and returns it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import FixedLocator, LogLocator, NullLocator

from models.text import Lang, Text
from reports.bench.data import Curve, Growth, middle
from reports.figures.style import BLUE, GREEN, GREY, LINES, ORANGE, PURPLE, VERMILLION

SECONDS = Text("Время, с", "Time, s")
GAP = Text("Разрыв первых двух уровней, % шкалы", "Gap of the first two levels, % of the scale")
APPLICANTS = Text("Подают заявки", "Applicants")
TO_1_PERCENT = Text("Время до разрыва 1 %, с", "Time to a gap of 1 %, s")
RATIO = Text("Во сколько раз дольше самого быстрого", "Times as long as the fastest")
SOLVED = Text("Задач в пределах 1 % от лучшего известного, %", "Instances within 1 % of the best known, %")
EXPONENT = Text("{solver}: показатель {exponent}", "{solver}: exponent {exponent}")

LEAST_GAP = 0.01
"""Per cent; what is closed is drawn on this line."""

LEAST_RATIO = 1.5
"""Of two sizes that both have a label."""

ONE_PERCENT = 1.0
COLOURS = {"setka": BLUE, "weighted": ORANGE, "mip": GREEN, "by-hand": PURPLE}
DASHES = {"setka": "-", "weighted": "--", "mip": "-.", "by-hand": ":"}
MARKS = {"setka": "o", "weighted": "s", "mip": "^", "by-hand": "D"}
"""A colour, a dash and a mark for each solver: who cannot tell the one can tell the other."""


def draw_gap(ax: Axes, curves: Mapping[str, Sequence[Curve]], lang: Lang) -> Axes:
    """The gap over time: each run faint, the median of a solver strong; 1 % is marked."""
    for solver, runs in curves.items():
        for run in runs:
            _steps(ax, run, solver, linewidth=0.6, alpha=0.35)
        _steps(ax, middle(runs), solver, linewidth=1.8, label=solver)
    ax.axhline(ONE_PERCENT, color=GREY, linewidth=0.8)
    ax.set_yscale("log")
    ax.set_ylim(LEAST_GAP * 0.8, 130)
    ax.set_yticks([0.01, 0.1, 1, 10, 100], ["0", *(_short(tick, lang) for tick in (0.1, 1, 10, 100))])
    ax.set_xlim(left=0)
    return _finish(ax, SECONDS, GAP, lang)


def _steps(ax: Axes, curve: Curve, solver: str, **how: float | str) -> None:
    ax.step(
        [moment for moment, _ in curve],
        [max(100 * gap, LEAST_GAP) for _, gap in curve],
        where="post",
        color=COLOURS.get(solver, VERMILLION),
        linestyle=DASHES.get(solver, "-"),
        **how,  # type: ignore[arg-type]  # the types of matplotlib name every keyword
    )


def draw_growth(ax: Axes, found: Mapping[str, Growth], lang: Lang) -> Axes:
    """Seconds to one per cent by applicants on logarithmic axes, with the power law through the points."""
    for solver, item in found.items():
        colour = COLOURS.get(solver, VERMILLION)
        label = solver
        if item.exponent is not None and item.factor is not None:
            said = _short(round(item.exponent, 2), lang)
            label = EXPONENT(solver=solver, exponent=said).in_(lang)
            ends = [item.points[0][0], item.points[-1][0]]
            values = [item.factor * x**item.exponent for x in ends]
            ax.plot(ends, values, color=colour, linestyle=DASHES.get(solver, "-"), linewidth=1.2)
        xs, ys = zip(*item.points, strict=True)
        mark = MARKS.get(solver, "x")
        ax.plot(xs, ys, linestyle="", marker=mark, markersize=4, color=colour, alpha=0.7, label=label)
    ax.set_xscale("log")
    ax.set_yscale("log")
    sizes = sorted({x for item in found.values() for x, _ in item.points})
    ax.set_xlim(sizes[0] / 1.5, sizes[-1] * 1.5)
    ax.xaxis.set_major_locator(FixedLocator(_apart(sizes)))
    _plain(ax.xaxis, lang)
    ax.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    _plain(ax.yaxis, lang)
    return _finish(ax, APPLICANTS, TO_1_PERCENT, lang)


def _apart(sizes: Sequence[float]) -> list[float]:
    """Those of the sizes (rising) whose labels have room beside one another on a logarithmic axis."""
    kept: list[float] = []
    for size in sizes:
        if not kept or size >= LEAST_RATIO * kept[-1]:
            kept.append(size)
    return kept


def draw_profile(ax: Axes, ratios: Mapping[str, Sequence[float]], lang: Lang) -> Axes:
    """For each factor, the share of instances on which a solver is no more than so much slower than the
    fastest; where a line ends is the share that it reaches at all."""
    finite = [ratio for found in ratios.values() for ratio in found if math.isfinite(ratio)]
    most = max(1.3 * max(finite, default=1.0), 2.0)
    for solver, found in ratios.items():
        reached = sorted(ratio for ratio in found if math.isfinite(ratio))
        xs = [1.0, *reached, most]
        shares = [100 * sum(other <= x for other in reached) / len(found) for x in xs]
        ax.step(
            xs,
            shares,
            where="post",
            color=COLOURS.get(solver, VERMILLION),
            linestyle=DASHES.get(solver, "-"),
            linewidth=1.8,
            label=solver,
        )
    ax.set_xscale("log")
    ax.set_xlim(1.0, most)
    ax.set_ylim(-2, 102)
    ax.xaxis.set_major_locator(LogLocator(subs=(1, 1.5, 2, 3, 5)))
    _plain(ax.xaxis, lang)
    return _finish(ax, RATIO, SOLVED, lang)


def _plain(axis: Axis, lang: Lang) -> None:
    """Plain numbers at the ticks of a logarithmic axis, and none between them."""
    axis.set_major_formatter(lambda value, _: _short(value, lang))
    axis.set_minor_locator(NullLocator())


def _finish(ax: Axes, across: Text, up: Text, lang: Lang) -> Axes:
    ax.set_xlabel(across.in_(lang))
    ax.set_ylabel(up.in_(lang))
    ax.grid(color=LINES, linewidth=0.6)
    ax.set_axisbelow(True)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    if ax.get_legend_handles_labels()[0]:
        ax.legend(frameon=False)
    return ax


def _short(value: float, lang: Lang) -> str:
    """A number with as many digits as it needs."""
    said = f"{value:,.0f}".replace(",", "\u00a0") if value >= 1000 else f"{value:g}"
    return said.replace(".", ",") if lang == "ru" else said
