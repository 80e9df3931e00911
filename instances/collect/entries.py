"""What a form says of one student, and what was pre-filled when the form was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from models.network import Network
from models.people import People
from models.tables import ChoiceKind


@dataclass(frozen=True)
class Wanted:
    """A choice as a form has it; the course may be a programme."""

    rank: int
    course: str
    additional: bool = False


@dataclass(frozen=True)
class Entry:
    """A student's row."""

    name: str
    class_name: str
    choices: tuple[Wanted, ...] = ()
    wishes: tuple[str, ...] = ()
    home: str = ""
    may_travel_alone: bool = True
    consent: bool = False
    two_courses_consent: bool = False


FIELDS = tuple(field.name for field in fields(Entry))
ABOUT_STUDENT = ("class_name", "home", "may_travel_alone", "consent", "two_courses_consent")
"""Fields that are columns of the table of students."""


def entries_of(network: Network, people: People, school: str) -> dict[str, Entry]:
    """Student → row, of one school as the workbook has it."""
    wishes: dict[str, list[str]] = {}
    for wish in network.wishes:
        if wish.student:
            wishes.setdefault(wish.student, []).append(wish.target)
    return {
        student.id: Entry(
            name=people.student(student.id),
            choices=tuple(
                Wanted(choice.rank, choice.course, choice.kind is ChoiceKind.ADDITIONAL)
                for choice in network.choices_by_student.get(student.id, [])
            ),
            wishes=tuple(wishes.get(student.id, ())),
            **{name: getattr(student, name) for name in ABOUT_STUDENT},
        )
        for student in network.students
        if student.institution == school
    }


def dump(entry: Entry) -> str:
    """The entry as one line of text."""
    return json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load(text: str) -> Entry:
    """The entry of a line; ``ValueError``, ``TypeError`` or ``KeyError`` if it is none."""
    values = json.loads(text)
    values["choices"] = tuple(Wanted(**choice) for choice in values["choices"])
    values["wishes"] = tuple(values["wishes"])
    return Entry(**values)


def digest(entries: Mapping[str, Entry]) -> str:
    """The digest of what was pre-filled; the order of students does not count."""
    lines = sorted(f"{id}\t{dump(entry)}" for id, entry in entries.items())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
