"""``setka demo``: the bundled network of Udomlya, planned."""

from __future__ import annotations

from pathlib import Path

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, Refused
from scheduler.cli.headline import show_headline
from scheduler.cli.inputs import read_network
from scheduler.cli.output import looking, staged, writing
from scheduler.cli.params import Number
from scheduler.cli.planning import ENTRIES, add_cures, find_plan, write_plan

ABOUT = Text(
    "Спланировать сеть Удомли из комплекта.\n\n"
    "Организации настоящие, обучающиеся и учителя вымышлены. Повторный запуск заменяет только прежний "
    "результат этой же команды.",
    "Plan the bundled network of Udomlya.\n\n"
    "The organisations are real, students and teachers are synthetic. A second run replaces only the earlier "
    "output of this same command.",
)
OUTPUT = Text("Папка для плана (out/udomlya).", "Folder for the plan (out/udomlya).")
TIME_LIMIT = Text("Предел времени поиска, секунд (60).", "Time limit of the search, seconds (60).")
MARKER = ".setka-demo"
MARKER_TEXT = "setka demo replaces the contents of this folder: plan.json, public, internal.\n"
FOREIGN = Text(
    "в папке {path} лежит не результат setka demo; укажите другую: setka demo -o DIR",
    "folder {path} holds something else than the output of setka demo; name another: setka demo -o DIR",
)


@click.command(
    "demo", cls=Command, text=ABOUT, examples=("setka demo", "setka demo -o out/try --time-limit 30")
)
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="DIR", default="out/udomlya")
@click.option("--time-limit", cls=Option, text=TIME_LIMIT, type=Number(1, 86_400), metavar="S", default=60.0)
@click.pass_context
def command(ctx: click.Context, output: str, time_limit: float) -> int:
    """Plans the bundled network into its own folder."""
    screen = screen_of(ctx)
    directory = Path(output)
    with looking(directory):
        if any((directory / name).exists() for name in ENTRIES) and not (directory / MARKER).exists():
            raise Refused(FOREIGN(path=directory))
    with staged(directory, (MARKER, *ENTRIES), force=True) as stage:
        network, reading = read_network(screen, "udomlya")
        from scheduler.engine.settings import Settings

        settings = Settings(time_limit_s=time_limit)
        found = add_cures(screen, find_plan(screen, network, reading, settings), settings)
        write_plan(screen, reading, network, found, stage, directory)
        with writing(directory):
            (stage / MARKER).write_text(MARKER_TEXT, encoding="utf-8")
    show_headline(screen, network, found.plan, found.report.warnings, directory)
    return FINE
