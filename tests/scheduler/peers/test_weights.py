"""Weights keep goals apart as far as there is room, and a bound on the sum says what it can of each level."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.plan import Sense
from scheduler.engine.expressions import Objective, total
from scheduler.peers.weights import Term, WeightedSum, weights_of


def test_goals_that_fit_are_kept_apart_in_full() -> None:
    """Spans 2, 3, 4: the last weighs 1, the one before more than 4, the first more than 3 × 5 + 4 = 19."""
    assert weights_of([2, 3, 4], 1000) == [20, 5, 1]


def test_goals_that_do_not_fit_share_what_is_left() -> None:
    """Kept apart they would be worth 2 × 20 + 3 × 5 + 4 = 59. Below 50 only the first goal is: with a ratio
    of 2 it weighs more than 3 × 2 + 4 = 10, so 11 and the sum is 32; with 3 it weighs 14 and the sum is
    41; with 4 it weighs 17, and the sum of 50 is too much."""
    assert weights_of([2, 3, 4], 60) == [20, 5, 1]
    assert weights_of([2, 3, 4], 50) == [14, 3, 1]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), st.integers(1, 10**9))
def test_the_sum_stays_below_the_most(spans: list[int], most: int) -> None:
    """Whatever the spans, the weights are positive and fit; where none do that differ, all are 1."""
    weights = weights_of(spans, most)
    assert min(weights) >= 1
    assert sum(w * s for w, s in zip(weights, spans, strict=True)) < most or set(weights) == {1}


def level(name: str, value: int) -> Objective:
    """A level that is worth the same in every solution."""
    return Objective(name, total([]), lambda _: value)


@given(st.data())
def test_no_bound_cuts_off_the_plan_it_is_about(data: st.DataObject) -> None:
    """For two plans, the first with a bound on the sum that holds for the second, too: where the second is no
    worse on the levels before, its next level does not pass the bound."""
    number = data.draw(st.integers(1, 4))
    spans = [data.draw(st.integers(0, 6)) for _ in range(number)]
    senses = [data.draw(st.sampled_from(list(Sense))) for _ in range(number)]
    one, other = ([data.draw(st.integers(0, span)) for span in spans] for _ in range(2))
    terms = tuple(
        Term(total([]), sense, 0, span, (level(str(at), value),))
        for at, (sense, span, value) in enumerate(zip(senses, spans, one, strict=True))
    )
    aim = WeightedSum(terms, tuple(weights_of(spans, data.draw(st.integers(1, 10**6)))))

    def cost(values: list[int]) -> int:
        return sum(w * t.cost(v) for w, t, v in zip(aim.weights, terms, values, strict=True))

    bounds = aim.bounds([], min(cost(one), cost(other)) - aim.offset, "")
    for at, (term, bound) in enumerate(zip(terms, bounds, strict=True)):
        assert term.cost(bound.bound) <= term.cost(other[at])
        if term.cost(other[at]) > term.cost(one[at]):
            break
