"""The few words of CP-SAT that model, rules and goals share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model, cp_model_helper

Literal = cp_model.IntVar
AnyLiteral = cp_model_helper.Literal
"""One of a variable, or of its negation."""
Expr = cp_model.LinearExpr


def total(terms: Iterable[Expr]) -> Expr:
    """The sum of any number of terms; 0 for none."""
    return cp_model.LinearExpr.sum(list(terms))


def value_of(expression: Expr, values: Sequence[int]) -> int:
    """The value of a linear expression in a solution, given by the values of all variables."""
    flat = cp_model.FlatIntExpr(expression)
    terms = zip(flat.vars, flat.coeffs, strict=True)
    result: int = int(flat.offset)
    for variable, factor in terms:
        result += int(factor) * values[variable.index]
    return result


def is_true(values: Sequence[int], literal: AnyLiteral) -> bool:
    """Whether a literal is true in a solution."""
    at = literal.index
    return values[at] == 1 if at >= 0 else values[~at] == 0


@dataclass(frozen=True)
class Objective:
    """One level to be solved. ``reached`` tells what a solution is truly worth, where auxiliary
    variables of the expression may fall short of it; by default the value of the expression.
    ``worst``: what no plan is worse than, if that is more than the domains of the variables say."""

    name: str
    expression: Expr
    reached: Callable[[Sequence[int]], int] | None = None
    worst: int | None = None

    def value(self, values: Sequence[int]) -> int:
        return self.reached(values) if self.reached else value_of(self.expression, values)
