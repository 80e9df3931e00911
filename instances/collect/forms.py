"""Writes the form of one school: what it knows already, lists to choose from, a stamp to know it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from instances.cells.words import NO, YES
from instances.collect.entries import Entry, digest, dump, entries_of
from instances.collect.layout import (
    CHOICE,
    FORMAT,
    GUIDE,
    LISTS,
    SHEET,
    STAMP,
    SUBMITTED,
    TOP,
    FormColumn,
    columns_of,
)
from instances.collect.offer import Offer
from instances.writing.sheets import for_printing
from instances.writing.workbook import open_workbook
from models.network import Network
from models.people import People
from models.tables import Institution
from models.text import Lang, Text

TITLE = Text(
    "Заявка школы на профильные курсы (анкета выбора), {year}/{next} учебный год",
    "Application of a school for profile courses (form of choices), school year {year}/{next}",
)
OF_SCHOOL = Text("{school}. Классы: {classes}", "{school}. Classes: {classes}")
OF_NETWORK = Text("Сеть: {network}", "Network: {network}")
PERSONAL = Text(
    "Содержит персональные данные. Не для размещения в сети Интернет",
    "Contains personal data. Not to be published on the Internet",
)
BRIEF = Text(
    "По строке на обучающегося: ФИО, класс, курсы из списка. Серое не трогать. Подробнее — лист «Пояснения».",
    "A row for each student: name, class, courses from the list. Grey cells are not for typing. More on the "
    "sheet 'Explanations'.",
)
UNTIL = Text(" Срок: {day}.", " Deadline: {day}.")
HOW = Text("Как заполнить", "How to fill in")
ADVICE = (
    Text(
        "Одна строка — один обучающийся, который хочет заниматься в сети. Кто не хочет, того не вписывайте.",
        "One row, one student who wants to take part. Leave out those who do not.",
    ),
    Text(
        "Кто уже известен, вписан с нынешним выбором: проверьте, исправьте. Новые — в свободных строках.",
        "Those who are known already stand there with their present choices: check and correct them. New "
        "ones go to free rows.",
    ),
    Text(
        "Отозвать заявку: сотрите ФИО в строке. Не вписывайте в эту строку другого обучающегося.",
        "To withdraw an application, clear the name in its row. Do not enter another student there.",
    ),
    Text(
        "«Выбор 1» — самое желанное, до {ranks}. Курсы выбираются из списка; он показан ниже. Чего в нём "
        "нет, впишите своими словами в столбец «Чего нет в списке».",
        "'Choice 1' is the most wished for, up to {ranks}. Courses are chosen from the list, which is shown "
        "below. What is not there goes to 'Not on the list' in your own words.",
    ),
    Text(
        "Похожие ФИО программа переспросит. Если это разные люди, поставьте «да» в столбце «Другой человек».",
        "The program asks about similar names. If they are different people, put 'yes' in 'Another person'.",
    ),
    Text(
        "Впишите дату подачи вверху листа «Заявка»: от неё зависит, подана ли заявка в срок.",
        "Enter the date at the top of 'Application': it decides whether the application is in time.",
    ),
    Text(
        "Сохраните файл как книгу Excel (.xlsx) и верните. Листов и столбцов не удаляйте и не меняйте.",
        "Save the file as an Excel workbook (.xlsx) and return it. Leave sheets and columns as they are.",
    ),
    Text(
        "В анкете — обучающиеся только вашей школы. Передавайте её так, как передают персональные данные.",
        "The form has students of your school only. Pass it on as personal data are passed on.",
    ),
)
OFFERED = Text("Что предлагается", "What is offered")
OFFER_HEADERS = (
    Text("Курс или программа", "Course or programme"),
    Text("Профиль", "Profile"),
    Text("Классы", "Grades"),
    Text("Часов", "Hours"),
)
ANY_GRADE = Text("любые", "any")
CHOOSE_CLASS = Text("Выберите класс из списка.", "Choose a class from the list.")
CHOOSE_COURSE = Text(
    "Выберите курс из списка. Чего в нём нет, впишите в столбец «Чего нет в списке».",
    "Choose a course from the list. What is not there goes to the column 'Not on the list'.",
)
CHOOSE_WORD = Text("да или нет", "yes or no")
NEEDS_DATE = Text("Дата вида 10.09.2026.", "A date like 10.09.2026.")
PAGE = Text("Страница", "Page")
NAME_OF_FILE = Text("Анкета {id}", "Form {id}")

MIN_FREE = 10
MAX_FREE = 150
PRINTED_FREE = 30
LINE = 13
HEADER_HEIGHT = 50
FLAGS = ("may_travel_alone", "consent", "two_courses_consent", "another")
BASE = {"font_name": "Arial", "font_size": 10, "valign": "top"}
GREY = "#EDEDED"
HEAD = BASE | {"bold": True, "text_wrap": True, "border": 1, "font_size": 9}
CELL = BASE | {"text_wrap": True, "border": 1, "num_format": "@", "locked": False}
FORMATS: dict[str, dict[str, Any]] = {
    "title": BASE | {"bold": True, "font_size": 13},
    "school": BASE | {"bold": True},
    "plain": BASE | {"text_wrap": True},
    "personal": BASE | {"bold": True, "font_color": "#9C0006"},
    "required": HEAD | {"bg_color": "#F8CBAD"},
    "optional": HEAD | {"bg_color": "#DDEBF7"},
    "fixed": HEAD | {"bg_color": GREY},
    "number": BASE | {"border": 1, "bg_color": GREY, "font_color": "#595959", "align": "center"},
    "label": BASE | {"bold": True, "align": "right"},
    "date": BASE | {"border": 1, "num_format": "dd.mm.yyyy", "align": "left", "locked": False},
    "cell": CELL,
    "middle": CELL | {"align": "center"},
}


@dataclass
class _Form:
    """A form under way."""

    workbook: Workbook
    offer: Offer
    school: Institution
    entries: dict[str, Entry]
    lang: Lang
    lists: dict[str, str] = field(default_factory=dict)
    formats: dict[str, Format] = field(default_factory=dict)

    @property
    def network(self) -> Network:
        return self.offer.network

    def format(self, name: str) -> Format:
        if name not in self.formats:
            self.formats[name] = self.workbook.add_format(FORMATS[name])
        return self.formats[name]


def file_names(schools: Iterable[Institution], lang: Lang = "ru") -> dict[str, str]:
    """School → the name of its form's file, fit for any system, no two alike."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for school in schools:
        safe = "".join(mark if mark.isalnum() or mark in "-_ " else "-" for mark in school.id)[:60].strip()
        stem = NAME_OF_FILE(id=safe).in_(lang)
        name, number = f"{stem}.xlsx", 2
        while name.casefold() in taken:
            name, number = f"{stem} ({number}).xlsx", number + 1
        taken.add(name.casefold())
        names[school.id] = name
    return names


