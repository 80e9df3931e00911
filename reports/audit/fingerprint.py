"""A short mark of what a sheet says, by which an edit of it is noticed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any


def fingerprint(values: Iterable[Any]) -> str:
    """Sixteen hexadecimal digits of the values of a sheet, in whatever order: sorting is no edit.

    Excel and LibreOffice may save a number or a time in another way and break lines differently; that
    is no edit either.
    """
    said = sorted(filter(None, map(said_by, values)))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def said_by(value: Any) -> str:
    """A value as text, the same however a program saved it; empty for a blank cell."""
    match value:
        case None:
            return ""
        case bool():
            return str(value)
        case int() | float():
            return f"{value:.9g}"
        case datetime() if (value.hour, value.minute) != (0, 0):
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return f"{value:%Y-%m-%d}"
        case time():
            return f"{value:%H:%M}"
    return " ".join(str(value).split())
