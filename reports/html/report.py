"""The report: the whole plan in one file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from models.order import natural
from models.text import Lang
from reports.export.imprint import imprint
from reports.export.source import Source
from reports.export.tables import about, assumptions, norms
from reports.export.tables.refusals import has_cures
from reports.figures.gallery import Figure, gallery
from reports.html.bus_runs import bus_runs
from reports.html.group_cards import GroupCard, group_cards
from reports.html.headline import tiles
from reports.html.page import heading_of_year, profile_colours, render
from reports.html.plurals import SEAT
from reports.html.refusal_rows import RefusalRow, refusal_rows
from reports.html.school_pages import SchoolView, page_ids, school_views
from reports.html.week_grid import week_grid
from reports.html.words import WORDS
from reports.views.bounds import goal_lines, overall
from reports.views.centres import centre_pages
from reports.views.journeys import journeys
from reports.views.near_misses import near_misses
from reports.views.public import (
    public_centre_pages,
    public_flows,
    public_home,
    public_meetings,
    public_served,
    public_shares,
    public_there,
)
from reports.views.public.goals import public_goal_lines
from reports.views.public.refusals import public_refusals
from reports.views.public.served import public_served_in_all
from reports.views.served import served_by_school, served_in_all
from reports.views.shares import shares
from reports.views.week import Meeting, meetings
from reports.views.worst_off import unit_names

FILE = "report.html"

SECTION_OF_FIGURE = {
    "fill": "groups",
    "misses": "refusals",
    "served": "schools",
    "shares": "schools",
    "travel": "travel",
    "map": "travel",
    "levels": "goals",
}
"""Beside which section a figure stands."""


def write_html(source: Source, folder: Path, *, lang: Lang, public: bool) -> None:
    """Writes ``report.html`` into an existing folder."""
    (folder / FILE).write_text(report(source, lang=lang, public=public), encoding="utf-8", newline="\n")


def report(source: Source, *, lang: Lang, public: bool) -> str:
    """The page as text. In public it holds nobody's name or id and no small count."""
    network, plan = source.network, source.plan
    held = public_meetings(source) if public else meetings(source)
    cards = group_cards(source, public=public)
    refused = [] if public else refusal_rows(source, cards)
    centres = public_centre_pages(source) if public else centre_pages(source)
    schools = school_views(source, lang=lang, public=public)
    figures = _by_section(gallery(source, lang=lang, public=public, weeks=False))
    goals = public_goal_lines(source) if public else goal_lines(plan.levels, unit_names(source))
    return render(
        "report.html",
        lang=lang,
        imprint=imprint(plan, public=public),
        title=f"{WORDS['title'].in_(lang)} — {heading_of_year(network.rules.school_year, lang)}",
        network=network,
        source=source,
        year=heading_of_year(network.rules.school_year, lang),
        tiles=tiles(source, lang=lang, public=public),
        overall=overall(goals),
        meetings=held,
        days=week_grid(held),
        colours=profile_colours(held),
        groups=cards,
        finds={card.group: _find(card, lang) for card in cards},
        refusals=refused,
        has_cures=has_cures(source),
        public_refusals=public_refusals(source) if public else [],
        options=_options(source, held, cards, refused, schools),
        shares=public_shares(source) if public else shares(source),
        served=public_served(source) if public else served_by_school(source),
        served_in_all=public_served_in_all(source) if public else served_in_all(source),
        there=public_there(source) if public else journeys(source).there,
        home=public_home(source) if public else journeys(source).home,
        flows=public_flows(source) if public else [f for f in journeys(source).flows if not f.stays],
        journeys=None if public else journeys(source),
        runs=bus_runs(source, public=public),
        goals=goals,
        norms=norms.norms(source),
        assumptions=None if public else assumptions.assumptions(source),
        about=None if public else about.about(source),
        schools=schools,
        centres=centres,
        school_ids=page_ids("school", (view.institution for view in schools)),
        centre_ids=page_ids("centre", (page.centre for page in centres)),
        week_grid=week_grid,
        seats=SEAT,
        figures=figures,
        misses_untold=public and _has_misses(source) and not figures["refusals"],
    )


def _has_misses(source: Source) -> bool:
    """Whether students or seats were short anywhere."""
    found = near_misses(source)
    return bool(found.unopened or found.full)


def _find(card: GroupCard, lang: Lang) -> str:
    """What a search finds a group by, beside the names of its members."""
    parts: list[str] = [card.title, card.group, card.profile, *card.school_names, *card.teacher_names]
    for meeting in card.meetings:
        parts += [meeting.centre_name, meeting.address, WORDS["room"](room=meeting.room).in_(lang)]
    return " ".join(dict.fromkeys(part for part in parts if part))


def _options(
    source: Source,
    held: Sequence[Meeting],
    cards: Sequence[GroupCard],
    refused: Sequence[RefusalRow],
    schools: Sequence[SchoolView],
) -> dict[str, list[tuple[str, str]]]:
    """What the page may be filtered by: value and label, by label."""
    institutions = {(id, source.institution_name(id)) for card in cards for id in card.schools}
    institutions |= {(view.institution, view.name) for view in schools}
    institutions |= {(row.school, row.school_name) for row in refused if row.school}
    titles = {card.title for card in cards} | {title for row in refused for title in row.titles}
    teachers = {pair for m in held for pair in zip(m.teachers, m.teacher_names, strict=True)}
    return {
        "school": _sorted(institutions),
        "centre": _sorted({(m.centre, m.centre_name) for m in held}),
        "course": _sorted({(title, title) for title in titles}),
        "teacher": _sorted(teachers),
    }


def _sorted(options: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(options, key=lambda option: (natural(option[1]), option[0]))


def _by_section(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """The figures by the section they stand in; ``figures`` for those that have none of their own."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        kind = figure.key.partition("-")[0]
        found[SECTION_OF_FIGURE.get(kind, "figures")].append(figure)
    return found
