"""Udomlya's optimum: tight but not hopeless, with every reason for a refusal."""

from __future__ import annotations

import pytest

from instances.udomlya import build
from models.outcome import Solved
from models.plan import Plan, RefusalCode
from reports.audit import audit
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve


@pytest.fixture(scope="module")
def plan() -> Plan:
    """A plan whose first two levels (nobody left out, points by rank) are proven."""
    outcome = solve(build()[0], Settings(time_limit_s=90), audit)
    assert isinstance(outcome, Solved)
    assert [level.proven for level in outcome.plan.levels[:2]] == [True, True]
    return outcome.plan


@pytest.mark.slow
def test_every_refusal_code_occurs(plan: Plan) -> None:
    """Each of the twelve codes is the reason of at least one refusal."""
    assert {refusal.code for refusal in plan.refusals} == set(RefusalCode)


@pytest.mark.slow
def test_share_of_first_choices_refused(plan: Plan) -> None:
    """Between 8 and 15 in a hundred first choices cannot be met; few applicants are left with nothing."""
    refused = {refusal.student for refusal in plan.refusals if refusal.rank == 1}
    assert 0.08 <= len(refused) / 130 <= 0.15
    assert len({seat.student for seat in plan.enrolments}) >= 125
