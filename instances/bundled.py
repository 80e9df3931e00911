"""The networks that come with setka, by name."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "data"


def bundled() -> tuple[str, ...]:
    """The names of the bundled networks."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.xlsx")))


def bundled_path(name: str) -> Path:
    """The workbook of a bundled network."""
    return FOLDER / f"{name}.xlsx"
