"""The codes and sentences that the engine gives are never among those that the audit knows to be wrong."""

from __future__ import annotations

from random import Random

import pytest

from instances.generator import GeneratorSpec, generate
from instances.tiny import ALL
from models.network import Network
from models.outcome import Solved
from models.plan import Plan
from reports.audit import audit
from reports.audit.reasons import contradiction
from reports.audit.refusals import refused
from reports.audit.shown import Refused
from reports.audit.told import untrue, waiting_lists
from scheduler.engine.by_hand import plan_by_hand
from scheduler.engine.refusals import find_refusals
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve

ABOVE_WISHES = ("travel", "unserved", "rank_points")
"""Goals with which a seat may be left free beside a refusal, so that none is a contradiction by itself."""


def wrong_codes(network: Network, plan: Plan) -> list[tuple[str, str, str]]:
    """Student, target and code of every refusal whose code the plan contradicts; at least one is asked of."""
    due = {(choice.student, choice.course): choice for choice in refused(network, plan)}
    refusals = find_refusals(network, plan)
    assert refusals
    return [
        (refusal.student, refusal.course, refusal.code.value)
        for refusal in refusals
        if contradiction(network, plan, due[refusal.student, refusal.course], refusal.code) is not None
    ]


def wrong_words(network: Network, plan: Plan) -> list[tuple[str, str, str]]:
    """Student, target and words of every sentence of the engine that the plan contradicts."""
    due = {(choice.student, choice.course): choice for choice in refused(network, plan)}
    told = [(due[refusal.student, refusal.course], refusal) for refusal in find_refusals(network, plan)]
    queues = waiting_lists(network, plan, told)
    return [
        (refusal.student, refusal.course, said)
        for choice, refusal in told
        for said, _ in untrue(Refused(network, plan, choice), refusal.text, queues.get(choice.course, []))
    ]


def without(plan: Plan, share: float, rng: Random) -> Plan:
    """The plan without so many of its groups, and of the seats in the others."""
    gone = {group.id for group in plan.groups if rng.random() < share}
    seats = [seat for seat in plan.enrolments if seat.group not in gone and rng.random() >= share]
    group_of = {session.id: group.id for group, session in plan.sessions()}
    kept = {(seat.student, seat.group) for seat in seats}
    return plan.replace(
        groups=tuple(group for group in plan.groups if group.id not in gone),
        enrolments=tuple(seats),
        rides=tuple(ride for ride in plan.rides if (ride.student, group_of[ride.session]) in kept),
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_no_code_and_no_sentence_of_the_engine_is_wrong_in_any_plan(seed: int) -> None:
    """A plan made in turn, and what is left of it without a tenth or a third of its groups and seats."""
    spec = GeneratorSpec(applicants=100, seed=seed, courses_per_student=1 + seed % 2, rural_share=0.5)
    network = generate(spec)[0].replace(goals=ABOVE_WISHES)
    plan, rng = plan_by_hand(network), Random(seed)
    for share in (0, 0.1, 0.3):
        rest = without(plan, share, rng)
        assert wrong_codes(network, rest) == []
        assert wrong_words(network, rest) == []


@pytest.mark.parametrize("name", ALL)
def test_no_code_is_wrong_where_nothing_is_open(name: str) -> None:
    """Everybody in a tiny network is refused everything."""
    network = ALL[name].network.replace(goals=ABOVE_WISHES)
    assert wrong_codes(network, Plan()) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11, 12])
def test_a_plan_cut_short_is_verified(seed: int) -> None:
    """A few seconds of search on two networks, of one and of two courses a student."""
    network, _ = generate(GeneratorSpec(applicants=100, seed=seed, courses_per_student=1 + seed % 2))
    outcome = solve(network, Settings(time_limit_s=15, seed=1, lottery_seed=1, workers=2), audit)
    assert isinstance(outcome, Solved)
    assert outcome.plan.refusals
    assert audit(network, outcome.plan).violations == ()
