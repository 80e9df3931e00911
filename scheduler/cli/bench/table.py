"""``setka bench table``: what the rows say, in Markdown."""

from __future__ import annotations

import click

from models.text import Text
from scheduler.cli.bench.rows import rows_of
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE

ABOUT = Text(
    "Показать строки в таблицах Markdown: запуски по целям и сравнение по уровням.\n\n"
    "Планы сравниваются уровень за уровнем; решает первый уровень, на котором они различаются.",
    "Show rows as Markdown tables: the runs goal by goal, and the comparison level by level.\n\n"
    "Plans are compared level by level; the first level that differs decides.",
)
SOLVER = Text("Кого сравнивать с остальными (setka).", "Whom to compare with the others (setka).")


@click.command(
    "table",
    cls=Command,
    text=ABOUT,
    examples=("setka bench table rows.jsonl > table.md", "setka bench table rows.jsonl --solver weighted"),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--solver", cls=Option, text=SOLVER, metavar="NAME", default="setka")
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], solver: str) -> int:
    """Prints all tables."""
    from reports.bench.tables import report

    screen = screen_of(ctx)
    screen.print(report(rows_of(screen, files), solver, screen.lang).rstrip("\n"))
    return FINE
