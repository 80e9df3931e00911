"""A fault of a sheet as a whole hides no faults of other sheets, nor makes faults of what refers to it."""

from __future__ import annotations

from typing import Any

import pytest

from instances.schema import TABLES
from models.fault import Reading

NEEDED = [table for table in TABLES.values() if table.required]
OTHERS = ("travel", "last_buses", "runs", "stops", "scenarios")
COLUMNS = [
    (table, column)
    for table in (*NEEDED, *(TABLES[name] for name in OTHERS))
    for column in table.columns
    if column.required
]


def places(reading: Reading) -> list[tuple[str, int | None, str]]:
    """Where the errors are."""
    return [(fault.spot.sheet, fault.spot.row, fault.spot.column) for fault in reading.errors]


@pytest.fixture
def faulty(district: Any) -> Any:
    """The district with a wrong calendar, which concerns nobody else, and a lock of everything."""
    district.add("Календарь", kind="каникулы", first="10.03.2027", last="01.03.2027")
    district.add("Закрепления", group="ИТ-1", centre="РЦ1", room="12", reason="x")
    return district


WRONG_DAY = ("Календарь", 4, "По")


def test_the_fault_alone(faulty: Any) -> None:
    """What the other tests count on."""
    assert places(faulty.read()) == [WRONG_DAY]


@pytest.mark.parametrize("table", NEEDED, ids=lambda table: table.name)
def test_a_missing_sheet_is_one_fault_among_others(table: Any, faulty: Any) -> None:
    """What refers to it is none, and the calendar is looked through all the same."""
    del faulty.sheets[table.title.ru]
    assert places(faulty.read()) == [(table.title.ru, None, ""), WRONG_DAY]


@pytest.mark.parametrize("table", NEEDED, ids=lambda table: table.name)
def test_a_sheet_without_rows_is_one_fault_among_others(table: Any, faulty: Any) -> None:
    """The same for headers without a row below."""
    del faulty.sheets[table.title.ru][1:]
    assert places(faulty.read()) == [(table.title.ru, None, ""), WRONG_DAY]


@pytest.mark.parametrize("set_aside", [False, True])
@pytest.mark.parametrize(
    ("table", "column"), COLUMNS, ids=[f"{table.name}.{column.field}" for table, column in COLUMNS]
)
def test_a_missing_column_is_one_fault_among_others(
    table: Any, column: Any, set_aside: bool, faulty: Any
) -> None:
    """No row below it is faulty for that, nor any that refers there; nothing is set aside for it."""
    faulty.drop_column(table.title.ru, column.title.ru)
    reading = faulty.read(set_aside=set_aside)
    assert places(reading) == [(table.title.ru, 1, column.title.ru), WRONG_DAY]
    assert not reading.set_aside


def test_students_without_any_name_are_one_fault(faulty: Any) -> None:
    """Neither the column of ids nor that of names: not a fault for every student."""
    faulty.drop_column("Обучающиеся", "Код").drop_column("Обучающиеся", "ФИО")
    assert places(faulty.read()) == [("Обучающиеся", 1, ""), WRONG_DAY]


def test_an_unknown_class_does_not_hide_a_doubled_rank(district: Any) -> None:
    """The rank is wrong whatever the class."""
    district.put("Обучающиеся", 2, "Класс", "10Я")
    district.add("Заявки", student="О-001", course="РОБ", rank=1)
    assert places(district.read()) == [("Обучающиеся", 2, "Класс"), ("Заявки", 4, "Очерёдность")]


def test_hours_in_words_do_not_hide_sizes_out_of_order(district: Any) -> None:
    """Two faults of one row in one list."""
    district.put("Курсы", 2, "Часов всего", "много").put("Курсы", 2, "Группа до", 3)
    assert places(district.read()) == [("Курсы", 2, "Часов всего"), ("Курсы", 2, "Группа до")]


def test_what_lacks_faulty_rows_is_no_fault_until_these_are_set_aside(district: Any) -> None:
    """A programme whose only course is faulty: its choice is none, but goes with the course."""
    district.add("Программы", id="ПР", title="Программа")
    district.put("Курсы", 2, "Программа", "ПР").put("Курсы", 2, "Часов всего", "много")
    district.put("Заявки", 2, "Курс или программа", "ПР")
    assert ("Заявки", 2, "Курс или программа") not in places(district.read())
    reading = district.read(set_aside=True)
    assert ("Заявки", 2) in [(fault.spot.sheet, fault.spot.row) for fault in reading.set_aside]


def test_a_doubled_rank_is_set_aside_alone(district: Any) -> None:
    """The first choice stays, even if a faulty row before it had the same rank."""
    district.put("Заявки", 2, "Курс или программа", "ИТТТ")
    district.add("Заявки", student="О-001", course="РОБ", rank=1)
    reading = district.read(set_aside=True)
    assert [(fault.spot.sheet, fault.spot.row) for fault in reading.set_aside] == [("Заявки", 2)]
    assert reading.network is not None
    assert ("О-001", "РОБ", 1) in {(c.student, c.course, c.rank) for c in reading.network.choices}
