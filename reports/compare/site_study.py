"""Where the next centre should be, as a study: every place by itself, the best set of so many, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from models.network import Network
from models.plan import Plan
from models.text import Lang, Message, Text
from reports.compare.certain import Interval
from reports.compare.sites import SitePoint, best_places, fewest_for, site_name
from reports.compare.study import Part, Said, Study
from reports.compare.words import RANGE, certain
from reports.export.table import Column, Kind, Table, table
from reports.export.words import percent
from reports.figures import curve as curves
from reports.figures import differences
from reports.figures.drawings import Drawing

KEY = "sites"
TITLE = Text("Где открыть следующий центр", "Where the next centre should be")
RANKING = Text("Каждое место отдельно", "Every place by itself")
CURVE = Text("Лучший набор мест", "The best set of places")
SERVED = Column("served", Text("Получат место", "Served"), width=18)
GAIN = Column("gain", Text("Ещё получат место", "More served"), width=30)
ENDS = (
    Column("served_low", Text("Получат место: не меньше", "Served: at least"), Kind.NUMBER, width=14),
    Column("served_high", Text("не больше", "at most"), Kind.NUMBER, width=12),
)
RANK_COLUMNS = (
    Column("site", Text("Место", "Place"), width=40),
    SERVED,
    GAIN,
    Column("points", Text("Баллов по очерёдности", "Points by rank"), width=24),
    *ENDS,
)
CURVE_COLUMNS = (
    Column("most", Text("Мест", "Places"), Kind.NUMBER, width=10),
    SERVED,
    GAIN,
    Column("used", Text("Какие", "Which"), width=60),
    *ENDS,
)
MORE_SERVED = Text("На сколько больше заявителей получат место", "How many more applicants get a seat")
MORE_CAPTION = Text(
    "Каждое место открыто одно; полная полоса — доказанная прибавка, пустая — доказанные границы.",
    "Each place is opened alone; a full bar is a proven gain, a hollow one its proven limits.",
)
SET_CAPTION = Text(
    "Сколько заявителей получат место, если открыть лучший набор из стольких мест.",
    "How many applicants get a seat if the best set of so many places is opened.",
)
PLACES = Text("Сколько новых мест открыто", "New places opened")
SEATED = Text("Получат место, чел.", "Served, students")
ALL = Text("все заявители: {number}", "all applicants: {number}")

NOBODY = Text(
    "Ни одно из этих мест само по себе не даёт места никому сверх исходного плана (доказано).",
    "None of these places by itself serves anybody beyond the base plan (proven).",
)
BEST = Text(
    "Лучшее место — {site}: ещё получат место {gain}. Другие места хуже (доказано).",
    "The best place is {site}: more served {gain}. All others are worse (proven).",
)
AMONG = Text(
    "Лучшее место — одно из этих (какое, не доказано или они равны): {sites}.",
    "The best place is one of these (it is not proven which, or they are equal): {sites}.",
)
EVERY = Text("Все места вместе: ещё получат место {gain}.", "All places together: more served {gain}.")
AS_MANY = Text(
    "Столько же получат место с лучшим набором (мест: {number}): {sites} (доказано).",
    "As many are served with the best set (places: {number}): {sites} (proven).",
)
FEWEST = Text(
    "Чтобы место получили {share} заявителей: {answer}.", "To serve {share} of the applicants: {answer}."
)
EXACTLY = Text(
    "нужно новых мест: {number}, меньшим числом не обойтись (доказано)",
    "new places needed: {number}, fewer will not do (proven)",
)
BETWEEN = Text(
    "{enough} новых мест хватит; доказано, что меньше {least} мало",
    "{enough} new places will do; it is proven that fewer than {least} will not",
)
BEYOND = Text(
    "столько не дают и все места вместе (доказано)", "not even all places together will do (proven)"
)
NOT_ENOUGH = Text("ни один из просчитанных наборов столько не даёт", "no set that was tried serves so many")
ASSUMED = Text(
    "Новому центру приписаны кабинеты всех нужных видов, по одной группе одновременно, все курсы.",
    "A new centre is assumed to have rooms of every kind asked for, one group at a time, all courses.",
)
WITH_WISHES = Text(
    "Спрос — поданные заявки и пожелания на то, чего в исходной сети нет.",
    "Demand is the applications and the wishes for what the base does not offer.",
)
VISITING = Text(
    "Учителя сети выезжают в эти центры (--visiting-teachers).",
    "The teachers of the network go there (--visiting-teachers).",
)
AS_THEY_ARE = Text(
    "Учителя — только те, кто там работает или выезжает; с остальными: --visiting-teachers.",
    "Teachers are those who work there or travel; with all others: --visiting-teachers.",
)
FIRST_TWO = Text(
    "Планы искались только по двум первым целям: кто останется ни с чем и баллы по очерёдности. Расписание "
    "с выбранным местом составляет вариант с тем же центром.",
    "Plans were sought for two goals alone: applicants left with nothing, and points by rank. The timetable "
    "with the chosen place is made by a scenario with that centre.",
)


def site_study(
    network: Network,
    plan: Plan,
    alone: Sequence[SitePoint],
    curve: Sequence[SitePoint],
    *,
    visiting: bool,
    share: float | None,
) -> Study:
    """``alone`` in order of rank, ``curve`` by number of places; ``share``: of applicants to serve."""
    return Study(
        KEY,
        TITLE,
        network,
        plan,
        tuple(_answers(network, alone, curve, share)),
        (
            Part(_ranking(network, alone), partial(_bars, network, alone)),
            Part(_sets(network, curve), partial(_line, curve)),
        ),
        (ASSUMED, VISITING if visiting else AS_THEY_ARE, WITH_WISHES, FIRST_TWO),
        _content(network, alone, curve, visiting=visiting),
    )


def _answers(
    network: Network, alone: Sequence[SitePoint], curve: Sequence[SitePoint], share: float | None
) -> Iterator[Said]:
    best = best_places(alone)
    if all(point.gain == Interval(0, 0) for point in alone):
        yield NOBODY
    elif len(best) == 1:
        yield BEST(site=site_name(network, best[0].sites[0]), gain=certain(best[0].gain))
    else:
        yield AMONG(sites=[site_name(network, point.sites[0]) for point in best])
    if len(alone) > 1 and curve:
        yield EVERY(gain=certain(curve[-1].gain))
        few = next((p for p in curve[1:-1] if p.served == curve[-1].served and p.served.is_exact), None)
        if few is not None:
            yield AS_MANY(number=few.most, sites=[site_name(network, site) for site in few.used])
    if share is not None:
        least, enough = fewest_for(curve, share)
        if least is None and curve and curve[-1].most >= len(curve[-1].sites):
            answer: Said = BEYOND
        elif enough is None:
            answer = NOT_ENOUGH
        elif least == enough:
            answer = EXACTLY(number=enough)
        else:
            answer = BETWEEN(enough=enough, least=least)
        yield FEWEST(share=percent(share), answer=answer)


def _ranking(network: Network, alone: Sequence[SitePoint]) -> Table:
    rows = [
        (
            site_name(network, point.sites[0]),
            _said(point.served),
            certain(point.gain),
            "—" if point.points_gain is None else certain(point.points_gain),
            *(point.served.low, point.served.high),
        )
        for point in alone
    ]
    return table("ranking", RANKING, RANK_COLUMNS, rows, printed=4)


def _sets(network: Network, curve: Sequence[SitePoint]) -> Table:
    def names(point: SitePoint) -> Text:
        found = [site_name(network, site) for site in point.used]
        return Text(*("; ".join(name.in_(lang) for name in found) or "—" for lang in ("ru", "en")))

    rows = [
        (
            point.most,
            _said(point.served),
            certain(point.gain),
            names(point),
            *(point.served.low, point.served.high),
        )
        for point in curve
    ]
    return table("sets", CURVE, CURVE_COLUMNS, rows, printed=4)


def _said(found: Interval) -> int | Message:
    return found.low if found.is_exact else RANGE(low=found.low, high=found.high)


def _bars(network: Network, alone: Sequence[SitePoint], lang: Lang) -> Iterator[Drawing]:
    rows = tuple(
        differences.Difference(
            site_name(network, point.sites[0]).in_(lang),
            None,
            (point.gain.low, point.gain.high),
            certain(point.gain),
        )
        for point in alone
    )
    data = differences.Differences(KEY, MORE_SERVED, rows)
    if differences.has_bars(data):
        yield Drawing(
            "ranking", MORE_SERVED, MORE_CAPTION, differences.draw(differences.sheet(data), data, lang)
        )


def _line(curve: Sequence[SitePoint], lang: Lang) -> Iterator[Drawing]:
    if len(curve) < 2:
        return
    points = tuple(
        curves.Point(point.most, str(point.most), point.served.low, point.served.high) for point in curve
    )
    applicants = max(point.applicants for point in curve)
    data = curves.Curve(PLACES, SEATED, points, (applicants, ALL(number=applicants)))
    yield Drawing("sets", CURVE, SET_CAPTION, curves.draw(curves.curve_sheet(), data, lang))


def _content(
    network: Network, alone: Sequence[SitePoint], curve: Sequence[SitePoint], *, visiting: bool
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
