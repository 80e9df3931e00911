"""Small counts are hidden, and cannot be subtracted out."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from models.text import Message
from reports.export.masking import Hidden, mask, masked, published


def test_small_counts_that_stand_alone() -> None:
    """1 and 2 are hidden, 3 and more are shown; nought is nobody."""
    assert masked(0) == 0
    assert [isinstance(masked(count), Message) for count in (1, 2, 3)] == [True, True, False]


def test_nothing_to_hide() -> None:
    """Counts of three and more are all shown."""
    assert mask({"А": 3, "Б": 10}) == {"А": 3, "Б": 10}


def test_two_small_counts_hide_each_other() -> None:
    """1 + 2 = 3 may also be 2 + 1, so both are safe as they are."""
    assert mask({"А": 1, "Б": 2, "В": 9}) == {"А": Hidden.FEWER, "Б": Hidden.FEWER, "В": 9}


def test_one_small_count_takes_another_with_it() -> None:
    """14 - 5 - 8 would give the single pupil away; with 5 hidden too it may be 1 of 6 or 2 of 6."""
    assert mask({"А": 1, "Б": 5, "В": 8}) == {"А": Hidden.FEWER, "Б": Hidden.MORE, "В": 8}


def test_of_equal_counts_always_the_same_is_hidden() -> None:
    """Two printings that hide one of them each would tell both."""
    for order in (("А", "Б", "В"), ("В", "Б", "А")):
        counts = {key: {"А": 4, "Б": 4, "В": 1}[key] for key in order}
        assert mask(counts) == {"А": Hidden.MORE, "Б": 4, "В": Hidden.FEWER}


def test_where_nothing_helps_only_the_sum_is_left() -> None:
    """1 + 1 = 2 leaves no doubt about either."""
    assert mask({"А": 1, "Б": 1}) is None
    assert mask({"А": 2}) is None


@given(st.lists(st.integers(1, 7), min_size=1, max_size=5))
def test_a_reader_cannot_tell_a_hidden_count(counts: list[int]) -> None:
    """All ways to fill in what is hidden, tried one by one, leave each small count at least two values."""
    named = dict(enumerate(counts))
    shown = mask(named)
    if shown is None:
        return
    largest = min((value for value in shown.values() if isinstance(value, int)), default=sum(counts))
    choices = {
        Hidden.FEWER: range(1, 3),
        Hidden.MORE: range(3, largest + 1),
    }
    ways = [
        way
        for way in product(
            *([value] if isinstance(value, int) else choices[value] for value in shown.values())
        )
        if sum(way) == sum(counts)
    ]
    assert tuple(counts) in ways
    for position, value in shown.items():
        if value is Hidden.FEWER:
            assert len({way[position] for way in ways}) >= 2


def test_how_hidden_counts_read() -> None:
    """The words of the publication."""
    values = [published(value) for value in (Hidden.FEWER, Hidden.MORE, 4)]
    assert [value.in_("ru") if isinstance(value, Message) else value for value in values] == [
        "менее 3",
        "3 и более",
        4,
    ]
