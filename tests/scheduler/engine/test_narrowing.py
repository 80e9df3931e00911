"""Groups and days of no use are ruled out once levels are proven: which go, which stay; nothing is lost."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from typing import Any

import pytest

from instances.generator import GeneratorSpec, generate
from instances.tiny.base import choices, course, network, rules, slot, student, teacher
from models.goals import GOALS
from models.network import Network
from models.plan import Plan, Sense
from reports.audit import audit
from scheduler.engine import levels as in_levels
from scheduler.engine import narrowing
from scheduler.engine.bounds import LevelBound
from scheduler.engine.expressions import Objective, total
from scheduler.engine.joint import Joint, Level, alone
from scheduler.engine.levels import solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.narrowing import SHARE, WORTHWHILE_SECONDS, narrow, settle_groups
from scheduler.engine.run import Reporter, Run
from scheduler.engine.settings import Settings
from scheduler.goals import OBJECTIVES


def ignore(_: object) -> None:
    """Nothing is told to anybody."""


def a_week() -> Network:
    """A course on one of four afternoons; two students, of whom the first cannot come on Thursdays."""
    return network(
        "Неделя",
        rules=rules([slot(day, "15:00", "16:30") for day in (1, 2, 3, 4)]),
        courses=(course("ИТ", hours=2),),
        teachers=(teacher("У1", "ИТ"),),
        students=(student("О1", blocked=(slot(4, "14:00", "18:00"),)), student("О2")),
        choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ")),
    )


def with_points_proven(found: Network) -> Run:
    """A run of a network that is done with its first two levels."""
    settings = Settings(time_limit_s=60, workers=1)
    run = Run(PlanModel(found), settings, Reporter(ignore, ignore, ignore), time.monotonic())
    run.start()
    for goal in ("unserved", "rank_points"):
        (objective,) = OBJECTIVES[goal](run.model, 1)
        run.solve_level(Level(objective, GOALS[goal].sense), 10)
    return run


def proven(costs: Mapping[int, int]) -> tuple[Run, Joint]:
    """A run of that week with the points proven, and a level that counts what each weekday costs, too."""
    run = with_points_proven(a_week())
    days = total(
        costs[found.placement.weekday] * found.chosen for found in run.model.groups["ИТ-1"].all_slots()
    )
    joint = alone(Level(Objective("weekday", days), Sense.MINIMISE))
    run.complete(joint)
    assert run.search(joint, 10, run.guides) == (True, min(costs.values()))
    return run, joint


def ruled_out(run: Run, joint: Joint, took: float = WORTHWHILE_SECONDS) -> list[int] | None:
    """The weekdays that narrowing rules out; ``None`` if it has not asked or got no answer."""
    constraints = run.model.cp.proto.constraints
    before = len(constraints)
    narrow(run, joint, took)
    if len(constraints) == before:
        return None
    slots = {found.chosen.index: found.placement.weekday for found in run.model.groups["ИТ-1"].all_slots()}
    return sorted(slots[-literal - 1] for literal in constraints[before].bool_and.literals)


@pytest.mark.parametrize(
    ("costs", "gone"),
    [
        pytest.param({1: 1, 2: 2, 3: 2, 4: 1}, [2, 3, 4], id="one day is best"),
        pytest.param({1: 2, 2: 1, 3: 1, 4: 1}, [1, 4], id="two days are equally good"),
        pytest.param({1: 1, 2: 1, 3: 1, 4: 1}, [4], id="all are"),
    ],
)
def test_days_go_unless_a_plan_is_as_good_there(costs: dict[int, int], gone: list[int]) -> None:
    """On Thursdays one student cannot be served, whatever they cost."""
    run, joint = proven(costs)
    assert ruled_out(run, joint) == gone
    assert joint.cost(run.known()) == 1


def test_other_days_are_first_looked_for_with_the_seats_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """That is quick, and the slow question is asked once, when nothing more is found like that."""
    run, joint = proven({1: 1, 2: 1, 3: 1, 4: 1})
    real, answers = Run.ask, []

    def ask(self: Run, *args: Any, joint: Joint | None = None, **more: Any) -> Any:
        answer = real(self, *args, joint=joint, **more)
        answers.append(("quick" if joint is None else "slow", answer))
        return answer

    monkeypatch.setattr(Run, "ask", ask)
    assert ruled_out(run, joint) == [4]
    assert answers == [("quick", "better"), ("quick", "better"), ("quick", "none"), ("slow", "none")]


def test_it_is_asked_only_where_it_pays_and_once() -> None:
    """Not after a short proof, nor with less time than that took, nor again; after a "no" only proofs are
    left to be looked for."""
    costs = {1: 1, 2: 2, 3: 2, 4: 2}
    run, joint = proven(costs)
    assert ruled_out(run, joint, WORTHWHILE_SECONDS - 0.1) is None
    assert ruled_out(run, joint, SHARE * run.left() + 1) is None
    assert not run.proves
    assert ruled_out(run, joint) == [2, 3, 4]
    assert run.proves
    assert ruled_out(run, joint) is None


def one_hour(wishes: Mapping[str, str]) -> Network:
    """One room for one hour a week, so that one group can be held; student → courses wished for."""
    return network(
        "Час",
        rules=rules([slot(1, "15:00", "15:40")]),
        courses=tuple(course(name) for name in "АБВ"),
        teachers=tuple(teacher(f"У{name}", name) for name in "АБВ"),
        students=tuple(map(student, wishes)),
        choices=tuple(choice for name, wished in wishes.items() for choice in choices(name, *wished)),
    )


@pytest.mark.parametrize(
    ("wishes", "settled"),
    [
        pytest.param({"О1": "А"}, {"А": True, "Б": False, "В": False}, id="one is wanted"),
        pytest.param({"О1": "А", "О2": "А", "О3": "Б"}, {"А": True, "Б": False, "В": False}, id="by most"),
        pytest.param({"О1": "А", "О2": "Б"}, {"В": False}, id="either of two"),
        pytest.param({"О1": "А", "О2": "Б", "О3": "В"}, {}, id="any"),
        pytest.param({"О1": "АБ", "О2": "БА"}, {"В": False}, id="either of two, by all"),
    ],
)
def test_groups_are_settled_unless_a_plan_is_as_good_without(
    wishes: dict[str, str], settled: dict[str, bool]
) -> None:
    """Open in all of the best plans, closed in all of them, or left as it is."""
    run = with_points_proven(one_hour(wishes))
    best = run.reported["rank_points"].value
    before = len(run.model.cp.proto.constraints)
    settle_groups(run)
    opened = {group.opened.index: group.course.id for group in run.model.groups.values()}
    told = {
        opened[literal if literal >= 0 else ~literal]: literal >= 0
        for constraint in list(run.model.cp.proto.constraints)[before:]
        for literal in constraint.bool_and.literals
    }
    assert told == settled
    assert run.reported["rank_points"].value == best


def whole(found: Network) -> tuple[dict[str, tuple[int, int]], Plan]:
    """Level → value and bound of a search that has time enough, and its last plan. With the workers that a
    planner has: the question has its own."""
    told: list[LevelBound] = []
    plans: list[Plan] = []
    reporter = Reporter(progress=ignore, plan=plans.append, bound=told.append)
    solve_levels(PlanModel(found), Settings(time_limit_s=90), 1, reporter)
    return {level.name: (level.value, level.bound) for level in told}, plans[-1]


@pytest.mark.parametrize("seed", [2, 3])
def test_nothing_is_lost(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """All levels of a district with few applicants of two courses each are worth the same with and without
    either question, and proven."""
    real, answers = Run.ask, []

    def ask(self: Run, *args: Any, joint: Joint | None = None, **more: Any) -> Any:
        answer = real(self, *args, joint=joint, **more)
        if joint is not None:
            answers.append(answer)
        return answer

    monkeypatch.setattr(Run, "ask", ask)
    found, _ = generate(GeneratorSpec(applicants=100, seed=seed, courses_per_student=2))
    few = set(random.Random(seed).sample(sorted(found.choices_by_student), 24))
    found = found.replace(choices=tuple(choice for choice in found.choices if choice.student in few))
    with monkeypatch.context() as without_questions:
        without_questions.setattr(narrowing, "WORTHWHILE_SECONDS", 1e9)
        without_questions.setattr(in_levels, "settle_groups", ignore)
        without, _ = whole(found)
    monkeypatch.setattr(narrowing, "WORTHWHILE_SECONDS", 0.0)
    levels, plan = whole(found)
    assert levels == without
    assert all(value == bound for value, bound in levels.values())
    assert answers[-1] == "none"
    assert not audit(found, plan).violations
