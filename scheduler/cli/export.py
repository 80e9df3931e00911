"""``setka export``: the tables of a plan, to publish and for the office."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from models.text import Text
from scheduler.cli import calendar
from scheduler.cli.audited import read_audited
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.documents import make as documents
from scheduler.cli.exits import FINE
from scheduler.cli.inputs import SET_ASIDE_AGAIN
from scheduler.cli.output import staged, writing

ABOUT = Text(
    "Записать таблицы плана: public/ для публикации, internal/ для служебного пользования; на выбор и "
    "документы Word (docx, как setka documents make), и календари (ics, как setka calendar).\n\n"
    "Сначала план проверяется; план с нарушениями не выгружается, пока не указано --draft. Документов и "
    "календарей черновика не бывает.",
    "Write the tables of a plan: public/ to publish, internal/ for the office; on request also Word papers "
    "(docx, like setka documents make) and calendars (ics, like setka calendar).\n\n"
    "The plan is audited first; one with violations is not exported unless --draft is given. There are no "
    "papers and calendars of a draft.",
)
OUTPUT = Text("Папка для таблиц.", "Folder for the tables.")
ONLY = Text(
    "Виды файлов через запятую; без этого xlsx,csv,json,html; документы: docx; календари: ics; рисунки "
    "отдельно: png, pdf, svg.",
    "Kinds of files, by commas; without it xlsx,csv,json,html; papers: docx; calendars: ics; figures as "
    "files: png, pdf, svg.",
)
DRAFT = Text("Выгрузить и план с нарушениями.", "Export a plan with violations, too.")
FORCE = Text(
    "Заменить те из папок, куда пишет команда, которые уже есть в DIR.",
    "Replace those of the folders written to that are already in DIR.",
)
UNKNOWN = Text("нет вида «{name}»; есть: {known}", "no kind '{name}'; there are: {known}")
DRAFT_WARNING = Text(
    "ВНИМАНИЕ: черновик, нарушений в плане: {count} (setka verify покажет их)",
    "WARNING: a draft, the plan has {count} violations (setka verify lists them)",
)
WRITTEN = Text(
    "Для публикации: {public}\nДля служебного пользования: {internal}",
    "To publish: {public}\nFor the office: {internal}",
)
TABLES = ("public", "internal")
PAPERS, CALENDARS = "docx", "ics"
"""Kinds of files that have folders of their own."""


class Formats(click.ParamType[tuple[str, ...]]):
    """Kinds of files by commas, each known to the export."""

    name = "LIST"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        from reports.export.folders import FORMATS

        known = (*FORMATS, PAPERS, CALENDARS)
        names = tuple(name.strip().lower() for name in str(value).split(",") if name.strip())
        for name in names or (str(value),):
            if name not in known:
                lang = screen_of(ctx).lang if ctx else "en"
                self.fail(UNKNOWN(name=name, known=known).in_(lang), param, ctx)
        return names


@click.command(
    "export",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka export udomlya out/udomlya/plan.json -o out/tables",
        "setka export district.xlsx out/district/plan.json -o out/tables --only xlsx,csv --lang ru",
        "setka export udomlya out/udomlya/plan.json -o out/figures --only png,pdf",
        "setka export udomlya out/udomlya/plan.json -o out/all --only xlsx,html,docx,ics",
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
    """Audits the plan, then writes its tables, papers and calendars."""
    from reports.export.folders import export

    screen = screen_of(ctx)
    directory = Path(output)
    tables = tuple(kind for kind in only if kind not in (PAPERS, CALENDARS))
    entries = (*(TABLES if tables else ()), *(documents.FOLDERS if PAPERS in only else ()))
    entries += tuple(calendar.FOLDERS) if CALENDARS in only else ()
    with staged(directory, entries, force=force) as stage:
        audited = read_audited(screen, source, plan_file, set_aside=set_aside, draft=draft and tables == only)
        about = audited.source
        papers = documents.papers_of(about) if PAPERS in only else {}
        with writing(directory):
            if tables:
                export(
                    about.network,
                    about.plan,
                    about.people,
                    stage,
                    assumptions=about.assumptions,
                    formats=tables,
                    lang=screen.lang,
                )
            documents.write(stage, papers)
            if CALENDARS in only:
                calendars = calendar.write(stage, [about])
    if audited.report.violations:
        screen.complain(DRAFT_WARNING(count=len(audited.report.violations)))
    if tables:
        screen.print(WRITTEN(public=directory / "public", internal=directory / "internal"))
    documents.tell(screen, directory, papers)
    if CALENDARS in only:
        calendar.tell(screen, directory, calendars)
    return FINE
