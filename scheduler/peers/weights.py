"""One weighted sum of all goals, as textbooks put goals that stand in an order.

Sherali, H. D. (1982), "Equivalent weights for lexicographic multi-objective programs": a goal that weighs
more than the whole range of all goals after it is never given up for them. A network has more goals than 64
bits have room for, so the first goals get such weights as long as they fit, and each of the others a fixed
multiple of the weight of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.goals import GOALS
from models.plan import Sense
from scheduler.engine.bounds import LevelBound, trivial_bound
from scheduler.engine.expressions import Expr, Objective, total
from scheduler.engine.model import PlanModel
from scheduler.goals import OBJECTIVES

LEAST_RATIO = 2
"""Of the weights of two goals that cannot be kept apart in full."""


@dataclass(frozen=True)
class Term:
    """A goal in the sum, or one of its levels: what it costs is the distance from the best value there is.

    ``levels`` are the levels of the goals that it stands for: one, or all of fairness, whose sum is an
    ordered weighted average that favours the worst-off.
    """

    expression: Expr
    sense: Sense
    low: int
    high: int
    levels: tuple[Objective, ...]

    @property
    def span(self) -> int:
        return self.high - self.low

    def cost(self, value: int) -> int:
        return value - self.low if self.sense is Sense.MINIMISE else self.high - value


@dataclass(frozen=True)
class WeightedSum:
    """All terms with their weights; to be made as small as possible."""

    terms: tuple[Term, ...]
    weights: tuple[int, ...]

    @property
    def expression(self) -> Expr:
        """The sum of the weighted costs, without its constant part, which ``offset`` gives."""
        return total(
            (weight if term.sense is Sense.MINIMISE else -weight) * term.expression
            for term, weight in zip(self.terms, self.weights, strict=True)
        )

    @property
    def offset(self) -> int:
        return sum(
            weight * (-term.low if term.sense is Sense.MINIMISE else term.high)
            for term, weight in zip(self.terms, self.weights, strict=True)
        )

    def levels(self, values: Sequence[int]) -> Iterator[tuple[Objective, int]]:
        """Every level with what it is worth in a solution."""
        for term in self.terms:
            for objective in term.levels:
                yield objective, objective.value(values)

    def bounds(self, values: Sequence[int], least: int, origin: str) -> list[LevelBound]:
        """What a bound on the sum says of each level, for plans that are no worse on the levels before.

        ``least`` bounds the expression from below. What the terms before a level cost in this solution is
        more than they cost in such a plan, and what those after it cost is within their spans; what is left
        of the bound has to come from the level itself. A sum of several levels says nothing of each of them.
        """
        found = []
        left = (
            least
            + self.offset
            - sum(weight * term.span for term, weight in zip(self.terms, self.weights, strict=True))
        )
        for term, weight in zip(self.terms, self.weights, strict=True):
            left += weight * term.span
            if len(term.levels) == 1:
                (level,) = term.levels
                cost = min(max(0, -(-left // weight)), term.span)
                bound = term.low + cost if term.sense is Sense.MINIMISE else term.high - cost
                found.append(LevelBound(level.name, term.sense, level.value(values), bound, origin))
            left -= weight * term.cost(value_of_term(term, values))
        return found


def value_of_term(term: Term, values: Sequence[int]) -> int:
    """What the levels of a term are worth together in a solution."""
    return sum(level.value(values) for level in term.levels)


def weighted_sum(model: PlanModel, lottery_seed: int, most: int) -> WeightedSum:
    """The sum for a network's goals; its value stays below ``most``. Adds their variables to the model."""
    terms: list[Term] = []
    for goal in model.network.goals:
        sense = GOALS[goal].sense
        objectives = list(OBJECTIVES[goal](model, lottery_seed))
        groups = [tuple(objectives)] if goal == "fairness" else [(objective,) for objective in objectives]
        terms += [_term(group, sense) for group in groups if group]
    return WeightedSum(tuple(terms), tuple(weights_of([term.span for term in terms], most)))


def _term(levels: tuple[Objective, ...], sense: Sense) -> Term:
    expression = total(level.expression for level in levels)
    low, high = (trivial_bound(expression, sense) for sense in (Sense.MINIMISE, Sense.MAXIMISE))
    if len(levels) > 1:  # shares: no plan reaches less than none of them
        low = 0
        high = sum(trivial_bound(level.expression, Sense.MAXIMISE) for level in levels)
    return Term(expression, sense, low, high, levels)


def weights_of(spans: Sequence[int], most: int) -> list[int]:
    """Weights for goals with these spans: as many first goals as possible weigh more than all after them, and
    each of the others as large a multiple of the next as there is room for."""
    for kept_apart in range(len(spans), -1, -1):
        found = _weights(spans, kept_apart, LEAST_RATIO)
        if _worth(found, spans) < most:
            ratio = LEAST_RATIO
            while kept_apart < len(spans) - 1:
                ratio += 1
                larger = _weights(spans, kept_apart, ratio)
                if _worth(larger, spans) >= most:
                    break
                found = larger
            return found
    return [1] * len(spans)


def _weights(spans: Sequence[int], kept_apart: int, ratio: int) -> list[int]:
    weights: list[int] = []
    worth = 0
    for position in range(len(spans) - 1, -1, -1):
        if not weights:
            weight = 1
        elif position < kept_apart:
            weight = worth + 1
        else:
            weight = weights[0] * ratio
        weights.insert(0, weight)
        worth += weight * spans[position]
    return weights


def _worth(weights: Sequence[int], spans: Sequence[int]) -> int:
    return sum(weight * span for weight, span in zip(weights, spans, strict=True))
