"""Axes on a sheet of their own, measured in points."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

WIDE = 540.0
"""The usual width of a figure: a page of A4 between its margins."""

HIGH = 700.0
"""The most that a figure is high: with its caption it fits on that page."""


def sheet(
    wide: float, high: float, *, left: float = 0, right: float = 0, top: float = 0, bottom: float = 0
) -> Axes:
    """Axes of ``wide`` by ``high`` points with margins around them, in a figure that holds just that."""
    across, up = left + wide + right, top + high + bottom
    figure = Figure(figsize=(across / 72, up / 72), dpi=72, facecolor="white")
    return figure.add_axes((left / across, bottom / up, wide / across, high / up))


def points_high(ax: Axes) -> float:
    """How high the figure of these axes is, in points."""
    figure = ax.get_figure(root=True)
    assert figure is not None, "axes that stand in no figure have no size"
    return float(figure.get_figheight() * 72)


def points_wide(ax: Axes) -> float:
    """How wide axes are, in points."""
    figure = ax.get_figure(root=True)
    assert figure is not None, "axes that stand in no figure have no size"
    return float(ax.get_position().width * figure.get_figwidth() * 72)
