"""Workbooks of the office: those of Udomlya, of tiny plans and of plans that are hard to print."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from instances import read
from instances.bundled import bundled_path
from instances.tiny import ALL
from models.outcome import Solved
from models.people import People, Person, PersonKind
from models.text import Lang
from reports.audit import audit
from reports.export.source import Source
from reports.office.workbook import FILE_NAME, write_office
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve

PEOPLE = People(
    rows=(
        *(Person(id=f"О{n}", kind=PersonKind.STUDENT, name=f"Обучающийся-00{n}") for n in range(1, 10)),
        *(Person(id=f"У{n}", kind=PersonKind.TEACHER, name=f"Учитель-00{n}") for n in (1, 2)),
    )
)
Write = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Writes the workbook of a source and names its file."""

    def write(source: Source, *, lang: Lang = "ru", public: bool = False) -> Path:
        write_office(source, tmp_path, lang=lang, public=public)
        return tmp_path / FILE_NAME

    return write


@pytest.fixture(scope="session")
def tiny_source() -> Callable[[str], Source]:
    """A tiny network with its plan and names."""

    def source(name: str) -> Source:
        plan = ALL[name].plan
        assert plan is not None
        return Source(ALL[name].network, plan, PEOPLE)

    return source


@pytest.fixture(scope="session")
def udomlya() -> Source:
    """The bundled network, planned within seconds."""
    reading = read(bundled_path("udomlya"))
    assert reading.network is not None
    outcome = solve(reading.network, Settings(time_limit_s=120), audit)
    assert isinstance(outcome, Solved)
    return Source(reading.network, outcome.plan, reading.people, reading.assumptions)


@pytest.fixture(scope="session")
def unzipped() -> Callable[[Path], str]:
    """All text of all parts of a workbook: cells, comments, properties, names, headers."""

    def text(path: Path) -> str:
        with zipfile.ZipFile(path) as parts:
            return "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist())

    return text
