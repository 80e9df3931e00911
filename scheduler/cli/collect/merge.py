"""``setka collect merge``: brings the answers of the forms into a new workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.collect.make import MAY_BE_EMPTY
from scheduler.cli.exits import FINE, Refused
from scheduler.cli.inputs import WARNINGS, read_network, show_faults
from scheduler.cli.output import new_file
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from instances.collect import Merge
    from instances.collect.merging import Doubt
    from models.fault import Reading
    from models.network import Network

ABOUT = Text(
    "Внести ответы школ в новую книгу и показать, что изменилось.\n\n"
    "FORMS — анкеты или папка с ними. Исходная книга не меняется. Анкета меняет только то, что в книге "
    "осталось таким, каким было при её выпуске; остальное перечислено. При любой ошибке в анкетах ничего не "
    "записывается (код 2).",
    "Bring the answers of the schools into a new workbook, and show what changes.\n\n"
    "FORMS are forms or a folder of them. The workbook itself stays as it is. A form changes only what the "
    "workbook has kept as it was when the form was made; the rest is listed. With any fault in the forms "
    "nothing is written (code 2).",
)
OUTPUT = Text("Новая книга (.xlsx).", "The new workbook (.xlsx).")
DRY_RUN = Text("Только показать, ничего не записывать.", "Only show, write nothing.")
PREFER = Text(
    "Где книга и анкета расходятся, верна анкета.", "Where workbook and form differ, the form is right."
)
AS_NEW = Text(
    "Внести сомнительных (похожие ФИО) как новых.", "Take doubtful students (similar names) as new ones."
)
REMOVE = Text(
    "Удалить из книги тех, чьи заявки отозваны.", "Take those whose applications are withdrawn out."
)
FORCE = Text("Заменить файл, если он уже есть.", "Replace the file if it is already there.")
NOT_XLSX = Text(
    "имя файла должно кончаться на .xlsx: {path}", "the name of the file must end in .xlsx: {path}"
)
NEEDS_OUTPUT = Text("укажите новую книгу (-o) или --dry-run", "name the new workbook (-o), or give --dry-run")
IS_A_FORM = Text("это одна из анкет: {path}", "this is one of the forms: {path}")
FORM_FAULTS = Text("Ошибки в анкетах", "Faults of the forms")
IN_FORMS = Text("анкеты", "forms")
NOT_MERGED = Text(
    "в анкетах есть ошибки: {count}. Исправьте их или верните анкеты школам; ничего не записано",
    "the forms have faults: {count}. Correct them, or send the forms back; nothing was written",
)
UNREAD_AGAIN = Text(
    "новая книга не прошла проверку, она не записана",
    "the new workbook did not pass the check, it was not written",
)
SILENT = Text("Не ответили школы", "Schools without a form")
EMPTY = Text("Нет заявок из классов", "Classes without applications")
DOUBTS = Text("Сомнительные: похожие ФИО", "Doubtful: similar names")
TWINS = Text("То же ФИО в двух школах", "The same name at two schools")
CHANGES = Text("Было / Стало", "Before / After")
LEFT = Text("Расхождения, оставленные по книге", "Differences left as in the workbook")
SCHOOL, CLASS, NAME, ID = (
    Text("Школа", "School"),
    Text("Класс", "Class"),
    Text("ФИО", "Name"),
    Text("Код", "ID"),
)
WHAT, BEFORE, AFTER = Text("Что", "What"), Text("Было", "Before"), Text("Стало", "After")
IN_FORM = Text("В анкете", "In the form")
IN_BOOK = Text("В книге", "In the workbook")
NOTE, WHERE, RESULT = Text("Примечание", "Note"), Text("Где", "Where"), Text("Итог", "Result")
HINT = Text(
    "Разные люди? Пусть школа поставит «да» в столбце «Другой человек», или повторите с --doubtful-as-new.",
    "Different people? Let the school put 'yes' under 'Another person', or repeat with --doubtful-as-new.",
)
TOTAL = Text(
    "Анкет: {forms}; новых: {new}, изменено: {changed}, отозвано: {withdrawn}, сомнительных: {doubtful}",
    "Forms: {forms}; new: {new}, changed: {changed}, withdrawn: {withdrawn}, doubtful: {doubtful}",
)
NO_CHANGES = Text("Изменений нет, ничего не записано.", "No changes, nothing was written.")
DRY = Text("Проба: ничего не записано.", "Dry run: nothing was written.")
WRITTEN = Text(
    "Новая книга: {path}\nПроверьте её: setka check {path}",
    "The new workbook: {path}\nCheck it: setka check {path}",
)
ANEW = Text(
    "Книга записана заново: своё оформление, формулы и примечания остались только в исходной.",
    "The workbook was written anew: formatting, formulas and comments of your own are in the old one only.",
)
LOST = Text(
    "Не перенесены неизвестные листы и столбцы: {names}",
    "Unknown sheets and columns were not carried over: {names}",
)


@click.command(
    "merge",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka collect merge district.xlsx forms --dry-run",
        "setka collect merge district.xlsx forms -o district-2.xlsx",
        "setka collect merge district.xlsx school-1.xlsx school-2.xlsx -o district-2.xlsx --remove-withdrawn",
    ),
)
@click.argument("source", metavar="NETWORK")
@click.argument("forms", metavar="FORMS...", nargs=-1, required=True)
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="NEW.xlsx")
@click.option("--dry-run", cls=Option, text=DRY_RUN, is_flag=True)
@click.option("--prefer-forms", cls=Option, text=PREFER, is_flag=True)
@click.option("--doubtful-as-new", cls=Option, text=AS_NEW, is_flag=True)
@click.option("--remove-withdrawn", cls=Option, text=REMOVE, is_flag=True)
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    forms: tuple[str, ...],
    output: str | None,
    dry_run: bool,
    prefer_forms: bool,
    doubtful_as_new: bool,
    remove_withdrawn: bool,
    force: bool,
) -> int:
    """Shows what the forms change and writes the new workbook."""
    from instances.collect import Options, merge

    screen = screen_of(ctx)
    path = None if dry_run else _output(output, forms)
    network, reading = read_network(screen, source, may_be_empty=MAY_BE_EMPTY)
    options = Options(prefer_forms, doubtful_as_new, remove_withdrawn)
    merged = merge(network, reading.people, [Path(form) for form in forms], options)
    warnings = [fault for fault in merged.faults if fault not in merged.errors]
    if warnings:
        show_faults(screen, WARNINGS(source=IN_FORMS), warnings)
    if merged.errors:
        show_faults(screen, FORM_FAULTS, merged.errors)
        raise Refused(NOT_MERGED(count=len(merged.errors)))
    if path is not None and merged.has_changes:
        _write(screen, merged, path, force=force)
    _show(screen, network, merged)
    if path is None:
        screen.print(DRY)
    elif not merged.has_changes:
        screen.print(NO_CHANGES)
    else:
        screen.print(WRITTEN(path=path))
        _say_what_is_lost(screen, reading)
    return FINE


def _output(output: str | None, forms: tuple[str, ...]) -> Path:
    """The name of the new workbook; ``Refused`` if it will not do."""
    if output is None:
        raise Refused(NEEDS_OUTPUT)
    path = Path(output)
    if path.suffix.lower() != ".xlsx":
        raise Refused(NOT_XLSX(path=path))
    if any(Path(form).resolve() == path.resolve() for form in forms):
        raise Refused(IS_A_FORM(path=path))
    return path


def _write(screen: Screen, merged: Merge, path: Path, *, force: bool) -> None:
    """Writes the workbook and reads it again: it takes its name only if it holds the merged network."""
    from instances import read, write

    with new_file(path, force=force) as passing:
        write(merged.network, merged.people, passing)
        again = read(passing, may_be_empty=MAY_BE_EMPTY)
        if again.network != merged.network:
            show_faults(screen, FORM_FAULTS, again.errors)
            raise Refused(UNREAD_AGAIN)


def _show(screen: Screen, network: Network, merged: Merge) -> None:
    """The tables of what came back; those without rows are left out."""

    def school(id: str) -> str:
        return network.institution_by_id[id].name

    def doubt(item: Doubt) -> tuple[object, ...]:
        place = f"{item.spot.sheet}, {item.spot.cell}"
        return (school(item.school), item.class_name, item.name, item.problem, result(item), place)

    def result(item: Doubt) -> Text:
        from instances.collect.texts import LEFT_OUT, TAKEN_AS_NEW

        return TAKEN_AS_NEW if item.taken else LEFT_OUT

    def table(title: Text, headers: tuple[Text, ...], rows: list[tuple[object, ...]]) -> None:
        if rows:
            screen.table(title, headers, rows)
            screen.print()

    table(SILENT, (SCHOOL, ID), [(item.name, item.id) for item in merged.silent])
    table(EMPTY, (SCHOOL, CLASS), [(school(item.institution), item.name) for item in merged.empty])
    doubtful = (SCHOOL, CLASS, NAME, NOTE, RESULT, WHERE)
    table(DOUBTS, doubtful, [doubt(item) for item in merged.doubts])
    if any(not item.taken for item in merged.doubts):
        screen.print(HINT)
        screen.print()
    table(TWINS, doubtful, [doubt(item) for item in merged.twins])
    for title, taken, names in ((CHANGES, True, (BEFORE, AFTER)), (LEFT, False, (IN_BOOK, IN_FORM))):
        rows: list[tuple[object, ...]] = [
            (
                *(school(item.school), item.class_name, item.name, item.student),
                *(item.what, item.before, item.after, item.note),
            )
            for item in merged.changes
            if item.taken is taken
        ]
        table(title, (SCHOOL, CLASS, NAME, ID, WHAT, *names, NOTE), rows)
    count = {
        kind: len({item.student for item in merged.changes if item.kind == kind and item.taken})
        for kind in ("new", "changed")
    }
    screen.print(
        TOTAL(
            forms=merged.num_forms,
            new=count["new"],
            changed=count["changed"],
            withdrawn=sum(item.kind == "withdrawn" for item in merged.changes),
            doubtful=len(merged.doubts),
        )
    )


def _say_what_is_lost(screen: Screen, reading: Reading) -> None:
    """What of the old workbook the new one does not have."""
    from instances.reading.texts import NO_TITLE, UNKNOWN_COLUMN, UNKNOWN_SHEET

    screen.complain(ANEW)
    names = [
        " / ".join(part for part in (fault.spot.sheet, fault.spot.column or fault.spot.cell) if part)
        for fault in reading.faults
        if fault.problem.text in (NO_TITLE, UNKNOWN_COLUMN, UNKNOWN_SHEET)
    ]
    if names:
        screen.complain(LOST(names=names))
