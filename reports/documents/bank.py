"""D12 and D22: the data bank of all who applied, and the blank form of a school."""

from __future__ import annotations

from models.network import Network
from models.order import natural
from models.tables import Student
from reports.documents.common import Values, centre_title, group_name, heading
from reports.documents.grammar import SHORT_LINE
from reports.documents.students import seats_of
from reports.documents.year_end import result_of
from reports.export.reasons import general_reason
from reports.export.source import Source
from reports.views.ways import ways

ROWS = 25
"""Lines of a blank form."""

YES, NO = "есть", "нет"


def data_bank(source: Source) -> Values:
    """D12: a line for every applicant, by school, class and name."""
    network = source.network
    applicants = [student for student in network.students if student.id in network.choices_by_student]
    applicants.sort(
        key=lambda s: (
            natural(source.institution_name(s.institution)),
            natural(s.class_name),
            source.people.student(s.id),
            s.id,
        )
    )
    return heading(source) | {"lines": [_line(source, student) for student in applicants]}


def _line(source: Source, student: Student) -> Values:
    network, seats = source.network, seats_of(source, student.id)
    groups = [source.plan.group_by_id[seat.group] for seat in seats]
    refused = {refusal.course: refusal for refusal in source.plan.refusals if refusal.student == student.id}
    wishes = [
        f"{choice.rank}. {source.course_title(choice.course)}"
        for choice in sorted(network.choices_by_student[student.id], key=lambda one: one.rank)
    ]
    reasons = [
        f"{source.course_title(id)}: {general_reason(network, source.plan, one).ru}"
        for id, one in refused.items()
    ]
    results = [found for seat in seats if (found := result_of(source, seat)) is not None]
    return {
        "name": source.people.student(student.id),
        "school": source.institution_name(student.institution),
        "class_name": student.class_name,
        "wishes": "; ".join(wishes),
        "centre": "; ".join(dict.fromkeys(centre_title(source, source.group_centre(g)) for g in groups))
        or "—",
        "group": "; ".join(group_name(source, g.id, g.course) for g in groups) or "—",
        "state": "; ".join(["зачислен" if seats else "без места", *(f"отказ: {text}" for text in reasons)]),
        "plan": SHORT_LINE if seats else "—",
        "consent": YES if student.consent else NO,
        "agreement": YES if student.agreement else NO,
        "bus": _bus(source, student),
        "result": "; ".join(found.result for found in results if found.result) or "—",
        "certificate": SHORT_LINE if results else "—",
    }


def _bus(source: Source, student: Student) -> str:
    runs = {
        (direction, way.run)
        for (id, _, direction), way in ways(source).items()
        if id == student.id and way.run
    }
    ordered = sorted(runs, key=lambda item: (item[0].order, natural(item[1])))
    return ", ".join(dict.fromkeys(run for _, run in ordered)) or "—"


def blank_form(source: Source, school: str) -> Values:
    """D22: the choices of a school, to be filled in by hand, with what is on offer."""
    network = source.network
    classes = [one.name for one in network.classes if one.institution == school]
    return heading(source) | {
        "school": source.institution_name(school),
        "classes": ", ".join(sorted(classes, key=natural)),
        "offer": _offer(network),
        "rows": [dict.fromkeys(("class_name", "name", "course", "rank", "way"), "")] * ROWS,
    }


def _offer(network: Network) -> list[str]:
    """Courses and programmes by title, with their profile."""
    courses = [f"«{one.title}» ({one.profile})" for one in network.courses if not one.programme]
    return sorted([*courses, *(f"«{one.title}»" for one in network.programmes)], key=natural)
