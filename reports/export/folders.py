"""The two folders: which tables each holds, and the files they are written to."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Literal

from models.fault import Assumption
from models.network import Network
from models.people import People
from models.plan import Plan
from models.text import Lang
from reports.export.csv_files import write_csv
from reports.export.imprint import imprint
from reports.export.json_file import write_json
from reports.export.masking import masked
from reports.export.source import Source
from reports.export.table import Table
from reports.export.tables import (
    about,
    assumptions,
    enrolments,
    goals,
    groups,
    levels,
    members,
    norms,
    refusals,
    rides,
    sessions,
)
from reports.export.xlsx import write_xlsx
from reports.figures.gallery import write_figures
from reports.html.report import write_html
from reports.html.school_pages import write_school_pages
from reports.office.workbook import write_office
from reports.views.public.goals import told_goals

USUAL = ("xlsx", "csv", "json", "html")
"""What is written unasked."""

FIGURES: tuple[Literal["png", "pdf", "svg"], ...] = ("png", "pdf", "svg")
"""Formats in which the figures are written as files of their own."""

FORMATS = (*USUAL, *FIGURES)


FOR_PROGRAMS = ("levels",)
"""Tables with codes and running sums, which stand in csv/ and tables.json alone."""


def internal_tables(source: Source) -> list[Table]:
    """Everything, with names: for the office."""
    return [
        about.about(source),
        groups.groups(source),
        sessions.sessions(source),
        sessions.dates(source),
        enrolments.enrolments(source),
        rides.rides(source),
        refusals.refusals(source),
        goals.goals(source, public=False),
        levels.levels(source),
        norms.norms(source),
        assumptions.assumptions(source),
    ]


def public_tables(source: Source) -> list[Table]:
    """What may be published: no name or id of a person, small counts masked."""
    return [
        about.about_public(source),
        groups.groups(source, masked),
        sessions.sessions(source, sessions.PUBLIC),
        sessions.dates(source),
        members.members(source),
        rides.runs(source),
        refusals.refusal_counts(source),
        goals.goals(source, public=True),
        levels.levels(source, told_goals(source)),
    ]


def export(
    network: Network,
    plan: Plan,
    people: People,
    directory: Path,
    *,
    assumptions: Collection[Assumption] = (),
    formats: Collection[str] = USUAL,
    lang: Lang = "ru",
) -> None:
    """Writes ``public/`` and ``internal/`` below an existing directory: plan.xlsx, timetable.xlsx,
    tables.json, csv/, report.html and schools/ with a page for every school; on request figures/.

    Every file of the internal folder bears the mark that it contains personal data, every page of both
    the edition of the plan.
    """
    source = Source(network, plan, people, tuple(assumptions))
    for name, tables in (("public", public_tables(source)), ("internal", internal_tables(source))):
        public = name == "public"
        borne = imprint(plan, public=public)
        folder = directory / name
        folder.mkdir(parents=True, exist_ok=True)
        if "xlsx" in formats:
            kept = None if public else plan
            read_by_people = [table for table in tables if table.key not in FOR_PROGRAMS]
            write_xlsx(read_by_people, folder / "plan.xlsx", lang=lang, imprint=borne, plan=kept)
            write_office(source, folder, lang=lang, public=public)
        if "csv" in formats:
            write_csv(tables, folder / "csv", lang=lang, mark=borne.mark)
        if "json" in formats:
            write_json(tables, folder / "tables.json", lang=lang, mark=borne.mark)
        if "html" in formats:
            write_html(source, folder, lang=lang, public=public)
            write_school_pages(source, folder, lang=lang, public=public)
        for format in FIGURES:
            if format in formats:
                (folder / "figures").mkdir(exist_ok=True)
                write_figures(source, folder / "figures", lang=lang, public=public, format=format)
