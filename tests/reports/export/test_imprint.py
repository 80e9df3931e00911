"""Every paper says which edition of the plan it shows."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from instances.tiny import ALL
from models.people import People
from models.plan import Plan, RunStamp
from reports.export.folders import USUAL, export
from reports.export.imprint import BY_HAND, UNDATED, edition
from reports.html.page import css_string

TINY = ALL["full_buses"]
SAID = "редакция от 25.11.2026, 12:58"


def stamped(started_at: str) -> Plan:
    """A plan that a run made."""
    assert TINY.plan is not None
    run = RunStamp(
        version="0",
        ortools="0",
        seed=1,
        lottery_seed=1,
        workers=1,
        time_limit_s=1,
        wall_s=1,
        started_at=started_at,
    )
    return TINY.plan.replace(run=run)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All kinds of files, of a plan from a run and of one made by hand."""
    found = {}
    for name, plan in (("run", stamped("2026-11-25T09:58:12+00:00")), ("hand", TINY.plan)):
        assert plan is not None
        found[name] = tmp_path_factory.mktemp(name)
        export(TINY.network, plan, People(), found[name], formats=(*USUAL, "svg"))
    return found


@pytest.mark.parametrize(
    ("started_at", "ru", "en"),
    [
        ("2026-11-25T09:58:12+00:00", SAID, "edition of 2026-11-25, 12:58"),
        ("2026-12-31T22:30:00+00:00", "редакция от 01.01.2027, 01:30", "edition of 2027-01-01, 01:30"),
        ("2026-09-10T10:00:00", "редакция от 10.09.2026, 10:00", "edition of 2026-09-10, 10:00"),
        ("", UNDATED.ru, UNDATED.en),
    ],
)
def test_the_edition_is_the_start_of_the_run_in_moscow(started_at: str, ru: str, en: str) -> None:
    """Three hours ahead of Greenwich; a time without a zone is that of the clock on the wall."""
    assert (edition(stamped(started_at)).in_("ru"), edition(stamped(started_at)).in_("en")) == (ru, en)


def test_a_plan_without_a_run_was_made_by_hand() -> None:
    """Nobody knows when."""
    assert edition(Plan()) == BY_HAND


@pytest.mark.parametrize(("name", "said"), [("run", SAID), ("hand", BY_HAND.ru)])
def test_every_page_says_the_edition(folders: dict[str, Path], name: str, said: str) -> None:
    """The report and the pages of the schools, at their head and at the foot of every printed page."""
    pages = sorted(folders[name].rglob("*.html"))
    assert [path.parent.name for path in pages] == ["internal", "schools", "public", "schools"]
    for path in pages:
        style, _, rest = path.read_text(encoding="utf-8").partition("</style>")
        assert said in rest[rest.index("<header") : rest.index("</header>")], path
        assert css_string(f" · {said}")[1:-1] in style, path


@pytest.mark.parametrize(("name", "said"), [("run", SAID), ("hand", BY_HAND.ru)])
def test_every_figure_file_says_the_edition(folders: dict[str, Path], name: str, said: str) -> None:
    """A picture in a paper is cut off from its folder."""
    files = sorted(folders[name].rglob("*.svg"))
    assert files
    for path in files:
        assert said in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize(("name", "said"), [("run", SAID), ("hand", BY_HAND.ru)])
def test_every_sheet_prints_the_edition(folders: dict[str, Path], name: str, said: str) -> None:
    """At the foot of each page of both workbooks, and on the first sheet of the office's."""
    for path in sorted(folders[name].rglob("*.xlsx")):
        book = openpyxl.load_workbook(path)
        for sheet in book:
            assert said in sheet.oddFooter.right.text, (path, sheet.title)
        if path.name == "timetable.xlsx":
            cells = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
            assert said[:1].upper() + said[1:] in cells


@pytest.mark.parametrize(("name", "said"), [("run", SAID), ("hand", BY_HAND.ru)])
def test_the_tables_for_programs_say_it(folders: dict[str, Path], name: str, said: str) -> None:
    """The table about the plan, in public as for the office."""
    for folder in ("public", "internal"):
        assert said in (folders[name] / folder / "csv/about.csv").read_text(encoding="utf-8-sig")
        assert said in (folders[name] / folder / "tables.json").read_text(encoding="utf-8")


def test_a_workbook_is_not_dated_by_its_file(folders: dict[str, Path]) -> None:
    """The moment of writing stands nowhere: the edition is the only date of making."""
    with zipfile.ZipFile(folders["run"] / "public" / "timetable.xlsx") as parts:
        assert "2026-01-01T00:00:00Z" in parts.read("docProps/core.xml").decode("utf-8")
