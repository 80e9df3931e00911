"""An empty workbook with a page of guidance, notes on every column, and example rows."""

from __future__ import annotations

from pathlib import Path

from instances.reading.examples import example_rows
from instances.schema import SETTINGS, TABLES, Table
from instances.schema.records import Values
from instances.writing.passing import fill_passing, refuse_existing
from instances.writing.sheets import Book, add_lists, add_sheet, for_printing
from instances.writing.workbook import open_workbook
from models.goals import GOALS
from models.network import DEFAULT_GOALS
from models.norms import shipped_norms
from models.text import Lang, Text

GUIDE = Text("Как заполнять", "How to fill in")
TITLE = Text("Как заполнять эту книгу", "How to fill in this workbook")
ADVICE = (
    Text(
        "Один лист — одна таблица. Обязательные листы отмечены ниже; остальные заполняйте, если есть что "
        "сказать.",
        "One sheet, one table. Required sheets are marked below; fill in the others if there is need.",
    ),
    Text(
        "Красноватый заголовок — обязательный столбец, голубой — нет. Наведите курсор на заголовок: там "
        "пояснение и то, что принимается вместо пустой ячейки.",
        "A reddish header is required, a bluish one is not. Point at a header to see what it means and what "
        "a blank stands for.",
    ),
    Text(
        "Серые строки с пометкой «пример» показывают, как заполнять. При чтении они пропускаются. Удалите "
        "их или впишите поверх свои данные и сотрите слово «пример».",
        "Grey rows marked 'example' show how to fill in. They are skipped when read. Delete them, or "
        "overwrite them with your data and clear the word 'example'.",
    ),
    Text(
        "Коды придумываете вы: коротко и без повторов («Ш1», «РЦ1», «ИТ»). Другие листы ссылаются на код "
        "или на название.",
        "You choose the ids: short and unique (S1, C1, IT). Other sheets refer to an id or a name.",
    ),
    Text(
        "Обучающимся и учителям код не нужен: впишите ФИО, постоянный код появится сам. ФИО хранятся "
        "отдельно от плана.",
        "Students and teachers need no id: enter the name, a lasting id is made up. Names are kept apart "
        "from the plan.",
    ),
    Text(
        "Время: 14:30. Дата: 01.10.2026. Окна: «Пн-Пт 14:30-18:00; Сб 9:00-14:00». Списки — через точку с "
        "запятой.",
        "Time: 14:30. Date: 01.10.2026. Windows: 'Mon-Fri 14:30-18:00; Sat 9:00-14:00'. Lists with "
        "semicolons.",
    ),
    Text(
        "Порядок: Учреждения → Ресурсные центры → Кабинеты → Классы → Курсы → Учителя → Обучающиеся → "
        "Заявки. Листы «Правила сети», «Нормы» и «Цели» уже заполнены значениями по умолчанию.",
        "Order: Institutions → Centres → Rooms → Classes → Courses → Teachers → Students → Choices. The "
        "sheets Rules, Norms and Goals already hold the defaults.",
    ),
    Text(
        "Проверка: setka check имя_файла.xlsx — покажет все ошибки и все допущения.",
        "To check: setka check file.xlsx shows all faults and all assumptions.",
    ),
)
SHEET = Text("Лист", "Sheet")
NEEDED = Text("Обязателен", "Required")
HOLDS = Text("Что на нём", "What it holds")
YES, NO = Text("да", "yes"), Text("нет", "no")


def write_template(path: Path, lang: Lang = "ru", *, overwrite: bool = False) -> None:
    """Writes an empty workbook to fill in by hand; an existing file only with ``overwrite``."""
    path = Path(path)
    refuse_existing(path, overwrite=overwrite)
    fill_passing(path, lambda passing: _fill(passing, lang))


def _fill(path: Path, lang: Lang) -> None:
    with open_workbook(path) as workbook:
        book = Book(workbook, lang, mark_column=True, offers_names=True)
        _add_guide(book)
        for table in TABLES.values():
            rows = _prefilled(table, lang)
            examples = [] if rows else example_rows(table)
            book.mark_column = not table.prefilled
            add_sheet(book, table, [*examples, *rows], num_examples=len(examples))
        add_lists(book)


def _add_guide(book: Book) -> None:
    sheet = book.workbook.add_worksheet(GUIDE.in_(book.lang))
    sheet.hide_gridlines(2)
    for_printing(sheet)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 14)
    sheet.set_column(2, 2, 80)
    sheet.write_string(0, 0, TITLE.in_(book.lang), book.format("title"))
    row = 1
    for advice in ADVICE:
        sheet.merge_range(row, 0, row, 2, advice.in_(book.lang), book.format("wrapped"))
        sheet.set_row(row, 32)
        row += 1
    row += 1
    for column, title in enumerate((SHEET, NEEDED, HOLDS)):
        sheet.write_string(row, column, title.in_(book.lang), book.format("info"))
    for table in TABLES.values():
        row += 1
        sheet.write_url(
            row, 0, f"internal:'{table.title.in_(book.lang)}'!A1", string=table.title.in_(book.lang)
        )
        sheet.write_string(row, 1, (YES if table.required else NO).in_(book.lang))
        sheet.write_string(row, 2, table.purpose.in_(book.lang), book.format("wrapped"))


def _prefilled(table: Table, lang: Lang) -> list[Values]:
    """The rows that a fresh workbook already has: rules without values, goals, shipped norms."""
    if table.name == "rules":
        return [
            {"key": key, "default": setting.blank.in_(lang), "note": setting.note.in_(lang)}
            for key, setting in SETTINGS.items()
        ]
    if table.name == "goals":
        return [{"name": goal, "note": GOALS[goal].sentence.in_(lang)} for goal in DEFAULT_GOALS]
    if table.name == "norms":
        return [norm.model_dump() for norm in shipped_norms()]
    return []
