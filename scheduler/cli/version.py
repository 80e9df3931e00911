"""The version of setka, as installed."""

from __future__ import annotations


def version() -> str:
    """The version of the installed distribution; "0" when run from a folder without installing."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("setka")
    except PackageNotFoundError:
        return "0"
