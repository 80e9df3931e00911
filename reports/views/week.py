"""The week of the network: every session with its place, time, people, and its column in a grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from models.order import natural
from models.plan import Group, Session
from models.text import Message, Text
from models.time import Parity
from reports.audit.facts import facts_of
from reports.audit.timetable.words import PRACTICE
from reports.export.source import Source
from reports.views.periods import rhythm, weeks_label


@dataclass(frozen=True)
class Meeting:
    """One session of a group. Ids and names stand side by side and in the same order.

    ``start`` and ``end`` are minutes from midnight. ``weeks`` is empty for a session of every week;
    ``rhythm`` is ``None`` for one of single weeks.
    ``size`` counts the members of the group (in public it may be "fewer than 3"), ``schools`` are where
    they come from, by name. Practice is not held at the centre, but at each member's practice site.
    """

    session: str
    group: str
    course: str
    title: str
    profile: str
    is_practice: bool
    centre: str
    centre_name: str
    institution: str
    address: str
    room: str
    weekday: int
    start: int
    end: int
    teachers: tuple[str, ...]
    teacher_names: tuple[str, ...]
    size: int | Message
    weeks: Text | Message
    dates: tuple[date, ...]
    schools: tuple[str, ...]
    school_names: tuple[str, ...]
    rhythm: Parity | None = Parity.EVERY

    @property
    def held_at(self) -> str | Text:
        """Where people go to."""
        return PRACTICE if self.is_practice else self.centre_name

    @property
    def first(self) -> date | None:
        """The first date; ``None`` where the plan gives none."""
        return min(self.dates, default=None)

    @property
    def last(self) -> date | None:
        return max(self.dates, default=None)


def meetings(source: Source) -> list[Meeting]:
    """All sessions of the plan, by weekday, time, centre and id."""
    known = {m.id: m.dates for m in facts_of(source.network, source.plan).meetings}
    found = [
        _meeting(source, group, session, known.get(session.id, session.dates))
        for group, session in source.plan.sessions()
    ]
    return sorted(found, key=lambda m: (m.weekday, m.start, m.end, m.centre_name, m.centre, m.session))


def _meeting(source: Source, group: Group, session: Session, dates: tuple[date, ...]) -> Meeting:
    network = source.network
    course = network.course_by_id.get(group.course)
    centre = network.centre_by_id.get(session.centre)
    students = {seat.student for seat in source.members(group.id)}
    homes = {known.institution for id in students if (known := source.student(id))}
    schools = sorted(homes, key=lambda id: (natural(source.institution_name(id)), id))
    return Meeting(
        session=session.id,
        group=group.id,
        course=group.course,
        title=source.course_title(group.course),
        profile=source.profile(group.course),
        is_practice=course is not None and course.is_practice,
        centre=session.centre,
        centre_name=source.centre_name(session.centre),
        institution=centre.institution if centre else "",
        address=source.centre_address(session.centre),
        room=session.room or "",
        weekday=session.weekday,
        start=session.start,
        end=session.end,
        teachers=session.teachers,
        teacher_names=tuple(source.people.teacher(teacher) for teacher in session.teachers),
        size=len(students),
        weeks=weeks_label(network, course, session, dates),
        dates=dates,
        schools=tuple(schools),
        school_names=tuple(source.institution_name(id) for id in schools),
        rhythm=rhythm(network, session),
    )


# --- which of them ---------------------------------------------------------------------------------


def at_centre(meetings: Iterable[Meeting], centre: str) -> list[Meeting]:
    """The meetings held at a centre."""
    return [meeting for meeting in meetings if meeting.centre == centre]


def of_school(meetings: Iterable[Meeting], institution: str) -> list[Meeting]:
    """The meetings that students of an institution attend."""
    return [meeting for meeting in meetings if institution in meeting.schools]


def by_teacher(meetings: Iterable[Meeting], teacher: str) -> list[Meeting]:
    """The meetings a teacher gives."""
    return [meeting for meeting in meetings if teacher in meeting.teachers]


def in_room(meetings: Iterable[Meeting], institution: str, room: str) -> list[Meeting]:
    """The meetings in a room; centres of one institution that list the same name share the room."""
    return [meeting for meeting in meetings if (meeting.institution, meeting.room) == (institution, room)]


def rooms(meetings: Iterable[Meeting]) -> list[tuple[str, str]]:
    """The rooms in use, as institution and name of the room."""
    found = {(meeting.institution, meeting.room) for meeting in meetings if meeting.room}
    return sorted(found, key=lambda pair: (natural(pair[0]), natural(pair[1])))


# --- the grid --------------------------------------------------------------------------------------


def hours(meetings: Iterable[Meeting]) -> range:
    """The full hours that rows of a grid must show: 14, 15, 16 for 14:30–16:10. None for no meetings."""
    held = list(meetings)
    if not held:
        return range(0)
    return range(min(m.start for m in held) // 60, max(-(-max(m.end, m.start + 1) // 60) for m in held))


def lanes(meetings: Sequence[Meeting]) -> list[tuple[Meeting, int, int]]:
    """Each meeting with its lane (from 0) and the number of lanes side by side around it.

    Meetings that overlap in clock time on a weekday stand side by side, whatever their weeks. A meeting
    takes the first lane that is free (greedy interval partitioning: no fewer lanes are possible), and
    all that hang together by overlaps share one number of lanes.
    """
    placed: list[tuple[Meeting, int, int]] = []
    cluster: list[tuple[Meeting, int]] = []
    ends: list[int] = []
    weekday = 0
    for meeting in sorted(meetings, key=lambda m: (m.weekday, m.start, -m.end, m.session)):
        if meeting.weekday != weekday or all(end <= meeting.start for end in ends):
            placed += [(other, lane, len(ends)) for other, lane in cluster]
            cluster, ends, weekday = [], [], meeting.weekday
        end = max(meeting.end, meeting.start + 1)  # a plan made by hand may end before it starts
        lane = next((lane for lane, busy in enumerate(ends) if busy <= meeting.start), len(ends))
        ends[lane : lane + 1] = [end]
        cluster.append((meeting, lane))
    return placed + [(other, lane, len(ends)) for other, lane in cluster]
