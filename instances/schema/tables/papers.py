"""Requisites, costs, results, history."""

from __future__ import annotations

from instances.cells import Decimal, Int, Known, LongText, Ref, Text_, TitleOf
from instances.schema.column import Column, Table
from models.prices import TITLES
from models.text import Text

BIG = 1e12

REQUISITES = Table(
    "requisites",
    Text("Реквизиты", "Requisites"),
    Text("Бланк, подписи, основания.", "Letterhead, signatories, grounds."),
    (
        Column(
            "key",
            Text("Реквизит", "Requisite"),
            Text_(),
            required=True,
            note=Text("Что это.", "What."),
            examples=("организация", "место"),
        ),
        Column(
            "value",
            Text("Значение", "Value"),
            LongText(),
            note=Text("Текст для документа.", "The text."),
            examples=("Управление образования", "город"),
        ),
        Column(
            "institution",
            Text("Учреждение", "Institution"),
            Ref("institutions"),
            note=Text("Если только его.", "If of one only."),
        ),
    ),
)

COSTS = Table(
    "costs",
    Text("Стоимость", "Costs"),
    Text(
        "Цены: час учителя, доплата руководителю, рейс, открытие центра.",
        "Prices: teacher's hour, supplement of a head, bus run, opening of a centre.",
    ),
    (
        Column(
            "key",
            Text("Статья", "Item"),
            Known(TITLES),
            required=True,
            note=Text("Что стоит: ключ или название.", "What costs: key or title."),
            examples=("час учителя", "рейс"),
        ),
        Column("title", Text("Что это", "What it is"), TitleOf("key", TITLES), is_info=True),
        Column(
            "value",
            Text("Сумма, руб.", "Amount, RUB"),
            Decimal(0, BIG),
            required=True,
            note=Text("Рублей.", "Roubles."),
            examples=("500", "1500"),
        ),
        Column(
            "applies_to",
            Text("Для чего", "Applies to"),
            Text_(),
            note=Text("Если не для всех.", "If of one."),
        ),
    ),
)

RESULTS = Table(
    "results",
    Text("Результаты", "Results"),
    Text("Чего достигли обучающиеся.", "What students reached."),
    (
        Column(
            "student",
            Text("Обучающийся", "Student"),
            Ref("students"),
            required=True,
            note=Text("Код.", "Id."),
            examples=("О-001", "О-002"),
        ),
        Column(
            "course",
            Text("Курс", "Course"),
            Ref("courses", lenient=True),
            required=True,
            note=Text("Код или название.", "Id or title."),
            examples=("ИТ", "РОБ"),
        ),
        Column(
            "school_year",
            Text("Учебный год", "School year"),
            Int(1990, 2100),
            required=True,
            note=Text("Год начала.", "The year it began."),
            examples=("2025", "2025"),
        ),
        Column(
            "hours_attended",
            Text("Часов пройдено", "Hours attended"),
            Int(0, 2000),
            note=Text("Часов.", "Hours."),
        ),
        Column(
            "result",
            Text("Результат", "Result"),
            Text_(),
            note=Text("Оценка, зачёт.", "The mark."),
            examples=("зачтено", "5"),
        ),
        Column("topic", Text("Тема", "Topic"), Text_(), note=Text("Тема работы.", "Topic of the paper.")),
    ),
)

HISTORY = Table(
    "history",
    Text("История", "History"),
    Text("Итоги прошлых лет.", "Totals of former years."),
    (
        Column(
            "school_year",
            Text("Учебный год", "School year"),
            Int(1990, 2100),
            required=True,
            note=Text("Год начала.", "The year it began."),
            examples=("2024", "2025"),
        ),
        Column(
            "key",
            Text("Показатель", "Figure"),
            Text_(),
            required=True,
            note=Text("Что.", "Which."),
            examples=("сертификаты", "сертификаты"),
        ),
        Column(
            "value",
            Text("Значение", "Value"),
            Decimal(-BIG, BIG),
            required=True,
            note=Text("Число.", "The number."),
            examples=("98", "104"),
        ),
        Column(
            "institution",
            Text("Учреждение", "Institution"),
            Ref("institutions"),
            note=Text("Если только его.", "If of one only."),
        ),
    ),
)
