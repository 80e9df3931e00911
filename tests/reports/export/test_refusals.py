"""Refusals in public: counts beside their sum."""

from __future__ import annotations

from instances.tiny import ALL
from models.people import People
from models.plan import Refusal, RefusalCode
from models.text import say
from reports.export.source import Source
from reports.export.tables.refusals import refusal_counts

TINY = ALL["full_buses"]


def counts(*refused: tuple[str, RefusalCode, int]) -> list[list[str]]:
    """The public table of so many refusals of each course and reason."""
    assert TINY.plan is not None
    refusals = tuple(
        Refusal(student=f"О{n}", course=course, rank=1, code=code, text="")
        for course, code, number in refused
        for n in range(number)
    )
    found = refusal_counts(Source(TINY.network, TINY.plan.replace(refusals=refusals), People()))
    return [[say(value, "ru") for value in row] for row in found.rows]


def test_a_small_count_takes_another_with_it() -> None:
    """One, four and nine of fourteen in all: the one would be what is left of the sum."""
    assert counts(
        ("ИТ", RefusalCode.GAP, 1), ("ИТ", RefusalCode.CAPACITY, 4), ("КРАЙ", RefusalCode.GAP, 9)
    ) == [
        ["Курс ИТ", "в группах нет свободных мест", "3 и более"],
        ["Курс ИТ", "между уроками и занятием не остаётся положенного перерыва", "менее 3"],
        ["Курс КРАЙ", "между уроками и занятием не остаётся положенного перерыва", "9"],
    ]


def test_where_that_does_not_help_there_is_only_the_sum() -> None:
    """One and one of two; nothing at all needs no row."""
    assert counts(("ИТ", RefusalCode.GAP, 1), ("КРАЙ", RefusalCode.GAP, 1)) == [
        ["все курсы", "все причины", "менее 3"]
    ]
    assert counts() == []
