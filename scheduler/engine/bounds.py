"""What a bound on a level is, and how one is read off a solve without ever being wrong."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ortools.sat.python import cp_model

from models.plan import Sense
from scheduler.engine.expressions import Expr


@dataclass(frozen=True)
class LevelBound:
    """What was proven about one level. ``bound`` holds for plans that reach the levels before it."""

    name: str
    sense: Sense
    value: int
    bound: int
    origin: str


def rounded_bound(bound: float, sense: Sense) -> int:
    """A bound on an integer objective, rounded to the safe side of the solver's tolerance."""
    if sense is Sense.MINIMISE:
        return math.ceil(bound - 1e-6)
    return math.floor(bound + 1e-6)


def trivial_bound(expression: Expr, sense: Sense) -> int:
    """What no values of the variables can beat, by their domains alone."""
    flat = cp_model.FlatIntExpr(expression)
    result = int(flat.offset)
    for variable, coefficient in zip(flat.vars, flat.coeffs, strict=True):
        domain = list(variable.proto.domain)
        low, high = domain[0], domain[-1]
        take_low = (coefficient > 0) == (sense is Sense.MINIMISE)
        result += int(coefficient) * (low if take_low else high)
    return result


def safe_bound(bound: float, expression: Expr, sense: Sense, value: int) -> int:
    """The solver's bound on a level that it did not prove, if it is one: stopped within presolve, CP-SAT
    reports a 0 that bounds nothing, nor does a bound that equals the value and yet is no proof."""
    trivial, rounded = trivial_bound(expression, sense), rounded_bound(bound, sense)
    if sense is Sense.MINIMISE:
        return rounded if trivial < rounded < value else trivial
    return rounded if trivial > rounded > value else trivial


def is_tighter(bound: int, other: int, sense: Sense) -> bool:
    """Whether a bound says more than another."""
    return bound > other if sense is Sense.MINIMISE else bound < other
