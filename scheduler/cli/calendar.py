"""``setka calendar``: calendars for phones, and a ZIP for every school."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from models.text import Text
from scheduler.cli.audited import read_audited
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE
from scheduler.cli.inputs import SET_ASIDE_AGAIN, read_plan
from scheduler.cli.output import staged, writing
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from reports.export.source import Source

ABOUT = Text(
    "Записать календари занятий (.ics) для телефонов и почты и архив для каждой школы.\n\n"
    "Для публикации (calendars-public): по группам и центрам, без имён. Для служебного пользования "
    "(calendars): учителей, школ, обучающихся; в packs — архив каждой школы, в нём только её обучающиеся. "
    "План сначала проверяется. С --previous занятия, которые перенесены или отменены, придут в телефон как "
    "изменения прежних.",
    "Write calendars (.ics) for phones and mail, and a ZIP for every school.\n\n"
    "To publish (calendars-public): groups and centres, without names. For the office (calendars): teachers, "
    "schools, students; in packs a ZIP for each school with its own students alone. The plan is audited "
    "first. With --previous sessions that were moved or cancelled reach the phone as changes of the former "
    "ones.",
)
OUTPUT = Text("Папка для календарей.", "Folder for the calendars.")
PREVIOUS = Text(
    "План, по которому календари уже разосланы; если их было несколько, все, от старого к новому.",
    "A plan whose calendars were handed out before; of several all, oldest first.",
)
ZONE = Text("Часовой пояс занятий.", "Time zone of the sessions.")
FORCE = Text("Заменить календари, которые уже есть в DIR.", "Replace calendars that are already in DIR.")
NO_ZONE = Text(
    "нет часового пояса «{zone}»; образцы: Europe/Moscow, Europe/Samara, Asia/Yekaterinburg",
    "no time zone '{zone}'; such as Europe/Moscow, Europe/Samara, Asia/Yekaterinburg",
)
WRITTEN = Text(
    "Календарей: {count}\nКалендари для публикации: {public}\n"
    "Календари для служебного пользования: {internal}",
    "Calendars: {count}\nCalendars to publish: {public}\nCalendars for the office: {internal}",
)
FOLDERS = PUBLIC, INTERNAL = "calendars-public", "calendars"
"""Folders of their own, so that --force replaces calendars and nothing else."""
MOSCOW = "Europe/Moscow"


class Zone(click.ParamType[ZoneInfo]):
    """A time zone by its name in the IANA database."""

    name = "ZONE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> ZoneInfo:
        if isinstance(value, ZoneInfo):
            return value
        try:
            return ZoneInfo(str(value))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self.fail(NO_ZONE(zone=value).in_(screen_of(ctx).lang if ctx else "en"), param, ctx)


@click.command(
    "calendar",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka calendar udomlya out/udomlya/plan.json -o out/calendars",
        "setka calendar district.xlsx new/plan.json -o out/calendars --previous old/plan.json",
    ),
)
@click.argument("source", metavar="NETWORK")
@click.argument("plan_file", metavar="PLAN")
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="DIR", required=True)
@click.option("--previous", cls=Option, text=PREVIOUS, metavar="PLAN", multiple=True)
@click.option("--timezone", "zone", cls=Option, text=ZONE, type=Zone(), metavar="ZONE", default=MOSCOW)
@click.option("--set-aside", cls=Option, text=SET_ASIDE_AGAIN, is_flag=True)
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    plan_file: str,
    output: str,
    previous: tuple[str, ...],
    zone: ZoneInfo,
    set_aside: bool,
    force: bool,
) -> int:
    """Audits the plan, then writes its calendars."""
    from reports.export.source import Source

    screen = screen_of(ctx)
    directory = Path(output)
    with staged(directory, FOLDERS, force=force) as stage:
        audited = read_audited(screen, source, plan_file, set_aside=set_aside)
        network, people = audited.network, audited.reading.people
        former = [Source(network, read_plan(screen, network, people, path)[0], people) for path in previous]
        with writing(directory):
            count = write(stage, [*former, audited.source], zone)
    tell(screen, directory, count)
    return FINE


def write(stage: Path, editions: Sequence[Source], zone: ZoneInfo | None = None) -> int:
    """Writes the calendars of the last of the editions below a folder, by the clock of Moscow unless told
    otherwise; how many there are."""
    from reports.calendar.folders import write_calendars

    return write_calendars(editions, stage / PUBLIC, stage / INTERNAL, zone or ZoneInfo(MOSCOW))


def tell(screen: Screen, directory: Path, count: int) -> None:
    """Says where the calendars are, and how many."""
    screen.print(WRITTEN(count=count, public=directory / PUBLIC, internal=directory / INTERNAL))
