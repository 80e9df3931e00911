"""D4 to D7 and D16: the final assessment, certificates, results for schools. What is not known is a line."""

from __future__ import annotations

from models import requisites as keys
from models.order import natural
from models.plan import Enrolment, Group
from models.tables import CourseResult
from reports.documents.common import Values, centre_title, group_name, heading, order
from reports.documents.grammar import LINE, SHORT_LINE, plural, school_year
from reports.documents.requisites import Requisites
from reports.export.source import Source


def assessment_order(source: Source) -> Values:
    """D4: a line a group; dates and rooms of the assessment are filled in by hand."""
    items = [
        "Провести итоговую аттестацию обучающихся муниципальной сети профильных курсов согласно приложению № "
        "1.",
        "Руководителям учреждений, на базе которых работают ресурсные центры, создать условия для проведения "
        "аттестации и представить ведомости в управление образования.",
        "Руководителям общеобразовательных учреждений обеспечить явку обучающихся.",
    ]
    found = Requisites(source.network)
    head, members = found.one(keys.COMMISSION_HEAD), ", ".join(found.all(keys.COMMISSION)) or LINE
    return order(source, "и в целях подведения итогов обучения на профильных курсах", items) | {
        "lines": [
            {
                "centre": centre_title(source, source.group_centre(group)),
                "group": group_name(source, group.id, group.course),
                "when": "«___» ________ 20___ г., ____, каб. ____",
                "form": SHORT_LINE,
                "head": head,
                "members": members,
                "admitted": len(source.members(group.id)),
            }
            for group in groups(source)
        ]
    }


def assessment_sheet(source: Source, group: Group) -> Values:
    """D5: the sheet of one group."""
    rows = []
    for seat in members(source, group):
        result = result_of(source, seat)
        rows.append(
            {
                "name": source.people.student(seat.student),
                "school": school_and_class(source, seat.student),
                "hours": hours(source, seat),
                "topic": result.topic if result and result.topic else "",
                "mark": "",
                "result": result.result if result else "",
                "signature": "",
            }
        )
    found = Requisites(source.network)
    return heading(source) | {
        "centre": centre_title(source, source.group_centre(group)),
        "group": group_name(source, group.id, group.course),
        "rows": rows,
        "head": found.one(keys.COMMISSION_HEAD),
        "members": found.all(keys.COMMISSION) or [LINE, LINE],
    }


def certificates_order(source: Source) -> Values:
    """D6 with its register: those who have a result, else all who hold a seat."""
    year = school_year(source.network.rules.school_year)
    items = [
        "Выдать сертификаты о прослушивании профильных курсов обучающимся согласно приложению № 1.",
        "Руководителям общеобразовательных учреждений организовать вручение сертификатов.",
    ]
    return order(source, f"и по итогам работы сети в {year} учебном году", items) | {
        "lines": [_certificate(source, group, seat) for group, seat in certified(source)]
    }


def certificates(source: Source, found: list[tuple[Group, Enrolment]]) -> Values:
    """D7: a page a certificate."""
    return heading(source) | {"certificates": [_certificate(source, group, seat) for group, seat in found]}


def results_note(source: Source, found: list[tuple[Group, Enrolment]], centre: str, school: str) -> Values:
    """D16: what a centre tells a school of its students."""
    return heading(source) | {
        "centre": centre_title(source, centre),
        "school": source.institution_name(school),
        "lines": [_certificate(source, group, seat) for group, seat in found],
    }


def certified(source: Source) -> list[tuple[Group, Enrolment]]:
    """The seats certificates are for: with a result of this year if there are any results, else all."""
    seats = [(group, seat) for group in groups(source) for seat in members(source, group)]
    known = [(group, seat) for group, seat in seats if result_of(source, seat)]
    return known or seats


def groups(source: Source) -> list[Group]:
    """Groups by the title of their course."""
    return sorted(source.plan.groups, key=lambda g: (natural(source.course_title(g.course)), natural(g.id)))


def members(source: Source, group: Group) -> list[Enrolment]:
    """Seats of a group by the name of the student."""
    return sorted(
        source.members(group.id), key=lambda seat: (source.people.student(seat.student), seat.student)
    )


def result_of(source: Source, seat: Enrolment) -> CourseResult | None:
    """What the student reached in the course this year."""
    year = source.network.rules.school_year
    return next(
        (
            result
            for result in source.network.results
            if (result.student, result.course, result.school_year) == (seat.student, seat.course, year)
        ),
        None,
    )


def hours(source: Source, seat: Enrolment) -> str:
    """``60 / 8``: hours attended and missed of those of the course; a line where nothing is known."""
    result = result_of(source, seat)
    if result is None or result.hours_attended is None:
        return ""
    missed = max(0, source.network.course_by_id[seat.course].hours - result.hours_attended)
    return f"{result.hours_attended} / {missed}"


def school_and_class(source: Source, student: str) -> str:
    """School and class of a student."""
    known = source.student(student)
    return f"{source.institution_name(known.institution)}, {known.class_name}" if known else ""


def _certificate(source: Source, group: Group, seat: Enrolment) -> Values:
    known = source.student(seat.student)
    course = source.network.course_by_id[seat.course]
    result = result_of(source, seat)
    return {
        "name": source.people.student(seat.student),
        "school": source.institution_name(known.institution) if known else "",
        "class_name": known.class_name if known else "",
        "centre": centre_title(source, source.group_centre(group)),
        "course": course.title,
        "hours": course.hours,
        "hours_in_words": plural(course.hours, "часа", "часов", "часов"),
        "result": result.result if result and result.result else SHORT_LINE,
        "register": "",
    }
