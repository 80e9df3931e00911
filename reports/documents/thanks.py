"""D9 and D23: commendations, the supplement of heads, the extract from the decision of the Council."""

from __future__ import annotations

from models import requisites as keys
from models.order import natural
from reports.documents.common import Values, centre_title, heading, order
from reports.documents.grammar import LINE, SHORT_LINE, listed, plural, school_year
from reports.documents.requisites import Requisites
from reports.documents.support import post_of, works
from reports.export.source import Source

HEAD_SUPPLEMENT = "head_supplement"


def commendations(source: Source) -> Values:
    """D9: teachers, institutions of centres, practice places; the planner strikes out in Word."""
    year = school_year(source.network.rules.school_year)
    lines = [
        {
            "name": source.people.teacher(work.teacher.id),
            "post": post_of(source, work.teacher),
            "reason": f"за преподавание курсов: {listed([f'«{title}»' for title in work.courses])}",
        }
        for work in works(source)
    ]
    lines += [
        {
            "name": source.institution_name(id),
            "post": "—",
            "reason": "за организацию работы ресурсного центра",
        }
        for id in hosts(source)
    ]
    sites = {seat.site for seat in source.plan.enrolments if seat.site} & {
        place.institution for place in source.network.practice_places
    }
    lines += [
        {"name": name, "post": "—", "reason": "за предоставление мест практики обучающимся"}
        for name in sorted(map(source.institution_name, sites), key=natural)
    ]
    items = [
        "Объявить благодарность за организацию и проведение занятий в муниципальной сети профильных курсов "
        "согласно приложению № 1.",
        "Руководителям учреждений довести настоящий приказ до работников.",
    ]
    return order(source, f"и по итогам работы сети в {year} учебном году", items) | {"lines": lines}


def hosts(source: Source) -> list[str]:
    """The institutions with groups of the plan, by name."""
    centres = {source.group_centre(group) for group in source.plan.groups} & set(source.network.centre_by_id)
    found = {source.network.centre_by_id[centre].institution for centre in centres}
    return sorted(found, key=lambda id: natural(source.institution_name(id)))


def supplements(source: Source) -> Values:
    """D23: the heads whose institution hosts groups, and what is paid to them."""
    prices = {cost.applies_to: cost.value for cost in source.network.costs if cost.key == HEAD_SUPPLEMENT}
    lines = []
    for host in hosts(source):
        centres = [centre.id for centre in source.network.centres if centre.institution == host]
        groups = [group for group in source.plan.groups if source.group_centre(group) in centres]
        heads = Requisites(source.network).people(keys.HEAD, host)
        price = prices.get(host, prices.get(""))
        lines.append(
            {
                "school": source.institution_name(host),
                "head": f"{heads[0].post} {heads[0].name}" if heads else LINE,
                "centres": listed([centre_title(source, c) for c in centres if _has_group(source, c)]),
                "groups": len(groups),
                "students": len({seat.student for group in groups for seat in source.members(group.id)}),
                "sum": SHORT_LINE if price is None else f"{price:,.0f}".replace(",", "\u00a0"),
            }
        )
    return heading(source) | {"lines": lines}


def _has_group(source: Source, centre: str) -> bool:
    return any(source.group_centre(group) == centre for group in source.plan.groups)


def council_extract(source: Source) -> Values:
    """D23: what the Council has heard and decided, as far as the plan tells it."""
    plan, network = source.plan, source.network
    year = school_year(network.rules.school_year)
    centres = [c.id for c in network.centres if _has_group(source, c.id)]
    courses = dict.fromkeys(source.course_title(group.course) for group in plan.groups)
    learning = len({seat.student for seat in plan.enrolments})
    groups = plural(len(plan.groups), "группа", "группы", "групп")
    students = plural(learning, "обучающийся", "обучающихся", "обучающихся")
    return heading(source) | {
        "heard": f"О работе муниципальной сети профильных курсов в {year} учебном году.",
        "decided": [
            f"Одобрить работу в {year} учебном году ресурсных центров муниципальной сети профильных курсов "
            f"на базе учреждений: {listed([centre_title(source, centre) for centre in centres]) or LINE}.",
            f"Согласовать перечень профильных курсов ({groups}, {students}): "
            f"{listed([f'«{title}»' for title in courses]) or LINE}.",
            "Установить руководителям базовых учреждений доплату согласно списку.",
            "Управлению образования издать приказы об организации работы сети и о расписании занятий.",
        ],
    }
