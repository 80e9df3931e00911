"""How much every scenario differs from the base: full bars where that is proven, hollow ones where an
interval is, grey ones where only two plans are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from models.text import Lang, Message, Text, say
from reports.export.words import grouped
from reports.figures.letters import wrap
from reports.figures.rows import GAP, rows_sheet, set_rows
from reports.figures.style import BLUE, FAINT, GREY, INK, PAPER, SMALL, key, outlined, whole_numbers, write

PROVEN = Text("доказано", "proven")
INTERVAL = Text("доказанные границы", "proven limits")
PLANS = Text("в этих планах", "in these plans")

WORDS = 150.0
"""Room for what is said beside a bar, in points."""

LINES = 2
HIGH = 0.56


@dataclass(frozen=True)
class Difference:
    """A scenario by name: the difference ``in_plans`` (``None``: not told), the ends of what is ``certain``
    (``None``: nothing is), and both ``said``."""

    name: str
    in_plans: float | None
    certain: tuple[float, float] | None
    said: Text | Message


@dataclass(frozen=True)
class Differences:
    """The differences of all scenarios in one number, ``title`` with its unit."""

    key: str
    title: Text
    rows: tuple[Difference, ...]


def has_bars(data: Differences) -> bool:
    """Whether any difference is told and not nought."""
    return any(row.in_plans or (row.certain and any(row.certain)) for row in data.rows)


def sheet(data: Differences) -> Axes:
    """Axes for ``draw``."""
    return rows_sheet([row.name for row in data.rows], right=WORDS, top=18, bottom=20, least=24)


def draw(ax: Axes, data: Differences, lang: Lang) -> Axes:
    """A bar a scenario from the line of nought; a hollow one reaches from end to end, with a stroke at the
    difference of these plans."""
    set_rows(ax, [row.name for row in data.rows])
    for at, row in enumerate(data.rows):
        _draw_row(ax, at, row)
        said = wrap(say(row.said, lang), WORDS - GAP, SMALL, lines=LINES)
        write(ax, "\n".join(said), (1, at), shift=(GAP, 0), across="axes fraction", size=SMALL, va="center")
    ends = [
        0.0,
        *(end for row in data.rows for end in (row.in_plans, *(row.certain or ())) if end is not None),
    ]
    low, high = min(ends), max(ends)
    room = 0.06 * ((high - low) or 1.0)
    ax.set_xlim(low - room, high + room)
    ax.axvline(0, color=INK, linewidth=0.9, zorder=3)
    whole_numbers(ax)
    ax.xaxis.set_major_formatter(lambda value, _: _signed(value, lang))
    key(ax, _key(data.rows, lang))
    return ax


def _draw_row(ax: Axes, at: int, row: Difference) -> None:
    if row.certain is None:
        if row.in_plans:
            outlined(ax.barh(at, row.in_plans, height=HIGH, color=GREY)[0])
        return
    low, high = row.certain
    if low == high:
        if low:
            outlined(ax.barh(at, low, height=HIGH, color=BLUE)[0])
        return
    (box,) = ax.barh(at, high - low, left=low, height=HIGH, color=PAPER)
    box.set(edgecolor=BLUE, linewidth=1.4, zorder=2.5)
    if row.in_plans is not None:
        ax.plot([row.in_plans] * 2, [at - HIGH / 2, at + HIGH / 2], color=BLUE, linewidth=2.2, zorder=4)


def _signed(value: float, lang: Lang) -> str:
    """A whole number with its sign and its thousands apart."""
    sign = "+" if round(value) > 0 else "\u2212" if round(value) < 0 else ""
    return sign + grouped(abs(round(value))).in_(lang)


def _key(rows: Sequence[Difference], lang: Lang) -> list[Patch]:
    """Only what is there."""
    kinds = {
        PROVEN: any(row.certain and row.certain[0] == row.certain[1] for row in rows),
        INTERVAL: any(row.certain and row.certain[0] != row.certain[1] for row in rows),
        PLANS: any(row.certain is None and row.in_plans is not None for row in rows),
    }
    look: dict[Text, dict[str, Any]] = {
        PROVEN: {"facecolor": BLUE, "edgecolor": INK, "linewidth": 0.5},
        INTERVAL: {"facecolor": PAPER, "edgecolor": BLUE, "linewidth": 1.4},
        PLANS: {"facecolor": GREY, "edgecolor": FAINT, "linewidth": 0.5},
    }
    return [Patch(label=text.in_(lang), **look[text]) for text, is_there in kinds.items() if is_there]
