"""The support of teachers: years one by one, the budget to the rouble."""

from __future__ import annotations

import io
from fractions import Fraction

import pytest
from docx import Document as open_word
from hypothesis import given
from hypothesis import strategies as st

from instances.tiny import ALL
from models.norms import Norm, shipped_norms
from models.people import People
from models.tables import Teacher
from reports.documents.catalogue import BY_CODE
from reports.documents.making import make
from reports.documents.support import shares, works, years_of
from reports.export.source import Source


def test_years_are_counted_one_by_one() -> None:
    """From the first year without a break, or those listed; this year is one of them; unknown is unknown."""
    someone = Teacher(id="У1", institution="Ш1")
    assert years_of(someone.replace(since=2024), 2026) == 3
    assert years_of(someone.replace(since=2026), 2026) == 1
    assert years_of(someone.replace(years=(2018, 2019, 2023)), 2026) == 4
    assert years_of(someone.replace(years=(2018, 2026), since=2011), 2026) == 2
    assert years_of(someone, 2026) is None


def test_shares_by_hand() -> None:
    """In proportion; the least and the largest sum cut it; the rest goes to the others."""
    points = [Fraction(p) for p in (1, 2, 3)]
    assert shares(points, 60_000, 5_000, 30_000) == [10_000, 20_000, 30_000]
    assert shares(points, 72_000, 5_000, 30_000) == [14_000, 28_000, 30_000]
    assert shares(points, 18_000, 5_000, 30_000) == [5_000, 5_200, 7_800]
    assert shares(points, 100_000, 5_000, 30_000) == [30_000, 30_000, 30_000]
    assert shares([Fraction(1)] * 3, 10_000, 5_000, 30_000) == [5_000, 5_000, 0]
    assert shares([Fraction(0)] * 3, 20_000, 5_000, 30_000) == [6_667, 6_667, 6_666]
    assert shares([], 111_000, 5_000, 30_000) == []


@given(
    st.lists(st.integers(0, 300), max_size=30),
    st.integers(0, 400_000),
    st.integers(0, 10_000),
    st.integers(0, 40_000),
)
def test_shares_keep_budget_bounds_and_order(points: list[int], budget: int, lowest: int, more: int) -> None:
    """Never above the budget, all of it wherever the bounds let it; more points never mean less."""
    highest = lowest + more
    sums = shares([Fraction(p, 10) for p in points], budget, lowest, highest)
    paid = [one for one in sums if one or not lowest]
    assert all(lowest <= one <= highest for one in paid)
    assert len(paid) == (min(len(points), budget // lowest) if lowest else len(points))
    assert sum(sums) == min(budget, highest * len(paid))
    for mine, one in zip(points, sums, strict=True):
        assert all(other <= one + 1 for theirs, other in zip(points, sums, strict=True) if theirs < mine)


@pytest.mark.parametrize(("since", "listed"), [(2011, True), (2025, False), (None, False)])
def test_the_order_lists_those_who_have_worked_long_enough(since: int | None, listed: bool) -> None:
    """Others are named below, with their years."""
    case = ALL["two_sessions"]
    assert case.plan is not None
    network = case.network
    year = network.rules.school_year
    teachers = tuple(one.replace(since=since) for one in network.teachers)
    source = Source(network.replace(teachers=teachers), case.plan, People())
    (paper,) = make(BY_CODE["D8"], source)
    word = open_word(io.BytesIO(paper.content))
    rows = word.tables[-1].rows[1:]
    assert len(rows) == (len(works(source)) if listed else 0)
    said = "\n".join(paragraph.text for paragraph in word.paragraphs)
    if listed:
        assert [row.cells[4].text for row in rows] == [str(year - 2011 + 1)] * len(rows)
        assert [row.cells[7].text for row in rows] == ["30\u00a0000"]
        assert "Меньше" not in said
    else:
        assert "Меньше 3 лет в сети" in said
        assert ("не указано, с какого года" in said) == (since is None)


def test_the_planner_changes_what_counts() -> None:
    """A norm of the network takes the place of the shipped one; without any the shipped ones hold."""
    case = ALL["two_sessions"]
    assert case.plan is not None
    teachers = tuple(one.replace(since=2011) for one in case.network.teachers)
    network = case.network.replace(teachers=teachers)

    def paid(*norms: Norm) -> str:
        (paper,) = make(BY_CODE["D8"], Source(network.replace(norms=norms), case.plan, People()))  # type: ignore[arg-type]  # it is there
        return open_word(io.BytesIO(paper.content)).tables[-1].rows[1].cells[7].text

    others = tuple(norm for norm in shipped_norms() if not norm.key.startswith("support_"))
    assert paid(*others) == "30\u00a0000"
    assert paid(*others, Norm(key="support_highest", value="12000", unit="RUB")) == "12\u00a0000"
