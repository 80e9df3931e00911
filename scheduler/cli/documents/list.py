"""``setka documents list``: which papers there are, and which requisites they ask for."""

from __future__ import annotations

import click

from models.text import Text
from scheduler.cli.clicks import Command, screen_of
from scheduler.cli.exits import FINE

ABOUT = Text(
    "Показать, какие документы есть, их шаблоны и какие реквизиты они берут с листа «Реквизиты».",
    "Show the documents, their templates, and the requisites they take from the sheet of requisites.",
)
TITLE = Text("Документы", "Documents")
HEADERS = (Text("Код", "Code"), Text("Документ", "Document"), Text("Шаблон", "Template"))
REQUISITES = Text("Реквизиты (лист «Реквизиты»)", "Requisites (the sheet of requisites)")
REQUISITE_HEADERS = (Text("Реквизит", "Requisite"), Text("Что вписать", "What to write"))


@click.command("list", cls=Command, text=ABOUT, examples=("setka documents list",))
@click.pass_context
def command(ctx: click.Context) -> int:
    """Prints the catalogue."""
    from models.requisites import KEYS
    from reports.documents.catalogue import DOCUMENTS

    screen = screen_of(ctx)
    screen.table(TITLE, HEADERS, [(each.code, each.title, each.template) for each in DOCUMENTS])
    screen.print()
    screen.table(REQUISITES, REQUISITE_HEADERS, list(KEYS.items()))
    return FINE
