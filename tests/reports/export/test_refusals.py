"""Refusals: in public counts beside their sum, for the office each with its reason."""

from __future__ import annotations

from instances.tiny import ALL, base
from models.people import People
from models.plan import Plan, Refusal, RefusalCode
from models.text import say
from reports.export.source import Source
from reports.export.tables.refusals import refusal_counts, refusals

TINY = ALL["full_buses"]


def counts(*refused: tuple[str, RefusalCode, int]) -> list[list[str]]:
    """The public table of a plan without groups, where so many asked for each course in vain."""
    asked = [(course, code) for course, code, number in refused for _ in range(number)]
    network = base.network(
        "сеть",
        rules=base.rules([base.slot(1, "14:30", "18:00")]),
        teachers=(base.teacher("У1", "ИТ", "КРАЙ"),),
        courses=(base.course("ИТ"), base.course("КРАЙ")),
        students=tuple(base.student(f"О{n}") for n in range(len(asked))),
        choices=tuple(
            choice for n, (course, _) in enumerate(asked) for choice in base.choices(f"О{n}", course)
        ),
    )
    refusals = tuple(
        Refusal(student=f"О{n}", course=course, rank=1, code=code, text="")
        for n, (course, code) in enumerate(asked)
    )
    found = refusal_counts(Source(network, Plan(refusals=refusals), People()))
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


def test_where_that_is_too_fine_other_reasons_are_one() -> None:
    """Five times one of five: of want of seats it is told by course, of all else together."""
    assert counts(
        ("ИТ", RefusalCode.GAP, 1),
        ("КРАЙ", RefusalCode.GRADE, 1),
        ("КРАЙ", RefusalCode.TIME_CLASH, 1),
        ("ИТ", RefusalCode.LOST_TIEBREAK, 1),
        ("ИТ", RefusalCode.CAPACITY, 1),
    ) == [
        ["Курс ИТ", "в группах нет свободных мест", "менее 3"],
        ["все курсы", "прочие причины", "3 и более"],
    ]


def test_where_that_does_not_help_there_is_only_the_sum() -> None:
    """One and one of two; nothing at all needs no row."""
    assert counts(("ИТ", RefusalCode.GAP, 1), ("КРАЙ", RefusalCode.GAP, 1)) == [
        ["все курсы", "все причины", "менее 3"]
    ]
    assert counts() == []


def office(*refused: Refusal) -> list[list[str]]:
    """The table for the office, its titles first, in English."""
    assert TINY.plan is not None
    found = refusals(Source(TINY.network, TINY.plan.replace(refusals=refused), People()))
    return [[say(value, "en") for value in row] for row in ([c.title for c in found.columns], *found.rows)]


def test_the_reason_is_told_in_the_language_of_the_table() -> None:
    """The plan's sentence is in Russian; in English the code speaks."""
    full = Refusal(student="О1", course="ИТ", rank=1, code=RefusalCode.CAPACITY, text="группа заполнена")
    assert office(full)[1][-1] == "no free seats in the groups"
    assert TINY.plan is not None
    table = refusals(Source(TINY.network, TINY.plan.replace(refusals=(full,)), People()))
    assert say(table.rows[0][-1], "ru") == "группа заполнена"


def test_a_column_for_cures_is_there_if_the_plan_has_any() -> None:
    """Where none was looked for the reason is last; else the cells of the others say why they have none."""
    full = Refusal(student="О1", course="ИТ", rank=1, code=RefusalCode.CAPACITY, text="")
    assert office(full)[0][-1] == "Reason"
    cured = full.replace(student="О2", cure="one more seat")
    hopeless = full.replace(student="О3", cure="")
    assert [row[-1] for row in office(full, cured, hopeless)] == [
        "What would have to change",
        "not found: out of time",
        "one more seat",
        "no such change was found",
    ]
