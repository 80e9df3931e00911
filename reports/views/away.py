"""On which dates a student does not come: the class is away, or the school has no lessons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from models.tables import CalendarKind
from reports.audit.memo import remembered
from reports.export.source import Source


def is_away(source: Source, student: str, day: date) -> bool:
    """Whether the class of a student does not come on a date."""
    known = source.network.student_by_id[student]
    closed = _blackouts(source).get(known.institution, ())
    return day in closed or day in source.network.class_of(known).absent


@remembered
def _blackouts(source: Source) -> Mapping[str, set[date]]:
    """School → the days on which it has no lessons."""
    found: dict[str, set[date]] = defaultdict(set)
    for entry in source.network.calendar:
        if entry.kind is CalendarKind.BLACKOUT and entry.institution:
            last = entry.last or entry.first
            found[entry.institution] |= {
                date.fromordinal(number) for number in range(entry.first.toordinal(), last.toordinal() + 1)
            }
    return found
