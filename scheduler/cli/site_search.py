"""``setka whatif --site-search``: where the next centre should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.exits import NO_PLAN, Refused
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.network import Network
    from models.sites import Site
    from reports.compare.comparison import Side
    from reports.compare.sites import SitePoint
    from reports.compare.study import Study
    from scheduler.engine.settings import Settings
    from scheduler.whatif.site_search import SiteAnswer

NO_SITES = Text(
    "искать негде: нет ни кандидатов, ни учреждений без центра",
    "there is nowhere to look: no candidate, and no institution without a centre",
)
NOT_FIRST = Text(
    "поиск места считает, сколько заявителей останется ни с чем: поставьте эту цель (unserved) первой",
    "the site search counts applicants left with nothing: put that goal (unserved) first",
)
ALONE = Text("Место: {site}", "Place: {site}")
EVERY = Text("Все места вместе", "All places together")
AT_MOST = Text("Лучший набор, мест не больше: {most}", "The best set, places at most: {most}")
NOTHING_FOUND = Text("  плана нет: {reason}", "  no plan: {reason}")


def find_sites(
    screen: Screen, base: Side, settings: Settings, *, visiting: bool, most: int, share: float | None
) -> Study:
    """Plans every place and the best sets."""
    from models.sites import sites_of
    from reports.audit import audit
    from reports.compare.site_study import site_study
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

    def announce(chosen: tuple[Site, ...], number: int) -> None:
        screen.complain(_title(base.network, chosen, number))

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
            announce=announce,
        ):
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
    return site_study(base.network, base.plan, alone, curve, visiting=visiting, share=share)


def _title(network: Network, chosen: tuple[Site, ...], number: int) -> Message | Text:
    from reports.compare.sites import site_name

    if len(chosen) == 1:
        return ALONE(site=site_name(network, chosen[0]))
    return EVERY if number >= len(chosen) else AT_MOST(most=number)


def _point(base: Side, answer: SiteAnswer) -> SitePoint | None:
    from reports.compare.sites import site_point

    if answer.plan is None:
        return None
    return site_point(
        base.network, base.plan, answer.network, answer.plan, answer.sites, answer.used, answer.most
    )
