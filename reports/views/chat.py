"""A school's part of the plan as a short plain text, to paste into a chat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from models.text import Lang, Text, say
from models.time import WEEKDAYS, format_clock
from reports.export.source import Source
from reports.views.contacts import Contact
from reports.views.lines import Line
from reports.views.periods import short_date
from reports.views.public.members import named_schools
from reports.views.public.ways import PublicWay, PublicWays, note, public_ways
from reports.views.schools import SchoolPage
from reports.views.ways import Way
from reports.views.week import Meeting

HEADING = Text(
    "{school}: профильные курсы, {year}/{next} учебный год",
    "{school}: profile courses, school year {year}/{next}",
)
NOBODY = Text("Зачисленных обучающихся нет.", "No student has a seat.")
NOTHING = Text("Сведения — у координатора школы.", "Ask the coordinator of the school.")
GROUP = Text("{title} (группа {group})", "{title} (group {group})")
NO_SESSIONS = Text("Занятия пока не назначены.", "No sessions are set yet.")
CLOCK = Text("{day} {start}–{end}", "{day} {start}–{end}")
FROM_TO = Text("с {first} по {last}", "{first} to {last}")
PLACE = Text("Где: {place}", "Where: {place}")
ROOM = Text("кабинет {room}", "room {room}")
AFAR = Text("{place}, дистанционно", "{place}, remotely")
PRACTICE = Text("место практики скажет координатор", "ask the coordinator for the place of practice")
TEACHERS = Text("Ведёт: {names}", "Given by: {names}")
MEMBERS = Text("Кто: {names}", "Who: {names}")
MEMBER = Text("{name} ({of})", "{name} ({of})")
OF_SOME = Text("{what} — {names}", "{what} — {names}")
THERE = Text("Туда: {way}", "There: {way}")
BACK = Text("Домой: {way}", "Home: {way}")
TAKES = Text("{mode}, {minutes} мин", "{mode}, {minutes} min")
RIDE = Text(
    "рейс {run}, {board} {left} → {alight} {arrived}",
    "run {run}, {board} {left} → {alight} {arrived}",
)
NO_WAY = Text("дорогу уточните у координатора", "ask the coordinator for the way")
OR = Text(" или ", " or ")
NOTED = Text("{ways} ({note})", "{ways} ({note})")
CALL = Text("По всем вопросам:", "Any questions:")
TELEPHONE = Text("тел. {number}", "tel. {number}")


def chat_text(source: Source, page: SchoolPage, lang: Lang, names: bool) -> str:
    """What, where, when, how to get there, whom to call: a block of lines for every group of the school.

    With ``names`` it names students and teachers and says everybody's own way: for a chat of the school
    alone. Without, it says what may be read by anybody: the groups of which it may be told that the
    school sends members, and their ways as far as nobody's own way shows; nor does a place of practice.
    """
    year = source.network.rules.school_year
    blocks = [[HEADING(school=page.name, year=year, next=year + 1).in_(lang)]]
    named = named_schools(source)
    groups = [group for group in page.groups if names or page.institution in named[group.group]]
    for group in groups:
        lines = [line for line in page.lines if line.group == group.group]
        block = _with_names(page, lines, lang) if names else _without(source, page, lines, lang)
        blocks.append([GROUP(title=group.title, group=group.group).in_(lang), *block])
    if not groups:
        blocks.append([(NOBODY if names else NOTHING).in_(lang)])
    contacts = [item for item in page.contacts if item.centre in {group.centre for group in groups}]
    if contacts:
        blocks.append([CALL.in_(lang), *(_contact(contact, lang) for contact in contacts)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _with_names(page: SchoolPage, lines: list[Line], lang: Lang) -> Iterator[str]:
    yield MEMBERS(names=_members(lines, lang)).in_(lang)
    for meeting in _held(lines):
        present = [line for line in lines if line.meeting == meeting]
        away = [line for line in present if line.place != page.institution]
        yield _when(meeting, lang)
        yield from _told(present, lambda line: _place_of(line, lang), lang)
        if meeting.teacher_names:
            yield TEACHERS(names=meeting.teacher_names).in_(lang)
        yield from _told(away, lambda line: THERE(way=way_text(line.there, lang)).in_(lang), lang)
        yield from _told(away, lambda line: BACK(way=way_text(line.back, lang)).in_(lang), lang)
    if not _held(lines):
        yield NO_SESSIONS.in_(lang)


def _without(source: Source, page: SchoolPage, lines: list[Line], lang: Lang) -> Iterator[str]:
    for meeting in _held(lines):
        yield _when(meeting, lang)
        if meeting.is_practice:
            yield PLACE(place=PRACTICE).in_(lang)
            continue
        yield _place(meeting.centre_name, meeting.address, meeting.room, lang)
        if meeting.institution != page.institution:
            told = public_ways(source).get((page.institution, meeting.session), PublicWays())
            yield THERE(way=ways_text(told.there, lang)).in_(lang)
            yield BACK(way=ways_text(told.back, lang)).in_(lang)
    if not _held(lines):
        yield NO_SESSIONS.in_(lang)


def _held(lines: Iterable[Line]) -> list[Meeting]:
    """The sessions of the lines, each once."""
    held = {(line.meeting.group, line.meeting.session): line.meeting for line in lines if line.meeting}
    return sorted(held.values(), key=lambda m: (m.weekday, m.start, m.session))


def _members(lines: Iterable[Line], lang: Lang) -> list[str]:
    return list(
        {line.student: MEMBER(name=line.name, of=line.class_name).in_(lang) for line in lines}.values()
    )


def _told(lines: list[Line], tell: Callable[[Line], str], lang: Lang) -> Iterator[str]:
    """What is told of every line: once if it is the same for all, else with the names it holds for."""
    said: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        said[tell(line)].append(line)
    for what, these in said.items():
        names = [line.name for line in these]
        yield what if len(said) == 1 else OF_SOME(what=what, names=names).in_(lang)


def _when(meeting: Meeting, lang: Lang) -> str:
    clock = CLOCK(
        day=WEEKDAYS[meeting.weekday - 1], start=format_clock(meeting.start), end=format_clock(meeting.end)
    ).in_(lang)
    weeks = say(meeting.weeks, lang)
    dates = ""
    if meeting.first and meeting.last:
        dates = FROM_TO(first=short_date(meeting.first), last=short_date(meeting.last)).in_(lang)
    parts = [clock, weeks, "" if dates in weeks else dates]
    return _sentence(", ".join(part for part in parts if part))


def _place_of(line: Line, lang: Lang) -> str:
    if line.is_remote:
        return PLACE(place=AFAR(place=line.place_name).in_(lang)).in_(lang)
    return _place(line.place_name, line.address, line.room, lang)


def _place(name: str, address: str, room: str, lang: Lang) -> str:
    parts = [name, address, ROOM(room=room).in_(lang) if room else ""]
    return PLACE(place=", ".join(part for part in parts if part)).in_(lang)


def way_text(way: Way | None, lang: Lang) -> str:
    """A way in a few words: on foot, or the run with its stops and times."""
    if way is None:
        return NO_WAY.in_(lang)
    if way.board_time is None or way.alight_time is None:
        return TAKES(mode=way.mode, minutes=way.minutes).in_(lang)
    left, arrived = format_clock(way.board_time), format_clock(way.alight_time)
    return RIDE(run=way.run, board=way.board, left=left, alight=way.alight, arrived=arrived).in_(lang)


def ways_text(told: Sequence[PublicWay], lang: Lang) -> str:
    """Ways to publish in one line, with who knows which of them is one's own."""
    if not told:
        return NO_WAY.in_(lang)
    ways = OR.in_(lang).join(way.text.in_(lang) for way in told)
    says = note(told)
    return NOTED(ways=ways, note=says).in_(lang) if says else ways


def _contact(contact: Contact, lang: Lang) -> str:
    telephone = TELEPHONE(number=contact.telephone).in_(lang) if contact.telephone else ""
    return ", ".join(part for part in (contact.centre_name, contact.coordinator, telephone) if part)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
