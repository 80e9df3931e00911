"""Each rule matters on both sides: leave its encoding or its check out, and the two no longer agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reports.audit import checks
from scheduler.engine.model import PlanModel


def test_a_missing_encoding_is_noticed(
    encoded_rule: str,
    micros_of: Callable[[str], list[Any]],
    verdicts: Callable[[Any], list[Any]],
    judge: Callable[[PlanModel], Any],
) -> None:
    """A model without the rule admits a plan of the rule's micro-networks that the audit rejects."""
    for micro in micros_of(encoded_rule):
        mutant = judge(PlanModel(micro.network, without={encoded_rule}, reduce=False))
        if any(encoded_rule in verdict.broken and mutant.admits(verdict.plan) for verdict in verdicts(micro)):
            return
    pytest.fail(f"nothing changes in the model without {encoded_rule}")


def test_a_missing_check_is_noticed(
    encoded_rule: str,
    micros_of: Callable[[str], list[Any]],
    verdicts: Callable[[Any], list[Any]],
    breaches: Callable[..., frozenset[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An audit without the rule's check passes a plan that the model does not admit."""
    refused = [  # judged while the check is still there
        (micro.network, verdict.plan)
        for micro in micros_of(encoded_rule)
        for verdict in verdicts(micro)
        if verdict.broken == {encoded_rule} and not verdict.admitted
    ]
    monkeypatch.setitem(checks.CHECKS, encoded_rule, lambda *_: iter(()))
    assert any(not breaches(network, plan) for network, plan in refused)


def test_group_clash_follows_from_the_teachers(
    micros_of: Callable[[str], list[Any]], verdicts: Callable[[Any], list[Any]]
) -> None:
    """Sessions of one group at one time always break `teacher_clash` as well, so no encoding is needed."""
    (micro,) = micros_of("group_clash")
    clashing = [verdict for verdict in verdicts(micro) if "group_clash" in verdict.broken]
    assert clashing
    assert all("teacher_clash" in verdict.broken for verdict in clashing)
