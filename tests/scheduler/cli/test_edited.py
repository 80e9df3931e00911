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
from scheduler.cli.cost import Cost, show_cost
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
        assert setka("plan", "net.xlsx", "-o", "out", "--time-limit", "60").code == 0

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


def swapped_rooms(book: Any) -> None:
    """The two groups of ``unequal_rooms`` exchange their rooms."""
    one, other = card(book, "ИТ-1"), card(book, "ИСК-1")
    one.value = one.value.replace("room 1", "room 2")
    other.value = other.value.replace("room 2", "room 1")


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
    assert "The workbook shows no change of the plan." in done.out
    assert "All goals are as before." in done.out
    assert "not read" not in done.out + done.err
    assert "No violations." in done.out
    assert "Bounds and proofs are taken from the file and are not checked" in done.out
    rows = [line for line in done.out.splitlines() if line.startswith("  ") and "unchanged" in line]
    assert len(rows) >= 7
    assert "worse" not in done.out


def test_a_swapped_room_is_a_violation_and_nothing_is_praised(setka: Run, planned: Any) -> None:
    """The larger group sits in the smaller room: first the two edits, then the finding with its excess, then
    which rules the edit breaks; no word of a better or a costless plan."""
    planned("unequal_rooms")

    edit(WORKBOOKS[0], swapped_rooms)
    done = setka("verify", "net.xlsx", WORKBOOKS[0])
    assert done.code == 1
    assert "room_capacity" in done.out
    assert "(by 1 student)" in done.out
    assert done.out.startswith("Edited in the workbook: 2\n  - ИСК-1: room 2 → 1\n  - ИТ-1: room 1 → 2\nH3 ")
    assert "The edit breaks rules: Room capacity (1)." in done.out
    assert "While rules are broken the goals are not rated" in done.out
    assert "taken from the file" not in done.out
    for praise in ("cost nothing", "better by", "it is better", "as before", "Bound"):
        assert praise not in done.out


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
    assert "  - ИТ-1: Mon 15:00–15:40 → Tue 09:00–09:40\n" in done.out
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
    assert "Better than the bound: Travel (280)" in done.out
    assert "but Left with nothing got worse." in done.out
    assert "  - О1 (Обучающийся-001): no longer in group ИТ-1\n" in done.out
    assert "the ride is dropped" in done.out
    assert "ERROR" not in done.out


def test_exchanged_students_are_told_and_counted(setka: Run, planned: Any) -> None:
    """Each sits in a course that he or she did not choose: two violations; points before and after."""
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
    assert "  - О2 (Обучающийся-002): group ИТ-1 → ИСК-1\n" in done.out
    assert "  - О3 (Обучающийся-003): group ИСК-1 → ИТ-1\n" in done.out
    assert lines(done.out, "Points by rank")[0].split()[3:] == ["15", "5", "points"]


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
    """The network has changed since, as it may: the audit goes on by the present data, without the former
    levels, and says so where it says that nothing is violated."""
    planned("unequal_rooms")
    network = ALL["unequal_rooms"].network
    more = network.replace(rooms=(*network.rooms, network.rooms[0].replace(name="3")))
    write(more, PEOPLE, tmp_path / "other.xlsx")
    done = setka("verify", "other.xlsx", WORKBOOKS[0])
    assert done.code == 0
    assert "made for other data of the network: either they were changed since, or" in done.out
    assert "No violations by the present data of the network; the workbook was made for others." in done.out
    assert "unchanged" not in done.out


def remember(path: str, old: str, new: str) -> None:
    """Changes the first line of what a workbook remembers, once."""

    def change(book: Any) -> None:
        cell = book["Original plan"]["B3"]
        assert cell.value.count(old) == 1, cell.value
        cell.value = cell.value.replace(old, new)

    edit(path, change)


@pytest.mark.parametrize("path", WORKBOOKS)
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"travel","sense":"min","value":280,', '"travel","sense":"min","value":180,', "recorded 180, true"),
        ('"lottery_seed":1', '"lottery_seed":4', "Level priority.3: recorded "),
        (
            '"value":280,"bound":280',
            '"value":280,"bound":290',
            "(290) is on the wrong side of its value (280)",
        ),
    ],
    ids=["value", "seed", "bound"],
)
def test_a_memory_that_contradicts_itself_is_not_compared(
    path: str, old: str, new: str, told: str, setka: Run, planned: Any
) -> None:
    """The level before the edit is that of the groups, seats and rides remembered beside it; else nothing is
    said of better and worse, nor of what was edited, and the exit code is 1."""
    planned("full_buses")
    remember(path, old, new)
    done = setka("verify", "net.xlsx", path)
    assert done.code == 1
    assert done.out.startswith("Sheet Original plan contradicts itself")
    assert told in done.out
    for word in ("worse", "better", "no change", "Edited"):
        assert word not in done.out
    assert done.out.endswith("The plan violates no rule, but the sheet Original plan is wrong, see above.\n")
    explained = setka("explain", "net.xlsx", path)
    assert explained.code == 1
    assert told in explained.err


