"""The figures of the base beside those of every scenario, and how sure each difference is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.text import Message, Text
from reports.compare.certain import Interval
from reports.compare.comparison import Comparison
from reports.compare.kinds import kinds
from reports.compare.told import (
    CENTRES,
    FIRST,
    GROUPS,
    HOURS,
    MINUTES,
    NO_PRICE,
    ONCE,
    SERVED,
    SHARE,
    TRAVEL,
    UNKNOWN,
    YEARLY,
    Told,
    leaves_few,
    may_tell_certain,
    told_of,
)
from reports.compare.words import (
    IN_THESE_PLANS,
    NO_DIFFERENCE,
    NOT_TOLD,
    certain,
    certain_sign,
    signed,
    signed_points,
)


class Sure(StrEnum):
    """How much is known of a difference: both optima are proven, an interval is, or only two plans are."""

    PROVEN = "proven"
    INTERVAL = "interval"
    PLANS = "plans"


TITLES = {
    SERVED: Text("Получили место", "Got a seat"),
    FIRST: Text("Получили первую заявку", "Got their first choice"),
    SHARE: Text("Доля старшеклассников в сети", "Share of seniors in the network"),
    "rural": Text("Получили место: сельские школы", "Got a seat: rural schools"),
    "town": Text("Получили место: городские школы", "Got a seat: town schools"),
    TRAVEL: Text("Дорога всех обучающихся", "Travel of all students"),
    GROUPS: Text("Групп", "Groups"),
    CENTRES: Text("Центров с группами", "Centres with groups"),
    HOURS: Text("Часов учителей", "Teachers' hours"),
    YEARLY: Text("Затраты в год", "Cost a year"),
    ONCE: Text("Затраты один раз", "Cost once"),
}

UNITS = {
    SERVED: Text("чел.", "students"),
    FIRST: Text("чел.", "students"),
    SHARE: Text("%", "%"),
    "rural": Text("чел.", "students"),
    "town": Text("чел.", "students"),
    TRAVEL: Text("ч в год", "h a year"),
    GROUPS: Text("", ""),
    CENTRES: Text("", ""),
    HOURS: Text("академ. ч в год", "academic h a year"),
    YEARLY: Text("руб.", "RUB"),
    ONCE: Text("руб.", "RUB"),
}


@dataclass(frozen=True)
class Entry:
    """A figure of a scenario. ``difference`` is ``None`` where one of the two numbers is not told; ``known``
    says how sure the difference is, with its numbers where it is an interval that may be told."""

    value: Told
    difference: float | None
    changed: Text | Message
    sure: Sure
    known: Text | Message
    interval: Interval | None = None


@dataclass(frozen=True)
class Indicator:
    """One line: the base, and an entry for every scenario in the order of the comparisons."""

    key: str
    base: Told
    entries: tuple[Entry, ...]

    @property
    def title(self) -> Text:
        return TITLES[self.key]

    @property
    def unit(self) -> Text:
        return UNITS[self.key]


def indicators(comparisons: Sequence[Comparison], *, public: bool) -> list[Indicator]:
    """The lines of the table, in the order people ask for them; of all ``comparisons`` that are published
    side by side."""
    base = told_of(comparisons[0].base, public=public, tells_applicants=not leaves_few(comparisons))
    sides = [
        told_of(item.scenario, public=public, tells_applicants=item.tells_applicants) for item in comparisons
    ]
    found = []
    for key in (SERVED, FIRST, SHARE, TRAVEL, GROUPS, CENTRES, HOURS, YEARLY, ONCE):
        if key in base:
            entries = [
                _entry(key, item, base[key], side[key], public=public)
                for item, side in zip(comparisons, sides, strict=True)
            ]
            found.append(Indicator(key, base[key], tuple(entries)))
        if key == SHARE:
            found += _by_kind(comparisons, public=public)
    return found


def _entry(key: str, item: Comparison, before: Told, after: Told, *, public: bool) -> Entry:
    difference = None
    if before.number is not None and after.number is not None:
        difference = round(after.number - before.number, 1)
    if key == TRAVEL:  # rounded once, so that it agrees with what is certain
        difference = round((item.scenario.travel - item.base.travel) / MINUTES)
    if difference is None:
        changed: Text | Message = UNKNOWN if NO_PRICE in (before.said, after.said) else NOT_TOLD
    else:
        changed = signed_points(difference) if key == SHARE else signed(round(difference))
    if key == SERVED and item.served is not None:
        sure = Sure.PROVEN if item.served.is_exact else Sure.INTERVAL
        if may_tell_certain(item, public=public):
            return Entry(after, difference, changed, sure, certain(item.served), item.served)
        return Entry(after, difference, changed, sure, certain_sign(item.served))
    if key == TRAVEL:
        hours = certain_travel(item)
        if hours is not None:
            return Entry(
                after,
                difference,
                changed,
                Sure.PROVEN if hours.is_exact else Sure.INTERVAL,
                certain(hours),
                hours,
            )
    if difference is None:
        return Entry(after, None, changed, Sure.PLANS, changed)
    return Entry(after, difference, changed, Sure.PLANS, IN_THESE_PLANS if difference else NO_DIFFERENCE)


def certain_travel(item: Comparison) -> Interval | None:
    """What is certain of the hours on the way; ``None`` if an earlier goal is not proven on both sides."""
    known = next((entry.difference for entry in item.levels if entry.level.name == "travel"), None)
    if known is None:
        return None
    if known.is_exact:
        return Interval(*[round(side / MINUTES) for side in (known.low, known.high)])
    return Interval(known.low // MINUTES, -(-known.high // MINUTES))


def _by_kind(comparisons: Sequence[Comparison], *, public: bool) -> list[Indicator]:
    """The students of rural schools and of those in town; in public only which way their number goes."""
    found = []
    for key, is_rural in (("rural", True), ("town", False)):
        told = [kinds(item, public=public).get(is_rural) for item in comparisons]
        if all(kind is None for kind in told):
            continue
        base = next(kind.before for kind in told if kind is not None)
        entries = [
            Entry(
                kind.after,
                None if kind.after.number is None or base.number is None else kind.after.number - base.number,
                kind.changed,
                Sure.PLANS,
                IN_THESE_PLANS,
            )
            if kind is not None
            else Entry(Told(None, NOT_TOLD), None, NOT_TOLD, Sure.PLANS, IN_THESE_PLANS)
            for kind in told
        ]
        found.append(Indicator(key, base, tuple(entries)))
    return found
