"""Names whoever else has installed a package called models, scheduler, instances or reports.

The four names are common words. When another distribution brings one of them, Python imports
whichever comes first on its path, and setka would fail with an import error nobody understands.
"""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("models", "scheduler", "instances", "reports")


@dataclass(frozen=True)
class Intruder:
    """A package that stands where setka's own should: its name, its folder, who installed it."""

    package: str
    folder: Path
    distribution: str


def find_intruders(root: Path | None = None) -> list[Intruder]:
    """The packages that Python would import from elsewhere than ``root`` (default: where this file lies)."""
    home = (root or Path(__file__).parents[2]).resolve()
    intruders = []
    for package in PACKAGES:
        folder = _folder(package)
        if folder is not None and folder.parent.resolve() != home:
            intruders.append(Intruder(package, folder, _distribution(package)))
    return intruders


def _folder(package: str) -> Path | None:
    """Where Python would import a package from; ``None`` where it finds none."""
    try:
        spec = importlib.util.find_spec(package)
    except ValueError:  # a module that was put in place by hand has no spec
        return None
    if spec is None:
        return None
    if spec.origin is not None and Path(spec.origin).name != "__init__.py":
        return Path(spec.origin)  # a single file models.py
    places = list(spec.submodule_search_locations or [])
    return Path(places[0]) if places else None


def _distribution(package: str) -> str:
    """The installed distributions, other than setka, that bring a package; empty if none says so."""
    from importlib.metadata import packages_distributions

    others = {name for name in packages_distributions().get(package, []) if name != "setka"}
    return ", ".join(sorted(others))


def warn_of(intruders: list[Intruder]) -> None:
    """Tells, in both languages, which package is in the way and how to get rid of it.

    Written without setka's own texts: they may be the very thing that cannot be imported.
    """
    for item in intruders:
        who = item.distribution or "?"
        sys.stderr.write(
            f"setka: пакет «{item.package}» берётся не из setka, а из {item.folder} (установил: {who}). "
            "Установите setka в отдельное окружение: python -m venv.\n"
            f"setka: package '{item.package}' is imported from {item.folder} (installed by: {who}), "
            "not from setka. Install setka into an environment of its own: python -m venv.\n"
        )
