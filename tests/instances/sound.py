"""A sound network in a file, to be damaged, and the one fault that it then has."""

from __future__ import annotations

from pathlib import Path

from instances import tiny
from instances.writing import write
from models.fault import Reading
from models.people import People


def written(folder: Path, name: str) -> Path:
    """A sound network in a file or folder of that name."""
    write(tiny.ALL["tie"].network, People(), folder / name)
    return folder / name


def only_fault(reading: Reading) -> str:
    """The problem of the one fault; a cure must be there too."""
    assert reading.network is None
    assert len(reading.faults) == 1, [fault.problem.in_("ru") for fault in reading.faults]
    assert reading.faults[0].cure.in_("ru")
    assert reading.faults[0].spot.sheet
    return reading.faults[0].problem.in_("ru")
