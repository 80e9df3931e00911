"""Dated norms: what the law or the department allows, since when, and where it is written."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from models.base import Record
from models.time import parse_clock


class Norm(Record):
    """One value of one norm for one circle of people and one stretch of time.

    Blank circle fields (``grade_from`` … ``is_rural``) mean "everybody"; a more specific record wins
    over a more general one (see ``specificity``). ``value`` is a number, or ``HH:MM`` when ``unit`` is
    ``clock``. ``verified`` says that somebody has read the clause; an unread one is never printed
    in an order.
    """

    key: str
    value: str
    unit: str = ""
    grade_from: int | None = None
    grade_to: int | None = None
    days_a_week: int | None = None
    institution_kind: str | None = None
    load_category: str | None = None
    is_rural: bool | None = None
    source: str = ""
    clause: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    severity: str = "error"
    verified: bool = False

    def is_in_force(self, on: date) -> bool:
        """Whether the norm is valid on a day; one without dates always is."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )

    @property
    def number(self) -> int:
        """The value as an integer: minutes from midnight for ``clock``, else as written."""
        if self.unit == "clock":
            return parse_clock(self.value)
        return int(self.value)

    @property
    def circle(self) -> tuple[object, ...]:
        """Whom the record is about; records of one key and circle replace one another in time."""
        return (
            self.grade_from,
            self.grade_to,
            self.days_a_week,
            self.institution_kind,
            self.load_category,
            self.is_rural,
        )

    @property
    def specificity(self) -> tuple[bool, ...]:
        """What the record names; compared part by part, so a kind of institution outweighs a grade."""
        return (
            self.institution_kind is not None,
            self.load_category is not None,
            self.is_rural is not None,
            self.days_a_week is not None,
            self.grade_from is not None or self.grade_to is not None,
        )


class MissingNormError(LookupError):
    """No record of a norm applies; the network's table of norms is incomplete."""


DATA_FILE = Path(__file__).parent / "data" / "norms.csv"


@cache
def shipped_norms() -> tuple[Norm, ...]:
    """The norms that come with setka; a planner's own records replace those of equal key and circle."""
    with DATA_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Norm.model_validate({key: value for key, value in row.items() if value != ""})
            for row in csv.DictReader(file, delimiter=";")
        )


def find_norm(
    norms: Iterable[Norm],
    key: str,
    on: date,
    *,
    grade: int | None = None,
    days_a_week: int | None = None,
    institution_kind: str | None = None,
    load_category: str | None = None,
    is_rural: bool | None = None,
) -> Norm:
    """The record of ``key`` in force on a date for the circle given; the most specific, then the newest.

    Raises ``MissingNormError`` if none applies.
    """
    fitting: list[tuple[tuple[bool, ...], date, int, Norm]] = []
    for position, norm in enumerate(norms):
        if norm.key != key:
            continue
        if not norm.is_in_force(on):
            continue
        if norm.grade_from is not None and (grade is None or grade < norm.grade_from):
            continue
        if norm.grade_to is not None and (grade is None or grade > norm.grade_to):
            continue
        if norm.days_a_week is not None and norm.days_a_week != days_a_week:
            continue
        if norm.institution_kind is not None and norm.institution_kind != institution_kind:
            continue
        if norm.load_category is not None and norm.load_category != load_category:
            continue
        if norm.is_rural is not None and norm.is_rural != is_rural:
            continue
        fitting.append((norm.specificity, norm.valid_from or date.min, position, norm))
    if not fitting:
        raise MissingNormError(key)
    return max(fitting, key=lambda item: item[:3])[3]


def merge_norms(own: Iterable[Norm]) -> tuple[Norm, ...]:
    """The planner's norms over the shipped ones: own records replace shipped ones of equal key and circle."""
    mine = tuple(own)
    replaced = {(norm.key, norm.circle) for norm in mine}
    kept = (norm for norm in shipped_norms() if (norm.key, norm.circle) not in replaced)
    return (*kept, *mine)
