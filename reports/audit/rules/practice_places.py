"""Counts the practising students of each kindergarten at the start of every practice session."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.practice_places import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import Attendance, facts_of
from reports.audit.loads import single_weeks
from reports.audit.placement import is_available

NO_SITE = Text(
    "Обучающемуся {student} (группа {group}) не указано место практики.",
    "Student {student} (group {group}) has no practice site.",
)
UNKNOWN = Text(
    "Обучающийся {student} (группа {group}) направлен в {site}, где нет мест практики.",
    "Student {student} (group {group}) is sent to {site}, which offers no practice places.",
)
NOT_NEEDED = Text(
    "Обучающемуся {student} (группа {group}) указано место практики {site}, а курс не практика.",
    "Student {student} (group {group}) has practice site {site}, but the course is no practice.",
)
SITE_CURE = Text("Исправьте место практики в зачислении.", "Correct the practice site of the enrolment.")
CLOSED = Text(
    "{site} не принимает практику занятия {session} ({when}).",
    "{site} does not take practice at the time of session {session} ({when}).",
)
OTHER_TIME = Text("Выберите другой детский сад или время.", "Choose another kindergarten or time.")
FULL = Text(
    "В {site} ({when}) одновременно на практике {number} чел., а мест {places}.",
    "{number} students practise at {site} ({when}) at the same time, but it has {places} places.",
)
FULL_CURE = Text(
    "Направьте {excess} чел. в другой детский сад.", "Send {excess} students to another kindergarten."
)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """An enrolment without (or needlessly with) a site, a site at a wrong time or too full."""
    facts = facts_of(network, plan)
    for seat in facts.seats:
        site = seat.enrolment.site
        text = None
        if not seat.course.is_practice:
            text = None if site is None else NOT_NEEDED
        elif site is None:
            text = NO_SITE
        elif site not in network.practice_by_institution:
            text = UNKNOWN
        if text is not None:
            message = text(student=seat.student.id, group=seat.group.id, site=site)
            yield say.finding(RULE, message, SITE_CURE(), who=(seat.student.id, seat.group.id))
    practising: dict[str, list[Attendance]] = defaultdict(list)
    for attendance in facts.attendances:
        if attendance.meeting.course.is_practice and attendance.place in network.practice_by_institution:
            practising[attendance.place].append(attendance)
    for site, attendances in sorted(practising.items()):
        yield from _at_site(network, site, attendances)


def _at_site(network: Network, site: str, attendances: list[Attendance]) -> Iterator[Finding]:
    place = network.practice_by_institution[site]
    meetings = {a.meeting.id: a.meeting for a in attendances}
    named: set[frozenset[str]] = set()
    for meeting in meetings.values():
        when = meeting.when
        if not is_available(place.windows, when):
            message = CLOSED(site=site, session=meeting.id, when=say.moment(when))
            yield say.finding(RULE, message, OTHER_TIME(), who=(site, meeting.id))
        present = [
            a for a in attendances if a.meeting.when.overlaps(when) and a.meeting.when.start <= when.start
        ]
        students = max(
            (
                frozenset(a.student.id for a in present if a.meeting.when.weeks & week)
                for week in single_weeks(a.meeting.when.weeks & when.weeks for a in present)
            ),
            key=len,
        )
        excess = len(students) - place.places
        if excess > 0 and students not in named:
            named.add(students)
            yield say.finding(
                RULE,
                FULL(site=site, when=say.moment(when), number=len(students), places=place.places),
                FULL_CURE(excess=excess),
                who=(site, *sorted(students)),
                excess=excess,
                unit=say.STUDENTS,
            )
