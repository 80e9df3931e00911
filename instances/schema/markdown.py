"""The workbook column by column, as a page of Markdown."""

from __future__ import annotations

from instances.schema.column import Column, Table
from instances.schema.rules import SETTINGS
from instances.schema.tables import TABLES

INTRO = """# Книга сети: лист за листом

Сеть описывает книга Excel (лист — таблица) или папка файлов CSV (файл — таблица). Названия листов и
столбцов — русские или английские, порядок столбцов любой, над заголовками могут быть строки с названием.
Неизвестные листы и столбцы не читаются, о них сообщается.

Ячейки таблицы не объединяют: значение есть только у первой из них, и объединение в строке заголовков или
ниже — ошибка. Строки с названием над заголовками объединять можно.

Читаются и книги `.ods` и `.xls`. Ошибка в формуле и формула без сохранённого значения — ошибки входных
данных, а не пустые ячейки; в `.xls` они не видны, о чём есть предупреждение: сохраните её как `.xlsx`.

В файле CSV ячейка в кавычках может занимать несколько строк. Кавычка без пары — ошибка: названа строка,
где она открыта. Кавычки внутри такой ячейки удваивают.

Пустую книгу с пояснениями и примерами создаёт `setka template сеть.xlsx`, проверяет `setka check сеть.xlsx`.

## Как записывать значения

| что | как |
|---|---|
| дата | `01.10.2026`, настоящая дата Excel |
| время | `14:30`, настоящее время Excel |
| окна времени | `Пн-Пт 14:30-18:00; Сб 9:00-14:00`; не каждую неделю: `Вт нечёт 15:00-17:00` |
| дни недели | `Пн, Ср` или `Пн-Пт` |
| конец уроков по чётности | `нечёт 14:10; чёт 15:00` |
| параллели | `10, 11` или `10-11` |
| список | через точку с запятой |
| ссылка на другой лист | код или название; ё и е, регистр, кавычки, пробелы, № и N не различаются |
| да или нет | `да`, `нет` |

Недели нумеруются с той, на которую приходится 1 сентября: от этого номера зависит чётность.
"""


def workbook_markdown() -> str:
    """All sheets with their columns, in Russian."""
    return "\n".join([INTRO, *(_table(table) for table in TABLES.values())])


def _table(table: Table) -> str:
    needed = "обязательный лист" if table.required else "необязательный лист"
    lines = [
        f"## {table.title.ru}",
        "",
        f"{table.purpose.ru} По-английски: `{table.title.en}`, файл `{table.name}.csv`, {needed}.",
        "",
    ]
    if table.kinds_by_key:
        return "\n".join([*lines, *_settings(), ""])
    columns = [column for column in table.columns if not column.is_info]
    lines += [
        "| столбец | по-английски | значение | обязателен | пояснение | если пусто | пример |",
        "|---|---|---|---|---|---|---|",
        *(_column(column) for column in columns),
        "",
    ]
    return "\n".join(lines)


def _column(column: Column) -> str:
    options = column.kind.options("ru")
    value = f"{column.kind.name.ru}: {', '.join(options)}" if options else column.kind.name.ru
    example = next((f"`{example}`" for example in column.examples if example), "")
    return _line(
        column.title.ru,
        column.title.en,
        value,
        "да" if column.required else "",
        column.note.ru,
        column.assumed.ru if column.assumed else "",
        example,
    )


def _settings() -> list[str]:
    return [
        "Столбцы: «Правило» (`Rule`) и «Значение» (`Value`).",
        "",
        "| правило | по-английски | значение | если пусто | пояснение |",
        "|---|---|---|---|---|",
        *(
            _line(setting.title.ru, setting.title.en, setting.kind.name.ru, setting.blank.ru, setting.note.ru)
            for setting in SETTINGS.values()
        ),
    ]


def _line(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
