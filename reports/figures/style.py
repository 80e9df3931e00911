"""What all figures share: sizes, colours that the colour-blind can tell apart, hatches for print in grey."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

import matplotlib
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Affine2D, ScaledTranslation

from reports.figures.letters import FAMILY, LINE

SIZE = 8.0
SMALL = 7.0
"""Of print, in points."""

INK = "#1a1a1a"
FAINT = "#5f5f5f"
LINES = "#d9d9d9"
PAPER = "white"

BLUE = "#0072B2"
SKY = "#56B4E9"
GREEN = "#009E73"
ORANGE = "#E69F00"
VERMILLION = "#D55E00"
PURPLE = "#CC79A7"
YELLOW = "#F0E442"
GREY = "#999999"
"""Colours of Okabe and Ito (2008), which people see apart whatever their eyes."""

CORNER = {"across": "axes fraction", "up": "axes fraction"}
"""How to ``write`` at a corner of the axes."""

PALETTE = (BLUE, ORANGE, GREEN, PURPLE, SKY, VERMILLION, YELLOW, GREY)
HATCHES = ("", "////", "....", "\\\\\\\\", "||||", "xxxx", "----", "oo")
"""One of each belongs together: whom the colour does not tell, the hatch does."""

SETTINGS: dict[str, Any] = {
    "font.family": FAMILY,
    "font.size": SIZE,
    "text.color": INK,
    "text.parse_math": False,
    "text.usetex": False,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.6,
    "axes.unicode_minus": True,
    "axes.formatter.use_locale": False,
    "axes.formatter.use_mathtext": False,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 0.6,
    "path.sketch": None,
    "svg.fonttype": "none",
    "svg.image_inline": True,
    "pdf.fonttype": 42,
}


def settings(salt: str = "setka") -> AbstractContextManager[None]:
    """The settings of matplotlib that figures are drawn and saved with; those outside stay as they are.
    ``salt`` makes the ids within an SVG."""
    chosen: Any = {**SETTINGS, "svg.hashsalt": salt}
    return matplotlib.rc_context(chosen)


def write(
    ax: Axes,
    text: str,
    at: tuple[float, float],
    *,
    shift: tuple[float, float] = (0.0, 0.0),
    across: str = "data",
    up: str = "data",
    size: float = SIZE,
    **how: Any,
) -> Annotation:
    """Words at a point of the axes (``across``, ``up``: in data or as "axes fraction"), moved by ``shift``
    points. Signs like ``$`` mean themselves."""
    return ax.annotate(
        text,
        at,
        xycoords=(across, up),
        xytext=shift,
        textcoords="offset points",
        parse_math=False,
        family=FAMILY,
        size=size,
        linespacing=LINE,
        annotation_clip=False,
        **how,
    )


def bare(ax: Axes, *, keep: Sequence[str] = ()) -> None:
    """Takes away the frame, save for the sides to keep, and the marks on the axes."""
    for side, spine in ax.spines.items():
        spine.set_visible(side in keep)
    ax.tick_params(length=0, labelsize=SMALL)


def whole_numbers(ax: Axes) -> None:
    """Whole numbers along the x axis, with faint lines up from them."""
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8, min_n_ticks=1, steps=[1, 2, 5, 10]))
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0f}")
    guide_lines(ax)


def guide_lines(ax: Axes) -> None:
    """Faint lines up from the ticks of the x axis."""
    ax.grid(axis="x", color=LINES, linewidth=0.6)
    ax.set_axisbelow(True)


def swatch(
    ax: Axes, shift: tuple[float, float], size: tuple[float, float], colour: str, hatch: str = ""
) -> Rectangle:
    """A piece of colour beside words: ``shift`` points from the upper right corner of the axes."""
    figure = ax.get_figure(root=True)
    assert figure is not None, "axes that stand in no figure have no corner"
    piece = Rectangle(shift, *size, facecolor=colour, hatch=hatch, clip_on=False)
    corner: Any = ax.transAxes  # the types ask for less than the function takes
    piece.set_transform(Affine2D().scale(1 / 72) + figure.dpi_scale_trans + ScaledTranslation(1, 1, corner))
    outlined(piece)
    ax.add_artist(piece)
    return piece


def key(ax: Axes, entries: Sequence[Artist]) -> None:
    """What the marks mean, in one line at the top of the figure. Words are ours: none needs shortening."""
    figure = ax.get_figure(root=True)
    assert figure is not None, "axes that stand in no figure have no top"
    ax.legend(
        handles=entries,
        loc="upper left",
        bbox_to_anchor=(0, 1),
        bbox_transform=figure.transFigure,
        ncols=len(entries),
        frameon=False,
        borderaxespad=0,
        borderpad=0.2,
        columnspacing=1.6,
        handletextpad=0.5,
        prop={"family": FAMILY, "size": SMALL},
    )


def outlined(artist: Artist) -> None:
    """A thin line around, so that neighbours in one grey stay apart."""
    artist.set(edgecolor=INK, linewidth=0.5)
