"""A network of several parts is planned as each part by itself would be."""

from __future__ import annotations

from itertools import combinations

import pytest

from instances.tiny import ALL
from models.outcome import Infeasible, Solved
from models.plan import Sense
from reports.audit import audit
from scheduler.engine.bounds import LevelBound
from scheduler.engine.parent import Found
from scheduler.engine.part_by_part import add_bounds
from scheduler.engine.refusals import find_refusals
from scheduler.engine.settings import Progress, Settings
from scheduler.engine.solve import solve
from tests.side_by_side import side_by_side

QUICK = Settings(time_limit_s=60, workers=1, lottery_seed=1)
SOLVABLE = [name for name, tiny in sorted(ALL.items()) if tiny.plan is not None]
PAIRS = list(combinations(SOLVABLE, 2))[::8]


def found(goals: str, **levels: tuple[int, int]) -> Found:
    """A part with ``fairness_1=(value, bound)`` and so on, done with the goals named."""
    bounds = {}
    for key, (value, bound) in levels.items():
        name = key.replace("_", ".") if key.startswith("fairness") else key
        bounds[name] = LevelBound(name, Sense.MAXIMISE, value, bound, "CP-SAT")
    return Found(bounds=bounds, goals=set(goals.split()))


def sums(parts: list[Found]) -> dict[str, tuple[int, int]]:
    """Level → value and bound of the parts together."""
    return {name: (level.value, level.bound) for name, level in add_bounds(parts).items()}


def test_values_and_bounds_are_added() -> None:
    """5 + 7 points of at most 6 + 7; the second part has only one share, 900, which counts on both levels."""
    one = found("points fairness", points=(5, 6), fairness_1=(800, 800), fairness_2=(1700, 1750))
    other = found("points fairness", points=(7, 7), fairness_1=(900, 950))
    assert sums([one, other]) == {
        "points": (12, 13),
        "fairness.1": (1700, 1750),
        "fairness.2": (2600, 2700),
    }


def test_a_level_that_one_part_has_not_reached_is_not_told() -> None:
    """Neither while the goal is under way nor before it has begun; a part without any adds nothing."""
    one = found("fairness", fairness_1=(800, 800), fairness_2=(1700, 1750))
    under_way, before = found("", fairness_1=(900, 950)), found("points", points=(1, 1))
    assert sums([one, under_way]) == {"fairness.1": (1700, 1750)}
    assert sums([one, before]) == {}
    assert sums([one, found("fairness")]) == {"fairness.1": (800, 800), "fairness.2": (1700, 1750)}


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=["+".join(pair) for pair in PAIRS])
def test_the_whole_is_worth_what_its_parts_are(one: str, other: str) -> None:
    """Every level that does not draw lots is the sum of what each network is worth alone, and as proven."""
    rules = ALL[one].network.rules
    parts = [
        ALL[one].network,
        ALL[other].network.replace(rules=rules, norms=ALL[one].network.norms, goals=ALL[one].network.goals),
    ]
    alone = [solve(part, QUICK, audit) for part in parts]
    whole = solve(side_by_side(parts), QUICK, audit)
    assert isinstance(whole, Solved)
    assert whole.plan.status == "optimal"
    for level in whole.plan.levels:
        if level.name == "priority.3" or level.name.startswith("fairness."):
            continue
        values = []
        for outcome in alone:
            assert isinstance(outcome, Solved)
            values += [item.value for item in outcome.plan.levels if item.name == level.name]
        assert level.value == sum(values), level.name
        assert level.bound == level.value


def test_a_conflict_of_one_part_is_one_of_the_whole() -> None:
    """Whoever locks what cannot be in one municipality is told so, wherever else there is a plan."""
    broken, fine = ALL["contradicting_locks"].network, ALL["tie"].network
    fine = fine.replace(rules=broken.rules, norms=broken.norms, goals=broken.goals)
    alone, whole = solve(broken, QUICK, audit), solve(side_by_side([broken, fine]), QUICK, audit)
    assert isinstance(alone, Infeasible)
    assert isinstance(whole, Infeasible)
    (one,), (same,) = alone.conflicts, whole.conflicts
    assert [part.kind for part in same.parts] == [part.kind for part in one.parts]
    assert whole.are_all


def test_the_conflicts_of_all_parts_are_told() -> None:
    """Of two municipalities with contradicting locks both are named, with the fewest locks of both."""
    broken = ALL["contradicting_locks"].network
    whole = solve(side_by_side([broken, ALL["tie"].network, broken]), QUICK, audit)
    assert isinstance(whole, Infeasible)
    assert [len(conflict.locks) for conflict in whole.conflicts] == [2, 2]
    assert whole.are_all
    assert len(whole.fewest) == 2


def test_progress_says_which_part_and_what_the_whole_has_reached() -> None:
    """Of two parts; the whole is told when both have reached a level."""
    network = ALL["two_sessions"].network
    heard: list[Progress] = []
    outcome = solve(side_by_side([network, network]), QUICK, audit, heard.append)
    assert isinstance(outcome, Solved)
    assert {item.part for item in heard} == {None, 1, 2}
    whole = {item.level: (item.value, item.bound) for item in heard if item.part is None and item.level}
    levels = outcome.plan.levels
    assert whole == {level.name: (level.value, level.bound) for level in levels}


@pytest.mark.parametrize("name", ["full_buses", "practice_places", "tie"])
def test_refusals_are_those_of_the_whole(name: str) -> None:
    """The same choices, codes and waiting lists, for which all applicants draw lots together."""
    whole = side_by_side([ALL[name].network, ALL[name].network])
    outcome = solve(whole, QUICK, audit)
    assert isinstance(outcome, Solved)
    assert outcome.plan.refusals
    assert outcome.plan.refusals == find_refusals(whole, outcome.plan)
