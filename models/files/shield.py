"""Keeps texts in CSV files from being taken for formulas by the spreadsheet that opens them."""

from __future__ import annotations

RISKY = ("=", "+", "-", "@", "'", "\t", "\r")
"""What begins a formula, or a text that looks shielded."""

SHIELDED = tuple("'" + mark for mark in RISKY)


def shielded(text: str) -> str:
    """The text, with an apostrophe in front if it is risky."""
    return "'" + text if text.startswith(RISKY) else text


def unshielded(text: str) -> str:
    """The text that ``shielded`` was given."""
    return text[1:] if text.startswith(SHIELDED) else text
