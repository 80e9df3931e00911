"""Curves: a point where the number is proven, a bar between limits, a cross where nothing can be."""

from __future__ import annotations

from matplotlib.patches import Rectangle

from models.text import Text
from reports.figures.curve import Curve, Point, curve_sheet, draw
from reports.figures.style import settings

ACROSS, UP = Text("мест", "places"), Text("чел.", "students")


def test_what_is_known_of_a_point_is_drawn() -> None:
    """Three settings: proven, between limits, out of reach; the ceiling is in sight."""
    points = (Point(0, "0", 5, 5), Point(1, "1", 6, 9), Point(2, "2", None, None))
    with settings():
        ax = draw(curve_sheet(), Curve(ACROSS, UP, points, (12, Text("все", "all"))), "en")
    (bar,) = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    assert (bar.get_y(), bar.get_height()) == (6, 3)
    marks = {
        str(line.get_marker()): list(line.get_xdata()) for line in ax.lines if line.get_marker() != "None"
    }
    assert marks == {"o": [0], "x": [2]}
    assert ax.get_ylim()[1] > 12
    assert [text.get_text() for text in ax.get_xticklabels()] == ["0", "1", "2"]
    legend = ax.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == [
        "proven",
        "proven limits",
        "out of reach (proven)",
    ]


def test_many_points_have_a_scale_instead_of_names() -> None:
    """Twenty demands: round numbers below, none beside the points."""
    points = tuple(Point(90 + number, "", 80 + number, 80 + number, number % 2 == 0) for number in range(20))
    with settings():
        ax = draw(curve_sheet(), Curve(ACROSS, UP, points, diagonal=UP, is_linked=False), "ru")
    assert not any(label.get_text() == "" and label.get_visible() for label in ax.texts)
    assert {round(tick) for tick in ax.get_xticks()} >= {90, 100}
    legend = ax.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["доказано", "в этих планах"]
