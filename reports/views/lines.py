"""Every student at every session, by school: where, when, and the way there and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from models.order import natural
from models.plan import Direction, Enrolment, Group, SeatMode
from models.tables import Student
from reports.export.source import Source
from reports.views.ways import Way, ways
from reports.views.week import Meeting, meetings


@dataclass(frozen=True)
class Line:
    """A student at one session. ``meeting`` is ``None`` in a group without sessions.

    The place is the practice site for practice, the own school of a remote student, else the centre; a way
    is ``None`` where none is known. ``held``: a consent or an agreement is missing.
    """

    student: str
    name: str
    class_name: str
    group: str
    title: str
    meeting: Meeting | None
    place: str
    place_name: str
    address: str
    room: str
    there: Way | None
    back: Way | None
    held: bool
    is_remote: bool = False


def lines_by_school(source: Source) -> dict[str, list[Line]]:
    """Institution → the sessions of its students, by class, name, course and time; only those who learn."""
    held: dict[str, list[Meeting | None]] = defaultdict(list)
    for meeting in meetings(source):
        held[meeting.group].append(meeting)
    taken = ways(source)
    lines: dict[str, list[Line]] = defaultdict(list)
    for (_, group), seat in _seats(source).items():
        student = source.student(seat.student)
        if student is not None:
            lines[student.institution] += [
                _line(source, student, seat, source.plan.group_by_id[group], meeting, taken)
                for meeting in held[group] or [None]
            ]
    return {
        institution: sorted(found, key=lambda line: _order(source, line))
        for institution, found in sorted(lines.items())
    }


def _seats(source: Source) -> dict[tuple[str, str], Enrolment]:
    """(Student, group) → the seat, of the groups that the plan has."""
    seats: dict[tuple[str, str], Enrolment] = {}
    for seat in source.plan.enrolments:
        if seat.group in source.plan.group_by_id:
            seats.setdefault((seat.student, seat.group), seat)
    return seats


def _order(source: Source, line: Line) -> tuple[object, ...]:
    when = (line.meeting.weekday, line.meeting.start, line.meeting.session) if line.meeting else ()
    return (
        source.grade(line.student),
        natural(line.class_name),
        line.name,
        line.student,
        line.title,
        line.group,
        when,
    )


def _line(
    source: Source,
    student: Student,
    seat: Enrolment,
    group: Group,
    meeting: Meeting | None,
    taken: Mapping[tuple[str, str, Direction], Way],
) -> Line:
    course = source.network.course_by_id.get(group.course)
    practice = course is not None and course.is_practice
    is_remote = seat.mode is SeatMode.REMOTE and not practice
    host = student.institution if is_remote else meeting.institution if meeting else ""
    place = (seat.site or "") if practice else host
    is_at_centre = meeting is not None and not (practice or is_remote)
    known = source.network.institution_by_id.get(place)
    session = meeting.session if meeting else ""
    return Line(
        student=student.id,
        name=source.people.student(student.id),
        class_name=student.class_name,
        group=group.id,
        title=source.course_title(group.course),
        meeting=meeting,
        place=place,
        place_name=meeting.centre_name if meeting and is_at_centre else source.institution_name(place),
        address=known.address if known else "",
        room=meeting.room if meeting and not is_remote else "",
        there=taken.get((student.id, session, Direction.THERE)),
        back=taken.get((student.id, session, Direction.BACK)),
        held=seat.held,
        is_remote=is_remote,
    )
