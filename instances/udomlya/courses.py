"""Courses, the pedagogical programme and the teachers (unnamed)."""

from __future__ import annotations

from instances.udomlya.places import COMPUTERS, KITCHEN, LAB, afternoons, window
from models.tables import Course, CourseParity, LoadCategory, Period, Programme, Teacher

CURRICULUM, EXTRACURRICULAR, ADDITIONAL = (
    LoadCategory.CURRICULUM,
    LoadCategory.EXTRACURRICULAR,
    LoadCategory.ADDITIONAL,
)
SENIOR = (10, 11)

COURSES: tuple[Course, ...] = (
    Course(
        id="ИТ",
        profile="ИТ",
        title="Программирование на Python",
        hours=34,
        load_category=EXTRACURRICULAR,
        grades=SENIOR,
        target_size=13,
        max_groups=2,
        room_kind=COMPUTERS,
        equipment=("интернет",),
        centres=("РЦ-3", "РЦ-5И"),
    ),
    Course(
        id="ХИМ",
        profile="химико-биологический",
        title="Химия и биология: решение задач",
        hours=68,
        load_category=EXTRACURRICULAR,
        weekly_sessions=2,
        grades=SENIOR,
        max_size=18,
        max_groups=1,
        room_kind=LAB,
        equipment=("вытяжной шкаф",),
        centres=("РЦ-5Х",),
    ),
    Course(
        id="МЕД",
        profile="медицинский класс",
        title="Введение в медицину",
        hours=22,
        load_category=ADDITIONAL,
        parity=CourseParity.ODD,
        grades=(11,),
        max_size=16,
        max_groups=1,
        room_kind=LAB,
        equipment=("тренажёры",),
        centres=("РЦ-К",),
        num_teachers=2,
        prerequisite="ХИМ",
    ),
    Course(
        id="СЭК",
        profile="социально-экономический",
        title="Основы экономики и права",
        hours=34,
        load_category=CURRICULUM,
        grades=SENIOR,
        max_groups=1,
        centres=("РЦ-4",),
    ),
    Course(
        id="СГУ",
        profile="социально-гуманитарный",
        title="История и обществознание: трудные вопросы",
        hours=34,
        load_category=ADDITIONAL,
        grades=SENIOR,
        max_groups=2,
        centres=("РЦ-3", "РЦ-4"),
    ),
    Course(
        id="ПСИХ",
        profile="педагогический класс",
        title="Психология и педагогика",
        hours=34,
        load_category=ADDITIONAL,
        grades=SENIOR,
        min_size=15,
        target_size=20,
        max_size=25,
        max_groups=1,
        centres=("РЦ-4",),
        programme="ПЕД",
    ),
    Course(
        id="ПРАК",
        profile="педагогический класс",
        title="Практика в детском саду",
        hours=22,
        load_category=ADDITIONAL,
        parity=CourseParity.EITHER,
        grades=SENIOR,
        min_size=15,
        target_size=20,
        max_size=25,
        max_groups=1,
        centres=("РЦ-4",),
        programme="ПЕД",
        is_practice=True,
    ),
    Course(
        id="ЖУР",
        profile="журналистика",
        title="Школа журналиста",
        hours=20,
        load_category=ADDITIONAL,
        period=Period.HALF,
        grades=(9, 10, 11),
        max_groups=1,
        room_kind=COMPUTERS,
        centres=("РЦ-3",),
    ),
    Course(
        id="ИСК",
        profile="искусство",
        title="Изобразительное искусство",
        hours=34,
        load_category=ADDITIONAL,
        grades=(9, 10, 11),
        max_groups=1,
        centres=("РЦ-3",),
    ),
    Course(
        id="КУЛ",
        profile="кулинария",
        title="Кулинарное искусство",
        hours=34,
        load_category=ADDITIONAL,
        grades=SENIOR,
        min_size=3,
        target_size=8,
        max_size=10,
        max_groups=1,
        room_kind=KITCHEN,
        centres=("РЦ-К", "РЦ-Б"),
    ),
)

PROGRAMMES: tuple[Programme, ...] = (
    Programme(id="ПЕД", title="Педагогический класс", profile="педагогический класс"),
)

WORKDAYS = afternoons(1, 2, 3, 4, 5)

TEACHERS: tuple[Teacher, ...] = (
    Teacher(id="У-01", institution="УСОШ5", courses=("ИТ",), since=2014, windows=afternoons(1, 2, 4)),
    Teacher(id="У-02", institution="УГ3", courses=("ИТ",), since=2019, windows=afternoons(2, 4)),
    Teacher(id="У-03", institution="УСОШ5", courses=("ХИМ",), max_hours=4, since=2011, windows=WORKDAYS),
    Teacher(id="У-04", institution="УК", courses=("МЕД",), since=2016, windows=WORKDAYS),
    Teacher(
        id="У-05",
        institution="УК",
        courses=("МЕД",),
        since=2023,
        windows=(window(3, "14:30", "16:10"),),
    ),
    Teacher(id="У-06", institution="УСОШ4", courses=("СЭК",), max_hours=2, since=2012, windows=WORKDAYS),
    Teacher(
        id="У-07",
        institution="УСОШ2",
        courses=("СГУ",),
        max_hours=4,
        may_travel=True,
        since=2015,
        windows=afternoons(2, 3, 5),
    ),
    Teacher(id="У-08", institution="УСОШ4", courses=("ПСИХ",), since=2018, windows=WORKDAYS),
    Teacher(id="У-09", institution="УСОШ4", courses=("ПРАК", "ПСИХ"), since=2020, windows=WORKDAYS),
    Teacher(
        id="У-10", institution="УГ3", courses=("ЖУР",), since=2021, windows=(window(3, "14:30", "16:30"),)
    ),
    Teacher(id="У-11", institution="УГ3", courses=("ИСК",), since=2013, windows=WORKDAYS),
    Teacher(id="У-12", institution="БРУ", courses=("КУЛ",), since=2017, windows=WORKDAYS),
)

SUBJECTS: dict[str, str] = {
    "У-01": "информатика",
    "У-02": "информатика",
    "У-03": "химия",
    "У-04": "биология",
    "У-05": "основы медицины",
    "У-06": "экономика",
    "У-07": "история",
    "У-08": "психология",
    "У-09": "дошкольная педагогика",
    "У-10": "русский язык",
    "У-11": "изобразительное искусство",
    "У-12": "технология",
}
"""Teacher → subject; people are known by number and subject only."""
