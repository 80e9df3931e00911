"""Institutions, centres, rooms and classes with their lessons."""

from __future__ import annotations

from datetime import date, timedelta

from models.tables import (
    Centre,
    CentreStatus,
    DayLessons,
    Institution,
    InstitutionKind,
    PracticePlace,
    Room,
    SchoolClass,
)
from models.time import Parity, Window, parse_clock

TOWN = "Удомля"
RYAD, POROZHKI, BRUSOVO, KOTLOVAN, MOLDINO = "Рядъ", "Порожки", "Брусово", "Котлован", "Молдино"
TOWN_ZONE, COUNTRY_ZONE = "город", "село"

SCHOOLS: tuple[tuple[str, str, str, int], ...] = (
    ("УСОШ1", "УСОШ №1", "Удомельская средняя общеобразовательная школа №1", 5),
    ("УСОШ2", "УСОШ №2", "Удомельская средняя общеобразовательная школа №2", 6),
    ("УГ3", "Гимназия №3", "Удомельская гимназия №3", 6),
    ("УСОШ4", "УСОШ №4", "Удомельская средняя общеобразовательная школа №4", 5),
    ("УСОШ5", "УСОШ №5", "Удомельская средняя общеобразовательная школа №5", 5),
)
"""Town schools: id, short and full name, days a week."""

VILLAGE_SCHOOLS: tuple[tuple[str, str, str], ...] = (
    ("БРУ", "Брусовская школа", BRUSOVO),
    ("КОТ", "Котлованская школа", KOTLOVAN),
    ("МОЛ", "Молдинская школа", MOLDINO),
)

KINDERGARTENS: tuple[tuple[str, str, int], ...] = (
    ("ДС-А", "Детский сад, база практики А", 10),
    ("ДС-Б", "Детский сад, база практики Б", 8),
)

INSTITUTIONS: tuple[Institution, ...] = (
    *(
        Institution(id=id, name=name, full_name=full, settlement=TOWN, zone=TOWN_ZONE, days_a_week=days)
        for id, name, full, days in SCHOOLS
    ),
    Institution(
        id="УК",
        name="Удомельский колледж",
        full_name="Удомельский колледж",
        kind=InstitutionKind.COLLEGE,
        settlement=TOWN,
        zone=TOWN_ZONE,
        days_a_week=6,
    ),
    *(
        Institution(id=id, name=name, is_rural=True, settlement=village, zone=COUNTRY_ZONE)
        for id, name, village in VILLAGE_SCHOOLS
    ),
    *(
        Institution(id=id, name=name, kind=InstitutionKind.KINDERGARTEN, settlement=TOWN, zone=TOWN_ZONE)
        for id, name, _ in KINDERGARTENS
    ),
)

DEPUTY = "заместитель директора по учебно-воспитательной работе"


def window(weekday: int, start: str, end: str) -> Window:
    """A stretch of one weekday, in clock times."""
    return Window(weekday=weekday, start=parse_clock(start), end=parse_clock(end))


def afternoons(*weekdays: int, start: str = "14:30", end: str = "18:00") -> tuple[Window, ...]:
    """The same window on several weekdays."""
    return tuple(window(weekday, start, end) for weekday in weekdays)


CENTRES: tuple[Centre, ...] = (
    Centre(
        id="РЦ-3",
        institution="УГ3",
        profiles=("ИТ", "журналистика", "социально-гуманитарный", "искусство"),
        coordinator=DEPUTY,
        max_parallel_groups=2,
    ),
    Centre(
        id="РЦ-4",
        institution="УСОШ4",
        profiles=("социально-экономический", "социально-гуманитарный", "педагогический класс"),
        coordinator=DEPUTY,
        max_parallel_groups=2,
    ),
    Centre(id="РЦ-5И", institution="УСОШ5", profiles=("ИТ",), coordinator=DEPUTY, max_parallel_groups=1),
    Centre(
        id="РЦ-5Х",
        institution="УСОШ5",
        profiles=("химико-биологический",),
        coordinator=DEPUTY,
        max_parallel_groups=1,
    ),
    Centre(
        id="РЦ-К",
        institution="УК",
        profiles=("медицинский класс", "кулинария"),
        coordinator="заместитель директора по учебной работе",
        windows=afternoons(1, 2, 3, 4, 5, end="16:10"),
    ),
    Centre(
        id="РЦ-Б",
        institution="БРУ",
        profiles=("кулинария",),
        coordinator="директор",
        status=CentreStatus.CANDIDATE,
        max_parallel_groups=1,
    ),
)

COMPUTERS, LAB, KITCHEN = "компьютерный", "лаборатория", "кухня"

ROOMS: tuple[Room, ...] = (
    Room(
        centre="РЦ-3",
        name="21",
        capacity=14,
        kind=COMPUTERS,
        equipment=("интернет", "проектор"),
        windows=afternoons(3, 4, end="16:30"),
    ),
    Room(centre="РЦ-3", name="12", capacity=24, kind="учебный", windows=afternoons(2, 3, 5)),
    Room(centre="РЦ-4", name="30", capacity=25, kind="учебный", equipment=("проектор",)),
    Room(centre="РЦ-4", name="31", capacity=22, kind="учебный", windows=afternoons(2, 4)),
    Room(centre="РЦ-5И", name="8", capacity=12, kind=COMPUTERS, equipment=("интернет", "проектор")),
    Room(centre="РЦ-5И", name="40", capacity=22, kind="учебный", windows=afternoons(1, 3, 5)),
    Room(
        centre="РЦ-5Х",
        name="15",
        capacity=20,
        kind=LAB,
        equipment=("вытяжной шкаф",),
        windows=afternoons(1, 2, 4, 5, end="17:10"),
    ),
    Room(centre="РЦ-5Х", name="40", capacity=22, kind="учебный", windows=afternoons(1, 3, 5)),
    Room(centre="РЦ-К", name="мед. лаборатория", capacity=16, kind=LAB, equipment=("тренажёры",)),
    Room(centre="РЦ-К", name="учебная кухня", capacity=12, kind=KITCHEN, equipment=("плиты",)),
    Room(centre="РЦ-Б", name="технология", capacity=10, kind=KITCHEN, equipment=("плиты",)),
)

