"""The office's workbook is read back as a plan: untouched it is the very plan, edited it says the edit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from instances.tiny import ALL
from models.people import People, Person, PersonKind
from models.plan import Plan
from models.text import LANGS, Lang
from reports.audit import audit
from reports.audit.reading import PlanReading, read_plan
from reports.export.source import Source
from reports.office.workbook import FILE_NAME, write_office

WITH_PLAN = [name for name, tiny in ALL.items() if tiny.plan is not None]
PEOPLE = People(
    rows=(
        *(Person(id=f"О{n}", kind=PersonKind.STUDENT, name=f"Обучающийся-00{n}") for n in range(1, 6)),
        *(Person(id=f"У{n}", kind=PersonKind.TEACHER, name=f"Учитель-00{n}") for n in (1, 2)),
    )
)
Edit = Callable[[Any, Any], None]


class Office:
    """The workbook of a tiny plan: written, edited as in Excel, read back."""

    def __init__(self, folder: Path, name: str, lang: Lang = "ru") -> None:
        plan = ALL[name].plan
        assert plan is not None
        self.plan = plan
        self.network = ALL[name].network
        self.lang = lang
        self.path = folder / FILE_NAME
        write_office(Source(self.network, plan, PEOPLE), folder, lang=lang, public=False)

    def read(self) -> PlanReading:
        """What the file says now."""
        return read_plan(self.path, self.network, PEOPLE)

    def edit(self, change: Edit) -> PlanReading:
        """The reading after a change to the grid and the lists."""
        book = openpyxl.load_workbook(self.path)
        change(book["Сетка"], book["Списки групп"])
        book.save(self.path)
        return self.read()

    def edited(self, change: Edit) -> Plan:
        """The plan after a change that can be understood."""
        reading = self.edit(change)
        assert reading.faults == ()
        assert reading.plan is not None
        return reading.plan


@pytest.fixture
def office(tmp_path: Path) -> Callable[..., Office]:
    """Makes workbooks."""
    return lambda name, lang="ru": Office(tmp_path, name, lang)


def card(grid: Any, start: str) -> Any:
    """The cell of the grid that begins so."""
    return next(
        cell
        for row in grid.iter_rows(min_col=4)
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(start)
    )


def spots(reading: PlanReading) -> list[tuple[str, int | None, str, str]]:
    """Sheet, row, column and value of each fault."""
    assert reading.plan is None
    return [
        (fault.spot.sheet, fault.spot.row, fault.spot.column, fault.value.partition("\n")[0])
        for fault in reading.faults
    ]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", WITH_PLAN)
def test_an_untouched_workbook_is_the_very_plan(name: str, lang: Lang, office: Callable[..., Office]) -> None:
    """Weeks, dates, spare dates, teachers, rooms, seats, sites and rides come back; so do all levels."""
    made = office(name, lang)
    reading = made.read()
    assert reading.faults == ()
    assert reading.plan is not None
    for part, key in (
        ("groups", lambda row: row.id),
        ("enrolments", lambda row: (row.group, row.student)),
        ("rides", lambda row: (row.student, row.session, row.direction)),
    ):
        assert sorted(getattr(reading.plan, part), key=key) == sorted(getattr(made.plan, part), key=key)
    report = audit(made.network, reading.plan)
    assert report.violations == ()
    assert report.levels == audit(made.network, made.plan.replace(run=None, levels=(), status=None)).levels


def test_a_moved_cell_moves_the_session(office: Callable[..., Office]) -> None:
    """To a new row with a weekday and a start: day, time and dates are new, the end is that of the course."""

    def move(grid: Any, _: Any) -> None:
        cell = card(grid, "ИСК-1")
        row = grid.max_row + 1
        grid.cell(row, 1).value, grid.cell(row, 2).value = "вт", time(15, 30)
        grid.cell(row, cell.column).value, cell.value = cell.value, None

    session = office("unequal_rooms").edited(move).group_by_id["ИСК-1"].sessions[0]
    assert (session.weekday, session.start, session.end) == (2, 15 * 60 + 30, 16 * 60 + 10)
    assert [day.isoweekday() for day in session.dates] == [2, 2]


def test_another_column_is_another_centre(office: Callable[..., Office]) -> None:
    """The header of the column says where the session is held."""

    def move(grid: Any, _: Any) -> None:
        cell = card(grid, "ИТ-1")
        other = next(at for at in (4, 5) if at != cell.column)
        grid.cell(grid.max_row + 1, 1).value = "Пн"
        row = grid.max_row
        grid.cell(row, 2).value = "15:30"
        grid.cell(row, other).value, cell.value = cell.value, None

    made = office("full_buses")
    before = made.plan.group_by_id["ИТ-1"].sessions[0].centre
    assert made.edited(move).group_by_id["ИТ-1"].sessions[0].centre != before


def test_room_and_teacher_are_what_the_cell_says(office: Callable[..., Office]) -> None:
    """The planner retypes a line; an id is as good as a name, lines may stand in one."""

    def retype(grid: Any, _: Any) -> None:
        card(grid, "ИТ-1").value = "ит-1\nКаб. 2\nу2"
        card(grid, "ИСК-1").value = "ИСК-1 · каб. 1 · Учитель-001"

    plan = office("unequal_rooms").edited(retype)
    sessions = [plan.group_by_id[group].sessions[0] for group in ("ИТ-1", "ИСК-1")]
    assert [(session.room, session.teachers) for session in sessions] == [("2", ("У2",)), ("1", ("У1",))]


def test_two_sessions_may_share_a_cell(office: Callable[..., Office]) -> None:
    """A blank line parts them; both are held in the room that each names."""

    def join(grid: Any, _: Any) -> None:
        one, other = card(grid, "ИТ-1"), card(grid, "ИСК-1")
        one.value, other.value = f"{one.value}\n\n{other.value}", None

    made = office("unequal_rooms")
    assert {group.id: group.sessions for group in made.edited(join).groups} == {
        group.id: group.sessions for group in made.plan.groups
    }


def test_weeks_can_be_changed_in_words(office: Callable[..., Office]) -> None:
    """Odd weeks become even ones; what the course does not allow is a fault."""
    made = office("odd_even")
    before = card(openpyxl.load_workbook(made.path)["Сетка"], "ИСК-1").value
    word, other = ("нечётные", "чётные") if "нечётные" in before else ("чётные", "нечётные")

    def swap(grid: Any, _: Any) -> None:
        cell = card(grid, "ИСК-1")
        cell.value = cell.value.replace(f"недели: {word}", f"недели: {other}")

    def spoil(grid: Any, _: Any) -> None:
        cell = card(grid, "ИСК-1")
        cell.value = cell.value.replace(f"недели: {other}", "недели: иногда")

    plan = made.edited(swap)
    was = made.plan.group_by_id["ИСК-1"].sessions[0]
    assert not set(plan.group_by_id["ИСК-1"].sessions[0].weeks) & set(was.weeks)
    assert [fault.spot.sheet for fault in made.edit(spoil).faults] == ["Сетка"]


def test_a_dropped_student_leaves_the_bus(office: Callable[..., Office]) -> None:
    """The row is deleted; the rides to the sessions of the group go with it, and that is said."""

    def drop(_: Any, lists: Any) -> None:
        row = next(row for row in lists.iter_rows(min_row=3) if row[3].value == "Обучающийся-001")
        lists.delete_rows(row[0].row)

    reading = office("full_buses").edit(drop)
    assert reading.plan is not None
    assert {seat.student for seat in reading.plan.enrolments} == {"О2", "О3"}
    assert {ride.student for ride in reading.plan.rides} == {"О2"}
    assert [note.in_("ru")[-2:] for note in reading.notes] == ["2."]


def test_two_students_are_exchanged(office: Callable[..., Office]) -> None:
    """Both rows name another student, by name or by id."""

    def swap(_: Any, lists: Any) -> None:
        rows = {row[3].value: row for row in lists.iter_rows(min_row=3)}
        one, other = rows["Обучающийся-002"], rows["Обучающийся-003"]
        for at in (3, 8):
            one[at].value, other[at].value = other[at].value, one[at].value
        one[3].value = None  # the id alone is enough

    plan = office("unequal_rooms").edited(swap)
    assert {seat.student for seat in plan.members["ИТ-1"]} == {"О1", "О3"}
    assert {seat.student for seat in plan.members["ИСК-1"]} == {"О2"}


@pytest.mark.parametrize("spelt", ["ИТ-1", "ит-1"])
def test_a_row_moves_with_its_group_alone(spelt: str, office: Callable[..., Office]) -> None:
    """The first row that names ИТ-1 is now one whose other cells still name the course ИСК: the grid is read
    as before, the seat is one in ИТ, and the course left behind is noted."""

    def move(_: Any, lists: Any) -> None:
        assert (lists["A3"].value, lists["J3"].value) == ("ИСК-1", "ИСК")
        lists["A3"].value = spelt

    made = office("unequal_rooms")
    reading = made.edit(move)
    assert reading.faults == ()
    assert reading.plan is not None
    assert [(seat.student, seat.course) for seat in reading.plan.members["ИТ-1"]] == [
        ("О3", "ИТ"),
        ("О1", "ИТ"),
        ("О2", "ИТ"),
    ]
    assert sorted(reading.plan.groups, key=lambda group: group.id) == sorted(
        made.plan.groups, key=lambda group: group.id
    )
    assert [note.in_("ru") for note in reading.notes] == [
        "«Списки групп», строка 3, столбец «Курс»: «ИСК» не читается; курс решает группа: у ИТ-1 это ИТ."
    ]


@pytest.mark.parametrize("said", ["ИСК", "Алхимия"])
def test_another_course_in_a_row_is_noted(said: str, office: Callable[..., Office]) -> None:
    """Be it a course of the network or none: the group decides, and nothing else is changed. Its title is as
    good as its id."""

    def retype(_: Any, lists: Any) -> None:
        lists["J4"].value, lists["J5"].value = said, "курс ит"

    made = office("unequal_rooms")
    reading = made.edit(retype)
    assert reading.plan is not None, reading.faults
    assert {seat.course for seat in reading.plan.members["ИТ-1"]} == {"ИТ"}
    (note,) = reading.notes
    assert f"row 4, column Курс: {said} is not read" in note.in_("en")


def test_an_added_row_needs_group_and_name_only(office: Callable[..., Office]) -> None:
    """Rank and course follow from the choices; the row may stand anywhere."""

    def add(_: Any, lists: Any) -> None:
        lists.append(["ИСК-1", None, None, "обучающийся-002"])

    plan = office("unequal_rooms").edited(add)
    assert [seat.student for seat in plan.members["ИСК-1"]] == ["О3", "О2"]
    assert plan.members["ИСК-1"][1].course == "ИСК"


def test_faults_of_the_grid_are_told_by_cell(office: Callable[..., Office]) -> None:
    """An unknown group, an unknown line, a session twice, one without a time, one under no centre."""

    def spoil(grid: Any, _: Any) -> None:
        cell = card(grid, "ИСК-1")
        last = grid.max_row
        grid.cell(last + 1, cell.column).value = cell.value  # the weekday is that above, the time is missing
        grid.cell(last, 9).value = "ИСК-1"
        cell.value = "ИСС-1"
        other = card(grid, "ИТ-1")
        other.value = other.value.replace("Учитель-001", "Учитель-01")

    found = spots(office("unequal_rooms").edit(spoil))
    assert found == [
        ("Сетка", 4, "Школа Ш1", "ИТ-1 · Курс ИТ"),
        ("Сетка", 5, "Школа Ш1", "ИСС-1"),
        ("Сетка", 5, "", "ИСК-1"),
        ("Сетка", 6, "Школа Ш1", "ИСК-1 · Курс ИСК"),
    ]


def test_a_broken_formula_in_the_grid_is_one_fault(office: Callable[..., Office]) -> None:
    """In place of the start of a row: the sessions of the row are not blamed as well."""

    def break_start(grid: Any, _: Any) -> None:
        grid.cell(card(grid, "ИТ-1").row, 2).value = "=1/0"

    reading = office("unequal_rooms").edit(break_start)
    (fault,) = reading.faults
    assert (fault.spot.column, fault.problem.in_("ru")) == ("Начало", "у формулы нет сохранённого значения")


def test_a_session_that_stands_twice_is_a_fault(office: Callable[..., Office]) -> None:
    """The second cell is told, with the row and column of the first."""

    def repeat(grid: Any, _: Any) -> None:
        row = grid.max_row + 1
        grid.cell(row, 1).value, grid.cell(row, 2).value = "Ср", "15:00"
        grid.cell(row, 4).value = "ИТ-1"

    reading = office("unequal_rooms").edit(repeat)
    assert len(spots(reading)) == 1
    assert reading.faults[0].problem.in_("ru").startswith("Занятие ИТ-1.1 уже стоит в строке 4")


def test_faults_of_the_lists_are_told_by_row(office: Callable[..., Office]) -> None:
    """A typo in a name, name and id of two, a student twice in a group, no such group, nobody in a row."""

    def spoil(_: Any, lists: Any) -> None:
        lists.append(["ИТ-1", None, None, "Обучающийся-0001"])
        lists.append(["ИТ-1", None, None, "Обучающийся-003", None, None, None, None, "О2"])
        lists.append(["ИТ-1", None, None, None, None, None, None, None, "О1"])
        lists.append(["ФИЗ-1", None, None, "Обучающийся-003"])
        lists.append(["ИТ-1", "кто-то"])

    found = spots(office("unequal_rooms").edit(spoil))
    assert found == [
        ("Списки групп", 6, "ФИО", "Обучающийся-0001"),
        ("Списки групп", 7, "ФИО", "Обучающийся-003"),
        ("Списки групп", 8, "Обучающийся", "О1"),
        ("Списки групп", 9, "Группа", "ФИЗ-1"),
        ("Списки групп", 10, "Обучающийся", ""),
    ]


def test_a_workbook_without_its_lists_is_a_fault(tmp_path: Path) -> None:
    """The public workbook cannot be verified: it does not say who learns where."""
    plan = ALL["tie"].plan
    assert plan is not None
    write_office(Source(ALL["tie"].network, plan, PEOPLE), tmp_path, lang="ru", public=True)
    reading = read_plan(tmp_path / FILE_NAME, ALL["tie"].network, PEOPLE)
    assert [fault.spot.sheet for fault in reading.faults] == ["Списки групп"]


def test_a_plan_without_a_run_comes_from_itself(office: Callable[..., Office]) -> None:
    """The workbook remembers its groups; without levels there are no values to compare with."""
    origin = office("tie").read().origin
    assert origin is not None
    assert origin.plan.groups
    assert origin.levels == ()
