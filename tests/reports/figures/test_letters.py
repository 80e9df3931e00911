"""Widths of words, and long ones broken and shortened."""

from __future__ import annotations

import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

from reports.figures.letters import FAMILY, clean, shorten, width, wrap


@pytest.mark.parametrize("text", ["Удомельский колледж", "AVATAR To.", "&<>\"'{{}}%$_^", "№ 12"])
@pytest.mark.parametrize("bold", [False, True])
def test_words_are_as_wide_as_they_are_drawn(text: str, bold: bool) -> None:
    """The sum of the letters is the drawn width, or a little more where a pair stands closer."""
    renderer = RendererAgg(10, 10, 720)
    font = FontProperties(family=FAMILY, size=8, weight="bold" if bold else "normal")
    drawn = renderer.get_text_width_height_descent(text, font, ismath=False)[0] / 10
    assert drawn - 0.5 < width(text, 8, bold) < drawn * 1.08 + 0.5


def test_lines_are_broken_at_spaces_and_fill_up() -> None:
    """Three words of one width in room for two."""
    room = width("слово слово", 8)
    assert wrap("слово слово слово", room, 8, lines=3) == ["слово слово", "слово"]


def test_what_does_not_fit_is_left_out_in_the_middle() -> None:
    """The number at the end stays: by it schools differ. Every line fits."""
    room = 60.0
    lines = wrap("Средняя общеобразовательная школа имени Героя № 5", room, 8, lines=2)
    assert len(lines) == 2
    assert "…" in lines[1]
    assert lines[1].endswith("№\u00a05")
    assert all(width(line, 8) <= room for line in lines)


def test_a_word_longer_than_a_line_is_broken_after_its_hyphen_or_anywhere() -> None:
    """«общественно-научный» has a hyphen, the second word has none."""
    assert wrap("общественно-научный", width("общественно-", 8) + 1, 8, lines=2) == [
        "общественно-",
        "научный",
    ]
    assert wrap("ааааа", width("аа", 8), 8, lines=3) == ["аа", "аа", "а"]


def test_short_words_stay_and_nothing_is_left_of_no_room() -> None:
    """A text that fits is untouched; in no room there is but the ellipsis."""
    assert shorten("ИТ-1", 100, 8) == "ИТ-1"
    assert shorten("ИТ-1", 0, 8) == "…"


def test_only_characters_of_the_font_are_printed() -> None:
    """An ideograph and a control character become a box, white space one space; № keeps its number."""
    assert clean("а\n\tб 漢 \x07 20\u00a0% № 5") == "а б □ □ 20\u00a0% №\u00a05"
