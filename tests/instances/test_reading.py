"""Sheets as people keep them: titles above, columns in any order, two languages, names instead of ids."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from instances.reading import read
from instances.schema import TABLES
from instances.schema.markdown import workbook_markdown
from instances.validate.unsupported import unsupported
from instances.writing import write
from instances.writing.template import write_template
from models.people import People


def sound(reading: Any) -> Any:
    """The network of a reading without errors."""
    assert reading.network is not None, [(f.spot, f.value, f.problem.in_("ru")) for f in reading.errors]
    return reading.network


def test_order_of_columns_titles_above_and_blank_rows_do_not_matter(district: Any) -> None:
    """The same district with its columns reversed under two title rows is the same network."""
    expected = sound(district.read()).sha256
    for title, rows in district.sheets.items():
        turned = [list(reversed(row)) for row in rows]
        district.sheets[title] = [["Сведения на 2026 год"], [None], *turned[:1], [None, " "], *turned[1:]]
    assert sound(district.read()).sha256 == expected


def test_running_numbers_are_no_unknown_column(district: Any) -> None:
    """People number their rows; nobody needs to be told that this is not read."""
    for number, row in enumerate(district.sheets["Заявки"]):
        row.insert(0, number or "№ п/п")
    assert district.read().faults == ()


def test_english_headers_and_sheets_are_understood(district: Any) -> None:
    """Sheets and headers translated, the words in the cells left Russian."""
    expected = sound(district.read()).sha256
    sheets = {}
    for table in TABLES.values():
        if table.title.ru in district.sheets:
            rows = district.sheets[table.title.ru]
            english = {column.title.ru: column.title.en for column in table.columns}
            sheets[table.title.en] = [[english[header] for header in rows[0]], *rows[1:]]
    district.sheets = sheets
    assert sound(district.read()).sha256 == expected


def test_a_fault_names_the_row_as_the_planner_sees_it(district: Any) -> None:
    """Under two title rows the second record is in row 5, and the cell is named as in Excel."""
    district.put("Кабинеты", 3, "Мест", "много")
    district.sheets["Кабинеты"][:0] = [["Кабинеты сети"], [None]]
    spot = district.read().errors[0].spot
    assert (spot.row, spot.cell) == (5, "C5")


@pytest.mark.parametrize(
    "typed", ["ИТ", "ит", " Программирование", "«ПРОГРАММИРОВАНИЕ»", "программирование  "]
)
def test_references_are_matched_however_they_are_spelled(typed: str, district: Any) -> None:
    """By id or title, whatever case, quotes and spaces."""
    district.put("Заявки", 2, "Курс или программа", typed)
    assert sound(district.read()).choices[0].course == "ИТ"


def test_school_names_match_with_number_signs_and_yo(district: Any) -> None:
    """«школа N 3 зелёная» is «Школа №3 „Зеленая“»."""
    district.put("Учреждения", 2, "Краткое название", "Школа №3 „Зеленая“")
    district.put("Обучающиеся", 2, "Учреждение", "школа N 3 зелёная").put("Обучающиеся", 2, "Класс", "10-а")
    student = sound(district.read()).students[0]
    assert (student.institution, student.class_name) == ("Ш1", "10А")


def test_names_are_split_off_and_get_lasting_ids(district: Any) -> None:
    """Ids made of institution and name do not change when rows are turned and others are added."""
    district.put("Обучающиеся", 2, "Код", None).put("Обучающиеся", 3, "Код", None)
    district.put("Заявки", 2, "Обучающийся", "обучающийся-001").put(
        "Заявки", 3, "Обучающийся", "Обучающийся-002"
    )
    first = district.read()
    ids = {row.name: row.id for row in first.people.rows}
    assert re.fullmatch(r"S-[0-9a-f]{8}", ids["Обучающийся-001"])
    assert "Обучающийся-001" not in sound(first).model_dump_json()
    head, *rows = district.sheets["Обучающиеся"]
    district.sheets["Обучающиеся"] = [head, *reversed(rows)]
    district.add("Обучающиеся", person="Обучающийся-003", institution="Ш1", class_name="10А")
    again = {row.name: row.id for row in district.read().people.rows}
    assert {name: again[name] for name in ids} == ids


def test_namesakes_are_told_apart_by_class_and_warned_about(district: Any) -> None:
    """Two of one name in one school; the choice says the class."""
    district.add("Классы", institution="Ш1", name="11Б", grade=11, head_count=20, end_1="14:00")
    district.put("Обучающиеся", 2, "Код", None)
    district.add("Обучающиеся", person="Обучающийся-001", institution="Ш1", class_name="11Б")
    district.put("Заявки", 2, "Обучающийся", "Обучающийся-001")
    assert "несколько строк" in district.read().errors[0].problem.in_("ru")
    district.put("Заявки", 2, "Класс", "11 б")
    reading = district.read()
    network = sound(reading)
    assert network.student_by_id[network.choices[0].student].class_name == "11Б"
    assert any("однофамильцы" in fault.problem.in_("ru") for fault in reading.faults)


def test_blanks_are_filled_and_listed(district: Any) -> None:
    """Every column with blanks is listed once with its count; a blank rule with its value."""
    district.sheets["Правила сети"] = [["Правило", "Значение"], ["Учебный год", None]]
    reading = district.read()
    network = sound(reading)
    said = [
        (item.spot.sheet, item.spot.column, item.count, item.message.in_("ru"))
        for item in reading.assumptions
    ]
    assert ("Курсы", "Центры", 2, "«Центры»: любой центр этого профиля") in said
    assert ("Правила сети", "Значение", 1, "«Учебный год»: 2026") in said
    assert network.rules.school_year == 2026
    assert (str(network.rules.first_day), str(network.rules.last_day)) == ("2026-10-01", "2027-04-25")
    assert str(network.rules.second_half_from) == "2027-01-11"
    assert any(entry.kind == "holiday" for entry in network.calendar)
    assert network.norms


def test_dates_on_which_a_class_is_away_are_an_assumption(district: Any) -> None:
    """Groups meet without its students; one class of the two names dates."""
    district.put("Классы", 2, "Даты отсутствия", "12.10.2026-18.10.2026")
    reading = district.read()
    sound(reading)
    (found,) = [item for item in reading.assumptions if item.spot.column == "Даты отсутствия"]
    assert (found.spot.sheet, found.count) == ("Классы", 1)
    assert "занимаются без обучающихся класса" in found.message.in_("ru")


def assumed_of_buses(district: Any) -> list[str]:
    """What is assumed about last buses."""
    reading = district.read()
    sound(reading)
    return [a.message.in_("ru") for a in reading.assumptions if a.spot.sheet == "Последние автобусы"]


def test_weekdays_without_a_last_bus_are_named(district: Any) -> None:
    """Windows from Monday to Saturday: without a bus on some of these days one may ride home at any time."""
    district.put("Правила сети", 2, "Правило", "Окна занятий")
    district.put("Правила сети", 2, "Значение", "Пн-Пт 14:30-18:00; Сб 9:00-14:00")
    sheet = district.sheets["Последние автобусы"]
    at_any_time = "в эти дни рейсовым автобусом можно уехать в любое время"
    sheet[1:] = [["Село", "18:40", "Пн-Пт"], ["Город", "19:00", "Пн-Сб"]]
    assert assumed_of_buses(district) == [f"Сб: последний автобус не указан (Село); {at_any_time}"]
    sheet[1:] = [["Село", "18:40", "Пн, Ср-Сб"], ["Город", "19:00", "Пн-Сб"]]
    assert assumed_of_buses(district) == [f"Вт: последний автобус не указан (Село); {at_any_time}"]
    sheet[1:] = [["Село", "18:40", "Пн-Сб"], ["Город", "19:00", "Пн-Сб"]]
    assert assumed_of_buses(district) == []


def test_the_period_may_stand_in_the_calendar(district: Any) -> None:
    """The calendar's row of lessons gives first and last day where the rules are blank."""
    district.add("Календарь", kind="занятия", first="05.10.2026", last="30.04.2027")
    rules = sound(district.read()).rules
    assert (str(rules.first_day), str(rules.last_day)) == ("2026-10-05", "2027-04-30")


