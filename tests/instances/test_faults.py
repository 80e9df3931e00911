"""Every broken input names its sheet, row, column and value, and says how to cure it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from instances.reading import read
from models.fault import Fault
from models.finding import Severity


@dataclass(frozen=True)
class Broken:
    """One damage to the sound district, and the fault that must be found for it."""

    name: str
    damage: Callable[[Any], Any]
    sheet: str
    row: int | None
    column: str
    value: str
    words: str
    is_error: bool = True


def cell(name: str, sheet: str, row: int, column: str, typed: Any, value: str, words: str) -> Broken:
    """A damage to one cell, found in that cell."""
    return Broken(name, lambda d: d.put(sheet, row, column, typed), sheet, row, column, value, words)


def doubt(
    name: str, damage: Callable[[Any], Any], sheet: str, row: int | None, column: str, words: str
) -> Broken:
    """A damage that earns a warning only."""
    return Broken(name, damage, sheet, row, column, "", words, is_error=False)


ROOMS, COURSES, STUDENTS, CHOICES = "Кабинеты", "Курсы", "Обучающиеся", "Заявки"
CLASSES, TEACHERS, CENTRES, PLACES = "Классы", "Учителя", "Ресурсные центры", "Учреждения"
RULES, CALENDAR, LOCKS, STOPS = "Правила сети", "Календарь", "Закрепления", "Остановки"

CELLS = [
    cell("negative capacity", ROOMS, 2, "Мест", -3, "-3", "от 1"),
    cell("capacity in words", ROOMS, 2, "Мест", "двадцать", "двадцать", "целое число"),
    cell("no capacity", ROOMS, 2, "Мест", None, "", "пуста"),
    cell("half a seat", ROOMS, 3, "Мест", "12,5", "12,5", "целое число"),
    cell("a capacity beyond belief", ROOMS, 2, "Мест", 1e30, "1e+30", "от 1"),
    cell("capacity not a number", ROOMS, 2, "Мест", "NaN", "NaN", "целое число"),
    cell("time 25:70", CLASSES, 2, "Пн: конец уроков", "25:70", "25:70", "время"),
    cell(
        "two parities alike",
        CLASSES,
        2,
        "Вт: конец уроков",
        "чёт 14:00; чёт 15:00",
        "чёт 14:00; чёт 15:00",
        "время",
    ),
    cell("lessons in words", CLASSES, 2, "Пн: уроков", "шесть", "шесть", "число уроков"),
    cell(
        "window ends before it starts",
        ROOMS,
        2,
        "Когда свободен",
        "Пн 18:00-14:00",
        "Пн 18:00-14:00",
        "конец позже",
    ),
    cell("window without a day", ROOMS, 2, "Когда свободен", "14:00-18:00", "14:00-18:00", "дни и часы"),
    cell("no load category", COURSES, 2, "Вид нагрузки", None, "", "пуста"),
    cell("unknown load category", COURSES, 2, "Вид нагрузки", "кружок", "кружок", "одно из слов"),
    cell("grades in words", COURSES, 2, "Параллели", "старшие", "старшие", "числа"),
    cell("no such grade", CLASSES, 2, "Параллель", 13, "13", "от 1 до 12"),
    cell(
        "neither yes nor no",
        STUDENTS,
        2,
        "Согласие на обработку данных",
        "может быть",
        "может быть",
        "одно из слов",
    ),
    cell("unknown school", STUDENTS, 2, "Учреждение", "Ш9", "Ш9", "нет такой строки"),
    cell("unknown class", STUDENTS, 2, "Класс", "10Я", "10Я", "нет такого класса"),
    cell("unknown course", CHOICES, 2, "Курс или программа", "ИТТ", "ИТТ", "нет такой строки"),
    cell("unknown student", CHOICES, 2, "Обучающийся", "О-999", "О-999", "нет такой строки"),
    cell("unknown centre of a room", ROOMS, 2, "Центр", "РЦ7", "РЦ7", "нет такой строки"),
    cell(
        "unknown school of a centre", CENTRES, 2, "Базовое учреждение", "Лицей", "Лицей", "нет такой строки"
    ),
    cell("unknown course of a teacher", TEACHERS, 2, "Курсы", "ИТ; ХИМ", "ХИМ", "нет такой строки"),
    cell("unknown centre of a course", COURSES, 2, "Центры", "РЦ8", "РЦ8", "нет такой строки"),
    cell("unknown priority", STUDENTS, 2, "Приоритеты", "призёр", "призёр", "нет такой строки"),
    cell("rank zero", CHOICES, 2, "Очерёдность", 0, "0", "от 1"),
    cell("rank beyond the last", CHOICES, 2, "Очерёдность", 4, "4", "больше допустимого"),
    cell("a date that is none", CHOICES, 2, "Дата", "31.02.2026", "31.02.2026", "дата"),
    cell("an absurd date", CHOICES, 2, "Дата", "01.01.0001", "01.01.0001", "дата"),
    cell("doubled school id", PLACES, 3, "Код", "Ш1", "Ш1", "уже есть в строке 2"),
    cell("doubled course id", COURSES, 3, "Код", "ИТ", "ИТ", "уже есть в строке 2"),
    cell("hours beyond the calendar", COURSES, 2, "Часов всего", 200, "200", "не укладываются"),
    cell("smallest group above the largest", COURSES, 2, "Группа до", 3, "3", "противоречива"),
    cell("practice without places", COURSES, 2, "Практика", "да", "да", "нет мест"),
    cell("a control character", PLACES, 2, "Краткое название", "Шк\x01ола", "Шк ола", "управляющих"),
    cell("a text beyond measure", PLACES, 2, "Краткое название", "я" * 600, "я" * 79 + "…", "не длиннее"),
    cell("a semicolon in an id", PLACES, 2, "Код", "Ш;1", "Ш;1", "код"),
    cell("an error in a formula", ROOMS, 2, "Мест", ("=1/0", "#DIV/0!"), "#DIV/0!", "ошибка в формуле"),
    cell("school year in words", RULES, 2, "Значение", "этот", "этот", "целое число"),
    cell("unknown rule", RULES, 2, "Правило", "Учебный гот", "Учебный гот", "одно из слов"),
    cell("calendar inverted", CALENDAR, 2, "По", "01.10.2026", "01.10.2026", "раньше первого"),
    cell("stops out of order", STOPS, 3, "Время", "14:00", "14:00", "не позже"),
    cell("way to itself", "Дорога", 2, "Куда", "Село", "Село", "в него же"),
]


def set_rule(name: str, value: Any) -> Callable[[Any], Any]:
    """A damage: the rule gets this value."""
    return lambda d: d.add(RULES, key=name, value=value)


OTHERS = [
    Broken(
        "lessons that never end",
        lambda d: d.put(CLASSES, 2, "Пн: конец уроков", None),
        CLASSES,
        2,
        "Пн: конец уроков",
        "",
        "их конец",
    ),
    Broken(
        "choice ranked twice",
        lambda d: d.add(CHOICES, student="О-001", course="РОБ", rank=1),
        CHOICES,
        4,
        "Очерёдность",
        "1",
        "уже есть пожелание",
    ),
    Broken(
        "course chosen twice",
        lambda d: d.add(CHOICES, student="О-001", course="ИТ", rank=2),
        CHOICES,
        4,
        "Курс или программа",
        "ИТ",
        "уже выбрал",
    ),
    Broken(
        "required column missing",
        lambda d: d.drop_column(ROOMS, "Мест"),
        ROOMS,
        1,
        "Мест",
        "",
        "обязательного столбца",
    ),
    Broken(
        "column doubled",
        lambda d: d.put(ROOMS, 1, "Оборудование", "Мест"),
        ROOMS,
        1,
        "Мест",
        "Мест",
        "столбец «Мест» повторяется: он уже есть в C1, «Мест»",
    ),
    Broken(
        "required sheet missing",
        lambda d: d.sheets.pop(CHOICES),
        CHOICES,
        None,
        "",
        "",
        "нет обязательного листа",
    ),
    Broken(
        "session longer than its window",
        set_rule("Окна занятий", "Пн 14:30-15:00"),
        COURSES,
        2,
        "Часов на занятии",
        "2",
        "длиннее любого окна",
    ),
    Broken(
        "moved day without origin",
        lambda d: d.put(CALENDAR, 3, "Вид", "перенос"),
        CALENDAR,
        3,
        "По расписанию дня",
        "",
        "по расписанию какого",
    ),
    Broken(
        "zero students",
        lambda d: d.sheets.update({STUDENTS: d.sheets[STUDENTS][:1]}),
        STUDENTS,
        None,
        "",
        "",
        "ни одной строки",
    ),
    Broken(
        "no header row",
        lambda d: d.sheets.update({ROOMS: [["12", 15]]}),
        ROOMS,
        None,
        "",
        "",
        "строка заголовков",
    ),
    Broken(
        "lock of an unknown course",
        lambda d: d.add(LOCKS, group="ХИМ-1", reason="-"),
        LOCKS,
        2,
        "Группа",
        "ХИМ",
        "нет такой строки",
    ),
    Broken(
        "lock of no group",
        lambda d: d.add(LOCKS, group="ИТ", reason="-"),
        LOCKS,
        2,
        "Группа",
        "ИТ",
        "код группы",
    ),
    Broken(
        "lock of an unknown room",
        lambda d: d.add(LOCKS, group="ИТ-1", room="99", reason="-"),
        LOCKS,
        2,
        "Кабинет",
        "99",
        "такого кабинета нет",
    ),
    Broken(
        "lock of an unknown teacher",
        lambda d: d.add(LOCKS, group="ИТ-1", teacher="У9", reason="-"),
        LOCKS,
        2,
        "Учитель",
        "У9",
        "нет такой строки",
    ),
    Broken(
        "lock of a third session",
        lambda d: d.add(LOCKS, group="ИТ-1", session=3, reason="-"),
        LOCKS,
        2,
        "Занятие недели",
        "3",
        "занятий в неделю: 1",
    ),
    Broken(
        "goal doubled",
        lambda d: d.add("Цели", name="Время в пути").add("Цели", name="travel"),
        "Цели",
        3,
        "Цель",
        "travel",
        "повторяет строку 2",
    ),
    Broken(
        "goal unknown", lambda d: d.add("Цели", name="счастье"), "Цели", 2, "Цель", "счастье", "одно из слов"
    ),
    Broken(
        "norm in words",
        lambda d: d.add("Нормы", key="gap_minutes", value="полчаса"),
        "Нормы",
        2,
        "Значение",
        "полчаса",
        "целое число",
    ),
    Broken(
        "negative norm",
        lambda d: d.add("Нормы", key="gap_minutes", value="-30"),
        "Нормы",
        2,
        "Значение",
        "-30",
        "ожидается целое число",
    ),
    Broken(
        "last day before the first",
        set_rule("Последний день занятий", "01.09.2026"),
        RULES,
        3,
        "Значение",
        "01.09.2026",
        "раньше первого",
    ),
    Broken(
        "programme's part chosen",
        lambda d: d.add("Программы", id="ПРОГ", title="Программа").put(COURSES, 2, "Программа", "ПРОГ"),
        CHOICES,
        2,
        "Курс или программа",
        "ИТ",
        "часть программы",
    ),
    Broken(
        "school that stays away",
        lambda d: d.put(PLACES, 3, "Участвует", "нет"),
        CHOICES,
        3,
        "Обучающийся",
        "О-002",
        "не участвует",
    ),
    Broken(
        "two courses that require one another",
        lambda d: d.put(COURSES, 2, "Требуется курс", "РОБ").put(COURSES, 3, "Требуется курс", "ИТ"),
        COURSES,
        2,
        "Требуется курс",
        "РОБ",
        "требуют друг друга: ИТ → РОБ → ИТ",
    ),
    Broken(
        "class doubled in another spelling",
        lambda d: d.add(CLASSES, institution="Ш1", name="10-а", grade=10, head_count=5),
        CLASSES,
        4,
        "Класс",
        "10-а",
        "повторяет строку 2",
    ),
    Broken(
        "norm given twice",
        lambda d: d.add("Нормы", key="gap_minutes", value="20").add("Нормы", key="gap_minutes", value="30"),
        "Нормы",
        3,
        "Норма",
        "gap_minutes",
        "уже есть в строке 2",
    ),
    Broken(
        "day moved to itself",
        lambda d: d.add(CALENDAR, kind="перенос", first="05.11.2026", moved_from="05.11.2026"),
        CALENDAR,
        4,
        "По расписанию дня",
        "05.11.2026",
        "сам на себя",
    ),
    Broken(
        "lock of a group beyond all applicants",
        lambda d: d.add(LOCKS, group="ИТ-99", reason="-"),
        LOCKS,
        2,
        "Группа",
        "ИТ-99",
        "групп не больше 2",
    ),
    Broken(
        "permission for a group beyond all applicants",
        lambda d: d.put(COURSES, 2, "Групп не больше", None).add(
            "Разрешения", group="ИТ-99", min_size=1, reason="-"
        ),
        "Разрешения",
        2,
        "Группа",
        "ИТ-99",
        "быть не может",
    ),
    Broken(
        "name given twice",
        lambda d: d.put(STUDENTS, 2, "Код", None).add(
            STUDENTS, person="Обучающийся-001", institution="Ш1", class_name="10А"
        ),
        STUDENTS,
        4,
        "ФИО",
        "Обучающийся-001",
        "повторяет человека",
    ),
    Broken(
        "neither name nor id",
        lambda d: d.put(STUDENTS, 2, "Код", None).put(STUDENTS, 2, "ФИО", None),
        STUDENTS,
        2,
        "ФИО",
        "",
        "ни кода, ни ФИО",
    ),
]

WARNINGS = [
    doubt(
        "weekdays with too few dates",
        lambda d: d.put(COURSES, 2, "Часов всего", 52),
        COURSES,
        2,
        "Часов всего",
        "нужно дат 26, а есть понедельник — 24; вторник — 25",
    ),
    doubt(
        "a norm nobody reads",
        lambda d: d.add("Нормы", key="Перемена не мене", value="10"),
        "Нормы",
        2,
        "Норма",
        "не знает",
    ),
    doubt(
        "a price nobody asks for",
        lambda d: d.add("Стоимость", key="час учитиля", value=400),
        "Стоимость",
        2,
        "Статья",
        "не знает",
    ),
    doubt(
        "a requisite of no document",
        lambda d: d.add("Реквизиты", key="организацыя", value="Управление образования"),
        "Реквизиты",
        2,
        "Реквизит",
        "ни в одном документе",
    ),
    doubt(
        "course nobody teaches", lambda d: d.put(TEACHERS, 2, "Курсы", None), COURSES, 2, "Код", "учителей"
    ),
    doubt(
        "no fitting room",
        lambda d: d.put(COURSES, 2, "Вид кабинета", "лаборатория"),
        COURSES,
        2,
        "Вид кабинета",
        "нет кабинета вида «лаборатория»",
    ),
    doubt(
        "equipment of no room",
        lambda d: d.put(COURSES, 2, "Оборудование", "проэктор"),
        COURSES,
        2,
        "Оборудование",
        "нет оборудования «проэктор»",
    ),
    doubt(
        "rooms that are too small",
        lambda d: [d.put(ROOMS, row, "Мест", 2) for row in (2, 3)],
        COURSES,
        2,
        "Вид кабинета",
        "нет подходящего кабинета",
    ),
    doubt(
        "largest group below the smallest",
        lambda d: (
            d.put(COURSES, 2, "Группа от", None)
            .put(COURSES, 2, "Группа желательно", None)
            .put(COURSES, 2, "Группа до", 3)
        ),
        COURSES,
        2,
        "Группа до",
        "самое большее 3",
    ),
    doubt(
        "teacher gone before the first lesson",
        lambda d: d.put(TEACHERS, 2, "Работает до", date(2026, 9, 1)),
        COURSES,
        2,
        "Код",
        "никогда не свободны",
    ),
    doubt(
        "teacher free on Sundays only",
        lambda d: d.put(TEACHERS, 2, "Когда свободен", "Вс 10:00-18:00"),
        COURSES,
        2,
        "Код",
        "никогда не свободны",
    ),
    doubt(
        "home that is nowhere else",
        lambda d: d.put(STUDENTS, 2, "Остановка или деревня", "Нигде"),
        STUDENTS,
        2,
        "Остановка или деревня",
        "такого места нет",
    ),
    doubt(
        "lessons that end at night",
        lambda d: d.put(CLASSES, 2, "Пн: конец уроков", "1:30"),
        CLASSES,
        2,
        "Пн: конец уроков",
        "уроки кончаются в 01:30",
    ),
    doubt(
        "ids that look alike",
        lambda d: d.add(STUDENTS, id="o-001", person="Обучающийся-777", institution="Ш1", class_name="10А"),
        STUDENTS,
        4,
        "Код",
        "только видом букв",
    ),
    doubt(
        "one teacher in two schools",
        lambda d: d.add(TEACHERS, id="У-99", person="Учитель-1", institution="С1").put(
            TEACHERS, 2, "ФИО", "Учитель-1"
        ),
        TEACHERS,
        4,
        "ФИО",
        "с тем же ФИО",
    ),
    doubt(
        "no open centre", lambda d: d.put(COURSES, 2, "Профиль", "химия"), COURSES, 2, "Профиль", "негде идти"
    ),
    doubt(
        "sessions that make other hours",
        lambda d: d.put(COURSES, 2, "Занятий всего", 3),
        COURSES,
        2,
        "Занятий всего",
        "это 6 ч",
    ),
    doubt(
        "moved onto a vacation",
        lambda d: d.add(CALENDAR, kind="перенос", first="28.10.2026", moved_from="07.11.2026"),
        CALENDAR,
        4,
        "С",
        "каникулы или праздник",
    ),
    doubt(
        "moved stretch",
        lambda d: d.add(
            CALENDAR, kind="перенос", first="05.11.2026", last="06.11.2026", moved_from="07.11.2026"
        ),
        CALENDAR,
        4,
        "По",
        "один день",
    ),
    doubt(
        "choice of another year",
        lambda d: d.put(CHOICES, 2, "Дата", "05.09.2036"),
        CHOICES,
        2,
        "Дата",
        "не для учебного года 2026/2027",
    ),
    doubt(
        "student of a kindergarten",
        lambda d: d.put(PLACES, 2, "Вид", "детский сад"),
        STUDENTS,
        2,
        "Учреждение",
        "в детском саду",
    ),
    doubt(
        "centre in a kindergarten",
        lambda d: d.put(PLACES, 2, "Вид", "детский сад"),
        CENTRES,
        2,
        "Базовое учреждение",
        "центр открыт в детском саду",
    ),
    doubt("no evenings", set_rule("Вечеров в неделю", 0), RULES, 3, "Значение", "никто не получит"),
    doubt("no courses", set_rule("Курсов на обучающегося", 0), RULES, 3, "Значение", "согласие"),
    doubt(
        "rising points", set_rule("Баллы по очерёдности", "2, 3, 5"), RULES, 3, "Значение", "больше баллов"
    ),
    doubt("all seats in reserve", set_rule("Резерв мест в группе", 30), RULES, 3, "Значение", "ИТ, РОБ"),
    doubt("home at dawn", set_rule("Быть дома до", "08:00"), RULES, 3, "Значение", "не кончается"),
    doubt(
        "no second half",
        set_rule("Второе полугодие с", "01.05.2027"),
        RULES,
        3,
        "Значение",
        "вне дней занятий",
    ),
    doubt(
        "deadline of another year",
        set_rule("Срок подачи заявок", "10.09.2025"),
        RULES,
        3,
        "Значение",
        "не относится",
    ),
    doubt(
        "one person under two ids",
        lambda d: d.add(STUDENTS, id="О-999", person="обучающийся-001", institution="Ш1", class_name="10 а"),
        STUDENTS,
        4,
        "ФИО",
        "под другим кодом",
    ),
    doubt(
        "unknown prerequisite",
        lambda d: d.put(COURSES, 2, "Требуется курс", "ХИМ"),
        COURSES,
        2,
        "Требуется курс",
        "нет такой строки",
    ),
    doubt(
        "values without a header",
        lambda d: d.sheets[ROOMS][2].append("проектор сломан"),
        ROOMS,
        3,
        "",
        "без заголовка",
    ),
    doubt(
        "unknown column",
        lambda d: d.put(ROOMS, 1, "Оборудование", "Оборудованье"),
        ROOMS,
        1,
        "Оборудованье",
        "неизвестный столбец",
    ),
    doubt(
        "unknown sheet",
        lambda d: d.sheets.update({"Кабинет": [["x"]]}),
        "Кабинет",
        None,
        "",
        "неизвестный лист",
    ),
    doubt(
        "unlike ways",
        lambda d: d.add("Дорога", origin="Город", destination="Село", minutes=90),
        "Дорога",
        4,
        "Минут",
        "туда 90",
    ),
    doubt(
        "a last bus to nowhere",
        lambda d: d.put("Последние автобусы", 2, "Населённый пункт", "Села"),
        "Последние автобусы",
        2,
        "Населённый пункт",
        "ни на что не влияет",
    ),
    doubt(
        "a stop known nowhere",
        lambda d: d.put(STOPS, 2, "Место", "Села"),
        STOPS,
        2,
        "Место",
        "никто не сядет",
    ),
    doubt(
        "no way",
        lambda d: [d.sheets.pop(s) for s in ("Дорога", "Рейсы", STOPS)],
        "Дорога",
        None,
        "",
        "нет дороги",
    ),
    doubt(
        "two courses wished for, one choice",
        lambda d: d.put(STUDENTS, 2, "Сколько курсов хочет", 2).put(
            STUDENTS, 2, "Согласие на два курса", "да"
        ),
        STUDENTS,
        2,
        "Сколько курсов хочет",
        "а дать можно не больше 1: дополнительных заявок — 0",
    ),
    doubt(
        "two courses wished for, no consent",
        lambda d: d.put(STUDENTS, 2, "Сколько курсов хочет", 2).put(
            STUDENTS, 2, "Согласие на два курса", "нет"
        ),
        STUDENTS,
        2,
        "Сколько курсов хочет",
        "хочет курсов: 2, а дать можно не больше 1",
    ),
    doubt(
        "wrong grade",
        lambda d: d.put(COURSES, 2, "Параллели", 9),
        CHOICES,
        2,
        "Курс или программа",
        "параллели",
    ),
]

WARNINGS += [
    doubt(
        "points for some ranks only",
        set_rule("Баллы по очерёдности", "5, 3"),
        RULES,
        3,
        "Значение",
        "баллов 2, а пожеланий до 3",
    ),
    doubt(
        "home before any session ends",
        lambda d: d.put(STUDENTS, 2, "Быть дома до", "08:00"),
        STUDENTS,
        2,
        "Быть дома до",
        "не кончается ни одно занятие",
    ),
]

ALL = [*CELLS, *OTHERS, *WARNINGS]


@pytest.mark.parametrize("broken", ALL, ids=lambda item: item.name)
def test_a_broken_input_is_named_with_its_place_and_a_cure(broken: Broken, district: Any) -> None:
    """The one damage is reported where it is; errors give no network, warnings do."""
    broken.damage(district)
    reading = district.read()
    severity = Severity.ERROR if broken.is_error else Severity.WARNING
    hits = [
        fault
        for fault in reading.faults
        if fault.severity is severity and broken.words in fault.problem.in_("ru")
    ]
    assert hits, [(f.spot, f.value, f.problem.in_("ru")) for f in reading.faults]
    fault = hits[0]
    assert (fault.spot.sheet, fault.spot.row, fault.spot.column) == (broken.sheet, broken.row, broken.column)
    if broken.is_error:
        assert fault.value == broken.value
    assert len(fault.cure.in_("ru")) > 8
    assert "{" not in sentences(fault)
    assert (reading.network is None) == broken.is_error


def sentences(fault: Fault) -> str:
    """Problem and cure in both languages."""
    return "\n".join(message.in_(lang) for message in (fault.problem, fault.cure) for lang in ("ru", "en"))


def test_the_district_itself_is_sound(district: Any) -> None:
    """Undamaged, it has no fault at all, so that every fault above comes from its damage."""
    reading = district.read()
    assert reading.network is not None
    assert reading.faults == ()


WORDINGS = [
    ("half a seat", lambda d: d.put(ROOMS, 2, "Мест", "12,5"), "", "целое число, без дробной части"),
    ("windows", lambda d: d.put(ROOMS, 2, "Когда свободен", "днём"), "ожидаются дни и часы", "дни недели"),
    ("numbers", lambda d: d.put(COURSES, 2, "Параллели", "все"), "ожидаются числа", "цифрами"),
    (
        "a rule given twice",
        lambda d: d.add(RULES, key="Учебный год", value=2026),
        "повторяет строку 2: Учебный год",
        "Оставьте",
    ),
    (
        "a way given twice",
        lambda d: d.add("Дорога", origin="Село", destination="Город", minutes=5, mode="пешком").add(
            "Дорога", origin="село", destination="Город", minutes=6, mode="пешком"
        ),
        ": село, Город, пешком",
        "Оставьте",
    ),
    (
        "a norm that is missing",
        lambda d: d.add(RULES, key="Добавить нормы из комплекта", value="нет"),
        "нет действующей нормы «Наполняемость группы: не меньше»",
        "Внесите",
    ),
]


@pytest.mark.parametrize(
    ("damage", "problem", "cure"), [w[1:] for w in WORDINGS], ids=[wording[0] for wording in WORDINGS]
)
def test_the_planner_reads_the_words_of_the_sheets(
    damage: Callable[[Any], Any], problem: str, cure: str, district: Any
) -> None:
    """Titles instead of keys, and sentences that agree."""
    damage(district)
    said = [(fault.problem.in_("ru"), fault.cure.in_("ru")) for fault in district.read().errors]
    assert any(problem in first and cure in second for first, second in said), said


def test_a_time_typed_without_a_colon_is_shown_as_typed(district: Any) -> None:
    """In a cell with a format of times 1450 is the year 1903 to the reader of the workbook."""
    import openpyxl

    path = district.save()
    book = openpyxl.load_workbook(path)
    column = district.column(CLASSES, "Пн: конец уроков") + 1
    cell = book[CLASSES].cell(2, column, 1450)
    cell.number_format = "hh:mm"
    book.save(path)
    (fault,) = read(path).errors
    assert fault.value == "1450"


def test_a_header_made_by_a_formula_without_value_is_named(district: Any) -> None:
    """It is no missing column."""
    district.put(ROOMS, 1, "Мест", ("=A1", ""))
    (fault,) = district.read().errors
    assert (fault.spot.sheet, fault.spot.row, fault.spot.cell) == (ROOMS, 1, "C1")
    assert "нет сохранённого значения" in fault.problem.in_("ru")


@pytest.mark.parametrize(
    "broken", [b for b in CELLS if b.sheet not in (RULES, COURSES, PLACES)], ids=lambda item: item.name
)
def test_an_error_in_one_cell_comes_alone(broken: Broken, district: Any) -> None:
    """A wrong cell brings no faults of rows that merely refer to its row."""
    broken.damage(district)
    assert len(district.read().errors) == 1


def test_the_nearest_spelling_is_offered(district: Any) -> None:
    """«ИТТ» is near «ИТ»; the cure says so."""
    district.put(CHOICES, 2, "Курс или программа", "ИТТ")
    assert "«ИТ»" in district.read().errors[0].cure.in_("ru")


def test_equipment_gets_the_nearest_spelling_of_a_room(district: Any) -> None:
    """The room has «3D-принтер», the course asks for «3D принтер»."""
    district.put(ROOMS, 2, "Оборудование", "проектор; 3D-принтер").put(
        COURSES, 2, "Оборудование", "3D принтер"
    )
    (fault,) = [fault for fault in district.read().faults if fault.spot.column == "Оборудование"]
    assert "«3D-принтер»" in fault.cure.in_("ru")


def test_two_courses_with_consent_and_an_additional_choice_are_no_doubt(district: Any) -> None:
    """О-001 wants two, the parents agree, and the second choice comes on top of the first."""
    district.put(STUDENTS, 2, "Сколько курсов хочет", 2).put(STUDENTS, 2, "Согласие на два курса", "да")
    district.add(CHOICES, student="О-001", course="РОБ", rank=2, kind="дополнительное")
    assert not [f for f in district.read().faults if f.spot.column == "Сколько курсов хочет"]


@pytest.mark.parametrize("typed", ["Села", "Школа"])
def test_a_last_bus_needs_the_place_where_people_live(typed: str, district: Any) -> None:
    """«Села» is near «Село», and the school's own name is not its settlement; both cures name «Село»."""
    (school,) = [i for i in district.read().network.institutions if i.settlement == "Село"]
    sheet = "Последние автобусы"
    district.put(sheet, 2, "Населённый пункт", school.id if typed == "Школа" else typed)
    (fault,) = [fault for fault in district.read().faults if fault.spot.sheet == sheet]
    assert "«Село»" in fault.cure.in_("ru")


