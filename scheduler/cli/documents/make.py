"""``setka documents make``: the papers of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from models.text import Text
from scheduler.cli.audited import read_audited
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, NOT_WRITTEN, Refused
from scheduler.cli.inputs import SET_ASIDE_AGAIN
from scheduler.cli.output import looking, staged, writing
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reports.documents.catalogue import Document
    from reports.documents.making import Made
    from reports.export.source import Source

ABOUT = Text(
    "Составить документы по плану: для служебного пользования (папка documents) и то из них, что можно "
    "публиковать (documents-public: без учителей, имён и малых чисел).\n\n"
    "План сначала проверяется: по плану с нарушениями документы не составляются. С --pdf рядом с каждым "
    "документом Word ложится PDF, если на компьютере есть LibreOffice.",
    "Make the papers of a plan: for the office (folder documents), and those that may be published "
    "(documents-public: without teachers, names and small counts).\n\n"
    "The plan is audited first: no papers are made of one with violations. With --pdf each Word file has a "
    "PDF beside it, if the computer has LibreOffice.",
)
OUTPUT = Text("Папка для документов.", "Folder for the documents.")
ONLY = Text("Только эти документы, через запятую: D1,D2.", "These documents only, by commas: D1,D2.")
TEMPLATES = Text("Папка со своими шаблонами.", "Folder with your own templates.")
PDF = Text("Записать и PDF (нужен LibreOffice).", "Write PDF, too (needs LibreOffice).")
FORCE = Text("Заменить документы, которые уже есть в DIR.", "Replace documents that are already in DIR.")
UNKNOWN = Text("нет документа «{code}»; есть: {known}", "no document '{code}'; there are: {known}")
NO_FOLDER = Text("нет папки с шаблонами: {path}", "there is no folder of templates: {path}")
PUBLIC = "documents-public"
FOLDERS = {
    "documents": Text(
        "Документы для служебного пользования: {path} ({count})", "Documents for the office: {path} ({count})"
    ),
    PUBLIC: Text("Документы для публикации: {path} ({count})", "Documents to publish: {path} ({count})"),
}
"""Folders of their own, so that --force replaces papers and nothing else, not even beside a plan."""


class Codes(click.ParamType[tuple[str, ...]]):
    """Codes of documents by commas."""

    name = "LIST"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        from reports.documents.catalogue import BY_CODE

        codes = tuple(
            code.strip().upper().replace("Д", "D") for code in str(value).split(",") if code.strip()
        )
        for code in codes or (str(value),):
            if code not in BY_CODE:
                lang = screen_of(ctx).lang if ctx else "en"
                self.fail(UNKNOWN(code=code, known=tuple(BY_CODE)).in_(lang), param, ctx)
        return codes


@click.command(
    "make",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka documents make udomlya out/udomlya/plan.json -o out/papers",
        "setka documents make district.xlsx out/district/plan.json -o out/papers --only D1,D2 --pdf",
        "setka documents make district.xlsx out/district/plan.json -o out/papers --templates templates",
    ),
)
@click.argument("source", metavar="NETWORK")
@click.argument("plan_file", metavar="PLAN")
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="DIR", required=True)
@click.option("--only", cls=Option, text=ONLY, type=Codes(), metavar="LIST")
@click.option("--templates", cls=Option, text=TEMPLATES, metavar="DIR")
@click.option("--pdf", cls=Option, text=PDF, is_flag=True)
@click.option("--set-aside", cls=Option, text=SET_ASIDE_AGAIN, is_flag=True)
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    plan_file: str,
    output: str,
    only: tuple[str, ...] | None,
    templates: str | None,
    pdf: bool,
    set_aside: bool,
    force: bool,
) -> int:
    """Audits the plan, then makes its papers."""
    screen = screen_of(ctx)
    directory = Path(output)
    own = None if templates is None else Path(templates)
    with looking(own or directory):
        if own is not None and not own.is_dir():
            raise Refused(NO_FOLDER(path=own))
    office = _office() if pdf else None
    with staged(directory, tuple(FOLDERS), force=force) as stage:
        audited = read_audited(screen, source, plan_file, set_aside=set_aside)
        papers = papers_of(audited.source, own, only)
        with writing(directory):
            write(stage, papers, office)
    tell(screen, directory, papers)
    return FINE


def papers_of(
    about: Source, own: Path | None = None, only: Collection[str] | None = None
) -> dict[str, list[Made]]:
    """Folder → its papers, of all documents or those asked for; folders without any are left out.

    A broken template among the ``own`` ends the command.
    """
    from reports.documents.catalogue import DOCUMENTS

    asked = [each for each in DOCUMENTS if only is None or each.code in only]
    made = {name: list(_made(asked, about, own, public=name == PUBLIC)) for name in FOLDERS}
    return {name: papers for name, papers in made.items() if papers}


def write(stage: Path, papers: dict[str, list[Made]], office: str | None = None) -> None:
    """Writes papers into their folders; ``office``, a LibreOffice, adds PDF."""
    for name, made in papers.items():
        folder = stage / name
        folder.mkdir()
        for paper in made:
            (folder / paper.name).write_bytes(paper.content)
        if office is not None:
            _convert(office, folder)


def tell(screen: Screen, directory: Path, papers: dict[str, list[Made]]) -> None:
    """Says where the papers are, and how many."""
    for name, made in papers.items():
        screen.print(FOLDERS[name](path=directory / name, count=len(made)))


def _office() -> str:
    from reports.documents.pdf import PdfError, converter

    try:
        return converter()
    except PdfError as error:
        raise Refused(error.message) from error


def _convert(office: str, folder: Path) -> None:
    from reports.documents.pdf import PdfError, to_pdf

    try:
        to_pdf(office, folder)
    except PdfError as error:
        raise Refused(error.message, NOT_WRITTEN) from error


def _made(asked: list[Document], about: Source, own: Path | None, *, public: bool) -> Iterator[Made]:
    """Papers of every document; a broken template ends the command."""
    from reports.documents.making import TemplateFaultError, make

    for document in asked:
        try:
            yield from make(document, about, own, public=public)
        except TemplateFaultError as error:
            raise Refused(error.message) from error