def write_form(offer: Offer, people: People, school: str, path: Path, *, lang: Lang = "ru") -> None:
    """Writes the form of a school to a file that does not exist yet."""
    network = offer.network
    entries = entries_of(network, people, school)
    with open_workbook(path) as workbook:
        form = _Form(workbook, offer, network.institution_by_id[school], entries, lang)
        main = workbook.add_worksheet(SHEET.in_(lang))
        guide = workbook.add_worksheet(GUIDE.in_(lang))
        _add_lists(form)
        _add_stamp(form)
        _fill_main(form, main)
        _fill_guide(form, guide)
        main.activate()


def _add_lists(form: _Form) -> None:
    """The hidden sheet that drop-down lists refer to."""
    sheet = form.workbook.add_worksheet(LISTS.in_(form.lang))
    words = {
        "class": [item.name for item in form.offer.classes(form.school.id)],
        "course": [target.label for target in form.offer.targets_for(form.school.id)],
        "place": list(form.offer.villages),
        "flag": [YES.in_(form.lang), NO.in_(form.lang)],
    }
    for column, (name, items) in enumerate(words.items()):
        for row, item in enumerate(items):
            sheet.write_string(row, column, item)
        if items:
            letter = xl_col_to_name(column)
            form.lists[name] = f"='{LISTS.in_(form.lang)}'!${letter}$1:${letter}${len(items)}"
    sheet.protect()
    sheet.hide()


