"""The order in which people look for names that have numbers in them."""

from __future__ import annotations

import re


def natural(text: str) -> tuple[str | int, ...]:
    """A key to sort by: numbers within a text by their size, so that «Каб. 2» comes before «Каб. 10»."""
    parts = re.split(r"([0-9]+)", text)
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts))
