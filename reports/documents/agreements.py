"""D10, D14, D15: the order on working together, agreements with parents, contracts of schools."""

from __future__ import annotations

from collections import Counter, defaultdict

from models import requisites as keys
from models.order import natural
from models.tables import Student
from reports.documents.common import Values, centre_title, group_name, heading, order
from reports.documents.grammar import LINE, plural, school_year, short_date
from reports.documents.requisites import Requisites
from reports.documents.road import road
from reports.documents.students import by_group, seats_of, where
from reports.documents.times import when
from reports.export.source import Source
from reports.views.week import meetings


def together(source: Source) -> Values:
    """D10: who works with whom, and who answers for it."""
    year = school_year(source.network.rules.school_year)
    items = [
        f"Организовать в {year} учебном году сетевое взаимодействие муниципальных образовательных учреждений "
        "согласно приложению № 1.",
        "Руководителям учреждений заключить договоры о сетевой форме реализации образовательных программ и "
        "назначить ответственных за сетевое взаимодействие.",
    ]
    rules = source.network.rules
    return order(source, "и в целях организации сетевого взаимодействия", items) | {
        "lines": [
            {
                "network": f"Ресурсный центр: {centre_title(source, centre)}",
                "schools": ", ".join(source.institution_name(school) for school in schools),
                "responsible": source.network.centre_by_id[centre].coordinator or LINE,
                "term": f"{short_date(rules.first_day)} – {short_date(rules.last_day)}",
            }
            for centre, schools in partners(source).items()
        ]
    }


def partners(source: Source) -> dict[str, list[str]]:
    """Centre → the institutions whose students learn there, by name."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in source.plan.groups:
        for seat in source.members(group.id):
            known = source.student(seat.student)
            if known is not None and source.group_centre(group) in source.network.centre_by_id:
                found[source.group_centre(group)].add(known.institution)
    ordered = sorted(found, key=lambda centre: natural(centre_title(source, centre)))
    return {c: sorted(found[c], key=lambda id: natural(source.institution_name(id))) for c in ordered}


def with_parents(source: Source, students: list[Student]) -> Values:
    """D14: what school and parents agree on, a page a student."""
    held = by_group(source)
    rules = source.network.rules
    return heading(source) | {
        "students": [
            {
                "school": source.institution_name(student.institution),
                "head": _head(source, student.institution),
                "name": source.people.student(student.id),
                "class_name": student.class_name,
                "courses": [
                    f"{group_name(source, seat.group, seat.course)} — {where(source, seat, held)}"
                    for seat in seats_of(source, student.id)
                ],
                "alone": road(source, student, held),
                "first": short_date(rules.first_day),
                "last": short_date(rules.last_day),
            }
            for student in students
        ]
    }


def contract(source: Source, school: str, centre: str) -> Values:
    """D15: between a school and the institution of a centre."""
    host = source.network.centre_by_id[centre].institution
    counts = Counter(
        group.id
        for group in source.plan.groups
        if source.group_centre(group) == centre
        for seat in source.members(group.id)
        if (known := source.student(seat.student)) and known.institution == school
    )
    rows = [
        {
            "course": group_name(source, meeting.group, meeting.course),
            "hours": source.network.course_by_id[meeting.course].hours,
            "count": counts[meeting.group],
            "when": when(meeting),
            "place": "место практики" if meeting.is_practice else f"каб. {meeting.room}",
        }
        for meeting in meetings(source)
        if meeting.group in counts
    ]
    found = Requisites(source.network)
    number = sum(counts.values())
    return heading(source) | {
        "school": _full(source, school),
        "host": _full(source, host),
        "school_head": _head(source, school),
        "host_head": _head(source, host),
        "school_licence": found.one(keys.LICENCE, school),
        "host_licence": found.one(keys.LICENCE, host),
        "count": plural(number, "обучающийся", "обучающихся", "обучающихся"),
        "rows": rows,
        "first": short_date(source.network.rules.first_day),
        "last": short_date(source.network.rules.last_day),
    }


def _full(source: Source, institution: str) -> str:
    known = source.network.institution_by_id[institution]
    return known.full_name or known.name


def _head(source: Source, institution: str) -> str:
    found = Requisites(source.network).people(keys.HEAD, institution)
    return f"{found[0].post} {found[0].name}" if found else LINE * 2
