"""Writes the bundled workbook anew: ``python -m instances.udomlya``."""

from __future__ import annotations

from instances.bundled import bundled_path
from instances.udomlya.build import build
from instances.writing import write


def main() -> None:
    """Replace ``instances/data/udomlya.xlsx`` by what the builder makes."""
    path = bundled_path("udomlya")
    path.parent.mkdir(exist_ok=True)
    write(*build(), path, overwrite=True)


if __name__ == "__main__":
    main()
