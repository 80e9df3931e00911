"""What a paper tells of the members and teachers of a group: all of it in the office; in public no teacher
and no count of one or two children (see ``reports.views.public``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from models.order import natural
from models.plan import Direction, Group
from models.text import Lang, Message, Text
from reports.documents import common
from reports.documents.grammar import LINE
from reports.export.source import Source
from reports.views.public import PublicMembers, members_by_group, public_meetings
from reports.views.public.headline import public_headline
from reports.views.public.limits import is_small
from reports.views.public.ways import runs_told
from reports.views.week import Meeting, meetings

LANG: Lang = "ru"
NOTHING = "—"
ALL_SCHOOLS = "все ОУ вместе"
NOT_TOLD = "не публикуется"


@dataclass(frozen=True)
class Office:
    """For the office."""

    source: Source

    def meetings(self) -> list[Meeting]:
        """All sessions, by weekday and time."""
        return meetings(self.source)

    def teachers(self, group: Group) -> list[str]:
        """By name."""
        return common.teachers(self.source, group).split(", ")

    def taught_by(self, meeting: Meeting) -> str:
        """The teachers of one session."""
        return ", ".join(meeting.teacher_names) or LINE

    def runs(self, meeting: Meeting) -> list[str]:
        """The bus runs that members take."""
        rides = self.source.plan.rides
        return _in_order((ride.direction, ride.run) for ride in rides if ride.session == meeting.session)

    def size(self, group: str) -> str:
        """How many members."""
        return str(len(self.source.members(group)))

    def learning(self) -> int | None:
        """How many students have a seat."""
        return len({seat.student for seat in self.source.plan.enrolments})

    def number(self, count: int) -> int | None:
        """A count of students, as it is."""
        return count

    def schools(self, group: str) -> str:
        """``УСОШ №1 (5), Гимназия №3 (7)``"""
        return common.schools_with_counts(self.source, group)

    def classes(self, group: str) -> str:
        """The classes that members come from, or the grades."""
        names = {name for _, name, _ in self.members(group)}
        return ", ".join(whole(name) for name in sorted(names, key=_by_number))

    def members(self, group: str) -> Sequence[tuple[str, str, str]]:
        """School, class or grade, and how many of it are in the group."""
        found = common.class_counts(self.source, group)
        return [(school, class_name, str(count)) for school, class_name, count in found]


@dataclass(frozen=True)
class Public:
    """The same as it may be published."""

    source: Source

    def meetings(self) -> list[Meeting]:
        """All sessions without teachers."""
        return public_meetings(self.source)

    def teachers(self, _: Group) -> list[str]:
        """None."""
        return [NOTHING]

    def taught_by(self, _: Meeting) -> str:
        """Nobody that is named."""
        return NOTHING

    def runs(self, meeting: Meeting) -> list[str]:
        """The bus runs that members take, where that may be told."""
        told = runs_told(self.source)
        return _in_order((direction, run) for _, direction, run, id in told if id == meeting.session)

    def size(self, group: str) -> str:
        """How many members, with those of the other groups of its programme."""
        return said(self._told(group).total)

    def learning(self) -> int | None:
        """How many applicants have a seat, where the headline tells it."""
        served = public_headline(self.source).served
        return served if isinstance(served, int) else None

    def number(self, count: int) -> int | None:
        """A count of students of the whole network, unless it is one or two."""
        return None if is_small(count) else count

    def schools(self, group: str) -> str:
        """Those that may be named, without counts."""
        return ", ".join(self._told(group).school_names) or NOT_TOLD

    def classes(self, group: str) -> str:
        """The grades that members come from."""
        return ", ".join(dict.fromkeys(grade for _, grade, _ in self.members(group)))

    def members(self, group: str) -> Sequence[tuple[str, str, str]]:
        """School, grade, and how many, small counts masked; all together where only that may be told."""
        told = self._told(group)
        if not told.cells:
            return [(ALL_SCHOOLS, NOTHING, said(told.total))]
        return [(cell.name, f"{cell.grade} кл.", said(cell.count)) for cell in told.cells]

    def _told(self, group: str) -> PublicMembers:
        return members_by_group(self.source)[group]


Telling = Office | Public


def _in_order(runs: Iterable[tuple[Direction, str]]) -> list[str]:
    """Runs there, then runs back, each once."""
    ordered = sorted(set(runs), key=lambda item: (item[0].order, natural(item[1])))
    return list(dict.fromkeys(run for _, run in ordered))


def whole(name: str) -> str:
    """A name that is not broken at its hyphen."""
    return name.replace("-", "\N{NON-BREAKING HYPHEN}")


def _by_number(name: str) -> tuple[int, str]:
    """10А before 10Б before 11."""
    digits = "".join(takewhile(str.isdigit, name))
    return int(digits or 0), name


def said(count: int | Message | Text) -> str:
    """A count as it is printed."""
    return str(count) if isinstance(count, int) else count.in_(LANG)
