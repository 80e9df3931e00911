"""Counts the remote members of each group, and those of each institution at the start of every session."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.remote_seats import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import Meeting, facts_of
from reports.audit.loads import single_weeks

PRACTICE = Text(
    "Обучающийся {student} записан на практику (группа {group}) дистанционно.",
    "Student {student} is to do practice (group {group}) remotely.",
)
AT_HOME = Text(
    "Обучающийся {student} записан в группу {group} дистанционно, а она занимается в его учреждении.",
    "Student {student} is a remote member of group {group}, which meets at his or her own institution.",
)
IN_PERSON = Text("Запишите его очно.", "Enter the seat as one in the room.")
MANY = Text(
    "В группе {group} дистанционно занимаются {number} чел., а курс допускает {cap}.",
    "Group {group} has {number} remote students; the course allows {cap}.",
)
FEWER = Text(
    "Переведите {excess} чел. на очные места или увеличьте число дистанционных мест курса.",
    "Give {excess} students seats in the room, or allow the course more remote seats.",
)
FULL = Text(
    "В учреждении {site} ({when}) дистанционно занимаются {number} чел., а мест с тьютором {places}.",
    "{number} remote students are at {site} ({when}) at the same time; it has {places} seats with a tutor.",
)
FULL_CURE = Text(
    "Переведите {excess} чел. на очные места или перенесите одно из занятий.",
    "Give {excess} students seats in the room, or move one of the sessions.",
)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A remote seat where there is none, too many in a group, too many in an institution's room."""
    facts = facts_of(network, plan)
    for seat in facts.seats:
        if not seat.is_remote:
            continue
        hosts = {meeting.institution for meeting in facts.meetings_of[seat.group.id]}
        text = PRACTICE if seat.course.is_practice else AT_HOME
        if seat.course.is_practice or seat.student.institution in hosts:
            message = text(student=seat.student.id, group=seat.group.id)
            yield say.finding(RULE, message, IN_PERSON(), who=(seat.student.id, seat.group.id))
    for group, course in facts.groups:
        excess = len(facts.remote(group.id)) - course.remote_seats
        if excess > 0:
            yield say.finding(
                RULE,
                MANY(group=group.id, number=excess + course.remote_seats, cap=course.remote_seats),
                FEWER(excess=excess),
                who=(group.id,),
                excess=excess,
                unit=say.STUDENTS,
            )
    present: dict[str, list[tuple[str, Meeting]]] = defaultdict(list)
    for seat in facts.seats:
        if seat.is_remote:
            meetings = facts.meetings_of[seat.group.id]
            present[seat.student.institution] += [(seat.student.id, meeting) for meeting in meetings]
    for site, students in sorted(present.items()):
        yield from _at_site(site, network.institution_by_id[site].remote_seats, students)


def _at_site(site: str, places: int, present: list[tuple[str, Meeting]]) -> Iterator[Finding]:
    named: set[frozenset[str]] = set()
    for meeting in {meeting.id: meeting for _, meeting in present}.values():
        when = meeting.when
        here = [(s, m) for s, m in present if m.when.overlaps(when) and m.when.start <= when.start]
        students = max(
            (
                frozenset(student for student, m in here if m.when.weeks & week)
                for week in single_weeks(m.when.weeks & when.weeks for _, m in here)
            ),
            key=len,
        )
        excess = len(students) - places
        if excess > 0 and students not in named:
            named.add(students)
            yield say.finding(
                RULE,
                FULL(site=site, when=say.moment(when), number=len(students), places=places),
                FULL_CURE(excess=excess),
                who=(site, *sorted(students)),
                excess=excess,
                unit=say.STUDENTS,
            )
