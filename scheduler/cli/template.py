"""``setka template``: an empty workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, Refused
from scheduler.cli.output import new_file

ABOUT = Text(
    "Записать пустую книгу Excel с пояснениями к каждому столбцу.\n\n"
    "На каждом листе есть две строки-образца; обязательные столбцы отмечены.",
    "Write an empty workbook with notes on every column.\n\n"
    "Every sheet has two example rows; required columns are marked.",
)
FORCE = Text("Заменить файл, если он уже есть.", "Replace the file if it is already there.")
NOT_XLSX = Text(
    "имя файла должно кончаться на .xlsx: {path}", "the name of the file must end in .xlsx: {path}"
)
WRITTEN = Text(
    "Шаблон: {path}\nЗаполните его и проверьте: setka check {path}",
    "Template: {path}\nFill it in and check it: setka check {path}",
)


@click.command(
    "template",
    cls=Command,
    text=ABOUT,
    examples=("setka template district.xlsx", "setka template district.xlsx --lang en"),
)
@click.argument("file", metavar="FILE.xlsx")
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.pass_context
def command(ctx: click.Context, file: str, force: bool) -> int:
    """Writes the empty workbook."""
    from instances import write_template

    screen = screen_of(ctx)
    path = Path(file)
    if path.suffix.lower() != ".xlsx":
        raise Refused(NOT_XLSX(path=path))
    with new_file(path, force=force) as passing:
        write_template(passing, lang=screen.lang)
    screen.print(WRITTEN(path=path))
    return FINE
