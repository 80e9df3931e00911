"""What one cell of the wall grid says: which session, in which room, by whom, in which weeks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from models.network import Network, group_id, split_group_id
from models.tables import Course
from models.text import Message, Text
from reports.audit import cells
from reports.audit.sheets import NAMESAKES, USE_ID, Directory
from reports.audit.timetable.words import (
    EVERYWHERE,
    ROOM_SAID,
    SEPARATOR,
    SIZE_LINE,
    WEEKS_SAID,
    one_line,
)

NO_GROUP = Text("Такой группы или занятия нет: «{said}».", "There is no such group or session: {said}.")
NAME_GROUP = Text(
    "Начните ячейку номером группы, например {example}.",
    "Begin the cell with the id of a group such as {example}.",
)
NO_LINE = Text("Не удалось понять строку «{said}».", "The line {said} was not understood.")
NAME_LINE = Text(
    "Первая строка — группа и курс; дальше по строке на «каб. …», ФИО или номер учителя, «недели: …».",
    "The first line is group and course; then a line each for 'room …', a teacher's name or id, 'weeks: …'.",
)
TWO_ROOMS = Text("Кабинетов указано два.", "Two rooms are given.")
KEEP_ONE = Text("Оставьте один.", "Keep one of them.")

Complain = Callable[[Message, Message], None]
"""Takes a problem and its cure; knows the cell."""


@dataclass
class Card:
    """A session as a cell names it; ``ordinal`` is ``None`` where only the group is named, ``weeks`` is
    what was written about them."""

    group: str
    course: Course | None
    ordinal: int | None
    room: str | None = None
    teachers: list[str] = field(default_factory=list)
    weeks: str = ""


class CardReader:
    """Understands cells with the names of a network; ``groups`` are those listed, with their courses."""

    def __init__(self, network: Network, names: Directory, groups: Mapping[str, str]) -> None:
        self._network = network
        self._teachers = names.teachers
        self._groups = {cells.plain(group): (group, course) for group, course in groups.items()}
        self._courses = {cells.plain(course.id): course.id for course in network.courses}
        self.example = next((group_id(course.id, 1) for course in network.courses), "ИТ-1")

    def read(self, said: str, complain: Complain) -> Card | None:
        """The card, or ``None`` where the cell names no group."""
        first, *lines = [one_line(line) for line in said.splitlines() if line.strip()]
        card, rest = self._head(first)
        if card is None:
            complain(NO_GROUP(said=first), NAME_GROUP(example=self.example))
            return None
        for line in (rest, *lines):
            if line and not self._understood(card, line, complain):
                for part in line.split(SEPARATOR.strip()):
                    if part.strip() and not self._understood(card, part.strip(), complain):
                        complain(NO_LINE(said=part.strip()), NAME_LINE())
        return card

    def _head(self, line: str) -> tuple[Card | None, str]:
        """The session that a line begins with, and the rest of the line."""
        parts = line.split(SEPARATOR)
        for end in range(1, len(parts) + 1):
            card = self._named(SEPARATOR.join(parts[:end]))
            if card is not None:
                return card, SEPARATOR.join(parts[end:])
        return None, ""

    def _named(self, said: str) -> Card | None:
        group = self.group(said)
        if group is not None:
            return Card(group[0], self._network.course_by_id.get(group[1]), None)
        of, _, ordinal = said.rpartition(".")
        group = self.group(of)
        if group is None or not ordinal.isdecimal():
            return None
        return Card(group[0], self._network.course_by_id.get(group[1]), int(ordinal))

    def group(self, said: str) -> tuple[str, str] | None:
        """Id and course of a group that is listed, or could be."""
        key = cells.plain(said)
        if key in self._groups:
            return self._groups[key]
        try:
            course, ordinal = split_group_id(said.strip())
        except ValueError:
            return None
        known = self._courses.get(cells.plain(course))
        return None if known is None else (group_id(known, ordinal), known)

    def _understood(self, card: Card, line: str, complain: Complain) -> bool:
        """Takes up what a line says; ``False`` if it says nothing that is known."""
        key = cells.plain(line)
        if card.course is not None and key == cells.plain(card.course.title):
            return True
        if key in EVERYWHERE or SIZE_LINE.fullmatch(line):
            return True
        room, weeks = ROOM_SAID.fullmatch(line), WEEKS_SAID.fullmatch(line)
        teachers = self._teachers_in(line, complain)
        if teachers:
            card.teachers += [teacher for teacher in teachers if teacher not in card.teachers]
        elif weeks:
            card.weeks = weeks["weeks"]
        elif room and (SEPARATOR not in room["room"] or self._is_room(room["room"])):
            if card.room is not None:
                complain(TWO_ROOMS(), KEEP_ONE())
            card.room = room["room"]
        else:
            return False
        return True

    def _is_room(self, said: str) -> bool:
        return any(cells.plain(room.name) == cells.plain(said) for room in self._network.rooms)

    def _teachers_in(self, line: str, complain: Complain) -> list[str]:
        """The teachers a line consists of; none if one of its parts is no teacher."""
        whole = self._teacher(line, complain)
        if whole is not None:
            return [whole]
        parts = [part.strip() for part in re.split(r"[;,]", line) if part.strip()]
        found = [self._teacher(part, complain) for part in parts] if len(parts) > 1 else []
        return [teacher for teacher in found if teacher] if None not in found else []

    def _teacher(self, said: str, complain: Complain) -> str | None:
        key = cells.plain(said)
        own = self._teachers.own.get(key)
        if own is not None:
            return own
        found = self._teachers.ids.get(key, [])
        if len(found) > 1:
            complain(NAMESAKES(ids=found), USE_ID())
        return found[0] if found else None
