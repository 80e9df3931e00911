"""The norms of the sheet, over the shipped ones."""

from __future__ import annotations

from instances.building import texts
from instances.building.link import Rows
from instances.fold import nearest
from instances.parts import Problems, Row, Tables
from models.fault import Assumption
from models.norm_words import TITLES, title_of
from models.norms import MissingNormError, Norm, find_norm, merge_norms, shipped_norms
from models.rules import RULES
from models.tables import NetworkRules
from models.time import parse_clock

MAX_NORM = 10_000_000
FIXED = ("group_min", "group_target", "group_max", "day_start", "day_end", "gap_minutes", "arrival_buffer")

CIRCLE = (
    *("key", "grade_from", "grade_to", "days_a_week", "institution_kind", "load_category", "is_rural"),
    *("valid_from", "valid_to"),
)
"""What two records of one norm must differ in."""


def build_norm(row: Row) -> Norm:
    """The norm of a row; words of closed lists become plain texts."""
    values = dict(row.values)
    for name in ("institution_kind", "load_category", "severity"):
        if name in values:
            values[name] = str(values[name])
    return Norm(**values)


def build_norms(rows: Rows, *, add_shipped: bool) -> tuple[Norm, ...]:
    """The norms of the sheet, and the shipped ones beneath them if wanted."""
    own = tuple(build_norm(row) for row in rows["norms"])
    return merge_norms(own) if add_shipped else own


def check_norms(rows: Rows) -> Problems:
    """Values that are neither number nor time, unknown keys, inverted ranges, norms given twice."""
    problems = Problems()
    first: dict[tuple[object, ...], int] = {}
    keys = {norm.key for norm in shipped_norms()}
    known = [*sorted(keys), *(title.ru for title in TITLES.values())]
    for row in rows["norms"]:
        values = row.values
        circle = tuple(values.get(name) for name in CIRCLE)
        if "key" in values and first.setdefault(circle, row.number) != row.number:
            problems.bad(row, "key", texts.SAME_NORM(first=first[circle]), texts.KEEP_ONE())
        if "key" in values and values["key"] not in keys:
            near = nearest(values["key"], known)
            cure = texts.PERHAPS(nearest=near[0]) if near else texts.CHECK_NORM()
            problems.doubt(row, "key", texts.UNKNOWN_NORM(), cure)
        clock = values.get("unit") == "clock"
        if "value" in values and not _fits(values["value"], clock=clock):
            expected = texts.CLOCK if clock else texts.WHOLE
            problems.bad(row, "value", texts.BAD_NORM(expected=expected), texts.FIX_NORM(expected=expected))
        for low, high in (("grade_from", "grade_to"), ("valid_from", "valid_to")):
            if low in values and high in values and values[low] > values[high]:
                problems.bad(row, high, texts.NORM_RANGE(), texts.SWAP())
    return problems


def check_complete(tables: Tables, norms: tuple[Norm, ...], rules: NetworkRules) -> Problems:
    """Every norm that a rule reads has a record in force."""
    problems = Problems()
    keys = dict.fromkeys((*FIXED, *(key for rule in RULES.values() for key in rule.norms)))
    in_force = {
        norm.key
        for norm in norms
        if not (norm.valid_from and rules.first_day < norm.valid_from)
        and not (norm.valid_to and rules.first_day > norm.valid_to)
    }
    for key in keys:
        missing = key not in in_force
        if not missing and key in FIXED:
            try:
                find_norm(norms, key, rules.first_day)
            except MissingNormError:
                missing = True
        if missing:
            problem = texts.NO_NORM(title=title_of(key))
            problems.error(tables.spot_of("norms", "key"), key, problem, texts.ADD_NORM())
    return problems


def assume_norms(tables: Tables, rows: Rows, norms: tuple[Norm, ...]) -> list[Assumption]:
    """How many norms are the shipped ones."""
    own = {build_norm(row) for row in rows["norms"]}
    added = sum(norm not in own for norm in norms)
    if not added:
        return []
    return [Assumption(tables.spot_of("norms"), texts.SHIPPED(count=added), added)]


def _fits(value: str, *, clock: bool) -> bool:
    if not clock:
        return value.isdecimal() and value.isascii() and int(value[:9]) <= MAX_NORM and len(value) < 8
    try:
        parse_clock(value)
    except ValueError:
        return False
    return True
