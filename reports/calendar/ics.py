"""A calendar as a file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar

from reports.calendar.versions import Entry

PRODUCT = "-//setka//calendar//RU"


def ics(title: str, entries: Sequence[Entry], stamp: datetime, zone: ZoneInfo) -> bytes:
    """The file of entries in the order of their days. ``stamp`` is the moment the plan was made, ``zone`` the
    time zone of its clock times."""
    calendar = icalendar.Calendar()
    for name, value in (
        ("prodid", PRODUCT),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("name", title),
        ("x-wr-calname", title),
        ("x-wr-timezone", zone.key),
    ):
        calendar.add(name, value)
    for entry in entries:
        calendar.add_component(_event(entry, stamp, zone))
    if entries:
        first, last = entries[0].event.day, entries[-1].event.day
        calendar.add_missing_timezones(date(first.year, 1, 1), date(last.year + 1, 1, 1))
    return bytes(calendar.to_ical())


def _event(entry: Entry, stamp: datetime, zone: ZoneInfo) -> icalendar.Event:
    event = icalendar.Event()
    told = entry.event
    midnight = datetime.combine(told.day, time(), zone)
    for name, value in (
        ("uid", entry.uid),
        ("dtstamp", stamp),
        ("sequence", entry.sequence),
        ("dtstart", midnight + timedelta(minutes=told.start)),
        ("dtend", midnight + timedelta(minutes=told.end)),
        ("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED"),
        ("summary", told.summary),
        ("location", told.location),
        ("description", told.description),
    ):
        event.add(name, value)
    return event
