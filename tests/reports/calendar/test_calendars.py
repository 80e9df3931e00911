"""Calendars: every date once, updates that phones understand, nobody's name where it does not belong."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from instances.tiny import ALL
from models.people import People, Person, PersonKind
from models.plan import Plan
from models.tables import CalendarEntry, CalendarKind
from reports.calendar.folders import write_calendars
from reports.export.source import Source

MOSCOW = ZoneInfo("Europe/Moscow")


def tiny(name: str, **changes: Any) -> Source:
    """A network solved by hand."""
    case = ALL[name]
    assert case.plan is not None
    return Source(case.network.replace(**changes), case.plan, People())


def written(folder: Path, *editions: Source) -> dict[str, list[Any]]:
    """The events of every file by its path in the folder, as another library reads them."""
    write_calendars(editions, folder / "public", folder / "internal", MOSCOW)
    found = {}
    for path in sorted(folder.rglob("*.ics")):
        calendar = vobject.readOne(path.read_text(encoding="utf-8"))
        found[path.relative_to(folder).as_posix()] = calendar.contents.get("vevent", [])
    return found


def edited(source: Source, change: Any) -> Source:
    """The same with every session changed."""
    groups = tuple(
        group.replace(sessions=tuple(change(session) for session in group.sessions))
        for group in source.plan.groups
    )
    return Source(source.network, source.plan.replace(groups=groups), source.people)


@pytest.mark.parametrize("name", ["two_sessions", "odd_even", "half_year", "two_teachers", "full_buses"])
def test_every_date_of_the_plan_is_there_once(name: str, tmp_path: Path) -> None:
    """In the group's calendar: day, clock times in Moscow, a UID of its own."""
    source = tiny(name)
    files = written(tmp_path, source)
    for group in source.plan.groups:
        (events,) = (found for path, found in files.items() if path.startswith(f"public/groups/{group.id} "))
        told = Counter((event.dtstart.value, event.dtend.value) for event in events)
        expected = Counter(
            tuple(
                datetime.combine(day, datetime.min.time(), MOSCOW) + timedelta(minutes=minutes)
                for minutes in (session.start, session.end)
            )
            for session in group.sessions
            for day in session.dates
        )
        assert told == expected
        assert len({event.uid.value for event in events}) == len(events)
        assert all(event.dtstart.value.utcoffset() == timedelta(hours=3) for event in events)
        assert {(event.sequence.value, event.status.value) for event in events} == {("0", "CONFIRMED")}


def test_centres_teachers_schools_and_students_see_the_same_events(tmp_path: Path) -> None:
    """A UID is one event wherever it stands; a student has the dates of the own groups."""
    source = tiny("two_teachers")
    files = written(tmp_path, source)
    uids = {path: {event.uid.value for event in events} for path, events in files.items()}
    whole = set().union(*(found for path, found in uids.items() if path.startswith("public/groups/")))
    for kind in ("public/centres/", "internal/teachers/", "internal/schools/", "internal/students/"):
        found = [these for path, these in uids.items() if path.startswith(kind)]
        assert found
        assert set().union(*found) == whole
    teachers = {t for group in source.plan.groups for session in group.sessions for t in session.teachers}
    assert sum(path.startswith("internal/teachers/") for path in files) == len(teachers)


def test_a_moved_session_is_an_update(tmp_path: Path) -> None:
    """Another hour: the same UIDs with the next number; the same plan again: nothing has changed."""
    old = tiny("two_sessions")
    new = edited(old, lambda s: s.replace(start=s.start + 10, end=s.end + 10))
    first = written(tmp_path / "1", old)
    again = written(tmp_path / "2", old, old)
    moved = written(tmp_path / "3", old, new)
    back = written(tmp_path / "4", old, new, old)
    assert again.keys() == first.keys() == moved.keys()
    for path, events in first.items():
        uids = {event.uid.value for event in events}
        for files, sequence in ((again, "0"), (moved, "1"), (back, "2")):
            assert {event.uid.value for event in files[path]} == uids
            assert {event.sequence.value for event in files[path]} == {sequence}
    assert (tmp_path / "1/public").exists()
    before, after = (sorted(e.dtstart.value for e in files[path]) for files in (first, moved))
    assert [later - earlier for earlier, later in zip(before, after, strict=True)] == [
        timedelta(minutes=10)
    ] * len(before)


@pytest.mark.parametrize("name", ["two_sessions", "half_year"])
def test_dates_that_move_or_go(name: str, tmp_path: Path) -> None:
    """One date is exchanged for another: one update. The last one goes: cancelled, as it was."""
    old = tiny(name)

    def later(session: Any) -> Any:
        first, *rest, _ = session.dates
        return session.replace(dates=(first + timedelta(days=1), *rest))

    files = written(tmp_path, old, edited(old, later))
    path = next(path for path in files if path.startswith(f"public/groups/{old.plan.groups[0].id} "))
    sessions = old.plan.groups[0].sessions
    told = Counter((event.status.value, event.sequence.value) for event in files[path])
    count = sum(len(session.dates) for session in sessions)
    assert told == +Counter(
        {
            ("CONFIRMED", "1"): len(sessions),
            ("CANCELLED", "1"): len(sessions),
            ("CONFIRMED", "0"): count - 2 * len(sessions),
        }
    )
    gone = sorted(e.dtstart.value.date() for e in files[path] if e.status.value == "CANCELLED")
    assert gone == sorted(session.dates[-1] for session in sessions)


