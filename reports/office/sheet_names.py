"""Names of sheets that Excel accepts, whatever the institutions are called."""

from __future__ import annotations

import re
from collections.abc import Collection

LONGEST = 31
"""Units of UTF-16 that Excel allows a name."""
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
RESERVED = "history"
"""Excel keeps this name for itself."""
NAMELESS = "—"


def sheet_name(title: str, taken: Collection[str]) -> str:
    """A legal name close to the title and different from those taken (upper and lower case are one).

    A long title keeps its beginning and its end: names often differ only in the number at their end.
    """
    clean = _trim(FORBIDDEN.sub(" ", title)) or NAMELESS
    if clean.casefold() == RESERVED:
        clean += "_"
    used = {name.casefold() for name in taken}
    name, number = _short(clean, LONGEST), 1
    while name.casefold() in used:
        number += 1
        tail = f" ({number})"
        name = _short(clean, LONGEST - len(tail)) + tail
    return name


def _trim(text: str) -> str:
    """Single spaces; no apostrophe at either end."""
    return " ".join(text.split()).strip("' ")


def _short(text: str, longest: int) -> str:
    if _units(text) <= longest:
        return text
    tail = longest // 3
    kept = text[: longest - tail - 1].rstrip("' ") + "…" + text[-tail:].lstrip()
    while _units(kept) > longest:  # letters outside the basic plane count twice
        kept = _trim(kept[:-1])
    return _trim(kept)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
