"""The relaxation without clashes: what it keeps, that it loses no plan, and what a run ahead in it gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from instances.tiny import ALL, Tiny
from instances.tiny.base import choices, course, network, rules, slot, student, teacher
from models.network import Network
from models.plan import Sense
from models.tables import Choice, ChoiceKind, Lock
from reports.audit.levels import true_levels
from scheduler.engine import lead
from scheduler.engine.bounds import LevelBound
from scheduler.engine.clash_free import TIMELESS_GOALS, TIMELESS_RULES
from scheduler.engine.levels import solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.run import Reporter, Run
from scheduler.engine.settings import Settings
from scheduler.goals import OBJECTIVES
from scheduler.rules import COUPLINGS

SOLVABLE = [tiny for tiny in ALL.values() if tiny.plan is not None]
ONE = Settings(time_limit_s=30, workers=1)
DAYS = (1, 2, 3, 4)


def a_week(sessions: int = 1, **tables: Any) -> Network:
    """A course on any of four equal afternoons with room for two sessions, a student who wants it."""
    values: dict[str, Any] = {
        "rules": rules([slot(day, "15:00", "16:30") for day in DAYS]),
        "courses": (course("ИТ", hours=2 * sessions, weekly_sessions=sessions),),
        "teachers": (teacher("У1", "ИТ"),),
        "students": (student("О1"),),
        "choices": choices("О1", "ИТ"),
    }
    return network("Неделя", **(values | tables))


def days_left(found: Network, course_id: str = "ИТ") -> list[int]:
    """The weekdays of the course that the relaxation keeps."""
    model = PlanModel(found)
    placed = PlanModel(found, relaxing=model).placed[course_id]
    assert {item[0].weekday for item in model.placed[course_id]} == set(DAYS)
    return sorted({placement.weekday for placement, _, _ in placed})


@pytest.mark.parametrize("sessions", [1, 2, 3])
def test_of_equal_days_as_many_are_left_as_a_group_has_sessions(sessions: int) -> None:
    """A group needs no more different days."""
    assert len(days_left(a_week(sessions))) == sessions


def test_a_day_that_somebody_cannot_come_on_stands_in_for_no_better_one() -> None:
    """With one student busy on Mondays and another on Tuesdays, a day that suits both is left, no other."""
    busy = [student(f"О{day}", blocked=(slot(day, "14:00", "18:00"),)) for day in (1, 2)]
    found = a_week(students=tuple(busy), choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ")))
    (day,) = days_left(found)
    assert day in (3, 4)


def test_of_days_that_suit_different_students_both_are_left() -> None:
    """Neither is as good as the other for everybody."""
    busy = [student(f"О{day}", blocked=(slot(day, "14:00", "18:00"),)) for day in (1, 2)]
    found = a_week(
        rules=rules([slot(day, "15:00", "15:40") for day in (1, 2)]),
        students=tuple(busy),
        choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ")),
    )
    model = PlanModel(found)
    assert PlanModel(found, relaxing=model).placed == model.placed


def test_days_stay_apart_for_students_of_two_courses_and_for_locked_groups() -> None:
    """Where the day matters beyond the group itself."""
    second = Choice(student="О1", course="ХИМ", rank=1, kind=ChoiceKind.ADDITIONAL)
    two = a_week(
        courses=(course("ИТ"), course("ХИМ")),
        teachers=(teacher("У1", "ИТ", "ХИМ"),),
        students=(student("О1", two_courses_consent=True),),
        choices=(*choices("О1", "ИТ"), second),
    )
    assert days_left(two) == list(DAYS)
    locked = a_week(locks=(Lock(reason="зал занят", group="ИТ-1", weekday=2),))
    assert days_left(locked) == list(DAYS)


def test_what_the_relaxation_knows_are_rules_and_goals() -> None:
    """A rule or goal renamed is noticed; those that speak of times are not among them."""
    assert set(COUPLINGS) > TIMELESS_RULES
    assert set(OBJECTIVES) > TIMELESS_GOALS
    assert not TIMELESS_RULES & {"room_clash", "teacher_clash", "bus_seats", "parallel_groups"}


def bounds_of(model: PlanModel) -> dict[str, LevelBound]:
    """All levels of a model, proven."""
    told: dict[str, LevelBound] = {}
    reporter = Reporter(
        progress=lambda _: None, plan=lambda _: None, bound=lambda level: told.update({level.name: level})
    )
    solve_levels(model, ONE, model.network.rules.lottery_seed or 1, reporter)
    assert all(level.value == level.bound for level in told.values())
    return told


def timeless(found: Network) -> Network:
    """The network with the goals that the relaxation knows."""
    return found.replace(goals=tuple(goal for goal in found.goals if goal in TIMELESS_GOALS))


def test_no_plan_is_better_than_the_relaxation(
    micro: Any, verdicts: Callable[[Any], list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all admissible raw plans; level by level, the first that differs decides."""
    monkeypatch.setattr(Run, "show", lambda *_: None)  # its plans may clash
    found = timeless(micro.network)
    best = bounds_of(PlanModel(found, relaxing=PlanModel(found)))
    relaxed = tuple(level.value if level.sense is Sense.MAXIMISE else -level.value for level in best.values())
    for verdict in verdicts(micro):
        if not verdict.broken:
            levels = true_levels(found, verdict.plan)
            assert [level.name for level in levels] == list(best)
            assert relaxed >= tuple(
                level.value if level.sense is Sense.MAXIMISE else -level.value for level in levels
            )


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A run ahead for every network; whether the whole model reached what it was asked for, each time."""
    answers: list[bool] = []
    reaches = lead.Lead.reaches

    def kept(self: lead.Lead, *args: Any) -> bool:
        answers.append(reaches(self, *args))
        return answers[-1]

    monkeypatch.setattr(lead, "WORTHWHILE", 1.0)
    monkeypatch.setattr(lead, "FEWEST_PLACEMENTS", 0)
    monkeypatch.setattr(lead.Lead, "reaches", kept)
    return answers


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("tiny", SOLVABLE, ids=lambda tiny: tiny.name)
def test_with_a_run_ahead_the_levels_are_the_same(tiny: Tiny) -> None:
    """Whether the whole model can follow or not."""
    told = bounds_of(PlanModel(tiny.network))
    assert tiny.plan is not None
    assert {name: level.value for name, level in told.items()} == {
        level.name: level.value for level in true_levels(tiny.network, tiny.plan)
    }


def test_the_whole_model_follows_where_nothing_clashes(eager: list[bool]) -> None:
    """All levels after the points come from the run ahead."""
    told = bounds_of(PlanModel(a_week(2)))
    assert told["trips"].value == 1
    assert eager
    assert all(eager)


def test_where_groups_clash_the_whole_model_goes_on_by_itself(eager: list[bool]) -> None:
    """One room, one day with time for two sessions: one group alone can spare its student an evening."""
    windows = [slot(1, "15:00", "16:30"), slot(2, "15:00", "15:40"), slot(3, "15:00", "15:40")]
    found = a_week(
        rules=rules(windows),
        courses=tuple(course(name, hours=4, weekly_sessions=2) for name in ("ИТ", "ХИМ")),
        teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
        students=(student("О1"), student("О2")),
        choices=(*choices("О1", "ИТ"), *choices("О2", "ХИМ")),
    )
    told = bounds_of(PlanModel(found))
    assert told["unserved"].value == 0
    assert told["trips"].value == 3
    assert eager == [True, True, True, False]  # points, the worst-off, all of fairness; trips are not reached


def test_where_points_are_not_reached_the_whole_model_goes_on_by_itself(eager: list[bool]) -> None:
    """One room for one hour: of two groups one can be held, and both in the run ahead."""
    found = a_week(
        rules=rules([slot(1, "15:00", "15:40")]),
        courses=(course("ИТ"), course("ХИМ")),
        teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
        students=(student("О1"), student("О2")),
        choices=(*choices("О1", "ИТ"), *choices("О2", "ХИМ")),
    )
    told = bounds_of(PlanModel(found))
    assert told["unserved"].value == told["unserved"].bound == 1
    assert told["rank_points"].value == told["rank_points"].bound
    assert eager == [False]
