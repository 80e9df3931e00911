"""``setka bench list``: the instances of the registry."""

from __future__ import annotations

import click

from models.text import Text
from scheduler.cli.bench.registry import Instance, matching
from scheduler.cli.clicks import Command, screen_of
from scheduler.cli.exits import FINE, Refused

ABOUT = Text(
    "Показать задачи, имена которых подходят под один из образцов (без образцов — все).",
    "List the instances whose names match any of the patterns (all without patterns).",
)
TITLE = Text("Задачи", "Instances")
HEADERS = (
    Text("Имя", "Name"),
    Text("Подают заявки", "Applicants"),
    Text("Курсов у обучающегося", "Courses a student"),
    Text("Ресурсы", "Resources"),
    Text("Начальное число", "Seed"),
)
RESOURCES = {"loose": Text("в достатке", "loose"), "scarce": Text("не хватает", "scarce")}
NO_MATCH = Text(
    "ни одна задача не подходит под {patterns}. Все имена: setka bench list",
    "no instance matches {patterns}. All names: setka bench list",
)


@click.command(
    "list", cls=Command, text=ABOUT, examples=("setka bench list", 'setka bench list "x10-*-scarce-*"')
)
@click.argument("patterns", metavar="[PATTERN]...", nargs=-1)
@click.pass_context
def command(ctx: click.Context, patterns: tuple[str, ...]) -> int:
    """Prints a table; nothing is made or read."""
    screen = screen_of(ctx)
    screen.table(TITLE, HEADERS, [_cells(instance) for instance in chosen(patterns or ("*",))])
    return FINE


def chosen(patterns: tuple[str, ...]) -> list[Instance]:
    """The instances that match; ``Refused`` if a pattern has none."""
    idle = [pattern for pattern in patterns if not matching([pattern])]
    if idle:
        raise Refused(NO_MATCH(patterns=idle))
    return matching(patterns)


def _cells(instance: Instance) -> tuple[object, ...]:
    if instance.applicants is None:
        return (instance.name, "—", "—", "—", "—")
    resources = RESOURCES[instance.scarcity]
    return (instance.name, instance.applicants, instance.courses, resources, instance.seed)
