"""``setka whatif --site-search``: where the next centre should be."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.text import Message, Text
from scheduler.cli.exits import FINE, NO_PLAN, Refused
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.network import Network
    from reports.compare.comparison import Side
    from reports.compare.sites import SitePoint
    from scheduler.engine import Settings
    from scheduler.whatif.site_search import SiteAnswer

NO_SITES = Text(
    "искать негде: нет ни кандидатов, ни учреждений без центра",
    "there is nowhere to look: no candidate, and no institution without a centre",
)
NOT_FIRST = Text(
    "поиск места считает, сколько заявителей останутся ни с чем: поставьте эту цель (unserved) первой",
    "the site search counts applicants left with nothing: put that goal (unserved) first",
)
STEP = Text("{title}", "{title}")
ALONE = Text("Место: {site}", "Place: {site}")
EVERY = Text("Все места вместе", "All places together")
AT_MOST = Text("Не больше мест: {most}", "At most so many places: {most}")
NOTHING_FOUND = Text("  плана нет: {reason}", "  no plan: {reason}")
RANKING = Text("Каждое место отдельно", "Every place by itself")
RANK_HEADERS = (
    Text("Место", "Place"),
    Text("Получат место", "Served"),
    Text("Ещё получат место", "More served"),
    Text("Баллов по очерёдности", "Points by rank"),
)
CURVE = Text("Лучший набор мест", "The best set of places")
CURVE_HEADERS = (
    Text("Мест", "Places"),
    Text("Получат место", "Served"),
    Text("Ещё получат место", "More served"),
    Text("Какие", "Which"),
)
ASSUMED = Text(
    "Новому центру приписаны кабинеты всех нужных видов, по одной группе одновременно, все курсы.",
    "A new centre is assumed to have rooms of every kind asked for, one group at a time, all courses.",
)
VISITING = Text(
    "Учителя сети выезжают в эти центры (--visiting-teachers).",
    "The teachers of the network go there (--visiting-teachers).",
)
AS_THEY_ARE = Text(
    "Учителя — только те, кто там работает или выезжает; с остальными: --visiting-teachers.",
    "Teachers are those who work there or travel; with all others: --visiting-teachers.",
)
FEWEST = Text("Для {share} заявителей: {answer}.", "For {share} of the applicants: {answer}.")
EXACTLY = Text(
    "нужно мест: {number}, меньше нельзя (доказано)", "places needed: {number}, fewer will not do (proven)"
)
BETWEEN = Text(
    "мест хватит {enough}; доказано, что меньше {least} нельзя",
    "{enough} places will do; it is proven that fewer than {least} will not",
)
NOT_ENOUGH = Text("столько не получится ни с одним набором из просчитанных", "no set tried serves so many")
RANGE = Text("от {low} до {high}", "{low} to {high}")

FILE = "sites.json"


def find_sites(
    screen: Screen,
    base: Side,
    settings: Settings,
    stage: Path,
    *,
    visiting: bool,
    most: int,
    share: float | None,
) -> tuple[int, Callable[[], None]]:
    """Plans every place and writes ``sites.json``; the exit code, and what shows the result."""
    from models.sites import sites_of
    from reports.audit import audit
    from reports.compare.sites import base_point, ranked
    from scheduler.cli.progress import watched
    from scheduler.whatif.site_search import search_sites

    sites = sites_of(base.network)
    if not sites:
        raise Refused(NO_SITES)
    start = base_point(base.network, base.plan)
    if start is None:
        raise Refused(NOT_FIRST)
    alone: list[SitePoint] = []
    curve: list[SitePoint] = [start]
    with watched(screen) as on_progress:
        for answer in search_sites(
            base.network,
            base.plan,
            sites,
            settings,
            audit,
            on_progress,
            visiting=visiting,
            most=most,
        ):
            screen.complain(_title(base.network, answer, len(sites)))
            point = _point(base, answer)
            if point is None:
                screen.complain(NOTHING_FOUND(reason=getattr(answer.outcome, "reason", "—")))
            elif len(answer.sites) == 1:
                alone.append(point)
            else:
                curve.append(point)
    if not alone:
        raise Refused(NO_SITES, NO_PLAN)
    if len(sites) == 1:
        curve.append(alone[0])
    alone, curve = ranked(alone), sorted(curve, key=lambda point: point.most)
    for name in ("public", "internal"):
        (stage / name).mkdir(exist_ok=True)
        content = _content(base.network, alone, curve, visiting=visiting)
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (stage / name / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")

    def show() -> None:
        _show(screen, base.network, alone, curve)
        if share is not None:
            screen.print(_fewest(curve, share))
        screen.print(ASSUMED)
        screen.print(VISITING if visiting else AS_THEY_ARE)

    return FINE, show


def _title(network: Network, answer: SiteAnswer, of: int) -> Message | Text:
    from reports.compare.sites import site_name

    if len(answer.sites) == 1:
        return ALONE(site=site_name(network, answer.sites[0]))
    return EVERY if answer.most == of else AT_MOST(most=answer.most)


def _point(base: Side, answer: SiteAnswer) -> SitePoint | None:
    from reports.compare.sites import site_point

    if answer.plan is None:
        return None
    return site_point(
        base.network, base.plan, answer.network, answer.plan, answer.sites, answer.used, answer.most
    )


def _show(screen: Screen, network: Network, alone: list[SitePoint], curve: list[SitePoint]) -> None:
    from reports.compare.sites import site_name
    from reports.compare.words import certain

    rows = [
        (
            site_name(network, point.sites[0]),
            _range(point),
            certain(point.gain),
            "—" if point.points_gain is None else certain(point.points_gain),
        )
        for point in alone
    ]
    screen.table(RANKING, RANK_HEADERS, rows)
    screen.print()
    found = [
        (
            point.most,
            _range(point),
            certain(point.gain),
            [site_name(network, site) for site in point.used] or "—",
        )
        for point in curve
    ]
    screen.table(CURVE, CURVE_HEADERS, found)
    screen.print()


def _range(point: SitePoint) -> Message | int:
    if point.served.is_exact:
        return point.served.low
    return RANGE(low=point.served.low, high=point.served.high)


def _fewest(curve: list[SitePoint], share: float) -> Message:
    from reports.compare.sites import fewest_for
    from reports.export.words import percent

    least, enough = fewest_for(curve, share)
    if enough is None:
        answer: Message | Text = NOT_ENOUGH
    elif least == enough:
        answer = EXACTLY(number=enough)
    else:
        answer = BETWEEN(enough=enough, least=least)
    return FEWEST(share=percent(share), answer=answer)


def _content(
    network: Network, alone: list[SitePoint], curve: list[SitePoint], *, visiting: bool
) -> dict[str, Any]:
    def said(point: SitePoint) -> dict[str, Any]:
        return {
            "most": point.most,
            "sites": [site.centre for site in point.sites],
            "used": [site.centre for site in point.used],
            "applicants": point.applicants,
            "served": asdict(point.served),
            "gain": asdict(point.gain),
            "points_gain": None if point.points_gain is None else asdict(point.points_gain),
        }

    return {
        "format": "setka-sites/1",
        "network": network.sha256,
        "visiting_teachers": visiting,
        "alone": [said(point) for point in alone],
        "curve": [said(point) for point in curve],
    }
