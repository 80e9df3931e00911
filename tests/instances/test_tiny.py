"""The tiny networks: their plans answer the choices, stand on real dates and reach the values stated."""

from __future__ import annotations

import pytest

from instances.tiny import ALL, Tiny
from models.lottery import numbers
from models.network import Network
from models.plan import Plan

SOLVABLE = [tiny for tiny in ALL.values() if tiny.plan is not None]


def plan_of(tiny: Tiny) -> Plan:
    """The optimal plan of a network that has one."""
    assert tiny.plan is not None
    return tiny.plan


def served_ranks(network: Network, plan: Plan) -> list[tuple[str, int]]:
    """(student, rank) of every choice that has a seat."""
    choices = {(choice.student, choice.course): choice.rank for choice in network.choices}
    return [(seat.student, choices[seat.student, seat.course]) for seat in plan.enrolments]


def test_there_are_thirteen() -> None:
    """Thirteen networks under their own names; all but one have a plan, and that one names its locks."""
    assert len(ALL) == 13
    assert all(name == tiny.name for name, tiny in ALL.items())
    assert [tiny.name for tiny in ALL.values() if tiny.plan is None] == ["contradicting_locks"]
    assert set(ALL["contradicting_locks"].conflict) == set(ALL["contradicting_locks"].network.locks)


@pytest.mark.parametrize("tiny", SOLVABLE, ids=lambda tiny: tiny.name)
def test_dates_are_the_first_usable_ones(tiny: Tiny) -> None:
    """The dates derived by hand are those of the calendar, as many as the course needs."""
    network = tiny.network
    for group, session in plan_of(tiny).sessions():
        course = network.course_by_id[group.course]
        weeks = network.school_calendar.mask_of_iso(session.weeks)
        assert weeks in network.week_masks(course)
        usable = network.usable_dates(course, session.centre, session.weekday, weeks)
        assert list(session.dates) == usable[: course.session_dates_needed(int(session.id[-1]))]
        assert session.end - session.start == network.session_minutes(course)
        assert session.start in network.grid(session.centre, session.weekday, session.end - session.start)


@pytest.mark.parametrize("tiny", SOLVABLE, ids=lambda tiny: tiny.name)
def test_levels_by_hand(tiny: Tiny) -> None:
    """Applicants without a seat and points of the choices served are what the docstring derives."""
    served = served_ranks(tiny.network, plan_of(tiny))
    applicants = set(tiny.network.choices_by_student)
    assert tiny.levels["unserved"] == len(applicants - {student for student, _ in served})
    assert tiny.levels["rank_points"] == sum((5, 3, 2)[rank - 1] for _, rank in served)


@pytest.mark.parametrize("tiny", SOLVABLE, ids=lambda tiny: tiny.name)
def test_refusals_are_the_choices_not_served(tiny: Tiny) -> None:
    """Every choice ranked above the seat obtained has its refusal, and nothing else has."""
    network, plan = tiny.network, plan_of(tiny)
    best = dict(served_ranks(network, plan))
    if tiny.name == "two_courses":
        assert not plan.refusals
        return
    expected = {
        (choice.student, choice.rank)
        for choice in network.choices
        if choice.rank < best.get(choice.student, len(network.choices) + 1)
    }
    assert {(refusal.student, refusal.rank) for refusal in plan.refusals} == expected


@pytest.mark.parametrize("tiny", SOLVABLE, ids=lambda tiny: tiny.name)
def test_damage_is_another_plan(tiny: Tiny) -> None:
    """The damage differs from the optimal plan and names the rules it breaks."""
    assert tiny.damage is not None
    assert tiny.damage.plan != tiny.plan
    assert tiny.damage.rules


def test_the_draw_of_the_tie() -> None:
    """With the recorded seed О1 draws the higher number, as the story says."""
    network = ALL["tie"].network
    assert network.rules.lottery_seed == 1
    assert numbers(network.choices_by_student, 1) == {"О1": 2, "О2": 1}
