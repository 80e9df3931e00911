"""A scenario that cannot be had says why, where, and what to do; nothing of it is guessed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from instances import read, write
from instances.scenarios import Variant, read_scenarios
from models.fault import Fault
from models.people import People
from models.scenario import ScenarioRow
from models.tables import Lock
from tests.village import VILLAGE

Ask = Callable[[str], tuple[list[Variant], tuple[Fault, ...]]]

FAULTY = {
    "an unknown centre": ("- close_centre: РЦ11", 3, "not on the sheet", "РЦ1"),
    "an unknown action": ("- close_center: РЦ1", 3, "unknown action", "close_centre"),
    "no target": ("- {do: close_centre, to: ''}", 3, "the field 'to' is missing", "docs"),
    "no value": ("- groups: ИТ", 3, "the value is missing", "number"),
    "a value too many": ("- {close_centre: РЦ1, value: 3}", 3, "takes no value", "Delete"),
    "a value of the wrong kind": ("- {groups: ИТ, value: много}", 3, "whole number", "digits"),
    "as it is already": ("- {groups: ИТ, value: 2}", 3, "changes nothing", "Delete the edit"),
    "a room without its centre": ("- {lose_room: '2'}", 3, "what to change", "centre; room"),
    "an unknown room": ("- {lose_room: РЦ1; 22}", 3, "not on the sheet", "2"),
    "chosen already": ("- {apply: О1, value: ХИМ}", 3, "has chosen the course already", "Delete"),
    "no such choice": ("- {withdraw: О1, value: ИТ}", 3, "no such choice", "Choices"),
    "a later norm": ("- {norm: gap_minutes, value: 20; 01.12.2026}", 3, "after the first day", "05.10.2026"),
    "a norm that differs": ("- {norm: weekly_hours_max, value: 30}", 3, "differs between", "change"),
    "an unknown norm": ("- {norm: gap_minuts, value: 30}", 3, "no such norm", "gap_minutes"),
    "an unknown table": ("- {add: roms, row: {name: '3'}}", 3, "no such table", "rooms"),
    "an unknown column": (
        "- {add: rooms, row: {centre: РЦ1, name: '3', capasity: 5}}",
        3,
        "no such column",
        "capacity",
    ),
    "a row that is there": (
        "- {add: rooms, row: {centre: РЦ1, name: '2', capacity: 5}}",
        3,
        "the row exists",
        "'change'",
    ),
    "a row that refers to nothing": (
        "- {add: rooms, row: {centre: РЦ9, name: '3', capacity: 5}}",
        3,
        "no such row",
        "РЦ1",
    ),
    "a table that is no matter of scenarios": (
        "- {change: goals, where: {name: travel}, row: {name: trips}}",
        3,
        "cannot be changed",
        "Delete",
    ),
    "an empty edit": ("- {}", 3, "an empty edit", "Add an edit"),
    "a tag": ("- {groups: ИТ, value: !x 3}", 3, "tags", "docs"),
    "a list for a target": ("- {do: close_centre, to: [РЦ1]}", 3, "a single value", "docs"),
    "a teacher who works all the year": (
        "- {teacher_until: У1, value: 01.06.2027}",
        3,
        "the last day of lessons is",
        "Delete",
    ),
    "no mapping": ("- 5", 3, "a field and its value", "docs"),
    "a list for a value": ("- {groups: ИТ, value: {a: 1}}", 3, "a single value", "docs"),
    "a field twice": ("- {groups: ИТ, value: 3, value: 4}", 3, "named twice", "Keep one"),
    "an unknown field": ("- {groups: ИТ, valeu: 3}", 3, "unknown field", "value"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_it_says_where_and_how_to_cure_it(ask: Ask, name: str) -> None:
    """The line of the file, the problem and the cure, in both languages without a gap."""
    edit, row, problem, cure = FAULTY[name]
    variants, faults = ask(f"name: проба\nedits:\n{edit}\n")
    found = [*faults, *(fault for variant in variants for fault in variant.faults)]
    errors = [fault for fault in found if fault.severity.value == "error"]
    fault = next(fault for fault in errors if problem in fault.problem.in_("en"))
    assert fault.spot.sheet == "вариант.yaml"
    assert fault.spot.row == row
    assert cure in fault.cure.in_("en")
    assert "{" not in fault.problem.in_("ru") + fault.cure.in_("ru")
    assert all(variant.network is None for variant in variants if variant.faults)


def test_edits_that_contradict_one_another(ask: Ask) -> None:
    """The second names the line of the first; what was taken out cannot be changed any more."""
    variants, _ = ask(
        "name: проба\nedits:\n"
        "- {groups: ИТ, value: 3}\n"
        "- {groups: ИТ, value: 4}\n"
        "- teacher_leaves: У1\n"
        "- teacher_travels: У1\n"
    )
    errors = [fault for fault in variants[0].faults if fault.severity.value == "error"]
    said = [(fault.spot.row, fault.problem.in_("en")) for fault in errors]
    assert said == [(4, "contradicts the edit on row 3"), (6, "contradicts the edit on row 5")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: [", "cannot be read as YAML"),
        ("", "no edit"),
        ("name: проба\n", "'edits' is missing"),
        ("name: проба\nedits: 5\n", "a list of edits"),
        ("name: проба\nedits: []\n", "no edit"),
        ("edits:\n- close_centre: РЦ1\n", "'name' is missing"),
        ("name: [a]\nedits:\n- close_centre: РЦ1\n", "a single value"),
        ("- 1\n- 2\n", "a field and its value"),
        ("a: &a [1]\nb: *a\n", "anchors"),
        ("name: base\nedits:\n- close_centre: РЦ1\n", "that of the base plan"),
        ("name: a\nedits: [close_centre: РЦ1]\n---\nname: a\nedits: [drop_course: ИТ]\n", "two scenarios"),
        ("[" * 5000, "cannot be read as YAML"),
    ],
)
def test_files_that_are_none(ask: Ask, text: str, problem: str) -> None:
    """Whatever stands in the file, it is told in a sentence."""
    _, faults = ask(text)
    assert any(problem in fault.problem.in_("en") for fault in faults), faults


def test_scenarios_of_the_sheet(tmp_path: Path) -> None:
    """They come in order with their titles; faults are in their cells; a name that is not there is told."""
    rows = (
        ScenarioRow(scenario="третья", title="Третья группа", action="groups", target="ИТ", value="3"),
        ScenarioRow(scenario="без", action="teacher_leaves", target="Ученик"),
        ScenarioRow(scenario="третья", action="teacher_hours", target="У1", value="9"),
    )
    source = tmp_path / "село.xlsx"
    write(VILLAGE.replace(scenarios=rows), People(), source)
    base = read(source)
    assert base.network is not None
    assert base.network.scenarios == rows
    assert base.network.sha256 == VILLAGE.sha256  # scenarios are no part of what is planned
    variants, faults = read_scenarios(source, base, today=date(2026, 9, 12))
    assert not faults
    assert [(v.name, v.title, v.network is not None) for v in variants] == [
        ("третья", "Третья группа", True),
        ("без", "без", False),
    ]
    (fault,) = variants[1].faults
    assert (fault.spot.sheet, fault.spot.cell) == ("Варианты", "D3")
    _, faults = read_scenarios(source, base, ["третъя"], today=date(2026, 9, 12))
    assert "третья" in faults[0].cure.in_("en")


def test_what_follows_from_an_edit_is_told(tmp_path: Path) -> None:
    """A teacher leaves whom a lock names: the fault is in the lock's row, not passed over."""
    source = tmp_path / "locked.xlsx"
    locked = VILLAGE.replace(locks=(Lock(group="ИТ-1", teacher="У1", reason="так решено"),))
    write(locked, People(), source)
    file = tmp_path / "v.yaml"
    file.write_text("name: a\nedits: [teacher_leaves: У1]\n", encoding="utf-8")
    for set_aside in (False, True):
        base = read(source, set_aside=set_aside)
        variants, _ = read_scenarios(source, base, [str(file)], set_aside=set_aside)
        errors = [fault for fault in variants[0].faults if fault.severity.value == "error"]
        assert [fault.spot.sheet for fault in errors] == ["Закрепления"]
        assert variants[0].network is None


@pytest.mark.parametrize("suffix", [".xlsx", ".json", ""])
def test_from_any_kind_of_file(tmp_path: Path, suffix: str) -> None:
    """A workbook, JSON or a folder of CSV files give the same scenario's network."""
    source = tmp_path / f"село{suffix}"
    write(VILLAGE, People(), source)
    file = tmp_path / "v.yaml"
    file.write_text("name: a\nedits: [{groups: ИТ, value: 3}]\n", encoding="utf-8")
    variants, faults = read_scenarios(source, read(source), [str(file)], today=date(2026, 9, 12))
    assert not faults
    assert variants[0].network is not None
    assert variants[0].network.courses[0].max_groups == 3
