"""D21: the report of the year. Nobody is named; in public small counts are masked as on the public pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from io import BytesIO

from models.history import INDICATORS, indicator_of
from models.order import natural
from models.plan import Group
from models.text import Lang
from reports.compare.cost import cost_of
from reports.documents.common import Picture, Values, centre_title, heading
from reports.documents.grammar import LINE, SHORT_LINE, listed, school_year
from reports.documents.telling import NOT_TOLD, NOTHING, Public, Telling, said
from reports.documents.year_end import result_of
from reports.export.source import Source
from reports.export.summary import summarise
from reports.export.words import percent
from reports.figures.style import settings
from reports.figures.years import GAP, Year, draw, years_sheet
from reports.views.public.headline import public_headline
from reports.views.public.shares import public_shares
from reports.views.shares import STATED_SHARE, shares

LANG: Lang = "ru"
PEDAGOGICAL = "педагог"
"""In the profile of the courses of the pedagogical class."""

WIDTH = 165.0
"""Of the chart, in millimetres: a page between its margins."""

BY_HAND = ("exams", "admitted")
"""What no plan tells: from the history of this year, else a line to fill in."""


def year_report(telling: Telling) -> Values:
    """Indicators of the practice, schools, centres, the years side by side with their chart."""
    source = telling.source
    now = _this_year(telling)
    years = _years(source, now)
    grades = sorted(source.network.rules.senior_grades)
    return heading(source) | {
        "indicators": [{"title": title, "value": value} for title, value in _indicators(telling, now)],
        "grades": f"старшеклассниками считаются обучающиеся {listed([str(g) for g in grades])} классов",
        "schools": _schools(telling),
        "centres": _centres(telling),
        "years": [
            {"year": school_year(year), **{key: _number(found.get(key)) for key in COLUMNS}}
            for year, found in years.items()
        ],
        "chart": _chart(years),
    }


COLUMNS = ("centres", "groups", "students", "certificates", "pedagogical")


def _this_year(telling: Telling) -> dict[str, float | None]:
    """What the plan and the results say of this year; what must not be told is ``None``."""
    source = telling.source
    plan = source.plan
    pedagogical = {
        seat.student for seat in plan.enrolments if PEDAGOGICAL in source.profile(seat.course).casefold()
    }
    counts: dict[str, float | None] = {
        "centres": len({source.group_centre(group) for group in plan.groups}),
        "groups": len(plan.groups),
        "students": telling.learning(),
        "certificates": telling.number(sum(result_of(source, seat) is not None for seat in plan.enrolments)),
        "pedagogical": telling.number(len(pedagogical)),
    }
    stated = _history(source).get(source.network.rules.school_year, {})
    return counts | stated


def _history(source: Source) -> dict[int, dict[str, float | None]]:
    """School year → indicator → the figure of the whole network."""
    found: dict[int, dict[str, float | None]] = defaultdict(dict)
    for figure in source.network.history:
        key = indicator_of(figure.key)
        if key is not None and not figure.institution:
            found[figure.school_year][key] = figure.value
    return found


def _years(source: Source, now: dict[str, float | None]) -> dict[int, dict[str, float | None]]:
    """All years that something is known of, this one last; of results still to come nothing is told."""
    year = source.network.rules.school_year
    known = {before: found for before, found in sorted(_history(source).items()) if before < year}
    return known | {year: {key: value for key, value in now.items() if key != "certificates" or value}}


def _indicators(telling: Telling, now: Mapping[str, float | None]) -> list[tuple[str, str]]:
    source = telling.source
    cost = cost_of(source.network, source.plan)
    prices = source.network.costs
    share, stated = _share(telling), percent(STATED_SHARE, 0).ru
    found = [
        ("Ресурсных центров", _number(now["centres"])),
        ("Профильных групп", _number(now["groups"])),
        ("Обучающихся в сети", _number(now["students"])),
        ("Подали заявки / получили место", _applicants(telling)),
        (f"Доля старшеклассников в сети (заявлено не менее {stated})", share),
        ("Сертификатов", _number(now["certificates"]) if now["certificates"] else LINE),
        ("В педагогическом классе", _number(now["pedagogical"])),
        ("Затраты на год, руб.", _grouped(cost.yearly) if prices and not cost.missing else LINE),
        ("Поддержка учителей, руб.", _number(now.get("support")) if now.get("support") else LINE),
    ]
    found += [
        (_sentence(INDICATORS[key].ru), _number(now.get(key)) if now.get(key) is not None else LINE)
        for key in BY_HAND
    ]
    return found


def _share(telling: Telling) -> str:
    headline = public_headline(telling.source)
    if isinstance(telling, Public):
        share = NOT_TOLD if headline.share is None else said(headline.share)
        return f"{said(headline.senior_places)} из {headline.seniors} ({share})"
    summary = summarise(telling.source.network, telling.source.plan)
    if summary.senior_share is None:
        return LINE
    return f"{summary.senior_places} из {summary.seniors} ({percent(summary.senior_share).ru})"


def _applicants(telling: Telling) -> str:
    if isinstance(telling, Public):
        headline = public_headline(telling.source)
        return f"{said(headline.applicants)} / {said(headline.served)}"
    summary = summarise(telling.source.network, telling.source.plan)
    return f"{summary.applicants} / {summary.served}"


def _schools(telling: Telling) -> list[Values]:
    """By school: seniors, those of them in the network, the share, applicants, seats and certificates."""
    source = telling.source
    if isinstance(telling, Public):
        return [
            {
                "school": one.name,
                "seniors": one.seniors,
                "places": NOT_TOLD if one.high is None else _range(one.low, one.high),
                "share": NOTHING if one.share is None else _shares(*one.share),
                "applied": NOTHING,
                "seated": NOTHING,
                "certificates": NOTHING,
            }
            for one in public_shares(source)
            if one.institution
        ]
    applied, seated, certified = Counter[str](), Counter[str](), Counter[str]()
    for id in source.network.choices_by_student:
        applied[source.network.student_by_id[id].institution] += 1
    for id in {seat.student for seat in source.plan.enrolments}:
        if known := source.student(id):
            seated[known.institution] += 1
    for seat in source.plan.enrolments:
        if (known := source.student(seat.student)) and result_of(source, seat):
            certified[known.institution] += 1
    return [
        {
            "school": one.name,
            "seniors": one.seniors,
            "places": one.places,
            "share": NOTHING if one.share is None else percent(one.share).ru,
            "applied": applied[one.institution],
            "seated": seated[one.institution],
            "certificates": certified[one.institution] or SHORT_LINE,
        }
        for one in shares(source)
        if one.institution
    ]


def _centres(telling: Telling) -> list[Values]:
    """By centre: groups, members, academic hours given, courses."""
    source = telling.source
    held: dict[str, list[Group]] = defaultdict(list)
    for group in source.plan.groups:
        held[source.group_centre(group)].append(group)
    rows = []
    for centre in sorted(held, key=lambda id: natural(centre_title(source, id))):
        groups = held[centre]
        hours = sum(
            len(session.dates) * source.network.course_by_id[group.course].session_hours
            for group in groups
            for session in group.sessions
        )
        titles = dict.fromkeys(source.course_title(group.course) for group in groups)
        rows.append(
            {
                "centre": centre_title(source, centre),
                "groups": len(groups),
                "sizes": ", ".join(telling.size(group.id) for group in groups),
                "hours": hours,
                "courses": listed([f"«{title}»" for title in titles]),
            }
        )
    return rows


def _chart(years: Mapping[int, Mapping[str, float | None]]) -> Picture:
    """Certificates as bars, centres as a line: what the practice has counted from its first year."""
    data: list[Year] = []
    for before, (year, found) in zip((None, *years), years.items(), strict=False):
        if before is not None and year > before + 1:
            data.append(GAP)
        data.append(Year(school_year(year), found.get("certificates"), found.get("centres")))
    with settings("years"):
        axes = draw(years_sheet(), data, INDICATORS["certificates"], INDICATORS["centres"], LANG)
        drawn = BytesIO()
        figure = axes.get_figure(root=True)
        assert figure is not None
        figure.savefig(drawn, format="png", dpi=200, metadata={"Software": None})
    return Picture(drawn.getvalue(), WIDTH)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _number(value: float | None) -> str:
    return NOTHING if value is None else _grouped(value)


def _grouped(value: float) -> str:
    return f"{value:,.0f}".replace(",", "\u00a0")


def _shares(low: float, high: float) -> str:
    ends = [percent(end).ru.removesuffix("\u00a0%") for end in (low, high)]
    return f"{_range(*ends)}\u00a0%"


def _range(low: object, high: object) -> str:
    return str(low) if low == high else f"{low}–{high}"
