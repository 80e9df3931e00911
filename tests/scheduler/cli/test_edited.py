"""A planner edits the office's workbook in Excel and has it verified: what broke, and what it cost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from instances import write
from instances.tiny import ALL
from models.people import People, Person, PersonKind
from models.plan import BoundScope, Level, Sense
from scheduler.cli.cost import show_cost
from scheduler.cli.screen import Screen

Run = Callable[..., Any]
PEOPLE = People(
    rows=(
        *(Person(id=f"О{n}", kind=PersonKind.STUDENT, name=f"Обучающийся-00{n}") for n in (1, 2, 3)),
        *(Person(id=f"У{n}", kind=PersonKind.TEACHER, name=f"Учитель-00{n}") for n in (1, 2)),
    )
)
WORKBOOKS = ("out/internal/timetable.xlsx", "out/internal/plan.xlsx")


@pytest.fixture
def planned(setka: Run, tmp_path: Path) -> Callable[..., None]:
    """Plans a tiny network with names into the folder ``out``; ``course`` replaces fields of all courses."""

    def plan(name: str, **course: Any) -> None:
        network = ALL[name].network
        courses = tuple(item.replace(**course) for item in network.courses)
        write(network.replace(courses=courses), PEOPLE, tmp_path / "net.xlsx")
        assert setka("plan", "net.xlsx", "-o", "out", "--time-limit", "20").code == 0

    return plan


def edit(path: str, change: Callable[[Any], None]) -> None:
    """Opens a workbook, changes it, saves it."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def card(book: Any, start: str) -> Any:
    """The cell of the grid that begins so."""
    return next(
        cell
        for row in book["Wall grid"].iter_rows(min_col=4)
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(start)
    )


def lines(text: str, start: str) -> list[str]:
    """The lines of a table that begin so."""
    return [line.strip() for line in text.splitlines() if line.strip().startswith(start)]


@pytest.mark.parametrize("path", WORKBOOKS)
@pytest.mark.parametrize("name", ["full_buses", "two_sessions", "odd_even", "practice_places"])
def test_untouched_workbooks_cost_nothing(name: str, path: str, setka: Run, planned: Any) -> None:
    """No violation; every level is as before, with the bound it was proven to have."""
    planned(name)
    done = setka("verify", "net.xlsx", path)
    assert done.code == 0, done.out
    assert "The edit cost nothing" in done.out
    assert "No violations." in done.out
    rows = [line for line in done.out.splitlines() if line.startswith("  ") and "unchanged" in line]
    assert len(rows) >= 7
    assert "worse" not in done.out


def test_a_swapped_room_is_a_violation_at_no_cost(setka: Run, planned: Any) -> None:
    """The larger group sits in the smaller room: the finding says by how many, once; no level changes."""
    planned("unequal_rooms")

    def swap(book: Any) -> None:
        one, other = card(book, "ИТ-1"), card(book, "ИСК-1")
        one.value = one.value.replace("room 1", "room 2")
        other.value = other.value.replace("room 2", "room 1")

    edit(WORKBOOKS[0], swap)
    done = setka("verify", "net.xlsx", WORKBOOKS[0])
    assert done.code == 1
    assert "room_capacity" in done.out
    assert "(by 1 student)" in done.out
    assert "The edit cost nothing" in done.out


def test_a_moved_session_breaks_what_it_breaks(setka: Run, planned: Any) -> None:
    """At 09:00, during lessons: students clash, the window of the day is left; nothing is a traceback."""
    planned("unequal_rooms")

    def move(book: Any) -> None:
        cell = card(book, "ИТ-1")
        grid = book["Wall grid"]
        row = grid.max_row + 1
        grid.cell(row, 1).value, grid.cell(row, 2).value = "Tuesday", "09:00"
        grid.cell(row, cell.column).value, cell.value = cell.value, None

    edit(WORKBOOKS[0], move)
    done = setka("verify", "net.xlsx", WORKBOOKS[0])
    assert done.code == 1
    assert "Tue 09:00–09:40" in done.out
    assert "Обучающийся-001" in done.out
    assert "Traceback" not in done.err


def test_a_dropped_student_costs_a_level_and_betters_later_ones(setka: Run, planned: Any) -> None:
    """One more without a seat; travel beats its bound, and it is said that an earlier level got worse."""
    planned("full_buses", min_size=1)

    def drop(book: Any) -> None:
        sheet = book["Group lists"]
        row = next(row for row in sheet.iter_rows(min_row=3) if row[3].value == "Обучающийся-001")
        sheet.delete_rows(row[0].row)

    edit(WORKBOOKS[0], drop)
    done = setka("verify", "net.xlsx", WORKBOOKS[0])
    assert done.code == 0
    assert "Rides to sessions that the student no longer attends were dropped: 2." in done.err
    unserved = lines(done.out, "Left with nothing")
    assert unserved, done.out
    assert unserved[0].split()[-5:] == ["worse", "by", "1", "0", "students"]
    assert lines(done.out, "Travel ")[0].split()[1:] == [
        "280",
        "140",
        "better",
        "by",
        "140",
        "280",
        "minutes",
    ]
    assert "Travel is better than its bound (280): the bound holds while the goals before it" in done.out
    assert "ERROR" not in done.out


