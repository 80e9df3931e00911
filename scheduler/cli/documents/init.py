"""``setka documents init``: the templates, to be edited in Word."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE
from scheduler.cli.output import staged, writing

ABOUT = Text(
    "Записать шаблоны документов, чтобы править их в Word.\n\n"
    "Слова в {{ }} — поля, их заполняет setka documents make --templates DIR; всё остальное меняйте "
    "свободно. Удалённый из папки шаблон берётся из комплекта.",
    "Write the templates of the documents, to be edited in Word.\n\n"
    "Words in {{ }} are fields that setka documents make --templates DIR fills in; everything else is yours "
    "to change. A template taken out of the folder is taken from those shipped.",
)
OUTPUT = Text("Папка для шаблонов.", "Folder for the templates.")
FORCE = Text("Заменить шаблоны, которые уже есть в DIR.", "Replace templates that are already in DIR.")
WRITTEN = Text("Шаблоны: {path} ({count})", "Templates: {path} ({count})")


@click.command("init", cls=Command, text=ABOUT, examples=("setka documents init -o templates",))
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="DIR", required=True)
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.pass_context
def command(ctx: click.Context, output: str, force: bool) -> int:
    """Copies the shipped templates."""
    from reports.documents.catalogue import DOCUMENTS
    from reports.documents.shipped import FOLDER

    directory = Path(output)
    names = [document.template for document in DOCUMENTS]
    with staged(directory, names, force=force) as stage, writing(directory):
        for name in names:
            shutil.copyfile(FOLDER / name, stage / name)
    screen_of(ctx).print(WRITTEN(path=directory, count=len(names)))
    return FINE
