"""The school year: the network's rules with their defaults, and the calendar with public holidays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import holidays

from instances.building import texts
from instances.building.link import Rows
from instances.parts import Problems, Row, Tables
from instances.schema import SETTINGS
from instances.schema.rules import ADD_HOLIDAYS
from models.fault import Assumption
from models.tables import CalendarEntry, CalendarKind, NetworkRules

SPRING = 4
"""From this month on a choice is made for the school year that begins in the same calendar year."""


def settings_of(rows: Rows) -> dict[str, Any]:
    """Key → value of the sheet «Правила сети»; blanks are left out."""
    return {
        row.values["key"]: row.values["value"]
        for row in rows["rules"]
        if "key" in row.values and "value" in row.values
    }


def school_year_of(day: date) -> int:
    """The school year that a choice made on a day is for."""
    return day.year if day.month >= SPRING else day.year - 1


def _usual_year(days: Iterable[date]) -> int:
    """The school year that most of the days are for; of equals the later one."""
    years = Counter(school_year_of(day) for day in days)
    return max(years, key=lambda year: (years[year], year))


def build_rules(rows: Rows, settings: Mapping[str, Any], today: date) -> NetworkRules:
    """The rules with what was left blank filled in."""
    values = {key: value for key, value in settings.items() if key in NetworkRules.model_fields}
    made_on = [row.values["made_on"] for row in rows["choices"] if "made_on" in row.values]
    year = values.setdefault("school_year", _usual_year(made_on or [today]))
    lessons = _lessons(rows)
    first = lessons.values["first"] if lessons else date(year, 10, 1)
    last = lessons.values.get("last", first) if lessons else date(year + 1, 4, 25)
    values.setdefault("first_day", first)
    values.setdefault("last_day", last)
    ninth = date(year + 1, 1, 9)
    values.setdefault("second_half_from", ninth + timedelta(days=-ninth.weekday() % 7))
    return NetworkRules(**values)


def _lessons(rows: Rows) -> Row | None:
    """The calendar's row with the first and last day of lessons."""
    return next(
        (
            row
            for row in rows["calendar"]
            if row.values.get("kind") is CalendarKind.LESSONS and not row.values.get("institution")
        ),
        None,
    )


def check_rules(tables: Tables, rows: Rows, rules: NetworkRules) -> Problems:
    """Days that contradict one another or the school year."""
    problems = Problems()
    by_key = {row.values.get("key"): row for row in rows["rules"]}
    year = rules.school_year
    earliest, latest = date(year, 8, 25), date(year + 1, 8, 31)
    for key in ("first_day", "last_day", "second_half_from"):
        day = getattr(rules, key)
        if not earliest <= day <= latest:
            _at(problems, tables, by_key.get(key) or by_key.get("school_year"), day).error(
                texts.YEAR_OUTSIDE(year=year, next=year + 1), texts.FIX_DATE()
            )
    if rules.last_day < rules.first_day:
        row = by_key.get("last_day") or by_key.get("first_day")
        _at(problems, tables, row, rules.last_day).error(texts.INVERTED(), texts.FIX_DATE())
    lessons = _lessons(rows)
    if lessons and "last" in lessons.values:
        named = (lessons.values["first"], lessons.values["last"])
        if named != (rules.first_day, rules.last_day) and named[0] <= named[1]:
            problems.bad(lessons, "first", texts.TWO_PERIODS(), texts.SAME_DAYS())
    return problems


class _at:
    """Where a fault of a rule is shown: at its row, else at the sheet."""

    def __init__(self, problems: Problems, tables: Tables, row: Row | None, value: Any) -> None:
        self.problems, self.tables, self.row, self.value = problems, tables, row, value

    def error(self, problem: Any, cure: Any) -> None:
        if self.row is not None:
            self.problems.bad(self.row, "value", problem, cure)
        else:
            self.problems.error(self.tables.spot_of("rules", "value"), self.value, problem, cure)


def assume_rules(tables: Tables, settings: Mapping[str, Any], rules: NetworkRules) -> list[Assumption]:
    """One assumption for every rule left blank."""
    found = []
    for key, setting in SETTINGS.items():
        if key in settings or key == ADD_HOLIDAYS:
            continue
        value: Any = setting.blank
        if key in ("school_year", "first_day", "last_day", "second_half_from"):
            value = setting.kind.show(getattr(rules, key), "ru")
            value = value.strftime("%d.%m.%Y") if isinstance(value, date) else value
        message = texts.OWN_SETTING(title=setting.title, value=value)
        found.append(Assumption(tables.spot_of("rules", "value"), message))
    return found


def public_holidays(rules: NetworkRules) -> list[CalendarEntry]:
    """Russia's public holidays between the first and the last day of lessons."""
    years = range(rules.first_day.year, rules.last_day.year + 1)
    named = holidays.country_holidays("RU", years=list(years), language="ru")
    return [
        CalendarEntry(kind=CalendarKind.HOLIDAY, first=day, note=named[day])
        for day in sorted(named)
        if rules.first_day <= day <= rules.last_day
    ]


def assume_holidays(tables: Tables, added: list[CalendarEntry], rules: NetworkRules) -> list[Assumption]:
    """What was added to the calendar, and for which years the moved days off are not known."""
    spot = tables.spot_of("calendar")
    found = [Assumption(spot, texts.HOLIDAYS(count=len(added)), max(1, len(added)))]
    for year in range(rules.first_day.year, rules.last_day.year + 1):
        named = holidays.country_holidays("RU", years=[year], language="ru")
        if not any("перенес" in name for name in named.values()):
            found.append(Assumption(spot, texts.MOVED_UNKNOWN(year=year), unofficial_year=year))
    return found