PRACTICE_PLACES: tuple[PracticePlace, ...] = tuple(
    PracticePlace(institution=id, places=places, windows=afternoons(1, 2, 3, 4, 5, end="17:30"))
    for id, _, places in KINDERGARTENS
)

BELLS: dict[str, dict[int, str]] = {
    "УСОШ1": {5: "13:05", 6: "14:00", 7: "14:50"},
    "УСОШ2": {4: "11:55", 5: "12:45", 6: "13:35", 7: "14:25"},
    "УГ3": {4: "12:10", 5: "13:05", 6: "14:00", 7: "14:55"},
    "УСОШ4": {5: "12:40", 6: "13:30", 7: "14:20"},
    "УСОШ5": {5: "13:10", 6: "14:05", 7: "14:55"},
    "УК": {4: "12:00", 5: "13:00", 6: "13:50"},
    "БРУ": {5: "13:00", 6: "13:45", 7: "14:30"},
    "КОТ": {5: "13:00", 6: "13:45", 7: "14:30"},
    "МОЛ": {5: "13:00", 6: "13:45", 7: "14:30"},
}
"""Institution → number of lessons → end of the last one."""

TIMETABLES: tuple[tuple[str, str, int, int, str, int], ...] = (
    ("УСОШ1", "10А", 10, 27, "77657", 3),
    ("УСОШ1", "10Б", 10, 25, "67657", 4),
    ("УСОШ1", "11А", 11, 25, "76657", 3),
    ("УСОШ1", "11Б", 11, 24, "77776", 2),
    ("УСОШ2", "10А", 10, 26, "666565", 4),
    ("УСОШ2", "10Б", 10, 24, "676564", 3),
    ("УСОШ2", "11А", 11, 24, "766564", 3),
    ("УГ3", "10А", 10, 28, "676564", 5),
    ("УГ3", "10Б", 10, 25, "6*6565", 5),
    ("УГ3", "11А", 11, 27, "*66565", 4),
    ("УГ3", "11Б", 11, 25, "676564", 4),
    ("УСОШ4", "9А", 9, 26, "66656", 5),
    ("УСОШ4", "10А", 10, 27, "76657", 4),
    ("УСОШ4", "10Б", 10, 24, "67657", 4),
    ("УСОШ4", "11А", 11, 26, "77657", 3),
    ("УСОШ4", "11Б", 11, 23, "66757", 3),
    ("УСОШ5", "10А", 10, 28, "76657", 4),
    ("УСОШ5", "10Б", 10, 26, "67656", 4),
    ("УСОШ5", "11А", 11, 27, "66657", 3),
    ("УСОШ5", "11Б", 11, 24, "77657", 3),
    ("УК", "1-П", 10, 25, "666565", 2),
    ("УК", "1-Т", 10, 25, "666554", 2),
    ("УК", "2-П", 11, 24, "666565", 2),
    ("БРУ", "10", 10, 7, "66656", 3),
    ("БРУ", "11", 11, 6, "67656", 3),
    ("КОТ", "10", 10, 8, "66656", 3),
    ("КОТ", "11", 11, 7, "76656", 3),
    ("МОЛ", "10", 10, 6, "66656", 3),
    ("МОЛ", "11", 11, 5, "67676", 2),
)
"""Institution, class, grade, head count, lessons from Monday on, extracurricular hours.

``*`` stands for seven lessons in odd and six in even weeks. Wednesday has few late lessons and Thursday
is the short day by agreement of the schools.
"""

PRACTICE_WEEKS = ((date(2026, 11, 9), 12), (date(2027, 2, 1), 12))
"""First day and number of days of the practice weeks of the college's second year."""


def _days(institution: str, pattern: str) -> tuple[DayLessons, ...]:
    """The days of a week from one figure a day."""
    bells = BELLS[institution]
    days: list[DayLessons] = []
    for weekday, figure in enumerate(pattern, start=1):
        if figure == "*":
            days += [
                DayLessons(weekday=weekday, end=parse_clock(bells[n]), lessons=n, parity=parity)
                for n, parity in ((7, Parity.ODD), (6, Parity.EVEN))
            ]
        else:
            days.append(DayLessons(weekday=weekday, end=parse_clock(bells[int(figure)]), lessons=int(figure)))
    return tuple(days)


def _absences(institution: str, grade: int) -> tuple[date, ...]:
    if institution != "УК" or grade != 11:
        return ()
    return tuple(first + timedelta(days=n) for first, count in PRACTICE_WEEKS for n in range(count))


CLASSES: tuple[SchoolClass, ...] = tuple(
    SchoolClass(
        institution=institution,
        name=name,
        grade=grade,
        head_count=heads,
        days=_days(institution, pattern),
        weekly_hours=sum(7 if figure == "*" else int(figure) for figure in pattern),
        extracurricular_hours=extracurricular,
        absent=_absences(institution, grade),
    )
    for institution, name, grade, heads, pattern, extracurricular in TIMETABLES
)
