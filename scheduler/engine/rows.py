"""A CP-SAT model as rows of a mixed-integer program: every row says low <= sum of coefficients <= high.

Implications and clauses become rows over 0-1 variables; a linear constraint under literals becomes rows with
a big M, the smallest that the domains of its variables allow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

NO_LOW, NO_HIGH = -(2**62), 2**62
"""From here on a side of a row is open."""


class UnsupportedConstraintError(ValueError):
    """The model holds a constraint, or a domain with holes, that this translation does not know."""


@dataclass
class Rows:
    """Columns with their bounds and costs, and rows in compressed form. Everything is a whole number."""

    lower: np.ndarray[Any, np.dtype[np.int64]]
    upper: np.ndarray[Any, np.dtype[np.int64]]
    cost: np.ndarray[Any, np.dtype[np.int64]]
    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=lambda: [0])
    index: list[int] = field(default_factory=list)
    value: list[int] = field(default_factory=list)

    def add(self, terms: dict[int, int], low: int, high: int) -> None:
        """One more row; terms of the same column were added up by the caller."""
        for column, factor in terms.items():
            if factor:
                self.index.append(column)
                self.value.append(factor)
        self.start.append(len(self.index))
        self.low.append(low)
        self.high.append(high)

    def hold(self, values: np.ndarray[Any, np.dtype[np.int64]]) -> bool:
        """Whether a solution in whole numbers keeps all bounds and rows exactly."""
        if (values < self.lower).any() or (values > self.upper).any():
            return False
        products = np.array(self.value, dtype=np.int64) * values[np.array(self.index, dtype=np.int64)]
        running = np.concatenate(([0], np.cumsum(products)))
        starts = np.array(self.start, dtype=np.int64)
        sums = running[starts[1:]] - running[starts[:-1]]
        return bool((sums >= np.array(self.low)).all() and (sums <= np.array(self.high)).all())


def rows_of(model: cp_model.CpModel, leave_out: Collection[int] = ()) -> Rows:
    """The rows of a model that is to be minimised, or that has no objective; without some of its constraints.

    Raises ``UnsupportedConstraintError``.
    """
    proto = model.proto
    domains = [list(variable.domain) for variable in proto.variables]
    if any(len(domain) != 2 for domain in domains):
        raise UnsupportedConstraintError("a domain with holes")
    cost = np.zeros(len(domains), dtype=np.int64)
    if model.has_objective():
        if proto.objective.scaling_factor not in (0.0, 1.0):
            raise UnsupportedConstraintError("an objective that is scaled or to be maximised")
        for column, factor in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
            cost[column] += factor
    rows = Rows(
        np.array([domain[0] for domain in domains], dtype=np.int64),
        np.array([domain[1] for domain in domains], dtype=np.int64),
        cost,
    )
    for position, constraint in enumerate(proto.constraints):
        if position not in leave_out:
            _add(rows, constraint)
    return rows


def _add(rows: Rows, constraint: Any) -> None:
    under = list(constraint.enforcement_literal)
    if constraint.has_linear():
        linear = constraint.linear
        sides = list(linear.domain)
        if len(sides) != 2:
            raise UnsupportedConstraintError("a linear constraint with a domain of several parts")
        terms = _added_up(zip(linear.vars, linear.coeffs, strict=True))
        _add_linear(rows, terms, sides[0], sides[1], under)
    elif constraint.has_bool_or():
        _add_literals(rows, [*constraint.bool_or.literals, *(~literal for literal in under)], 1, NO_HIGH)
    elif constraint.has_bool_and():
        for literal in constraint.bool_and.literals:
            _add_literals(rows, [literal, *(~other for other in under)], 1, NO_HIGH)
    elif constraint.has_at_most_one() and not under:
        _add_literals(rows, list(constraint.at_most_one.literals), NO_LOW, 1)
    elif constraint.has_exactly_one() and not under:
        _add_literals(rows, list(constraint.exactly_one.literals), 1, 1)
    else:
        raise UnsupportedConstraintError(str(constraint))


def _added_up(terms: Iterable[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = defaultdict(int)
    for column, factor in terms:
        found[column] += factor
    return found


def _add_literals(rows: Rows, literals: Sequence[int], low: int, high: int) -> None:
    """A row over literals as CP-SAT numbers them: a negated one, -1 - column, is 1 minus its column."""
    terms = _added_up((literal, 1) if literal >= 0 else (~literal, -1) for literal in literals)
    negated = sum(literal < 0 for literal in literals)
    rows.add(
        terms,
        low - negated if low > NO_LOW else NO_LOW,
        high - negated if high < NO_HIGH else NO_HIGH,
    )


def _add_linear(rows: Rows, terms: dict[int, int], low: int, high: int, under: Sequence[int]) -> None:
    """The row itself; under literals one row a side, which gives way as far as it can if one is false."""
    least, most = _reach(rows, terms)
    low = NO_LOW if low <= least else low
    high = NO_HIGH if high >= most else high
    if not under:
        if low > NO_LOW or high < NO_HIGH:
            rows.add(terms, low, high)
        return
    for side, give in ((low, low - least), (high, high - most)):
        if NO_LOW < side < NO_HIGH:
            row, shift = dict(terms), 0
            for column, factor, constant in _falsehoods(under):
                row[column] = row.get(column, 0) + give * factor
                shift += give * constant
            bounds = (side - shift, NO_HIGH) if give > 0 else (NO_LOW, side - shift)
            rows.add(row, *bounds)


def _falsehoods(literals: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Each literal's falsehood as factor × column + constant."""
    for literal in literals:
        yield (literal, -1, 1) if literal >= 0 else (~literal, 1, 0)


def _reach(rows: Rows, terms: dict[int, int]) -> tuple[int, int]:
    """The least and the most that a sum can be by the domains of its variables."""
    ends = [
        sorted((factor * int(rows.lower[column]), factor * int(rows.upper[column])))
        for column, factor in terms.items()
    ]
    return sum(low for low, _ in ends), sum(high for _, high in ends)