@pytest.mark.parametrize("path", WORKBOOKS)
def test_a_damaged_memory_of_the_plan_is_a_fault(path: str, setka: Run, planned: Any) -> None:
    """It is told, not skipped; without the sheet the plan is audited like any other."""
    planned("unequal_rooms")

    def spoil(book: Any) -> None:
        book["Original plan"]["B4"].value = "{"

    edit(path, spoil)
    done = setka("verify", "net.xlsx", path)
    assert done.code == 2
    assert "The sheet of the program is damaged." in done.err
    edit(path, lambda book: book.remove(book["Original plan"]))
    done = setka("verify", "net.xlsx", path)
    assert done.code == 0
    assert "Edited" not in done.out
    assert "Levels of the goals" in done.out


def test_an_edit_that_is_not_read_is_told(setka: Run, planned: Any) -> None:
    """The number on a card; then there is nothing to have cost anything."""
    planned("unequal_rooms")

    def write(book: Any) -> None:
        cell = card(book, "ИТ-1")
        cell.value = cell.value.replace("students: 2", "students: 25")

    edit(WORKBOOKS[0], write)
    done = setka("verify", "net.xlsx", WORKBOOKS[0])
    assert done.code == 0
    assert "The workbook shows no change of the plan." in done.out
    assert "Edits that are not read and change nothing: 1" in done.out
    assert "students: 25 is not read" in done.out
    assert "cost nothing" not in done.out


def test_a_group_taken_away_is_told_as_such(setka: Run, planned: Any) -> None:
    """Its session and its members are gone, which breaks no rule: the goals tell what that costs, and whose
    share fell first."""
    planned("unequal_rooms")

    def remove(book: Any) -> None:
        card(book, "ИТ-1").value = None
        sheet = book["Group lists"]
        for row in reversed([row[0].row for row in sheet.iter_rows(min_row=3) if row[0].value == "ИТ-1"]):
            sheet.delete_rows(row)

    edit(WORKBOOKS[0], remove)
    done = setka("verify", "net.xlsx", WORKBOOKS[0])
    assert "Edited in the workbook: 1\n  - ИТ-1: the group is gone (students: 2)\n" in done.out
    assert "The most important goal that changed is Left with nothing: it is worse now." in done.out
    (fairness,) = lines(done.out, "Fairness")
    assert "worse by 66.7 percentage points" in fairness
    assert "The worst-off school, place or grade: Школа Ш1, 100.0% → 33.3% of what is attainable." in done.out


def test_violations_that_were_there_before_are_not_the_edit_s(setka: Run, planned: Any) -> None:
    """A draft with a full room, in which a student is marked as held: the violation is an old one."""
    planned("unequal_rooms")
    edit(WORKBOOKS[0], swapped_rooms)
    assert setka("export", "net.xlsx", WORKBOOKS[0], "-o", "draft", "--draft", "--only", "xlsx").code == 0

    def hold(book: Any) -> None:
        book["Group lists"]["H3"].value = "yes"

    edit("draft/internal/timetable.xlsx", hold)
    done = setka("verify", "net.xlsx", "draft/internal/timetable.xlsx")
    assert done.code == 1
    assert "held for papers no → yes" in done.out
    assert "The edit brings no new violation" in done.out


# --- bounds ----------------------------------------------------------------------------------------


def level(name: str, value: int, bound: int | None = None, scope: str = "given_previous") -> Level:
    """A level of a goal to be made small."""
    return Level(name=name, sense=Sense.MINIMISE, value=value, bound=bound, scope=BoundScope(scope))


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[bool, str]]:
    """Whether the bounds are explained, and what is printed."""
    import sys

    def tell(before: list[Level], after: list[Level], *, violated: bool = False) -> tuple[bool, str]:
        cost = Cost(before, after, has_violations=violated)
        explained = show_cost(Screen("en", sys.stdout, sys.stderr), cost)
        return explained, capsys.readouterr().out

    return tell


def test_a_bound_passed_for_no_reason_is_an_error(told: Any) -> None:
    """No violation, no earlier level worse: the bound in the workbook must be wrong."""
    before = [level("unserved", 1, 1), level("travel", 100, 90)]
    explained, text = told(before, [level("unserved", 1), level("travel", 80)])
    assert not explained
    assert "ERROR: Travel is better than its bound (90)" in text


def test_a_bound_for_every_plan_is_not_excused_by_an_earlier_level(told: Any) -> None:
    """A global bound holds whatever the levels before it are; of a plan with violations nothing is said."""
    before = [level("unserved", 1, 1), level("travel", 100, 90, "global")]
    after = [level("unserved", 2), level("travel", 80)]
    assert told(before, after)[0] is False
    explained, text = told(before, after, violated=True)
    assert explained
    assert "bound" not in text.lower()


def test_a_worse_level_excuses_those_below_it_only(told: Any) -> None:
    """What got worse below a level does not explain that the level passed its bound."""
    before = [level("unserved", 1, 1), level("travel", 100, 100), level("trips", 5, 5)]
    assert told(before, [level("unserved", 2), level("travel", 90), level("trips", 5)])[0]
    assert not told(before, [level("unserved", 1), level("travel", 90), level("trips", 9)])[0]
