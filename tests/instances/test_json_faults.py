"""Faults of a network in JSON have list, row, field and cure, all at once, as those of a workbook."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from instances import tiny
from instances.reading import read
from models.fault import Reading
from tests.instances.sound import written


def test_a_fault_of_json_names_list_and_field(tmp_path: Path) -> None:
    """The data model's complaints come as faults with place, value and expectation."""
    path = written(tmp_path, "net.json")
    content = json.loads(path.read_text(encoding="utf-8"))
    content["network"]["rooms"][0]["capacity"] = "двадцать"
    path.write_text(json.dumps(content), encoding="utf-8")
    fault = read(path).faults[0]
    assert (fault.spot.sheet, fault.spot.row, fault.spot.column, fault.value) == (
        "rooms",
        1,
        "capacity",
        "двадцать",
    )
    assert fault.cure.in_("ru") == "Ожидается: целое число."


def test_json_passes_the_checks_of_a_workbook(tmp_path: Path) -> None:
    """A negative capacity, weekday 9 and an unknown goal are faults in JSON too."""
    path = written(tmp_path, "net.json")
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    content["network"]["rooms"][0]["capacity"] = -3
    content["network"]["locks"] = [{"group": "ИТ-1", "weekday": 9, "reason": "x"}]
    content["network"]["goals"] = ["happiness"]
    path.write_text(json.dumps(content), encoding="utf-8")
    places = {(fault.spot.sheet, fault.spot.column) for fault in read(path).errors}
    assert {("rooms", "capacity"), ("locks", "weekday"), ("goals", "name")} <= places


def damaged(folder: Path, change: Callable[[dict[str, Any]], Any], *, set_aside: bool = False) -> Reading:
    """The reading of a sound network's JSON, changed."""
    path = written(folder, "net.json")
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    return read(path, set_aside=set_aside)


def several(content: dict[str, Any]) -> None:
    """Faults that the data model refuses, and faults that only the checks of a workbook know."""
    network = content["network"]
    network["rooms"][0]["capacity"] = -3
    network["courses"][0] |= {"load_category": "кружок", "hours": 99_999}
    network["choices"][0]["rank"] = "первое"
    network["choices"][1]["course"] = "ИТТТ"
    network["classes"][0]["days"][0]["end"] = "25:70"


def test_json_tells_all_its_faults_at_once(tmp_path: Path) -> None:
    """Refused fields, values out of range and references to nothing stand in one list."""
    faults = damaged(tmp_path, several).errors
    assert {(fault.spot.sheet, fault.spot.row, fault.spot.column, fault.value) for fault in faults} == {
        ("rooms", 1, "capacity", "-3"),
        ("courses", 1, "load_category", "кружок"),
        ("courses", 1, "hours", "99999"),
        ("choices", 1, "rank", "первое"),
        ("choices", 2, "course", "ИТТТ"),
        ("classes", 1, "days[1].end", "25:70"),
    }


def test_faulty_records_of_json_are_set_aside_like_rows(tmp_path: Path) -> None:
    """A choice whose rank is no number is left out, and the other one keeps its number."""
    reading = damaged(
        tmp_path, lambda content: content["network"]["choices"][0].update(rank="x"), set_aside=True
    )
    assert reading.network is not None
    assert [(fault.spot.sheet, fault.spot.row) for fault in reading.set_aside] == [("choices", 1)]
    whole = tiny.ALL["tie"].network
    assert reading.network.choices == whole.choices[1:]


JSON_FAULTS: list[tuple[str, Callable[[dict[str, Any]], Any], tuple[str, int | None, str], str, str]] = [
    (
        "a time that is none",
        lambda c: c["network"]["classes"][0]["days"][0].update(end="25:70"),
        ("classes", 1, "days[1].end"),
        "значение не подходит",
        'Ожидается: время вида "14:30" от 00:00 до 24:00.',
    ),
    (
        "NaN",
        lambda c: c["network"]["rooms"][0].update(capacity=float("nan")),
        ("rooms", 1, "capacity"),
        "значение не подходит",
        "Ожидается: число, а не NaN или Infinity.",
    ),
    (
        "no network",
        lambda c: c.update(network=None),
        ("network", None, ""),
        "значение не подходит",
        "Ожидается: запись в { }.",
    ),
    (
        "names that are none",
        lambda c: c.update(people=[1]),
        ("people", None, ""),
        "значение не подходит",
        "Ожидается: запись в { }.",
    ),
    (
        "a name without an id",
        lambda c: c.update(people={"rows": [{"kind": "student", "name": "Аня"}]}),
        ("people", 1, "id"),
        "нет поля «id»",
        "Добавьте его.",
    ),
    (
        "a key misspelt",
        lambda c: c.update(poeple=c.pop("people")),
        ("net.json", None, "poeple"),
        "лишнее поле «poeple»",
        "Возможно, имелось в виду «people».",
    ),
    (
        "a key nobody knows",
        lambda c: c.update(xyz=1),
        ("net.json", None, "xyz"),
        "лишнее поле «xyz»",
        "Удалите его.",
    ),
    (
        "a table misspelt",
        lambda c: c["network"].update(wishs=[]),
        ("network", None, "wishs"),
        "лишнее поле «wishs»",
        "Возможно, имелось в виду «wishes».",
    ),
    (
        "a field misspelt",
        lambda c: c["network"]["rooms"][0].update(capacityy=3),
        ("rooms", 1, "capacityy"),
        "лишнее поле «capacityy»",
        "Возможно, имелось в виду «capacity».",
    ),
    (
        "a table missing",
        lambda c: c["network"].pop("rooms"),
        ("rooms", None, ""),
        "нет поля «rooms»",
        "Добавьте его.",
    ),
    (
        "a list that is none",
        lambda c: c["network"].update(rooms={}),
        ("rooms", None, ""),
        "значение не подходит",
        "Ожидается: список в [ ].",
    ),
    (
        "a rule without its year",
        lambda c: c["network"]["rules"].pop("school_year"),
        ("rules", None, "school_year"),
        "нет поля «school_year»",
        "Добавьте его.",
    ),
    (
        "a rule that cannot be",
        lambda c: c["network"]["rules"].update(home_by="полночь"),
        ("rules", None, "home_by"),
        "значение не подходит",
        'Ожидается: время вида "14:30" от 00:00 до 24:00.',
    ),
]


@pytest.mark.parametrize(
    ("change", "place", "problem", "cure"), [f[1:] for f in JSON_FAULTS], ids=[f[0] for f in JSON_FAULTS]
)
def test_a_fault_of_json_has_place_and_cure(
    change: Callable[[dict[str, Any]], Any],
    place: tuple[str, int | None, str],
    problem: str,
    cure: str,
    tmp_path: Path,
) -> None:
    """One fault, at its list, row and field, and what to do about it."""
    reading = damaged(tmp_path, change)
    assert reading.network is None
    (fault,) = reading.errors
    assert (fault.spot.sheet, fault.spot.row, fault.spot.column) == place
    assert (fault.problem.in_("ru"), fault.cure.in_("ru")) == (problem, cure)
