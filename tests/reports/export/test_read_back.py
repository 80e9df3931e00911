"""The office's workbook can be edited and audited again: nothing of the plan is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from instances.tiny import ALL
from models.people import People
from models.text import LANGS, Lang
from reports.audit.reading import read_plan
from reports.export.folders import export

WITH_PLAN = [name for name, tiny in ALL.items() if tiny.plan is not None]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", WITH_PLAN)
def test_the_internal_workbook_is_the_plan(name: str, lang: Lang, tmp_path: Path) -> None:
    """Groups, sessions, enrolments and rides come back as they were, in both languages."""
    tiny = ALL[name]
    assert tiny.plan is not None
    export(tiny.network, tiny.plan, People(), tmp_path, formats=["xlsx"], lang=lang)
    reading = read_plan(tmp_path / "internal" / "plan.xlsx", tiny.network, People())
    assert reading.faults == ()
    assert reading.plan is not None
    for part, key in (
        ("groups", lambda row: row.id),
        ("enrolments", lambda row: (row.group, row.student)),
        ("rides", lambda row: (row.student, row.session, row.direction)),
    ):
        assert sorted(getattr(reading.plan, part), key=key) == sorted(getattr(tiny.plan, part), key=key)
