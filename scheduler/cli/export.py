"""``setka export``: the tables of a plan, to publish and for the office."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, VIOLATED, Refused
from scheduler.cli.findings import show_findings
from scheduler.cli.inputs import SET_ASIDE_AGAIN, read_network, read_plan
from scheduler.cli.output import staged, writing
from scheduler.cli.screen import Screen

ABOUT = Text(
    "Записать таблицы плана: public/ для публикации, internal/ для служебного пользования.\n\n"
    "Сначала план проверяется; план с нарушениями не выгружается, пока не указано --draft.",
    "Write the tables of a plan: public/ to publish, internal/ for the office.\n\n"
    "The plan is audited first; one with violations is not exported unless --draft is given.",
)
OUTPUT = Text("Папка для таблиц.", "Folder for the tables.")
ONLY = Text(
    "Виды файлов через запятую; без этого xlsx,csv,json,html; рисунки отдельно: png, pdf, svg.",
    "Kinds of files, by commas; without it xlsx,csv,json,html; figures as files: png, pdf, svg.",
)
DRAFT = Text("Выгрузить и план с нарушениями.", "Export a plan with violations, too.")
FORCE = Text(
    "Заменить public и internal, которые уже есть в DIR.",
    "Replace public and internal that are already in DIR.",
)
UNKNOWN = Text("нет вида «{name}»; есть: {known}", "no kind '{name}'; there are: {known}")
HAS_VIOLATIONS = Text(
    "в плане есть нарушения ({count}), таблицы не записаны; выгрузить черновик: --draft",
    "the plan has violations ({count}), no tables were written; to export a draft: --draft",
)
DRAFT_WARNING = Text(
    "ВНИМАНИЕ: черновик, нарушений в плане: {count} (setka verify покажет их)",
    "WARNING: a draft, the plan has {count} violations (setka verify lists them)",
)
WRITTEN = Text(
    "Для публикации: {public}\nДля служебного пользования: {internal}",
    "To publish: {public}\nFor the office: {internal}",
)
ENTRIES = ("public", "internal")


class Formats(click.ParamType[tuple[str, ...]]):
    """Kinds of files by commas, each known to the export."""

    name = "LIST"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        from reports.export.folders import FORMATS

        names = tuple(name.strip().lower() for name in str(value).split(",") if name.strip())
        for name in names or (str(value),):
            if name not in FORMATS:
                lang = screen_of(ctx).lang if ctx else "en"
                self.fail(UNKNOWN(name=name, known=FORMATS).in_(lang), param, ctx)
        return names


@click.command(
    "export",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka export udomlya out/udomlya/plan.json -o out/tables",
        "setka export district.xlsx out/district/plan.json -o out/tables --only xlsx,csv --lang ru",
        "setka export udomlya out/udomlya/plan.json -o out/figures --only png,pdf",
    ),
)
@click.argument("source", metavar="NETWORK")
@click.argument("plan_file", metavar="PLAN")
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="DIR", required=True)
@click.option("--only", cls=Option, text=ONLY, type=Formats(), metavar="LIST", default="xlsx,csv,json,html")
@click.option("--set-aside", cls=Option, text=SET_ASIDE_AGAIN, is_flag=True)
@click.option("--draft", cls=Option, text=DRAFT, is_flag=True)
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    plan_file: str,
    output: str,
    only: tuple[str, ...],
    set_aside: bool,
    draft: bool,
    force: bool,
) -> int:
    """Audits the plan, then writes its tables."""
    from reports.audit import audit
    from reports.export.folders import export

    screen = screen_of(ctx)
    directory = Path(output)
    with staged(directory, ENTRIES, force=force) as stage:
        network, reading = read_network(screen, source, set_aside=set_aside)
        plan, _ = read_plan(screen, network, reading.people, plan_file)
        report = audit(network, plan)
        if report.violations and not draft:
            show_findings(Screen(screen.lang, screen.err, screen.err), report.violations)
            raise Refused(HAS_VIOLATIONS(count=len(report.violations)), VIOLATED)
        audited = plan.replace(levels=report.levels)
        with writing(directory):
            export(
                network,
                audited,
                reading.people,
                stage,
                assumptions=reading.assumptions,
                formats=only,
                lang=screen.lang,
            )
    if report.violations:
        screen.complain(DRAFT_WARNING(count=len(report.violations)))
    screen.print(WRITTEN(public=directory / "public", internal=directory / "internal"))
    return FINE