def test_all_faults_are_reported_at_once(district: Any) -> None:
    """Faults of cells, of references and of the whole come in one reading."""
    district.put(ROOMS, 2, "Мест", -3).put(CHOICES, 2, "Курс или программа", "?").put(
        COURSES, 3, "Часов всего", 999
    )
    sheets = {fault.spot.sheet for fault in district.read().errors}
    assert sheets == {ROOMS, CHOICES, COURSES}


@pytest.mark.parametrize(
    "damage",
    [
        lambda d: d.put(PLACES, 2, "Дней в неделе", "пять"),
        lambda d: d.put(TEACHERS, 2, "Курсы", "ИТТ"),
        lambda d: d.put(RULES, 2, "Значение", 2020),
    ],
)
def test_a_faulty_cell_hides_no_fault_of_other_rows(damage: Callable[[Any], Any], district: Any) -> None:
    """A choice ranked twice is told, too, and so is a course that requires itself."""
    damage(district)
    district.add(CHOICES, student="О-001", course="РОБ", rank=1).put(COURSES, 3, "Требуется курс", "РОБ")
    spots = [(fault.spot.sheet, fault.spot.column) for fault in district.read().errors]
    assert (CHOICES, "Очерёдность") in spots
    assert (COURSES, "Требуется курс") in spots


