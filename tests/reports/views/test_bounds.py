"""Levels and bounds in the words of a planner."""

from __future__ import annotations

from typing import Any

import pytest

from models.goals import GOALS
from models.plan import BoundScope, Level, Sense
from models.text import LANGS, Lang, say
from reports.audit.levels import true_levels
from reports.export.words import grouped
from reports.views.bounds import goal_lines, overall


def level(name: str, value: int, bound: int | None, proven: bool = False, **fields: Any) -> Level:
    """A level that is the better the lower, if not said otherwise."""
    sense = fields.pop("sense", Sense.MINIMISE)
    return Level(name=name, sense=sense, value=value, bound=bound, proven=proven, **fields)


PROVEN = (
    level("unserved", 4, 4, True, scope=BoundScope.GLOBAL),
    level("rank_points", 605, 605, True, sense=Sense.MAXIMISE),
    level("travel", 66398, 66398, True),
)


def test_the_best_possible_plan() -> None:
    """Every level is proven."""
    assert say(overall(goal_lines(PROVEN)), "ru") == "Лучший возможный план: доказано на всех уровнях"
    first, _, travel = goal_lines(PROVEN)
    assert say(first.title, "ru") == "Остались без места"
    assert say(first.value, "en") == "4 students"
    assert say(first.verdict, "ru") == "улучшить нельзя, доказано"
    assert say(first.scope, "en") == "the bound holds for every plan"
    assert say(travel.value, "ru") == "66\u00a0398 мин"
    assert travel.proven


def test_a_bound_that_says_nothing() -> None:
    """What follows from the number of students alone is not told as a bound."""
    (line,) = goal_lines([level("majority_host", 46, -330, origin="trivial")])
    assert line.bound is None
    assert line.scope is None
    assert say(line.verdict, "ru") == "насколько можно улучшить, неизвестно"


def test_the_first_goal_that_is_not_proven() -> None:
    """Points may be improved by 15 at most; travel is at its bound, so only the goals before may help it."""
    points = level("rank_points", 605, 620, sense=Sense.MAXIMISE)
    levels = (PROVEN[0], points, level("travel", 66398, 66398))
    assert say(overall(goal_lines(levels)), "ru") == (
        "Доказано не всё. Первая цель без доказательства — «Баллы за очерёдность»: "
        "можно улучшить не более чем на 15 балл."
    )
    assert say(goal_lines(levels)[2].verdict, "en") == (
        "cannot be improved as long as the goals before it stay as they are"
    )


def test_no_share_is_bounded_above_all_of_it() -> None:
    """The bound 1966 ‰ of both sums would leave 1046 ‰ to the second share; 100 % is as much as there is. In
    a network of two parts the sums are twice as large."""
    for parts in (1, 2):
        levels = (
            level("fairness.1", 920 * parts, 920 * parts, True, sense=Sense.MAXIMISE, scale=1000 * parts),
            level("fairness.2", 1871 * parts, 1966 * parts, sense=Sense.MAXIMISE, scale=2000 * parts),
        )
        (line,) = goal_lines(levels)
        assert line.bound is not None
        assert say(line.bound, "en") == "100.0% of what is attainable"
        assert say(line.verdict, "en") == "can be improved by 4.9 percentage points at most"


def test_fairness_is_one_line() -> None:
    """Of three sums of smallest shares (920, 1870, 2800 ‰) the second is open: the second share is
    1870 − 920 = 950 ‰, and 1890 − 920 = 970 ‰ is what no plan can beat, two points more."""
    levels = (
        level("fairness.1", 920, 920, True, sense=Sense.MAXIMISE, scale=1000),
        level("fairness.2", 1870, 1890, sense=Sense.MAXIMISE, scale=2000),
        level("fairness.3", 2800, None, sense=Sense.MAXIMISE, scale=3000),
    )
    (line,) = goal_lines(levels)
    assert not line.proven
    assert line.level.gap == pytest.approx(0.02)
    assert say(line.value, "ru") == "95,0\u00a0% достижимого"
    assert line.bound is not None
    assert say(line.bound, "en") == "97.0% of what is attainable"
    assert say(line.counted, "ru") == (
        "у 2-й из самых обделённых школ, местностей и параллелей — 95,0\u00a0% достижимых баллов; "
        "больше\u00a0— лучше"
    )
    assert say(line.verdict, "en") == "can be improved by 2.0 percentage points at most"
    (proven,) = goal_lines(levels[:1], units=["Брусовская школа"])
    assert say(proven.counted, "ru") == (
        "у самой обделённой школы, местности или параллели (Брусовская школа) — 92,0\u00a0% достижимых "
        "баллов; больше\u00a0— лучше"
    )


