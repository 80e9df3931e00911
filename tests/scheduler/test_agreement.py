"""Encodings and checks are set against each other, over all raw plans of the micro-networks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from models.rule import RuleKind
from models.rules import RULES


def test_model_and_audit_agree(micro: Any, verdicts: Callable[[Any], list[Any]]) -> None:
    """A raw plan is a solution of the model exactly if it passes every check of the audit."""
    found = verdicts(micro)
    assert len(found) <= 6000, "too many raw plans: make the network smaller"
    wrong = [
        (verdict.admitted, sorted(verdict.broken), verdict.plan)
        for verdict in found
        if verdict.admitted != (not verdict.broken)
    ]
    assert not wrong, f"{len(wrong)} of {len(found)} plans; the first: {wrong[0]}"


def test_both_verdicts_occur(micro: Any, verdicts: Callable[[Any], list[Any]]) -> None:
    """Every micro-network has plans that pass, with a group open, and plans that break its rule."""
    found = verdicts(micro)
    assert any(verdict.admitted and verdict.plan.groups for verdict in found)
    counts = Counter(rule for verdict in found for rule in verdict.broken)
    assert counts[micro.rule]


def test_no_micro_network_hides_another(micros: Sequence[Any]) -> None:
    """Verdicts are kept by name, so every name stands for one network."""
    assert {name: count for name, count in Counter(micro.name for micro in micros).items() if count > 1} == {}


@pytest.mark.parametrize(
    "name", [name for name, rule in RULES.items() if rule.kind in (RuleKind.FILTER, RuleKind.COUPLING)]
)
def test_every_encoded_rule_has_a_micro_network(name: str, micros_of: Callable[[str], list[Any]]) -> None:
    """No rule that binds the model is left without a network in which it bites."""
    assert micros_of(name)