def test_exchanged_students_cost_what_they_lose(setka: Run, planned: Any) -> None:
    """Each sits in a course that he or she did not choose: two violations, fewer points."""
    planned("unequal_rooms")

    def swap(book: Any) -> None:
        rows = {row[3].value: row for row in book["Group lists"].iter_rows(min_row=3)}
        one, other = rows["Обучающийся-002"], rows["Обучающийся-003"]
        for at in (3, 8):
            one[at].value, other[at].value = other[at].value, one[at].value

    edit(WORKBOOKS[0], swap)
    done = setka("verify", "net.xlsx", WORKBOOKS[0])
    assert done.code == 1
    assert "О2 (Обучающийся-002)" in done.out
    assert "О3 (Обучающийся-003)" in done.out
    assert lines(done.out, "Points by rank")[0].split()[3:] == [
        "15",
        "5",
        "worse",
        "by",
        "10",
        "15",
        "points",
    ]


def test_typos_are_told_with_their_cells(setka: Run, planned: Any) -> None:
    """Sheet, row, column, value and cure on stderr; exit code 2; no traceback."""
    planned("unequal_rooms")

    def spoil(book: Any) -> None:
        book["Group lists"].append(["ИТ-1", None, None, "Обучающийся-01"])
        cell = card(book, "ИСК-1")
        cell.value = cell.value.replace("ИСК-1", "ИСКК-1")

    edit(WORKBOOKS[0], spoil)
    done = setka("verify", "net.xlsx", WORKBOOKS[0])
    assert done.code == 2
    assert "Обучающийся-01" in done.err
    assert "There is no such student." in done.err
    assert "There is no such group or session: ИСКК-1" in done.err
    assert "Traceback" not in done.err


def test_levels_of_other_data_are_not_compared(setka: Run, planned: Any, tmp_path: Path) -> None:
    """The network has changed since: the audit goes on, without the former levels."""
    planned("unequal_rooms")
    network = ALL["unequal_rooms"].network
    more = network.replace(rooms=(*network.rooms, network.rooms[0].replace(name="3")))
    write(more, PEOPLE, tmp_path / "other.xlsx")
    done = setka("verify", "other.xlsx", WORKBOOKS[0])
    assert done.code == 0
    assert "made for other data" in done.err
    assert "unchanged" not in done.out


def test_damaged_levels_are_a_fault(setka: Run, planned: Any) -> None:
    """A value that is no number is told, not skipped."""
    planned("unequal_rooms")

    def spoil(book: Any) -> None:
        book["Levels"]["C3"].value = "many"

    edit(WORKBOOKS[0], spoil)
    done = setka("verify", "net.xlsx", WORKBOOKS[0])
    assert done.code == 2
    assert "many" in done.err


# --- bounds ----------------------------------------------------------------------------------------


def level(name: str, value: int, bound: int | None = None, scope: str = "given_previous") -> Level:
    """A level of a goal to be made small."""
    return Level(name=name, sense=Sense.MINIMISE, value=value, bound=bound, scope=BoundScope(scope))


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[bool, str]]:
    """Whether the bounds are explained, and what is printed."""
    import sys

    def tell(before: list[Level], after: list[Level], *, violated: bool = False) -> tuple[bool, str]:
        explained = show_cost(Screen("en", sys.stdout, sys.stderr), before, after, has_violations=violated)
        return explained, capsys.readouterr().out

    return tell


def test_a_bound_passed_for_no_reason_is_an_error(told: Any) -> None:
    """No violation, no earlier level worse: the bound in the workbook must be wrong."""
    before = [level("unserved", 1, 1), level("travel", 100, 90)]
    explained, text = told(before, [level("unserved", 1), level("travel", 80)])
    assert not explained
    assert "ERROR: Travel is better than its bound (90)" in text


def test_a_bound_for_every_plan_is_not_excused_by_an_earlier_level(told: Any) -> None:
    """A global bound holds whatever the levels before it are; only a violation explains it."""
    before = [level("unserved", 1, 1), level("travel", 100, 90, "global")]
    after = [level("unserved", 2), level("travel", 80)]
    assert told(before, after)[0] is False
    explained, text = told(before, after, violated=True)
    assert explained
    assert "holds for plans without violations" in text


def test_a_worse_level_excuses_those_below_it_only(told: Any) -> None:
    """What got worse below a level does not explain that the level passed its bound."""
    before = [level("unserved", 1, 1), level("travel", 100, 100), level("trips", 5, 5)]
    assert told(before, [level("unserved", 2), level("travel", 90), level("trips", 5)])[0]
    assert not told(before, [level("unserved", 1), level("travel", 90), level("trips", 9)])[0]
