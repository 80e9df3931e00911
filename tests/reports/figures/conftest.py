"""Looks at drawn figures: which words stand where."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from reports.figures.style import settings

DOTS = 288
"""An inch: four a point, so that rounding to dots does not matter."""

SLACK = 0.8
"""Points by which boxes of words may meet: they are higher and broader than the letters in them."""


class Looks:
    """Asks a figure what can be seen in it."""

    def texts(self, ax: Axes) -> list[tuple[str, Bbox]]:
        """All words with their boxes, in points from the lower left corner of the figure."""
        figure = ax.get_figure(root=True)
        assert figure is not None
        figure.set_dpi(DOTS)
        with settings():
            renderer = FigureCanvasAgg(figure).get_renderer()
            figure.draw(renderer)
            found = [
                (text.get_text(), Bbox(text.get_window_extent(renderer).get_points() * 72 / DOTS))
                for text in figure.findobj(Text)
                if isinstance(text, Text) and text.get_visible() and text.get_text().strip()
            ]
        figure.set_dpi(72)
        return found

    def words(self, ax: Axes) -> list[str]:
        """All words, lines joined."""
        return [text.replace("\n", " ") for text, _ in self.texts(ax)]

    def assert_apart(self, ax: Axes) -> None:
        """No words run into others, and all are on the sheet."""
        figure = ax.get_figure(root=True)
        assert figure is not None
        wide, high = figure.get_size_inches() * 72
        found = self.texts(ax)
        assert found
        for (text, box), (other, other_box) in combinations(found, 2):
            assert not _meet(box, other_box), f"{text!r} runs into {other!r}"
        for text, box in found:
            assert box.x0 > -SLACK, text
            assert box.y0 > -SLACK, text
            assert box.x1 < wide + SLACK, text
            assert box.y1 < high + SLACK, text

    def bars(self, ax: Axes) -> list[tuple[float, float]]:
        """Left end and length of all horizontal bars, in the order they were drawn."""
        return [
            (round(bar.get_x(), 6), round(bar.get_width(), 6)) for group in ax.containers for bar in group
        ]


def _meet(one: Bbox, other: Bbox) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    up = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > SLACK and up > SLACK


@pytest.fixture(scope="session")
def looks() -> Any:
    """The one who looks."""
    return Looks()