def _add_stamp(form: _Form) -> None:
    """Which network and school the form is of, and what was pre-filled, so that changes can be told."""
    sheet = form.workbook.add_worksheet(STAMP)
    lines = [
        ("format", FORMAT),
        ("network", form.network.name),
        ("school_year", str(form.network.rules.school_year)),
        ("school", form.school.id),
        ("fields", " ".join(column.field for column in columns_of(form.network))),
        ("digest", digest(form.entries)),
        *((f"student {id}", dump(entry)) for id, entry in form.entries.items()),
    ]
    for row, (key, value) in enumerate(lines):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
    sheet.protect()
    sheet.very_hidden()


def _fill_main(form: _Form, sheet: Worksheet) -> None:
    columns = columns_of(form.network)
    last = len(columns) - 1
    _fill_top(form, sheet, last)
    for position, column in enumerate(columns):
        _add_header(form, sheet, position, column)
    total = len(form.entries) + _free_rows(form)
    bottom = TOP + total
    known = list(form.entries.items())
    for number in range(1, total + 1):
        id, entry = known[number - 1] if number <= len(known) else ("", None)
        cells = _cells(form, entry) if entry else {}
        lines = max(len(cells.get(column.field, "")) // (column.width + 2) + 1 for column in columns)
        sheet.set_row(TOP + number, LINE * max(2, lines))
        for position, column in enumerate(columns):
            row = TOP + number
            if column.field == "number":
                sheet.write_number(row, position, number, form.format("number"))
            elif column.field == "id":
                sheet.write_string(row, position, id, form.format("number"))
            else:
                name = "middle" if column.field in (*FLAGS, "additional") else "cell"
                sheet.write_string(row, position, cells.get(column.field, ""), form.format(name))
    for position, column in enumerate(columns):
        _add_validation(form, sheet, position, column, bottom)
    sheet.freeze_panes(TOP + 1, 3)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    for_printing(sheet)
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.6)
    sheet.repeat_rows(TOP)
    sheet.print_area(0, 0, min(bottom, TOP + len(known) + PRINTED_FREE), last)
    sheet.set_footer(f"&L&8{PERSONAL.in_(form.lang)}&R&8{PAGE.in_(form.lang)} &P / &N")


def _fill_top(form: _Form, sheet: Worksheet, last: int) -> None:
    year = form.network.rules.school_year
    classes = [item.name for item in form.offer.classes(form.school.id)]
    school = form.school.full_name or form.school.name
    sheet.merge_range(0, 0, 0, last, TITLE(year=year, next=year + 1).in_(form.lang), form.format("title"))
    sheet.merge_range(
        1, 0, 1, last, OF_SCHOOL(school=school, classes=classes).in_(form.lang), form.format("school")
    )
    middle = 5
    sheet.merge_range(
        2, 0, 2, middle - 1, OF_NETWORK(network=form.network.name).in_(form.lang), form.format("plain")
    )
    sheet.merge_range(2, middle, 2, last, PERSONAL.in_(form.lang), form.format("personal"))
    sheet.merge_range(3, 0, 3, 2, SUBMITTED.in_(form.lang), form.format("label"))
    sheet.merge_range(3, 3, 3, 4, "", form.format("date"))
    sheet.data_validation(
        3,
        3,
        3,
        3,
        {
            "validate": "date",
            "criteria": "between",
            "minimum": date(year, 1, 1),
            "maximum": date(year + 1, 8, 31),
            "error_message": NEEDS_DATE.in_(form.lang),
        },
    )
    brief = BRIEF.in_(form.lang)
    deadline = form.network.rules.choice_deadline
    if deadline:
        brief += UNTIL(day=deadline.strftime("%d.%m.%Y")).in_(form.lang)
    sheet.merge_range(3, middle, 3, last, brief, form.format("plain"))
    sheet.set_row(0, 20)
    sheet.set_row(3, 28)


