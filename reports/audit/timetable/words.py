"""What the wall grid and the lists are written in, so that they can be read again: the titles of their
sheets, the lines of a cell, the names of centres and teachers.

A cell of the grid is one session. Its first line names the group (or the session, where the group has
several a week) and the course; each further line says one thing: the room, a teacher, the weeks, how many.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from models.calendar import weeks_of
from models.network import Network, mask_parities
from models.people import People
from models.plan import Group, Session, session_id
from models.tables import Course, CourseParity, Period
from models.text import LANGS, Message, Text
from models.time import Parity
from reports.audit import cells
from reports.audit.facts import weeks_mask

WALL = Text("Сетка", "Wall grid")
LISTS = Text("Списки групп", "Group lists")

SEPARATOR = " · "
ROOM = Text("каб. {room}", "room {room}")
PRACTICE = Text("практика в детских садах", "practice at kindergartens")
EVERYWHERE = {cells.plain(PRACTICE.in_(lang)) for lang in LANGS}
WEEKS = Text("недели: {weeks}", "weeks: {weeks}")
SIZE = Text("{size} чел.", "students: {size}")
SIZE_LINE = re.compile(r"((\d+|менее 3) чел\.?|students: (\d+|fewer than 3))( · .*)?")
LABELLED = Text("{name} ({id})", "{name} ({id})")

HALVES = (Text("I полугодие", "first half-year"), Text("II полугодие", "second half-year"))
PARITIES = {
    Parity.ODD: Text("нечётные", "odd"),
    Parity.EVEN: Text("чётные", "even"),
}
BOTH = Text("{half}, {parity}", "{half}, {parity}")
ROOM_SAID = re.compile(r"(?:каб\.|кабинет|каб|room)\s*(?P<room>.+)", re.IGNORECASE)
WEEKS_SAID = re.compile(r"(?:недели|weeks)\s*:?\s*(?P<weeks>.+)", re.IGNORECASE)
HALVES_SAID = tuple({cells.plain(half.in_(lang)) for lang in LANGS} for half in HALVES)
PARITIES_SAID = {cells.plain(text.in_(lang)): parity for parity, text in PARITIES.items() for lang in LANGS}


def one_line(text: str) -> str:
    """A name as it stands in a line of a cell."""
    return " ".join(text.split())


def labels(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Id → name, in one line; with the id behind it where several have the same one."""
    named = {id: one_line(name) or id for id, name in pairs}
    uses = Counter(cells.plain(name) for name in named.values())
    return {
        id: name if uses[cells.plain(name)] == 1 else f"{name} ({id})" for id, name in sorted(named.items())
    }


def centre_labels(network: Network) -> dict[str, str]:
    """Centre → the name of its institution, with the id where that is not enough."""
    return labels((centre.id, network.centre_institution(centre.id).name) for centre in network.centres)


def teacher_labels(network: Network, people: People) -> dict[str, str]:
    """Teacher → name, with the id where several have it."""
    return labels((teacher.id, people.teacher(teacher.id)) for teacher in network.teachers)


def head(group: Group, session: Session) -> str:
    """How the first line of a cell names a session: by its group, or by its own id if there are several.

    An id that is not made of the group's and a number could not be understood again.
    """
    of, _, ordinal = session.id.rpartition(".")
    is_regular = of == group.id and ordinal.isdecimal()
    alone = len(group.sessions) == 1 and session.id == session_id(group.id, 1)
    return session.id if is_regular and not alone else group.id


# --- weeks -----------------------------------------------------------------------------------------


def weeks_line(network: Network, course: Course | None, session: Session) -> Text | Message | None:
    """The weeks of a session in words that can be read again; ``None`` where nothing need be said."""
    mask = weeks_mask(network, session)
    if course is not None and mask in network.week_masks(course):
        return _words(network, course, mask)
    return WEEKS(weeks=", ".join(session.weeks)) if session.weeks else None


def _words(network: Network, course: Course, mask: int) -> Message | None:
    half = HALVES[half_of(network, mask)] if course.period not in (Period.YEAR, Period.DATES) else None
    parities = mask_parities(mask) if course.parity is not CourseParity.EVERY else set()
    parity = PARITIES[parities.pop()] if len(parities) == 1 else None
    if half is not None and parity is not None:
        return WEEKS(weeks=BOTH(half=half, parity=parity))
    said = half or parity
    return WEEKS(weeks=said) if said is not None else None


def half_of(network: Network, mask: int) -> int:
    """0 for weeks that begin in the first half of the year, 1 for the second."""
    calendar = network.school_calendar
    return int(calendar.day_of(weeks_of(mask)[0], 1) >= network.rules.second_half_from)


def masks_meant(network: Network, course: Course, said: str) -> list[int]:
    """The sets of weeks that a course allows and that a text ("II полугодие, чётные") fits; none if it is
    no such text."""
    masks = network.week_masks(course)
    for word in _words_in(said):
        if word in PARITIES_SAID:
            masks = [mask for mask in masks if mask_parities(mask) == {PARITIES_SAID[word]}]
        elif any(word in spellings for spellings in HALVES_SAID):
            at = next(at for at, spellings in enumerate(HALVES_SAID) if word in spellings)
            masks = [mask for mask in masks if half_of(network, mask) == at]
        else:
            return []
    return masks


def _words_in(said: str) -> Iterator[str]:
    for part in said.split(","):
        yield cells.plain(part)
