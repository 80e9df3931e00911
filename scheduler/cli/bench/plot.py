"""``setka bench plot``: the figures of the rows."""

from __future__ import annotations

from pathlib import Path

import click

from models.text import Text
from scheduler.cli.bench.rows import rows_of
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE
from scheduler.cli.output import staged

ABOUT = Text(
    "Нарисовать строки: разрыв во времени, рост времени с размером, профиль производительности.\n\n"
    "Файлы PNG записываются в папку DIR/figures.",
    "Draw the rows: gap over time, growth of time with size, performance profile.\n\n"
    "PNG files are written to the folder DIR/figures.",
)
OUTPUT = Text("Папка для рисунков.", "Folder for the figures.")
FORCE = Text("Заменить figures, если она уже есть в DIR.", "Replace figures if it is already in DIR.")
ENTRY = "figures"
WRITTEN = Text("Рисунки ({path}): {files}", "Figures ({path}): {files}")


@click.command("plot", cls=Command, text=ABOUT, examples=("setka bench plot rows.jsonl -o out/bench",))
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="DIR", required=True)
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], output: str, force: bool) -> int:
    """Writes all figures that the rows give."""
    from reports.bench.files import write_figures

    screen, directory = screen_of(ctx), Path(output)
    with staged(directory, [ENTRY], force=force) as stage:
        rows = rows_of(screen, files)
        (stage / ENTRY).mkdir()
        written = write_figures(rows, stage / ENTRY, screen.lang)
    screen.print(WRITTEN(path=directory / ENTRY, files=written))
    return FINE