def test_who_leaves_a_group_is_told(tmp_path: Path) -> None:
    """In the student's calendar all is cancelled; in that of the group nothing has changed."""
    old = tiny("two_sessions")
    gone = old.plan.enrolments[0].student
    seats = tuple(seat for seat in old.plan.enrolments if seat.student != gone)
    new = Source(old.network, old.plan.replace(enrolments=seats), old.people)
    files = written(tmp_path, old, new)
    (mine,) = (
        events for path, events in files.items() if path.endswith(f"{gone}.ics") and "students" in path
    )
    assert {event.status.value for event in mine} == {"CANCELLED"}
    (group,) = (events for path, events in files.items() if path.startswith("public/groups/"))
    assert {(event.status.value, event.sequence.value) for event in group} == {("CONFIRMED", "0")}


def test_no_event_while_the_class_is_away(tmp_path: Path) -> None:
    """A day without lessons at the home school, and practice weeks of the class."""
    source = tiny("two_sessions")
    student = source.network.student_by_id[source.plan.enrolments[0].student]
    first, second = sorted(day for session in source.plan.groups[0].sessions for day in session.dates)[:2]
    closed = CalendarEntry(kind=CalendarKind.BLACKOUT, first=first, institution=student.institution)
    classes = tuple(
        one.replace(absent=(second,)) if one == source.network.class_of(student) else one
        for one in source.network.classes
    )
    calendar = (*source.network.calendar, closed)
    away = Source(source.network.replace(calendar=calendar, classes=classes), source.plan, source.people)
    files = written(tmp_path, away)
    (mine,) = (events for path, events in files.items() if path.endswith(f"{student.id}.ics"))
    days = {event.dtstart.value.date() for event in mine}
    assert not {first, second} & days
    (group,) = (events for path, events in files.items() if path.startswith("public/groups/"))
    assert {first, second} <= {event.dtstart.value.date() for event in group}
    assert len(mine) == len(group) - 2


@pytest.mark.parametrize("case", ["hostile", "one_school", "no_groups"])
def test_whatever_people_are_called(case: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Files can be read and lie on Windows; lines are folded; equal plans have equal bytes; the public ones
    name nobody."""
    plan = request.getfixturevalue(case)
    source = Source(plan.network, plan.plan, plan.people)
    files = written(tmp_path / "1", source)
    written(tmp_path / "2", source)
    names = [source.people.student(student.id) for student in source.network.students]
    names += [source.people.teacher(teacher.id) for teacher in source.network.teachers]
    for path in (tmp_path / "1").rglob("*.*"):
        content = path.read_bytes()
        assert content == (tmp_path / "2" / path.relative_to(tmp_path / "1")).read_bytes()
        assert not set('\\/:*?"<>|') & set(path.name)
        if path.suffix == ".ics":
            assert content.endswith(b"END:VCALENDAR\r\n")
            assert max(map(len, content.split(b"\r\n"))) <= 75
        if "public" in path.parts[-3:]:
            said = content.decode().replace("\r\n ", "")
            assert not [name for name in names if len(name) > 3 and name in said]
    summaries = {event.summary.value for events in files.values() for event in events}
    titles = {source.course_title(group.course) for group in source.plan.groups}
    assert all(any(title in summary for summary in summaries) for title in titles)


def test_a_school_gets_its_own_students_alone(tmp_path: Path) -> None:
    """Nothing in the archive of a school, names of files and bytes of files, tells of another's students."""
    case = ALL["full_buses"]
    assert case.plan is not None
    network = case.network
    rows = tuple(
        Person(id=student.id, kind=PersonKind.STUDENT, name=f"Фамилия{number}ов Имя")
        for number, student in enumerate(network.students, start=101)
    )
    source = Source(network, case.plan, People(rows=rows))
    written(tmp_path, source)
    packs = sorted((tmp_path / "internal/packs").glob("*.zip"))
    homes = {network.student_by_id[seat.student].institution for seat in case.plan.enrolments}
    assert len(packs) == len(homes)
    for pack in packs:
        with zipfile.ZipFile(io.BytesIO(pack.read_bytes())) as archive:
            said = "\n".join(
                name + archive.read(name).decode().replace("\r\n ", "") for name in archive.namelist()
            )
        (school,) = (i.id for i in network.institutions if i.name == pack.stem)
        ours = {seat.student for seat in case.plan.enrolments}
        for student in network.students:
            name = source.people.student(student.id)
            if student.institution != school:
                assert name not in said
            elif student.id in ours:
                assert name in said


def test_a_plan_made_by_hand(tmp_path: Path) -> None:
    """Without a stamp of a run, and without dates: the usable ones are taken."""
    source = edited(tiny("two_sessions"), lambda session: session.replace(dates=()))
    bare = Plan(groups=source.plan.groups, enrolments=source.plan.enrolments)
    files = written(tmp_path, Source(source.network, bare, source.people))
    (events,) = (events for path, events in files.items() if path.startswith("public/groups/"))
    assert events
    assert {event.dtstamp.value.date() for event in events} == {date(source.network.rules.school_year, 9, 1)}
