"""Editions of a timetable as one history: the same event keeps its number, whatever becomes of its date.

A phone knows an event again by its UID and takes the edition with the higher SEQUENCE (RFC 5545, 3.8.7.4).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reports.calendar.events import Calendar, Event, Kind
from reports.export.source import Source
from reports.views.week import meetings

Numbers = dict[tuple[str, date], int]
"""Session and date → the number of the event among those of the session, from 1."""


@dataclass(frozen=True)
class Entry:
    """An event with what tells editions apart. A cancelled one is shown as it was."""

    uid: str
    sequence: int
    event: Event
    is_cancelled: bool


def numbered(editions: Sequence[Source]) -> list[Numbers]:
    """The numbers in every edition, oldest first. A date that stays keeps its number; those that go and those
    that come are taken for moved, in their order; what comes beyond that is new."""
    found: list[Numbers] = []
    used: dict[str, int] = {}
    for source in editions:
        former = found[-1] if found else {}
        now: Numbers = {}
        for meeting in meetings(source):
            session, days = meeting.session, sorted(set(meeting.dates))
            before = {day: number for (id, day), number in former.items() if id == session}
            now |= {(session, day): before[day] for day in days if day in before}
            free = [before[day] for day in sorted(before) if day not in days]
            for day in days:
                if day not in before:
                    number = free.pop(0) if free else used.get(session, 0) + 1
                    used[session] = max(used.get(session, 0), number)
                    now[session, day] = number
        found.append(now)
    return found


def uid(school_year: int, session: str, number: int) -> str:
    """Of an event, the same in every edition and every calendar."""
    return f"{uuid.uuid5(uuid.NAMESPACE_URL, f'setka:{school_year}:{session}:{number}')}@setka"


def entries(school_year: int, editions: Sequence[tuple[Numbers, Calendar | None]]) -> list[Entry]:
    """The entries of one calendar after all its editions, by day and time: what is in the last one, and as
    cancelled what was in an earlier one. ``sequence`` is the edition (from 0) that changed the event last."""
    told = [_by_number(numbers, calendar) for numbers, calendar in editions]
    found = []
    for key in dict.fromkeys(key for events in told for key in events):
        states = [events.get(key) for events in told]
        changed = max(at for at in range(len(states)) if at == 0 or states[at] != states[at - 1])
        last = next(state for state in reversed(states) if state is not None)
        found.append(Entry(uid(school_year, *key), changed, last, states[-1] is None))
    return sorted(found, key=lambda entry: (entry.event.day, entry.event.start, entry.uid))


def _by_number(numbers: Numbers, calendar: Calendar | None) -> dict[tuple[str, int], Event]:
    if calendar is None:
        return {}
    return {(session, numbers[session, day]): event for (session, day), event in calendar.events.items()}


def owners(editions: Iterable[Iterable[Calendar]]) -> dict[tuple[Kind, str], Calendar]:
    """Every owner of any edition, as the last edition that has it says."""
    return {(calendar.kind, calendar.id): calendar for found in editions for calendar in found}
