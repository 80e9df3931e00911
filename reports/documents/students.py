"""D13 and D20: what a single student gets on paper, a file a school. For the office and the family."""

from __future__ import annotations

import re
from collections import defaultdict

from models import requisites as keys
from models.order import natural
from models.plan import Enrolment, Refusal, RefusalCode, SeatMode
from models.tables import LoadCategory, Student
from reports.audit.told import WAITING, WAITS
from reports.documents.common import Values, group_name, heading, place, teachers
from reports.documents.grammar import LINE, SHORT_LINE, dates_by_month, plural
from reports.documents.requisites import Requisites
from reports.documents.times import load, weekly, when
from reports.export.reasons import general_reason
from reports.export.source import Source
from reports.export.words import LOAD
from reports.views.away import is_away
from reports.views.week import Meeting, meetings

TIE = re.compile(r"среди равных место получили другие: (приоритет|срок|жребий)")
"""How a plan tells what decided among equal applications."""

DECIDED = {
    "приоритет": "мест на всех не хватило, место получили заявки с преимуществом по Положению",
    "срок": "мест на всех не хватило, место получили заявки, поданные в срок",
    "жребий": "мест на всех не хватило, среди равных заявок решил жребий",
}
"""The same to parents."""


def by_school(source: Source, students: set[str]) -> dict[str, list[Student]]:
    """Institution → those of these students who are its own, by class and name."""
    found: dict[str, list[Student]] = defaultdict(list)
    for id in students:
        known = source.student(id)
        if known is not None:
            found[known.institution].append(known)
    for members in found.values():
        members.sort(key=lambda s: (natural(s.class_name), source.people.student(s.id), s.id))
    return dict(sorted(found.items(), key=lambda item: natural(source.institution_name(item[0]))))


def individual_plans(source: Source, students: list[Student]) -> Values:
    """D13 for the students of one school who have a seat."""
    held = by_group(source)
    return heading(source) | {"students": [_plan(source, student, held) for student in students]}


def refusals(source: Source, students: list[Student]) -> Values:
    """D20: a letter for every application refused to students of one school."""
    held = by_group(source)
    letters = [
        _letter(source, student, refusal, held)
        for student in students
        for refusal in source.plan.refusals
        if refusal.student == student.id
    ]
    return heading(source) | {"letters": letters}


def by_group(source: Source) -> dict[str, list[Meeting]]:
    """Group → its meetings."""
    held: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings(source):
        held[meeting.group].append(meeting)
    return held


def seats_of(source: Source, student: str) -> list[Enrolment]:
    """What a student holds, the choice wished for most first."""
    return sorted((seat for seat in source.plan.enrolments if seat.student == student), key=lambda s: s.rank)


def _plan(source: Source, student: Student, held: dict[str, list[Meeting]]) -> Values:
    network = source.network
    seats = seats_of(source, student.id)
    booked = [
        seat for seat in seats if network.course_by_id[seat.course].load_category is LoadCategory.CURRICULUM
    ]
    own = network.class_of(student).weekly_hours
    total = f"Итого на курсах сети: {load(source, seats)}."
    if booked and own:
        total += (
            f" По учебному плану класса — {plural(own, 'час', 'часа', 'часов')}, вместе с курсами, которые "
            f"входят в учебный план, — {load(source, booked, besides=own)}."
        )
    total += _missed(source, seats)
    heads = Requisites(network).people(keys.HEAD, student.institution)
    return {
        "school": source.institution_name(student.institution),
        "name": source.people.student(student.id),
        "class_name": student.class_name,
        "courses": [_course_row(source, seat, held) for seat in seats],
        "total": total,
        "head_post": heads[0].post if heads else "Руководитель учреждения",
        "head": heads[0].name if heads else LINE,
    }


def _missed(source: Source, seats: list[Enrolment]) -> str:
    """A sentence about every course some of whose dates the student's class or school is away on."""
    said = ""
    for seat in seats:
        course = source.network.course_by_id[seat.course]
        sessions = source.plan.group_by_id[seat.group].sessions
        days = [day for one in sessions for day in one.dates if is_away(source, seat.student, day)]
        if days:
            hours = plural(len(days) * course.session_hours, "час", "часа", "часов")
            dates = dates_by_month(sorted(days))
            said += f" Занятия курса «{course.title}», на которых класса не будет: {dates} ({hours})."
    return said


def _course_row(source: Source, seat: Enrolment, held: dict[str, list[Meeting]]) -> Values:
    course = source.network.course_by_id[seat.course]
    return {
        "title": f"«{course.title}»",
        "load": LOAD[course.load_category].ru,
        "hours": f"{weekly(course)} / {course.hours}",
        "place": where(source, seat, held),
        "teachers": teachers(source, source.plan.group_by_id[seat.group]),
        "assessment": SHORT_LINE,
    }


def where(source: Source, seat: Enrolment, held: dict[str, list[Meeting]]) -> str:
    """Place, time and period of every session of a seat; of practice the student's own site, of a remote
    seat the own school."""
    said = []
    for meeting in held.get(seat.group, []):
        at = place(source, meeting)
        if meeting.is_practice and seat.site:
            at = source.institution_name(seat.site)
        elif seat.mode is SeatMode.REMOTE and (known := source.student(seat.student)):
            at = f"{source.institution_name(known.institution)}, дистанционно"
        said.append(f"{at}: {when(meeting)}")
    return "; ".join(dict.fromkeys(said)) or LINE


def _letter(source: Source, student: Student, refusal: Refusal, held: dict[str, list[Meeting]]) -> Values:
    year = heading(source)["year"]
    title = source.course_title(refusal.course)
    wait = WAITING.search(refusal.text) if refusal.code in WAITS else None
    return {
        "name": source.people.student(student.id),
        "school": source.institution_name(student.institution),
        "class_name": student.class_name,
        "decision": (
            f"Сообщаем, что по заявке на профильный курс «{title}» (очерёдность в заявке — {refusal.rank}) "
            f"место в {year} учебном году не предоставлено."
        ),
        "reason": _reason(source, refusal),
        "waiting": f"Заявка внесена в лист ожидания под номером {wait[1]}." if wait else "",
        "offered": _offered(source, student.id, held),
    }


def _reason(source: Source, refusal: Refusal) -> str:
    """In general words; among equals as exactly as the plan knows it."""
    tie = TIE.search(refusal.text) if refusal.code is RefusalCode.LOST_TIEBREAK else None
    return DECIDED[tie[1]] if tie else general_reason(source.network, source.plan, refusal).ru


def _offered(source: Source, student: str, held: dict[str, list[Meeting]]) -> str:
    """What the student has instead."""
    seats = seats_of(source, student)
    if not seats:
        return (
            "Места по другим заявкам сейчас нет. Вы можете подать заявку на другой курс, в группах которого "
            "есть свободные места."
        )
    said = [f"{group_name(source, seat.group, seat.course)} ({where(source, seat, held)})" for seat in seats]
    return f"Предоставлено место: {'; '.join(said)}."