def test_hostile_texts_are_data(district: Any) -> None:
    """Formulas, markup, braces, emoji and long names go in and come out as they are, in every format."""
    texts = [
        "=1+1",
        "+7 999",
        "-x",
        "@SUM(A1)",
        "'=x",
        "&<>\"'{{}}%s{0}",
        "😀 эмодзи",
        "Я" * 60,
        "http://a.b/c",
    ]
    for number, text in enumerate(texts):
        district.add(
            "Обучающиеся", id=f"Х{number}", person=text, institution="Ш1", class_name="10А", home=text
        )
    reading = district.read()
    network = sound(reading)
    assert [student.home for student in network.students[2:]] == texts
    for name in ("a.xlsx", "a.json", "a"):
        write(network, reading.people, district.folder / name)
        again = read(district.folder / name)
        assert sound(again).sha256 == network.sha256
        assert set(again.people.rows) == set(reading.people.rows)


def test_hostile_values_are_shown_but_never_run(district: Any) -> None:
    """A faulty value with braces and line breaks appears in its message, short and printable."""
    district.put("Кабинеты", 2, "Мест", "{0}{evil}\n=1+1\x07" + "x" * 500)
    fault = district.read().errors[0]
    assert fault.value.startswith("{0}{evil} =1+1")
    assert len(fault.value) <= 80
    assert fault.value.isprintable()


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_template_is_read_as_empty(lang: Any, tmp_path: Path) -> None:
    """Untouched, it has no data: every required sheet says so, and its example rows are counted."""
    path = tmp_path / "template.xlsx"
    write_template(path, lang)
    reading = read(path)
    required = [table.title.in_(lang) for table in TABLES.values() if table.required]
    assert [fault.spot.sheet for fault in reading.errors] == required
    assert {fault.problem.text.en for fault in reading.faults} == {
        "the sheet has no row of data",
        "example rows skipped: {count}, on {sheets} sheets",
    }


