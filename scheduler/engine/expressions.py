"""The few words of CP-SAT that model, rules and goals share."""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python import cp_model

Literal = cp_model.IntVar
Expr = cp_model.LinearExprT


def total(terms: Iterable[Expr]) -> Expr:
    """The sum of any number of terms; 0 for none."""
    return cp_model.LinearExpr.sum(list(terms))
