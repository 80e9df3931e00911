"""The weeks of a session in words, and dates as short as a grid needs them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from models.calendar import parity_mask, weeks_of
from models.network import Network
from models.plan import Session
from models.tables import Course, Period
from models.text import Message, Text
from models.time import Parity
from reports.audit.facts import weeks_mask

EVERY = Text("", "")
PARITY = {
    Parity.ODD: Text("нечётные недели", "odd weeks"),
    Parity.EVEN: Text("чётные недели", "even weeks"),
}
FIRST_HALF = Text("I полугодие", "first half-year")
SECOND_HALF = Text("II полугодие", "second half-year")
BOTH = Text("{period}, {parity}", "{period}, {parity}")
BETWEEN = Text("с {first} по {last}", "{first} to {last}")
BY_DATES = Text("по датам, всего {count}", "on {count} dates")
NOT_GIVEN = Text("недели не указаны", "weeks not given")

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Not asked of the system: its language need not be that of the page."""


def short_date(day: date) -> Text:
    """A date without its year: ``05.10`` and ``5 Oct``."""
    return Text(f"{day:%d.%m}", f"{day.day} {MONTHS[day.month - 1]}")


def weeks_label(
    network: Network, course: Course | None, session: Session, dates: Sequence[date]
) -> Text | Message:
    """When in the year a session is held; empty if in every week of the network.

    Weeks in which nothing is taught on that weekday do not matter. ``dates`` are those of the session.
    """
    weeks = weeks_mask(network, session)
    taught = _taught(network, session.weekday)
    if not weeks:
        return BY_DATES(count=len(dates)) if dates else NOT_GIVEN
    if not weeks & ~network.school_calendar.network_mask:
        for named, text in _named(network, course):
            if weeks & taught and weeks & taught == named & taught:
                return text
    days = sorted(dates) or network.school_calendar.dates(session.weekday, weeks)
    if not days:
        return NOT_GIVEN
    between = BETWEEN(first=short_date(days[0]), last=short_date(days[-1]))
    found = rhythm(network, session)
    if found is None:
        return BY_DATES(count=len(days))
    return between if found is Parity.EVERY else BOTH(period=between, parity=PARITY[found])


def rhythm(network: Network, session: Session) -> Parity | None:
    """Whether a session is held in every, every odd or every even week from its first to its last one;
    ``None`` for single weeks. Weeks in which nothing is taught on that weekday do not matter."""
    weeks, taught = weeks_mask(network, session), _taught(network, session.weekday)
    if not weeks:
        return None
    first, last = weeks_of(weeks)[0], weeks_of(weeks)[-1]
    stretch = taught & (1 << last) - (1 << (first - 1))
    return next((parity for parity in Parity if weeks & taught == stretch & parity_mask(parity)), None)


def _taught(network: Network, weekday: int) -> int:
    """The weeks of the network in which a weekday is taught."""
    calendar = network.school_calendar
    weeks = (1 << (week - 1) for week in weeks_of(calendar.network_mask))
    return sum(week for week in weeks if calendar.dates(weekday, week))


def _named(network: Network, course: Course | None) -> Iterator[tuple[int, Text | Message]]:
    """The sets of weeks that have a name. In a short year two may be one: the course's own form decides."""
    calendar, rules = network.school_calendar, network.rules
    every = calendar.network_mask
    second = sum(
        1 << (week - 1) for week in weeks_of(every) if calendar.day_of(week, 1) >= rules.second_half_from
    )
    halves = [(every & ~second, FIRST_HALF), (second, SECOND_HALF)]
    parities = [(every & parity_mask(parity), text) for parity, text in PARITY.items()]
    by_half = course is not None and course.period not in (Period.YEAR, Period.DATES)
    yield every, EVERY
    yield from halves + parities if by_half else parities + halves
    for half, period in halves:
        for weeks, parity in parities:
            yield half & weeks, BOTH(period=period, parity=parity)
