"""A finished plan with its sessions as early as can be: which move, which stay, and what does not change."""

from __future__ import annotations

import pytest

from instances import tiny
from instances.tiny.base import choices, course, group, network, rules, seat, session, slot, student, teacher
from models.network import Network
from models.outcome import Solved
from models.plan import Plan
from models.time import parse_clock
from reports.audit import audit
from scheduler.engine.earlier import begin_earlier
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve

QUICK = Settings(time_limit_s=20, workers=1)
DATES = ["2026-10-05", "2026-10-12"]


def an_afternoon(*, busy_until: str = "14:00") -> Network:
    """Two courses of one teacher in one room on Monday afternoon, a student each; lessons end at 14:00, and
    the second student is kept until later. A session takes 40 minutes, and the gap after lessons 30."""
    return network(
        "День",
        rules=rules([slot(1, "14:30", "18:00")]),
        courses=(course("ИТ"), course("ХИМ")),
        teachers=(teacher("У1", "ИТ", "ХИМ"),),
        students=(student("О1"), student("О2", blocked=(slot(1, "13:00", busy_until),))),
        choices=(*choices("О1", "ИТ"), *choices("О2", "ХИМ")),
    )


def a_plan(it: str = "17:20", chemistry: str = "16:00") -> Plan:
    """Both courses, at these starts."""
    return Plan(
        groups=(
            group("ИТ", session("ИТ-1", 1, ("У1",), 1, it, DATES)),
            group("ХИМ", session("ХИМ-1", 1, ("У1",), 1, chemistry, DATES)),
        ),
        enrolments=(seat("О1", "ИТ"), seat("О2", "ХИМ")),
    )


def starts(plan: Plan) -> dict[str, int]:
    """Session → its start."""
    return {session.id: session.start for _, session in plan.sessions()}


def clock(**times: str) -> dict[str, int]:
    """The same, from the times of the courses."""
    return {f"{course}-1.1": parse_clock(time) for course, time in times.items()}


def test_sessions_follow_each_other_from_the_earliest_start() -> None:
    """The teacher and the room are one: 14:30 and 15:10, whichever comes first."""
    found = starts(begin_earlier(an_afternoon(), a_plan(), QUICK))
    assert sorted(found.values()) == [parse_clock("14:30"), parse_clock("15:10")]


def test_who_is_kept_late_is_waited_for() -> None:
    """Chemistry has to wait for its student, and computing need not."""
    found = starts(begin_earlier(an_afternoon(busy_until="15:30"), a_plan(), QUICK))
    assert found == clock(ИТ="14:30", ХИМ="15:30")


def test_a_session_of_the_plan_to_stay_near_to_stays() -> None:
    """Chemistry stands as in that plan; computing does not, and may begin before it."""
    like = a_plan(it="15:00")
    found = starts(begin_earlier(an_afternoon(), a_plan(), QUICK, like))
    assert found == clock(ИТ="14:30", ХИМ="16:00")


def test_no_session_is_put_off() -> None:
    """Computing before chemistry would be as early in all, but later for those of chemistry."""
    found = starts(begin_earlier(an_afternoon(), a_plan(it="15:10", chemistry="14:30"), QUICK))
    assert found == clock(ИТ="15:10", ХИМ="14:30")


def test_equal_groups_keep_their_order() -> None:
    """Two of three students wait for the second group, but a model knows equal groups in one order only: from
    the plan found a scenario could not start."""
    names = ("О1", "О2", "О3")
    found = network(
        "Две группы",
        rules=rules([slot(1, "14:30", "18:00")]),
        courses=(course("ИТ", max_groups=2, max_size=2),),
        teachers=(teacher("У1", "ИТ"),),
        students=tuple(map(student, names)),
        choices=tuple(choice for name in names for choice in choices(name, "ИТ")),
    )
    second = group("ИТ", session("ИТ-2", 1, ("У1",), 1, "17:00", DATES)).replace(id="ИТ-2")
    plan = Plan(
        groups=(group("ИТ", session("ИТ-1", 1, ("У1",), 1, "16:00", DATES)), second),
        enrolments=(seat("О1", "ИТ"), *(seat(name, "ИТ").replace(group="ИТ-2") for name in names[1:])),
    )
    earlier = starts(begin_earlier(found, plan, QUICK))
    assert earlier == {"ИТ-1.1": parse_clock("14:30"), "ИТ-2.1": parse_clock("15:10")}


def test_a_plan_off_the_step_is_left_alone() -> None:
    """It was made by hand: the model has no such start."""
    plan = a_plan(chemistry="16:05")
    assert begin_earlier(an_afternoon(), plan, QUICK) is plan


@pytest.mark.parametrize("name", [name for name, case in tiny.ALL.items() if case.plan is not None])
def test_nothing_but_the_start_changes(name: str) -> None:
    """Every plan made by hand is worth the same and breaks no rule; nothing begins later."""
    network, plan = tiny.ALL[name].network, tiny.ALL[name].plan
    assert plan is not None
    found = begin_earlier(network, plan, QUICK).replace(refusals=plan.refusals)
    before, after = audit(network, plan), audit(network, found)
    assert after.violations == before.violations == ()
    assert [(level.name, level.value) for level in after.levels] == [
        (level.name, level.value) for level in before.levels
    ]
    assert set(found.enrolments) == set(plan.enrolments)
    assert set(found.rides) == set(plan.rides)
    was = starts(plan)
    assert all(start <= was[session] for session, start in starts(found).items())


def test_a_search_ends_with_it() -> None:
    """Of the starts that serve everybody the search itself keeps the last one."""
    only_it = an_afternoon().replace(choices=choices("О1", "ИТ"))
    outcome = solve(only_it, QUICK, audit)
    assert isinstance(outcome, Solved)
    assert starts(outcome.plan) == clock(ИТ="14:30")