def test_the_examples_of_the_template_make_a_sound_district(tmp_path: Path) -> None:
    """With the marks cleared, the example rows are a network of their own."""
    import openpyxl

    path = tmp_path / "template.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        if sheet["A1"].value == "Пометка":
            assert sheet.max_row >= 3, sheet.title
            for row in range(2, sheet.max_row + 1):
                sheet.cell(row, 1).value = None
    book.save(path)
    reading = read(path)
    assert {fault.spot.sheet for fault in reading.faults} == {
        "Программы"
    }  # which no example course is part of
    assert len(sound(reading).students) == 2


def test_an_example_that_was_changed_is_not_dropped_silently(district: Any) -> None:
    """A row marked «пример» that no longer is the template's is a fault."""
    rows = district.sheets["Кабинеты"]
    for number, row in enumerate(rows):
        row.insert(0, "Пометка" if number == 0 else "пример")
    district.put("Кабинеты", 2, "Мест", 16)
    reading = district.read()
    assert [(fault.spot.row, fault.spot.column) for fault in reading.errors] == [(2, "Пометка")]


def test_the_template_is_not_written_over_a_file(tmp_path: Path) -> None:
    """What the planner filled in is not lost by asking for another template."""
    path = tmp_path / "template.xlsx"
    write_template(path)
    with pytest.raises(FileExistsError):
        write_template(path)


def test_remote_seats_are_read(district: Any) -> None:
    """Those that a course gives and those that a school has; practice can have none."""
    district.put("Курсы", 2, "Дистанционных мест", 5)
    district.put("Учреждения", 2, "Дистанционных мест с тьютором", 3)
    network = sound(district.read())
    assert (network.courses[0].remote_seats, network.institutions[0].remote_seats) == (5, 3)
    assert unsupported(network) == ()


def test_the_strict_mode_of_priorities_is_not_planned_as_if_it_were_the_other(district: Any) -> None:
    """Nobody gets a plan that looks strict and is not."""
    network = sound(district.read())
    strict = network.replace(rules=network.rules.replace(priority_mode="strict"))
    assert [message.in_("en")[:15] for message in unsupported(strict)] == ["the strict mode"]


def test_norms_and_prices_in_words(district: Any) -> None:
    """Titles and units as people say them stand for the keys."""
    district.add("Нормы", key="Перемена не меньше", value="15", unit="минут")
    district.add("Нормы", key="конец занятий не позже", value="18:00", unit="время")
    district.add("Стоимость", key="Час учителя", value=400)
    reading = district.read()
    network = sound(reading)
    assert (network.norm("break_minutes_min"), network.norm("day_end")) == (15, 18 * 60)
    assert [price.key for price in network.costs] == ["hour_rate"]
    assert not [fault for fault in reading.faults if fault.spot.sheet in ("Нормы", "Стоимость")]


def test_a_misspelt_prerequisite_is_a_fault(district: Any) -> None:
    """Nobody can have passed it. A course of former years that somebody has passed is none."""
    district.put("Курсы", 2, "Требуется курс", "РОББ")
    (fault,) = district.read().errors
    assert (fault.spot.sheet, fault.spot.row, fault.spot.column) == ("Курсы", 2, "Требуется курс")
    assert "«РОБ»" in fault.cure.in_("ru")
    assert "«Пройденные курсы»" in fault.cure.in_("ru")
    district.put("Обучающиеся", 2, "Пройденные курсы", "РОББ")
    assert not district.read().errors