def _add_header(form: _Form, sheet: Worksheet, position: int, column: FormColumn) -> None:
    name = "required" if column.field in ("name", "class_name", f"{CHOICE}1") else "optional"
    name = "fixed" if column.field in ("number", "id") else name
    sheet.write_string(TOP, position, column.title.in_(form.lang), form.format(name))
    sheet.set_row(TOP, HEADER_HEIGHT)
    sheet.set_column(position, position, column.width, None, {"hidden": column.field == "id"})
    if column.note.ru and column.field != "id":
        sheet.write_comment(TOP, position, column.note.in_(form.lang), {"x_scale": 2, "y_scale": 1.2})


def _free_rows(form: _Form) -> int:
    """Enough rows for everybody in the classes, within reason."""
    heads = sum(item.head_count for item in form.offer.classes(form.school.id))
    return min(MAX_FREE, max(MIN_FREE, heads - len(form.entries)))


def _cells(form: _Form, entry: Entry) -> dict[str, str]:
    """The texts of a row that is known."""

    def word(value: bool) -> str:
        return (YES if value else NO).in_(form.lang)

    return {
        "name": entry.name,
        "class_name": entry.class_name,
        **{f"{CHOICE}{item.rank}": form.offer.label(item.course) for item in entry.choices},
        "additional": ", ".join(str(item.rank) for item in entry.choices if item.additional),
        "wishes": "; ".join(entry.wishes),
        "home": _place(form, entry.home),
        "may_travel_alone": word(entry.may_travel_alone),
        "consent": word(entry.consent),
        "two_courses_consent": word(entry.two_courses_consent),
    }


def _place(form: _Form, home: str) -> str:
    institution = form.network.institution_by_id.get(home)
    return institution.name if institution else home


def _add_validation(form: _Form, sheet: Worksheet, position: int, column: FormColumn, bottom: int) -> None:
    kind, message = "", CHOOSE_WORD
    if column.field == "class_name":
        kind, message = "class", CHOOSE_CLASS
    elif column.field.startswith(CHOICE):
        kind, message = "course", CHOOSE_COURSE
    elif column.field == "home":
        kind = "place"
    elif column.field in FLAGS:
        kind = "flag"
    if kind not in form.lists:
        return
    sheet.data_validation(
        TOP + 1,
        position,
        bottom,
        position,
        {
            "validate": "list",
            "source": form.lists[kind],
            "show_error": kind != "place",
            "error_title": column.title.in_(form.lang)[:32],
            "error_message": message.in_(form.lang),
        },
    )


def _fill_guide(form: _Form, sheet: Worksheet) -> None:
    """Instructions, and what is offered to the school."""
    for position, width in enumerate((58, 34, 14, 10)):
        sheet.set_column(position, position, width)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, HOW.in_(form.lang), form.format("title"))
    row = 1
    for number, advice in enumerate(ADVICE, start=1):
        said = advice(ranks=form.network.rules.max_ranks).in_(form.lang)
        sheet.merge_range(row, 0, row, 3, f"{number}. {said}", form.format("plain"))
        sheet.set_row(row, 14 if len(said) < 120 else 27)
        row += 1
    row += 1
    sheet.write_string(row, 0, OFFERED.in_(form.lang), form.format("title"))
    row += 1
    _table_row(form, sheet, row, [title.in_(form.lang) for title in OFFER_HEADERS], "fixed")
    for target in form.offer.targets_for(form.school.id):
        row += 1
        grades = ", ".join(map(str, target.grades)) or ANY_GRADE.in_(form.lang)
        _table_row(form, sheet, row, [target.label, target.profile, grades, str(target.hours)], "cell")
    sheet.protect("", {"format_columns": True, "format_rows": True})
    for_printing(sheet)
    sheet.set_footer(f"&R&8{PAGE.in_(form.lang)} &P / &N")


def _table_row(form: _Form, sheet: Worksheet, row: int, cells: Sequence[str], name: str) -> None:
    for column, cell in enumerate(cells):
        sheet.write_string(row, column, cell, form.format(name))
