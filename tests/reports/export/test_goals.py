"""The goals on paper: words for readers, levels with their codes for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

from instances.tiny import ALL
from models.people import People
from models.plan import BoundScope
from models.text import LANGS, Lang
from reports.audit.levels import true_levels
from reports.audit.origin import TITLE as ORIGIN
from reports.export.folders import export

TINY = ALL["unequal_rooms"]
CODES = re.compile(r"\b(fairness|priority)\.\d|rank_points|majority_host|CP-SAT|‰|per mille")


def exported(folder: Path, lang: Lang = "ru") -> Path:
    """A plan whose levels are all proven by the solver."""
    assert TINY.plan is not None
    levels = [
        level.replace(bound=level.value, proven=True, scope=BoundScope.GLOBAL, origin="CP-SAT")
        for level in true_levels(TINY.network, TINY.plan)
    ]
    export(TINY.network, TINY.plan.replace(levels=tuple(levels)), People(), folder, lang=lang)
    return folder


@pytest.mark.parametrize("lang", LANGS)
def test_sheets_for_readers_have_neither_codes_nor_the_name_of_a_solver(lang: Lang, tmp_path: Path) -> None:
    """Of both workbooks in both folders; the sheet of the program is not for readers."""
    folder = exported(tmp_path, lang)
    seen = 0
    for path in sorted(folder.rglob("*.xlsx")):
        for sheet in openpyxl.load_workbook(path):
            if sheet.title == ORIGIN.in_(lang):
                continue
            for row in sheet.iter_rows(values_only=True):
                for cell in row:
                    assert not CODES.search(str(cell)), (path, sheet.title, cell)
                    seen += 1
    assert seen > 100


def test_fairness_is_one_row_with_the_worst_off_named_for_the_office_alone(tmp_path: Path) -> None:
    """All three applicants of the one school have what they asked for: 100 % of what is attainable."""
    folder = exported(tmp_path)
    for name, who in (("internal", " (Школа Ш1)"), ("public", "")):
        for file in ("timetable.xlsx", "plan.xlsx"):
            sheet = openpyxl.load_workbook(folder / name / file)["Цели плана"]
            rows = [row for row in sheet.iter_rows(values_only=True) if "Справедливость" in str(row[1])]
            assert [row[2:4] for row in rows] == [
                (
                    "100,0\u00a0% достижимого",
                    f"у самой обделённой школы, местности или параллели{who} — 100,0\u00a0% достижимых "
                    "баллов; больше\u00a0— лучше",
                )
            ]


def test_programs_find_every_level(tmp_path: Path) -> None:
    """Codes, running sums and the origin of bounds stand in csv/ and tables.json."""
    folder = exported(tmp_path)
    for name in ("internal", "public"):
        tables = json.loads((folder / name / "tables.json").read_text("utf-8"))
        found = [row["name"] for row in tables["levels"]]
        assert {"unserved", "rank_points", "fairness.1", "fairness.2", "priority.1"} <= {*found}
        assert {row["origin"] for row in tables["levels"]} == {"CP-SAT"}
        assert len(tables["goals"]) < len(found)
        text = (folder / name / "csv" / "levels.csv").read_text("utf-8-sig")
        assert "fairness.1" in text
