"""Keeps a network as a workbook, a folder of CSV files, or JSON."""

from __future__ import annotations

import shutil
from pathlib import Path

from instances.writing.csv_folder import write_csv_folder
from instances.writing.json_file import write_json
from instances.writing.passing import fill_passing, passing_name, refuse_existing
from instances.writing.workbook import write_workbook
from models.network import Network
from models.people import People


def write(network: Network, people: People, path: Path, *, overwrite: bool = False) -> None:
    """Writes a network with its names: ``.xlsx``, ``.json``, else a folder of CSV files.

    What stands at ``path`` is replaced only with ``overwrite`` (``FileExistsError`` otherwise), and only
    once the new content is complete.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    refuse_existing(path, overwrite=overwrite)
    if suffix == ".xlsx":
        fill_passing(path, lambda passing: write_workbook(network, people, passing))
    elif suffix == ".json":
        fill_passing(path, lambda passing: write_json(network, people, passing))
    else:
        _write_folder(network, people, path)


def _write_folder(network: Network, people: People, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = passing_name(path)
    passing.mkdir()
    try:
        names = write_csv_folder(network, people, passing)
        if not path.exists():
            passing.rename(path)
            return
        for name in names.written:
            (passing / name).replace(path / name)
        for name in names.absent:
            (path / name).unlink(missing_ok=True)
    finally:
        shutil.rmtree(passing, ignore_errors=True)