def test_the_nearest_key_is_named(district: Any) -> None:
    """A slip of the pen is not passed over in silence."""
    district.add("Реквизиты", key="организацыя", value="Управление образования")
    district.add("Стоимость", key="hour_rates", value=400)
    cures = [
        fault.cure.in_("ru") for fault in district.read().faults if "имелось в виду" in fault.cure.in_("ru")
    ]
    assert cures == ["Возможно, имелось в виду «hour_rate».", "Возможно, имелось в виду «организация»."]


def test_sheets_of_keys_say_what_they_are(district: Any) -> None:
    """A workbook that is written names each norm and price beside its key."""
    district.add("Стоимость", key="bus_run", value=1500)
    path = district.folder / "сеть с названиями.xlsx"
    write(sound(district.read()), People(), path)
    book = openpyxl.load_workbook(path)
    norms = {row[0]: row[1] for row in book["Нормы"].iter_rows(min_row=2, max_col=2, values_only=True)}
    assert norms["weekly_hours_max"] == "Недельный максимум учебной нагрузки"
    assert [cell.value for cell in book["Стоимость"][2]][:2] == ["bus_run", "рейс"]


def test_every_column_explains_itself() -> None:
    """Each column has a note, in both languages, and required ones an example or a prefilled sheet."""
    for table in TABLES.values():
        titles = [column.title.ru for column in table.columns]
        assert len(set(titles)) == len(titles), table.name
        for column in table.columns:
            if not column.is_info:
                assert column.note.ru, (table.name, column.field)
                assert column.note.en, (table.name, column.field)


def test_the_handbook_page_names_every_sheet_and_column() -> None:
    """Nothing of the schema is missing from the page."""
    page = workbook_markdown()
    for table in TABLES.values():
        assert f"## {table.title.ru}" in page
        for column in table.columns:
            assert column.is_info or column.title.ru in page


def test_people_without_rows_are_no_obstacle(district: Any) -> None:
    """Ids alone are enough."""
    network = sound(district.read())
    write(network, People(), district.folder / "без имён.xlsx")
    assert read(district.folder / "без имён.xlsx").people == People()


NASTY: list[Any] = [
    None,
    "",
    " ",
    "?",
    -1,
    0,
    1e308,
    "1e999",
    "NaN",
    0.5,
    True,
    "Ш1",
    "ИТ",
    "ИТ-1",
    "нет",
    ";",
    ",",
    "-",
]
NASTY += [
    "{}",
    "{0}",
    "=",
    "пример",
    "10:00",
    "Пн",
    "Пн-Вс 00:00-24:00",
    "01.01.2026",
    46296,
    "О-001; О-002",
    "x" * 40_000,
]
NASTY += [
    "чёт",
    "(6)",
    "Пн (6)",
    "1-1",
    "99999999999999999999",
    "#REF!",
    "\u202e",
    "№",
    "«»",
    ("=NA()", "#N/A"),
    ("=A1", ""),
]


WITH_IDS = [table.title.ru for table in TABLES.values() if table.by_field.get("id")]


@pytest.mark.parametrize("sheet", WITH_IDS)
def test_an_id_that_cannot_be_is_a_fault_of_its_cell(sheet: str, district: Any) -> None:
    """Two ids in one cell: said as such, also of people, who would get an id of their own without one."""
    if sheet not in district.sheets:
        district.add(sheet)
    header = next(t for t in TABLES.values() if t.title.ru == sheet).by_field["id"].title.ru
    reading = district.put(sheet, 2, header, "О-001; О-002").read()
    assert reading.network is None
    column = chr(ord("A") + district.column(sheet, header))
    assert any(fault.spot.sheet == sheet and fault.spot.cell == f"{column}2" for fault in reading.errors)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_stands_in_the_cells_there_is_no_traceback(data: st.DataObject, district: Any) -> None:
    """Nasty values anywhere, headers included, end in a network or in faults, set aside or not."""
    kept = {title: [list(row) for row in rows] for title, rows in district.sheets.items()}
    try:
        for _ in range(data.draw(st.integers(1, 5))):
            title = data.draw(st.sampled_from(sorted(district.sheets)))
            row = data.draw(st.sampled_from(district.sheets[title]))
            row[data.draw(st.integers(0, len(row) - 1))] = data.draw(st.sampled_from(NASTY))
        for set_aside in (False, True):
            reading = district.read(set_aside=set_aside)
            assert reading.network is not None or reading.errors
            for fault in (*reading.faults, *reading.set_aside):
                assert fault.problem.in_("ru")
                assert fault.cure.in_("en")
            for assumption in reading.assumptions:
                assert assumption.message.in_("ru")
    finally:  # the next example finds the sheets as they were, however this one ends
        district.sheets = kept
