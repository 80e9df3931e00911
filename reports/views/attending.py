"""The students of a school group by group: when they come, where to, and by which way where ways differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from reports.views.lines import Line
from reports.views.ways import AT_SCHOOL, ON_SITE, Way
from reports.views.week import Meeting

T = TypeVar("T")


@dataclass(frozen=True)
class Usual(Generic[T]):
    """What holds for most of the students, and the exceptions, each with the names it holds for."""

    value: T
    others: tuple[tuple[T, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Place:
    """Where a session is held; the site of the student for practice, the own school of a remote one."""

    institution: str
    name: str
    room: str
    is_remote: bool = False


@dataclass(frozen=True)
class ClassNames:
    """Students of one class by name; ``held``: those of them with a missing paper."""

    class_name: str
    names: tuple[str, ...]
    held: frozenset[str]


@dataclass(frozen=True)
class Attending:
    """A group with those of a school who attend it, at the ``meetings`` of which all the rest is the same."""

    group: str
    title: str
    meetings: tuple[Meeting, ...]
    classes: tuple[ClassNames, ...]
    place: Usual[Place]
    there: Usual[Way | None]
    back: Usual[Way | None]


def attending(lines: Iterable[Line], home: str) -> list[Attending]:
    """By weekday and time, groups without sessions last. A group is there once, or once for every session
    to which others come or by other ways. In their own school, ``home``, students are on site, whatever
    way home they walk; only a seat on a run is told.
    """
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        found[line.group, line.meeting.session if line.meeting else ""].append(line)
    alike: dict[Attending, list[Meeting]] = defaultdict(list)
    for these in sorted(found.values(), key=lambda these: _when(these[0])):
        meeting = these[0].meeting
        alike[_attending(these, home)] += [meeting] if meeting else []
    return [replace(each, meetings=tuple(meetings)) for each, meetings in alike.items()]


def _attending(lines: Sequence[Line], home: str) -> Attending:
    """All but the time."""
    first = lines[0]
    return Attending(
        group=first.group,
        title=first.title,
        meetings=(),
        classes=_classes(lines),
        place=_usual(lines, lambda line: Place(line.place, line.place_name, line.room, line.is_remote)),
        there=_usual(lines, lambda line: _told(line, line.there, home)),
        back=_usual(lines, lambda line: _told(line, line.back, home)),
    )


def _told(line: Line, way: Way | None, home: str) -> Way | None:
    is_home = line.meeting is not None and line.place == home
    if not is_home or (way and way.run):
        return way
    return AT_SCHOOL if line.is_remote else Way(ON_SITE, 0)


def _when(line: Line) -> tuple[object, ...]:
    meeting = line.meeting
    if meeting is None:
        return (1, line.title, line.group)
    return (0, meeting.weekday, meeting.start, meeting.end, meeting.centre_name, meeting.session)


def _classes(lines: Sequence[Line]) -> tuple[ClassNames, ...]:
    """In the order of the lines: by grade and class."""
    names: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        names[line.class_name].append(line)
    return tuple(
        ClassNames(
            class_name,
            tuple(line.name for line in these),
            frozenset(line.name for line in these if line.held),
        )
        for class_name, these in names.items()
    )


def _usual(lines: Sequence[Line], value: Callable[[Line], T]) -> Usual[T]:
    """The value of most lines (of those at one level, the one that comes first) and the others."""
    holders: dict[T, list[str]] = defaultdict(list)
    for line in lines:
        holders[value(line)].append(line.name)
    (usual, _), *others = sorted(holders.items(), key=lambda entry: -len(entry[1]))
    return Usual(usual, tuple((other, tuple(names)) for other, names in others))