def test_a_faulty_cell_that_may_be_blank_brings_no_fault_of_the_blank(district: Any) -> None:
    """With one session a week the hours of the course would not fit the calendar."""
    district.put(COURSES, 2, "Часов всего", 136).put(COURSES, 2, "Занятий в неделю", "две")
    assert [fault.value for fault in district.read().errors] == ["две"]


def test_rows_with_faults_can_be_set_aside_with_all_that_depends_on_them(district: Any) -> None:
    """A student of an unknown class goes, and so does their choice; the other student stays."""
    district.put(STUDENTS, 2, "Класс", "10Я")
    reading = district.read(set_aside=True)
    assert reading.network is not None
    assert [student.id for student in reading.network.students] == ["О-002"]
    assert [choice.student for choice in reading.network.choices] == ["О-002"]
    assert [(fault.spot.sheet, fault.spot.row) for fault in reading.set_aside] == [
        (STUDENTS, 2),
        (CHOICES, 2),
    ]
    assert reading.errors == ()


def test_what_concerns_no_row_cannot_be_set_aside(district: Any) -> None:
    """A missing sheet stops the reading all the same."""
    district.sheets.pop(ROOMS)
    assert district.read(set_aside=True).network is None


def test_nothing_left_after_setting_aside_is_an_error(district: Any) -> None:
    """With both students gone there is nothing to plan."""
    district.put(STUDENTS, 2, "Класс", "10Я").put(STUDENTS, 3, "Класс", "11Я")
    reading = district.read(set_aside=True)
    assert reading.network is None
    assert reading.errors
