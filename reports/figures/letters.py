"""How wide words are in print, and how long ones are broken and shortened to fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import FT2Font, LoadFlags

FAMILY = "DejaVu Sans"
"""Comes with matplotlib, has Cyrillic, and is about as wide as fonts get: others take less room."""

LINE = 1.22
"""From one line of print to the next, in sizes of the font."""

MEASURED = 100.0
"""The size at which words are measured: large, so that nothing is lost by rounding to dots."""

UNKNOWN = "□"
"""Printed in place of a character that the font lacks."""

ELLIPSIS = "…"


@cache
def _font(bold: bool) -> FT2Font:
    return get_font(findfont(FontProperties(family=FAMILY, weight="bold" if bold else "normal")))


@cache
def _known() -> frozenset[int]:
    return frozenset(_font(False).get_charmap())


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a line is, in points. Pairs that are set closer do not count: it is never wider."""
    return sum(_advance(char, bold) for char in text) * size / MEASURED


@cache
def _advance(char: str, bold: bool) -> float:
    font = _font(bold)
    font.set_size(MEASURED, 72)
    return float(font.load_char(ord(char), flags=LoadFlags.NO_HINTING).horiAdvance) / 64


def clean(text: str) -> str:
    """The text in one line, of characters that the font has. Spaces that must not break stay,
    and a number stays with its sign."""
    spaced = re.sub(r"[^\S\u00a0\u202f]+", " ", text).strip().replace("№ ", "№\u00a0")
    return "".join(char if ord(char) in _known() else UNKNOWN for char in spaced)


def wrap(text: str, room: float, size: float, *, lines: int, bold: bool = False) -> list[str]:
    """The text in at most so many lines of ``room`` points.

    What does not fit is left out in the middle of the last line: names of schools differ at their end.
    """
    broken = _broken(clean(text), room, size, bold)
    if len(broken) <= lines:
        return broken
    kept = broken[: lines - 1]
    return [*kept, shorten(" ".join(broken[lines - 1 :]), room, size, bold=bold)]


def shorten(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text in one line, if need be without its middle."""
    text = clean(text)
    if width(text, size, bold) <= room:
        return text
    for left_out in range(1, len(text) + 1):
        head = (len(text) - left_out + 1) // 2
        tail = len(text) - left_out - head
        short = text[:head].rstrip() + ELLIPSIS + text[len(text) - tail :].lstrip()
        if width(short, size, bold) <= room:
            return short
    return ELLIPSIS


def _broken(text: str, room: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold) <= room:
            lines[-1] = joined
        else:
            lines += _pieces(word, room, size, bold)
    return lines


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word longer than a line, broken after a hyphen or slash where there is one, else anywhere."""
    pieces = []
    while width(word, size, bold) > room and len(word) > 1:
        fits = next((n for n in range(len(word) - 1, 1, -1) if width(word[:n], size, bold) <= room), 1)
        after = max(word.rfind(mark, 0, fits) for mark in "-/_") + 1
        cut = after or fits
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]


def height(lines: Sequence[str], size: float) -> float:
    """How high lines of print are, in points."""
    return len(lines) * size * LINE
