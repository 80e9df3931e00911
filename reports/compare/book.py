"""comparison.xlsx: the comparison as lists with real numbers, to filter and to reckon with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.text import Lang, Text
from reports.compare.comparison import Comparison
from reports.compare.indicators import indicators
from reports.compare.learners import TURNS, learners
from reports.compare.level_lines import Reached, level_lines
from reports.compare.moves import group_lines, place_and_time
from reports.compare.page import imprint_of
from reports.compare.told import together, told_wishes
from reports.export.table import Column, Kind, Table, Value, table
from reports.export.words import NO, YES
from reports.export.workbook import Formats, add_sheet, open_book, write_table
from reports.html.comparison_words import COMPARISON
from reports.views.public.shares import NOT_PUBLISHED
from reports.views.steps import is_share

FILE = "comparison.xlsx"

FIGURES = Text("Сравнение", "Comparison")
SCHOOLS = Text("Школы", "Schools")
GROUPS = Text("Группы", "Groups")
STUDENTS = Text("Обучающиеся", "Students")
GOALS = Text("Цели", "Goals")

SCENARIO = Column("scenario", Text("Вариант", "Scenario"), width=30)
RURAL, TOWN = Text("село", "rural"), Text("город", "town")
DEMAND = Text("Спрос: пожеланий сверх заявок", "Demand: wishes beside the applications")


def write_book(comparisons: Sequence[Comparison], folder: Path, *, lang: Lang, public: bool) -> None:
    """Writes the workbook into an existing folder; in public without schools and students."""
    comparisons = together(comparisons)
    tables = [figure_table(comparisons, public=public)]
    if not public:
        tables.append(school_table(comparisons))
    tables.append(group_table(comparisons, public=public))
    if not public:
        tables.append(student_table(comparisons))
    tables.append(goal_table(comparisons, public=public))
    imprint = imprint_of(comparisons, public=public)
    with open_book(folder / FILE, COMPARISON["compare_title"].in_(lang)) as book:
        formats = Formats(book)
        for each in tables:
            write_table(add_sheet(book, each.title.in_(lang)), each, formats, lang, imprint)


def figure_table(comparisons: Sequence[Comparison], *, public: bool) -> Table:
    """A row for every figure of every scenario, with the ends of what is certain of the difference."""
    columns = [
        Column("figure", Text("Показатель", "Figure"), width=34),
        Column("unit", Text("Единица", "Unit"), width=15),
        SCENARIO,
        Column("base", Text("Исходная сеть", "Base network"), Kind.NUMBER, width=14),
        Column("value", Text("В варианте", "In the scenario"), Kind.NUMBER, width=14),
        Column("difference", Text("Разница", "Difference"), Kind.NUMBER, width=11),
        Column("low", Text("Доказано: не меньше", "Proven: at least"), Kind.NUMBER, width=12),
        Column("high", Text("Доказано: не больше", "Proven: at most"), Kind.NUMBER, width=12),
        Column("known", Text("Что о разнице известно", "What is known of the difference"), width=36),
    ]
    rows: list[tuple[Value, ...]] = []
    for line in indicators(comparisons, public=public):
        for item, entry in zip(comparisons, line.entries, strict=True):
            ends = (None, None) if entry.interval is None else (entry.interval.low, entry.interval.high)
            rows.append(
                (
                    line.title,
                    line.unit,
                    item.scenario.title,
                    line.base.said if line.base.number is None else line.base.number,
                    entry.value.said if entry.value.number is None else entry.value.number,
                    entry.changed if entry.difference is None else entry.difference,
                    *ends,
                    entry.known,
                )
            )
    for item in comparisons:
        wishes = told_wishes(item, public=public)
        rows.append((DEMAND, "", item.scenario.title, 0, wishes, wishes, None, None, ""))
    return table("comparison", FIGURES, columns, rows)


def school_table(comparisons: Sequence[Comparison]) -> Table:
    """A row for every school and scenario."""
    columns = [
        Column("school", Text("Школа", "School"), width=34),
        Column("kind", Text("Село или город", "Rural or town"), width=12),
        SCENARIO,
        *(
            Column(key, title, Kind.NUMBER, width=13)
            for key, title in (
                ("applicants_base", Text("Подали заявки: исходная", "Applied: base")),
                ("applicants", Text("в варианте", "scenario")),
                ("served_base", Text("Получили место: исходная", "Got a seat: base")),
                ("served", Text("в варианте", "scenario")),
                ("served_difference", Text("разница", "difference")),
                ("first_base", Text("Первая заявка: исходная", "First choice: base")),
                ("first", Text("в варианте", "scenario")),
                ("first_difference", Text("разница", "difference")),
            )
        ),
    ]
    rows = [
        (
            school.name,
            RURAL if school.is_rural else TOWN,
            item.scenario.title,
            *school.applicants,
            *school.served,
            school.served[1] - school.served[0],
            *school.first_choices,
            school.first_choices[1] - school.first_choices[0],
        )
        for item in comparisons
        for school in item.schools
    ]
    return table("schools", SCHOOLS, columns, rows)


def group_table(comparisons: Sequence[Comparison], *, public: bool) -> Table:
    """The groups that open, close or move: as they are and as they would be."""
    columns = [
        SCENARIO,
        Column("group", Text("Группа", "Group"), width=12),
        Column("course", Text("Курс", "Course"), width=30),
        Column("turn", Text("Что будет", "What happens"), width=14),
        Column("before", Text("Было", "Before"), width=40),
        Column("after", Text("Стало", "After"), width=40),
    ]
    if not public:
        columns += [
            Column("size_base", Text("Обучающихся было", "Students before"), Kind.NUMBER, width=13),
            Column("size", Text("стало", "after"), Kind.NUMBER, width=10),
        ]
    rows: list[tuple[Value, ...]] = [
        (
            item.scenario.title,
            line.group,
            line.title,
            line.said,
            place_and_time(line.before),
            place_and_time(line.after),
            *(line.sizes or ()),
        )
        for item in comparisons
        for line in group_lines(item, public=public)
    ]
    return table("groups", GROUPS, columns, rows)


def student_table(comparisons: Sequence[Comparison]) -> Table:
    """The students for whom something changes, by name."""
    columns = [
        SCENARIO,
        Column("turn", Text("Что меняется", "What changes"), width=18),
        Column("name", Text("Обучающийся", "Student"), width=26),
        Column("school", Text("Школа", "School"), width=28),
        Column("class", Text("Класс", "Class"), width=8),
        Column("before", Text("Было", "Before"), width=40),
        Column("after", Text("Стало", "After"), width=40),
        Column("student", Text("Код", "Id"), width=16),
    ]
    rows: list[tuple[Value, ...]] = [
        (
            item.scenario.title,
            TURNS[one.turn],
            one.name,
            one.school,
            one.class_name,
            one.before,
            one.after,
            one.student,
        )
        for item in comparisons
        for one in learners(item)
    ]
    return table("students", STUDENTS, columns, rows, printed=7)


def goal_table(comparisons: Sequence[Comparison], *, public: bool) -> Table:
    """Every level of the goals on both sides; shares in per cent."""
    number = [
        ("base", Text("Исходная: достигнуто", "Base: reached")),
        ("base_bound", Text("граница", "bound")),
        ("scenario_value", Text("Вариант: достигнуто", "Scenario: reached")),
        ("scenario_bound", Text("граница", "bound")),
        ("difference", Text("Разница планов", "Difference of the plans")),
        ("low", Text("Доказано: не меньше", "Proven: at least")),
        ("high", Text("Доказано: не больше", "Proven: at most")),
    ]
    made = {key: Column(key, title, Kind.NUMBER, width=12) for key, title in number}
    proven = Text("доказано", "proven")
    columns = [
        SCENARIO,
        Column("goal", Text("Цель", "Goal"), width=34),
        Column("unit", Text("Единица", "Unit"), width=24),
        *(made["base"], made["base_bound"], Column("base_proven", proven, width=10)),
        *(made["scenario_value"], made["scenario_bound"], Column("scenario_proven", proven, width=10)),
        *(made["difference"], made["low"], made["high"]),
    ]
    rows: list[tuple[Value, ...]] = []
    for item in comparisons:
        for line in level_lines(item, public=public):
            level = line.scenario.level or line.base.level
            scale = 1.0 if level is None or not is_share(level) else level.scale / 100
            both = line.base.level, line.scenario.level
            difference = None if both[0] is None or both[1] is None else both[1].value - both[0].value
            ends = (None, None) if line.certain is None else (line.certain.low, line.certain.high)
            rows.append(
                (
                    item.scenario.title,
                    line.title,
                    line.unit,
                    *_reached(line.base, scale),
                    *_reached(line.scenario, scale),
                    *(_scaled(one, scale) for one in (difference, *ends)),
                )
            )
    return table("goals", GOALS, columns, rows)


def _reached(side: Reached, scale: float) -> tuple[Value, ...]:
    if side.level is None:
        withheld = side.value if side.value == NOT_PUBLISHED else None
        return withheld, None, (YES if side.proven else NO) if withheld else None
    return _scaled(side.level.value, scale), _scaled(side.level.bound, scale), YES if side.proven else NO


def _scaled(number: int | None, scale: float) -> float | int | None:
    return number if number is None or scale == 1 else round(number / scale, 1)
