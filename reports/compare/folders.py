"""Writes comparisons: for the office with names, and to publish without names and small counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.text import Lang
from reports.compare.book import write_book
from reports.compare.comparison import Comparison
from reports.compare.council import write_council
from reports.compare.json_file import write_json
from reports.compare.page import write_page


def export_comparison(comparisons: Sequence[Comparison], directory: Path, *, lang: Lang = "ru") -> None:
    """Writes ``public/`` and ``internal/`` below an existing directory: comparison.html, comparison.xlsx and
    comparison.json in both, and the sheet for the Council, which holds no personal data, in ``public/``."""
    for name in ("public", "internal"):
        public = name == "public"
        folder = directory / name
        folder.mkdir(exist_ok=True)
        write_json(comparisons, folder / "comparison.json", public=public)
        write_page(comparisons, folder, lang=lang, public=public)
        write_book(comparisons, folder, lang=lang, public=public)
    write_council(comparisons, directory / "public", lang=lang)
