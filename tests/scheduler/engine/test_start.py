"""The first plan: quickly found, allowed by every rule, and not an empty one."""

from __future__ import annotations

import pytest

from instances.generator import GeneratorSpec, generate
from instances.tiny import ALL
from models.network import Network
from models.plan import Plan
from reports.audit import audit
from reports.audit.checks import CHECKS
from scheduler.engine.model import PlanModel
from scheduler.engine.run import Reporter, Run
from scheduler.engine.settings import Settings
from scheduler.engine.start import guess_timetable

FREE = [name for name, tiny in ALL.items() if tiny.plan is not None and not tiny.network.locks]
ABOUT_A_FINISHED_PLAN = {"records"}
"""Refusals, dates and stamps are written when the search is over."""


def first_plan(network: Network) -> Plan | None:
    """What the search begins with."""
    plans: list[Plan] = []
    reporter = Reporter(progress=lambda _: None, plan=plans.append, bound=lambda _: None)
    Run(PlanModel(network), Settings(time_limit_s=60, deterministic=True), reporter, 0.0).start()
    return plans[-1] if plans else None


@pytest.mark.parametrize("name", FREE)
def test_it_breaks_no_rule(name: str) -> None:
    """Whatever the guess, the model judges: the audit finds nothing in the plan itself."""
    network = ALL[name].network
    plan = first_plan(network)
    assert plan is not None
    broken = {item.rule for item in audit(network, plan).violations}
    assert broken <= ABOUT_A_FINISHED_PLAN <= set(CHECKS)


def test_a_group_keeps_one_placement_a_session() -> None:
    """So the restricted model has no timetable left to search for, only groups to open and seats to give."""
    network, _ = generate(GeneratorSpec(applicants=120, seed=1, courses_per_student=2))
    model = PlanModel(network)
    chosen = guess_timetable(model)
    assert chosen
    for group in model.groups.values():
        for slots in group.slots.values():
            assert sum(slot.chosen.index in chosen for slot in slots) <= 1


def test_most_applicants_of_a_district_are_served_at_once() -> None:
    """Nine of ten applicants have something before the search proper has begun."""
    network, _ = generate(GeneratorSpec(applicants=120, seed=1))
    plan = first_plan(network)
    assert plan is not None
    assert len(plan.seats_of) >= 0.9 * len(network.choices_by_student)


def test_a_locked_group_keeps_all_its_placements() -> None:
    """A lock may ask for any of them."""
    network = ALL["contradicting_locks"].network
    model = PlanModel(network)
    locked = {lock.group for lock in network.locks}
    chosen = guess_timetable(model)
    assert locked
    for name in locked & model.groups.keys():
        assert {slot.chosen.index for slot in model.groups[name].all_slots()} <= chosen
