"""Scenario files of a few lines, applied to a network that a person can survey."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from instances import read, write
from instances.scenarios import Variant, read_scenarios
from models.fault import Fault
from models.people import People
from tests.village import VILLAGE

Ask = Callable[[str], tuple[list[Variant], tuple[Fault, ...]]]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """The scenarios of a YAML text, applied to the village kept as a workbook."""
    source = tmp_path / "село.xlsx"
    write(VILLAGE, People(), source)
    base = read(source)

    def apply(text: str) -> tuple[list[Variant], tuple[Fault, ...]]:
        file = tmp_path / "вариант.yaml"
        file.write_text(text, encoding="utf-8")
        return read_scenarios(source, base, [str(file)], today=date(2026, 9, 12))

    return apply


@pytest.fixture
def edited(ask: Ask) -> Callable[[str], Variant]:
    """The one scenario with these lines under ``edits``; it must be sound."""

    def apply(edits: str) -> Variant:
        variants, faults = ask(f"name: проба\nedits:\n{edits}\n")
        assert not faults, faults
        (variant,) = variants
        return variant

    return apply
