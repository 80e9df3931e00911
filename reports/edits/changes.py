"""The difference of two plans in sentences: sessions moved, members in and out, groups gone or new, rides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.plan import Direction, Enrolment, Group, Ride, Session
from models.text import Message, Text, joined
from reports.audit import say
from reports.audit.facts import When
from reports.audit.timetable.words import head, teacher_labels, weeks_line
from reports.export.source import Source
from reports.export.words import DIRECTION, MODE, NO, YES

ARROW = Text("{was} → {now}", "{was} → {now}")
SESSION = Text("{session}: {what}", "{session}: {what}")
NEW_SESSION = Text("{session}: новое занятие — {what}", "{session}: a new session, {what}")
NO_SESSION = Text("{session}: занятия больше нет ({what})", "{session}: the session is gone ({what})")
CENTRE = Text("РЦ {was} → {now}", "centre {was} → {now}")
ROOM = Text("каб. {was} → {now}", "room {was} → {now}")
TEACHERS = Text("учителя: {was} → {now}", "teachers: {was} → {now}")
WEEKS = Text("{was} → {now}", "{was} → {now}")
EVERY_WEEK = Text("каждую неделю", "every week")
DATES = Text("даты: было {was}, стало {now}", "dates: {was} before, {now} now")
OTHER_DATES = Text("другие даты", "other dates")
COURSE = Text("{group}: курс «{was}» → «{now}»", "{group}: course {was} → {now}")

NEW_GROUP = Text(
    "{group}: новая группа, {size} чел.; {sessions}", "{group}: a new group, students: {size}; {sessions}"
)
NO_GROUP = Text(
    "{group}: группы больше нет (было {size} чел.)", "{group}: the group is gone (students: {size})"
)
NO_SESSIONS = Text("занятий нет", "no sessions")

STUDENT = Text("{id} ({name})", "{id} ({name})")
IN = Text("{student}: теперь в группе {group}", "{student}: now in group {group}")
OUT = Text("{student}: больше не в группе {group}", "{student}: no longer in group {group}")
SWITCHED = Text("{student}: группа {was} → {now}", "{student}: group {was} → {now}")
SEAT = Text("{student}, группа {group}: {what}", "{student}, group {group}: {what}")
RANK = Text("очерёдность {was} → {now}", "rank {was} → {now}")
SITE = Text("место практики {was} → {now}", "practice place {was} → {now}")
FORM = Text("форма {was} → {now}", "mode {was} → {now}")
HELD = Text(
    "«Ждёт документов» {was} → {now} (сами документы отмечают в данных сети)",
    "held for papers {was} → {now} (the papers themselves are kept in the data of the network)",
)
NOTHING = Text("—", "—")

RIDE = Text(
    "{student}, занятие {session}, {direction}: {what}", "{student}, session {session}, {direction}: {what}"
)
BY_RUN = Text("рейс {run} ({board} → {alight})", "run {run} ({board} → {alight})")
NO_RIDE = Text("поездка снята ({what})", "the ride is dropped ({what})")
NEW_RIDE = Text("новая поездка, {what}", "a new ride, {what}")


def changes(before: Source, after: Source) -> list[Message]:
    """What the second plan has otherwise than the first; people by id and name, so for the office alone.

    Dates that follow from another weekday, other weeks or another centre are not told.
    """
    return [
        *_groups(before, after),
        *_members(before, after),
        *_rides(before, after),
    ]


# --- groups and sessions -----------------------------------------------------------------------------


def _groups(before: Source, after: Source) -> Iterator[Message]:
    was, now = before.plan.group_by_id, after.plan.group_by_id
    for id in sorted(was.keys() | now.keys()):
        if id not in now:
            yield NO_GROUP(group=id, size=len(before.members(id)))
        elif id not in was:
            held = [_place(after, session) for session in now[id].sessions]
            yield NEW_GROUP(
                group=id, size=len(after.members(id)), sessions=joined(held) if held else NO_SESSIONS
            )
        else:
            if was[id].course != now[id].course:
                titles = (before.course_title(was[id].course), after.course_title(now[id].course))
                yield COURSE(group=id, was=titles[0], now=titles[1])
            yield from _sessions(before, after, was[id], now[id])


def _sessions(before: Source, after: Source, was: Group, now: Group) -> Iterator[Message]:
    """The sessions of a group, matched by id; those left over in their order."""
    ids = {session.id for session in was.sessions} & {session.id for session in now.sessions}
    left = [[s for s in group.sessions if s.id not in ids] for group in (was, now)]
    by_id = {session.id: session for session in now.sessions}
    pairs = [(session, by_id[session.id]) for session in was.sessions if session.id in ids]
    pairs += zip(*left, strict=False)
    for old, new in pairs:
        different = list(_session(before, after, now, old, new))
        if different:
            yield SESSION(session=head(now, new), what=joined(different))
    matched = min(map(len, left))
    for session in left[0][matched:]:
        yield NO_SESSION(session=head(was, session), what=_place(before, session))
    for session in left[1][matched:]:
        yield NEW_SESSION(session=head(now, session), what=_place(after, session))


def _session(before: Source, after: Source, group: Group, old: Session, new: Session) -> Iterator[Message]:
    if (old.weekday, old.start, old.end) != (new.weekday, new.start, new.end):
        yield ARROW(was=_moment(old), now=_moment(new))
    if old.centre != new.centre:
        yield CENTRE(was=before.centre_name(old.centre), now=after.centre_name(new.centre))
    if old.room != new.room:
        yield ROOM(was=old.room or NOTHING, now=new.room or NOTHING)
    if set(old.teachers) != set(new.teachers):
        yield TEACHERS(was=_teachers(before, old), now=_teachers(after, new))
    if set(old.weeks) != set(new.weeks):
        yield WEEKS(was=_weeks(before, group, old), now=_weeks(after, group, new))
    elif (old.weekday, old.centre) == (new.weekday, new.centre) and old.dates not in ((), new.dates):
        number = (len(old.dates), len(new.dates))
        yield DATES(was=number[0], now=number[1]) if number[0] != number[1] else OTHER_DATES()


def _place(source: Source, session: Session) -> Text:
    """When, where and in which room."""
    room = [Text("каб. {room}", "room {room}")(room=session.room)] if session.room else []
    return joined([_moment(session), source.centre_name(session.centre), *room], ", ")


def _moment(session: Session) -> Message:
    return say.moment(When(session.weekday, session.start, session.end, 0))


def _teachers(source: Source, session: Session) -> Text:
    named = teacher_labels(source.network, source.people)
    return joined([named.get(teacher, teacher) for teacher in session.teachers] or [NOTHING], ", ")


def _weeks(source: Source, group: Group, session: Session) -> Message | Text:
    return weeks_line(source.network, source.network.course_by_id.get(group.course), session) or EVERY_WEEK


# --- members -----------------------------------------------------------------------------------------


def _members(before: Source, after: Source) -> Iterator[Message]:
    was, now = _seats(before), _seats(after)
    gone = before.plan.group_by_id.keys() - after.plan.group_by_id.keys()
    for student in sorted(was.keys() | now.keys()):
        old, new = was.get(student, {}), now.get(student, {})
        label = _student(after, student)
        out, into = sorted(old.keys() - new.keys()), sorted(new.keys() - old.keys())
        if len(out) == len(into) == 1:
            yield SWITCHED(student=label, was=out[0], now=into[0])
        else:
            yield from (OUT(student=label, group=group) for group in out if group not in gone)
            yield from (IN(student=label, group=group) for group in into)
        for group in sorted(old.keys() & new.keys()):
            different = list(_seat(after, old[group], new[group]))
            if different:
                yield SEAT(student=label, group=group, what=joined(different))


def _seats(source: Source) -> dict[str, dict[str, Enrolment]]:
    """Student → group → seat."""
    return {student: {seat.group: seat for seat in seats} for student, seats in source.plan.seats_of.items()}


def _seat(source: Source, old: Enrolment, new: Enrolment) -> Iterator[Message]:
    if old.rank != new.rank:
        yield RANK(was=old.rank, now=new.rank)
    if old.site != new.site:
        sites = [source.institution_name(site) if site else NOTHING for site in (old.site, new.site)]
        yield SITE(was=sites[0], now=sites[1])
    if old.mode != new.mode:
        yield FORM(was=MODE[old.mode], now=MODE[new.mode])
    if old.held != new.held:
        yield HELD(was=YES if old.held else NO, now=YES if new.held else NO)


def _student(source: Source, student: str) -> Message | str:
    name = source.people.student(student)
    return student if name == student else STUDENT(id=student, name=name)


# --- rides -------------------------------------------------------------------------------------------

Seated = tuple[str, str, Direction]
"""Student, session and direction of a ride."""


def _rides(before: Source, after: Source) -> Iterator[Message]:
    was: Mapping[Seated, Ride] = before.plan.ride_of
    now: Mapping[Seated, Ride] = after.plan.ride_of
    for key in sorted(was.keys() | now.keys(), key=str):
        old, new = was.get(key), now.get(key)
        if old == new:
            continue
        student, session, direction = key
        what: Message
        if old is not None and new is not None:
            what = ARROW(was=_run(before, old), now=_run(after, new))
        else:
            what = NEW_RIDE(what=_run(after, new)) if new else NO_RIDE(what=_run(before, was[key]))
        yield RIDE(
            student=_student(after, student), session=session, direction=DIRECTION[direction], what=what
        )


def _run(source: Source, ride: Ride) -> Message:
    places = [source.institution_name(place) for place in (ride.board, ride.alight)]
    return BY_RUN(run=ride.run, board=places[0], alight=places[1])
