"""``setka collect make``: a form for every school."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, Refused
from scheduler.cli.inputs import read_network
from scheduler.cli.output import staged, writing

if TYPE_CHECKING:
    from instances.collect import Offer

ABOUT = Text(
    "Выпустить анкеты: по книге Excel на каждую участвующую школу со старшими классами.\n\n"
    "Известные обучающиеся вписаны с нынешним выбором, классы и курсы выбираются из списков. Листы "
    "«Обучающиеся» и «Заявки» могут быть пустыми.",
    "Make the forms: a workbook for every school that takes part and has senior classes.\n\n"
    "Known students stand there with their present choices, classes and courses are chosen from lists. The "
    "sheets Students and Choices may be empty.",
)
OUTPUT = Text("Папка для анкет.", "Folder for the forms.")
SCHOOL = Text(
    "Только эта школа (код); можно повторять.", "This school only (its id); may be given several times."
)
FORCE = Text("Заменить анкеты с теми же именами.", "Replace forms of the same names.")
NO_SCHOOL = Text(
    "нет школы «{id}», которой нужна анкета; есть: {known}",
    "no school '{id}' that needs a form; there are: {known}",
)
NOBODY = Text(
    "анкета никому не нужна: нет участвующих школ со старшими классами",
    "nobody needs a form: no school takes part with senior classes",
)
TITLE = Text("Анкеты", "Forms")
HEADERS = (
    Text("Школа", "School"),
    Text("Классов", "Classes"),
    Text("Вписано", "Filled in"),
    Text("Файл", "File"),
)
WRITTEN = Text(
    "Папка: {path}\nВ анкетах персональные данные: передавайте каждой школе только её анкету.\n"
    "Когда вернутся: setka collect merge {source} {path} -o НОВАЯ.xlsx",
    "Folder: {path}\nForms hold personal data: give every school its own form only.\n"
    "When they are back: setka collect merge {source} {path} -o NEW.xlsx",
)
MAY_BE_EMPTY = ("students", "choices")
"""There may be no application yet when the forms are made."""


@click.command(
    "make",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka collect make district.xlsx -o forms",
        "setka collect make udomlya -o forms --school УСОШ1 --school МОЛ",
    ),
)
@click.argument("source", metavar="NETWORK")
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="DIR", required=True)
@click.option("--school", "chosen", cls=Option, text=SCHOOL, metavar="ID", multiple=True)
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.pass_context
def command(ctx: click.Context, source: str, output: str, chosen: tuple[str, ...], force: bool) -> int:
    """Writes all forms, or none."""
    from instances.collect import Offer, file_names, write_form

    screen = screen_of(ctx)
    directory = Path(output)
    network, reading = read_network(screen, source, may_be_empty=MAY_BE_EMPTY)
    offer = Offer(network)
    names = file_names(offer.schools, screen.lang)
    wanted = _wanted(offer, chosen)
    with (
        staged(directory, [names[school] for school in wanted], force=force) as stage,
        writing(directory),
    ):
        for school in wanted:
            write_form(offer, reading.people, school, stage / names[school], lang=screen.lang)
    rows = [
        (
            network.institution_by_id[school].name,
            len(offer.classes(school)),
            sum(student.institution == school for student in network.students),
            names[school],
        )
        for school in wanted
    ]
    screen.table(TITLE, HEADERS, rows)
    screen.print(WRITTEN(path=directory, source=source))
    return FINE


def _wanted(offer: Offer, chosen: tuple[str, ...]) -> list[str]:
    """The schools asked for, or all; ``Refused`` if there are none."""
    known = [school.id for school in offer.schools]
    if not known:
        raise Refused(NOBODY)
    for id in chosen:
        if id not in known:
            raise Refused(NO_SCHOOL(id=id, known=known))
    return [id for id in known if not chosen or id in chosen]
