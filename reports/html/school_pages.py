"""What the page of a school shows, in the report and as a file of its own to send to the school."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from models.text import Lang
from reports.export.imprint import imprint
from reports.export.source import Source
from reports.html.page import heading_of_year, profile_colours, render
from reports.html.week_grid import Day, week_grid
from reports.views.attending import Attending, attending
from reports.views.chat import chat_text
from reports.views.public import PublicSchoolPage, public_school_pages
from reports.views.public.ways import PublicWay, PublicWays, public_ways
from reports.views.schools import SchoolPage, school_pages
from reports.views.week import Meeting, meetings

FOLDER = "schools"

LONGEST = 60
"""Letters of a file name."""

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
"""Names that Windows keeps for itself."""


@dataclass(frozen=True)
class OfferedWays:
    """A meeting with the ways of a school's students, as they may be published."""

    meeting: Meeting
    there: tuple[PublicWay, ...]
    back: tuple[PublicWay, ...]


@dataclass(frozen=True)
class SchoolView:
    """What the page of a school shows: its ``page``; for the office the students group by group, in
    public the ``offered`` ways (the other of the two is empty)."""

    page: SchoolPage | PublicSchoolPage
    days: tuple[Day, ...]
    attending: tuple[Attending, ...]
    offered: tuple[OfferedWays, ...]
    chat: str

    @property
    def institution(self) -> str:
        return self.page.institution

    @property
    def name(self) -> str:
        return self.page.name


def school_views(source: Source, *, lang: Lang, public: bool) -> list[SchoolView]:
    """One entry a school with students, by name."""
    office = school_pages(source)
    if not public:
        return [
            SchoolView(
                page,
                tuple(week_grid(page.meetings)),
                tuple(attending(page.lines, page.institution)),
                (),
                chat_text(source, page, lang, names=True),
            )
            for page in office
        ]
    return [
        SchoolView(
            told,
            tuple(week_grid(told.meetings)),
            (),
            tuple(_offered(source, told.institution, meeting) for meeting in told.meetings),
            chat_text(source, page, lang, names=False),
        )
        for told, page in zip(public_school_pages(source), office, strict=True)
    ]


def _offered(source: Source, institution: str, meeting: Meeting) -> OfferedWays:
    """Nothing is offered to practice: where it is held differs from student to student."""
    if meeting.is_practice:
        return OfferedWays(meeting, (), ())
    told = public_ways(source).get((institution, meeting.session), PublicWays())
    return OfferedWays(meeting, told.there, told.back)


def write_school_pages(source: Source, folder: Path, *, lang: Lang, public: bool) -> None:
    """Writes ``schools/<name>.html`` for every school, to be sent to it alone. In the office it names the
    students of that school and nobody else's."""
    views = school_views(source, lang=lang, public=public)
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for view, name in zip(views, file_names([view.name for view in views]), strict=True):
        page = school_page(source, view, lang=lang, public=public)
        (target / f"{name}.html").write_text(page, encoding="utf-8", newline="\n")


def school_page(source: Source, view: SchoolView, *, lang: Lang, public: bool) -> str:
    """The page of one school as a file of its own."""
    year = heading_of_year(source.network.rules.school_year, lang)
    return render(
        "school.html",
        lang=lang,
        imprint=imprint(source.plan, public=public),
        title=f"{view.name} — {year}",
        network=source.network,
        year=year,
        view=view,
        colours=profile_colours(meetings(source)),
    )


def file_names(names: Iterable[str]) -> list[str]:
    """A file name for each, without ending, that every system takes; equal ones are numbered."""
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        plain = re.sub(r"[^\w\-. №()«»]+", "_", name).strip(" ._")[:LONGEST].rstrip(" ._")
        plain = f"{plain}_" if plain.lower() in RESERVED else plain or "_"
        numbered, number = plain, 1
        while numbered.lower() in taken:
            number += 1
            numbered = f"{plain} ({number})"
        taken.add(numbered.lower())
        found.append(numbered)
    return found


def page_ids(kind: str, keys: Iterable[str]) -> dict[str, str]:
    """Key → the id of its part of the page: ``school-1``, ``school-2``, …"""
    return {key: f"{kind}-{at}" for at, key in enumerate(keys, start=1)}
