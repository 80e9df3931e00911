"""Figures of many rows come in parts that fit on a page."""

from __future__ import annotations

from typing import Any

from reports.figures import fill
from reports.figures.gallery import gallery
from reports.figures.paper import HIGH, points_high
from reports.figures.parts import drawn
from reports.views.fill import fills


def names(ax: Any) -> list[str]:
    """The names beside the rows."""
    return [label.get_text() for label in ax.get_yticklabels()]


def test_rows_fit_on_pages_and_none_is_lost(hostile: Any) -> None:
    """Forty groups of 25 points each in two parts of twenty, to one scale, in their order."""
    data = fills(hostile)
    assert len(data) == 40
    whole = fill.draw(fill.sheet(data, "ru"), data, "ru")
    assert points_high(whole) > HIGH
    parts = drawn(data, "ru", fill.sheet, fill.draw)
    assert [len(names(ax)) for ax in parts] == [20, 20]
    assert [name for ax in parts for name in names(ax)] == names(whole)
    assert all(points_high(ax) <= HIGH for ax in parts)
    assert {ax.get_xlim() for ax in parts} == {whole.get_xlim()}


def test_odd_rows_go_first(hostile: Any) -> None:
    """Thirty-nine groups: twenty and nineteen; few have one part."""
    data = fills(hostile)
    assert [len(names(ax)) for ax in drawn(data[:39], "ru", fill.sheet, fill.draw)] == [20, 19]
    assert len(drawn(data[:3], "ru", fill.sheet, fill.draw)) == 1


def test_parts_are_numbered(hostile: Any) -> None:
    """Each has a key and a title of its own, the first says what is to be seen."""
    found = {figure.key: figure for figure in gallery(hostile, lang="ru", public=False)}
    first, second = found["fill-1"], found["fill-2"]
    assert (first.title.ru, second.title.ru) == (
        "Наполняемость групп (1 из 2)",
        "Наполняемость групп (2 из 2)",
    )
    assert second.caption.ru == "Продолжение."
    assert "светлая полоса" in first.caption.ru


def test_a_page_that_has_the_weeks_gets_no_figures_of_them(hostile: Any) -> None:
    """All others are the same."""
    found = gallery(hostile, lang="ru", public=False)
    rest = gallery(hostile, lang="ru", public=False, weeks=False)
    assert rest == [figure for figure in found if not figure.key.startswith("week")]
    assert len(rest) < len(found)
