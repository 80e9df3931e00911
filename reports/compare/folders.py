"""Writes comparisons: for the office with ids and names, and to publish without either."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reports.compare.comparison import Comparison
from reports.compare.json_file import write_json


def export_comparison(comparisons: Sequence[Comparison], directory: Path) -> None:
    """Writes ``public/`` and ``internal/`` below an existing directory."""
    for name in ("public", "internal"):
        folder = directory / name
        folder.mkdir(exist_ok=True)
        write_json(comparisons, folder / "comparison.json", public=name == "public")