def test_every_number_says_what_it_counts_and_which_way_is_better() -> None:
    """Thirty students too few or too many; all three parts of the priorities, or the one that is open."""
    sizes, travel = level("sizes", 30, 30, True), level("travel", 66398, 66398, True)
    assert [say(line.counted, "ru") for line in goal_lines((sizes, travel))] == [
        "в сумме 30 чел. не хватает или лишние против желаемой наполняемости и между параллельными группами; "
        "меньше\u00a0— лучше",
        "дорога туда и обратно к каждому занятию занимает у всех вместе 66\u00a0398 мин за весь период (два "
        "занятия подряд считаются за две поездки); меньше\u00a0— лучше",
    ]
    parts = [level(f"priority.{n}", 10 * n, 10 * n, True, sense=Sense.MAXIMISE) for n in (1, 2, 3)]
    (line,) = goal_lines(parts)
    assert say(line.counted, "en") == (
        "choices served with a declared priority earn 10 points; "
        "choices served that were made in time earn 20 points; "
        "the lottery numbers of choices served earn 30 points; more is better"
    )
    (line,) = goal_lines([parts[0], parts[1].replace(bound=25, proven=False), parts[2]])
    assert say(line.title, "ru") == "Приоритеты, срок заявки и жребий: срок заявки"
    assert say(line.counted, "en") == "choices served that were made in time earn 20 points; more is better"


@pytest.mark.parametrize("name", GOALS)
def test_every_goal_has_a_sentence_for_its_number(name: str) -> None:
    """In both languages, with the number in it, and without the brackets of a place left open."""
    for text in GOALS[name].counted:
        for lang in LANGS:
            assert "{number}" in text.in_(lang)
    numbered = level(f"{name}.1" if name in ("fairness", "priority") else name, 432, None)
    (line,) = goal_lines([numbered])
    for lang in LANGS:
        said = say(line.counted, lang)
        assert "{" not in said
        assert ("43.2%" if name == "fairness" else "432") in said.replace(",", ".").replace("\u00a0", "")


def test_no_bound_and_no_levels() -> None:
    """A plan made by hand: audited levels without bounds, or none at all."""
    (line,) = goal_lines([level("unserved", 4, None)])
    assert (line.bound, line.scope) == (None, None)
    assert say(line.verdict, "ru") == "насколько можно улучшить, неизвестно"
    assert say(overall([]), "en") == "The plan is not rated: it carries no levels of the goals"


def test_a_bound_that_the_plan_beats() -> None:
    """Three without a seat, though no fewer than four were said to be possible."""
    (line,) = goal_lines([level("unserved", 3, 4, True)])
    assert say(line.verdict, "ru") == "граница неверна: план лучше неё"


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_goals_of_another_version(lang: Lang) -> None:
    """An unknown goal keeps its name and its unit."""
    (line,) = goal_lines([level("colours", 1234567, 1234560, unit="kg"), level("colours.x", 1, 1)])
    assert say(line.title, lang) == "colours"
    assert say(line.value, "en") == "1,234,567 kg"


def test_audited_plans_have_a_line_a_goal(sources: Any) -> None:
    """Of every plan: as many lines as goals, each said in both languages."""
    for source in sources.every().values():
        lines = goal_lines(true_levels(source.network, source.plan))
        assert {line.goal for line in lines} <= set(source.network.goals)
        for line in lines:
            for lang in ("ru", "en"):
                assert "{" not in say([line.title, line.value, line.counted, line.verdict], lang)


def test_thousands() -> None:
    """Grouped by a space that does not break, or by commas."""
    assert (grouped(1000).ru, grouped(1000).en, grouped(999).ru) == ("1\u00a0000", "1,000", "999")
