"""Two choices held together: no plan is lost by the rows, and what the relaxation can no longer promise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from instances.tiny.base import choices, course, network, rules, slot, student, teacher
from models.network import Network
from models.plan import Sense
from models.tables import Centre, Choice, ChoiceKind, Room
from scheduler.engine.held_together import hold_together
from scheduler.engine.model import PlanModel
from scheduler.engine.relaxation import relaxed_bound
from scheduler.goals import OBJECTIVES

MONDAY, TUESDAY, WEDNESDAY = (slot(day, "15:00", "15:40") for day in (1, 2, 3))


def two_wishes(**tables: Any) -> Network:
    """A student who wants computing and chemistry, each with a teacher, a room and a student of its own."""
    values: dict[str, Any] = {
        "rules": rules([MONDAY], max_courses=2),
        "centres": (Centre(id="РЦ1", institution="Ш1"), Centre(id="РЦ2", institution="Ш1")),
        "rooms": (Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ2", name="2", capacity=10)),
        "courses": (course("ИТ", centres=("РЦ1",)), course("ХИМ", centres=("РЦ2",))),
        "teachers": (teacher("У1", "ИТ"), teacher("У2", "ХИМ")),
        "students": tuple(student(name) for name in ("О1", "О2", "О3")),
        "choices": (
            *choices("О1", "ИТ"),
            *choices("О2", "ИТ"),
            *choices("О3", "ХИМ"),
            Choice(student="О1", course="ХИМ", rank=1, kind=ChoiceKind.ADDITIONAL),
        ),
    }
    return network("Два желания", **(values | tables))


def most_points(model: PlanModel) -> int | None:
    """What the relaxation of a model says of the points."""
    (level,) = OBJECTIVES["rank_points"](model, 1)
    return relaxed_bound(model.cp, level.expression, Sense.MAXIMISE, 10.0)


def both(model: PlanModel) -> list[str]:
    """The pairs of answers that some student could hold together."""
    return [found.name for found in model.cp.proto.variables if found.name.startswith("both[")]


def test_no_raw_plan_is_lost(
    micro: Any, verdicts: Callable[[Any], list[Any]], judge: Callable[[PlanModel], Any]
) -> None:
    """Whatever the unreduced model admits, it admits with the rows beside it."""
    model = PlanModel(micro.network, reduce=False)
    before = len(model.cp.proto.constraints)
    hold_together(model)
    if len(model.cp.proto.constraints) == before:
        return
    sharper = judge(model)
    lost = [one.plan for one in verdicts(micro) if one.admitted and not sharper.admits(one.plan)]
    assert not lost, f"{len(lost)} plans; the first: {lost[0]}"


def test_who_may_take_one_course_has_no_pairs() -> None:
    """Without a second course nothing is added."""
    found = two_wishes(rules=rules([MONDAY], max_courses=1))
    model = PlanModel(found, reduce=False)
    before = len(model.cp.proto.constraints), len(model.cp.proto.variables)
    hold_together(model)
    assert (len(model.cp.proto.constraints), len(model.cp.proto.variables)) == before


def test_courses_that_can_never_be_held_together_are_no_pair() -> None:
    """Both on the same Monday afternoon: half a seat in each is worth no more than a whole one."""
    model = PlanModel(two_wishes())
    assert not both(model)
    assert most_points(model) == 15


@pytest.mark.parametrize(("days", "points"), [((1, 1), 15), ((1, 2), 20)])
def test_a_clash_keeps_the_relaxation_from_both(days: tuple[int, int], points: int) -> None:
    """With the days fixed, the relaxation gives both courses only where their sessions do not clash."""
    model = PlanModel(two_wishes(rules=rules([MONDAY, TUESDAY], max_courses=2)))
    assert both(model) == ["both[О1,ИТ-1,ХИМ-1]"]
    for group, day in zip(("ИТ-1", "ХИМ-1"), days, strict=True):
        for option in model.groups[group].all_slots():
            model.cp.add(option.chosen == int(option.placement.weekday == day))
    assert most_points(model) == points


def test_half_seats_in_two_groups_are_no_way_round_a_clash() -> None:
    """Both groups of computing clash with chemistry: half a seat in each leaves no half of one there."""
    found = two_wishes(
        rules=rules([MONDAY, TUESDAY], max_courses=2),
        centres=tuple(Centre(id=f"РЦ{n}", institution="Ш1") for n in (1, 2, 3)),
        rooms=tuple(Room(centre=f"РЦ{n}", name=str(n), capacity=10) for n in (1, 2, 3)),
        courses=(course("ИТ", centres=("РЦ1", "РЦ3"), max_groups=2), course("ХИМ", centres=("РЦ2",))),
        teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ"), teacher("У3", "ИТ")),
    )
    promised = {}
    for sharper in (False, True):
        model = PlanModel(found, reduce=False)
        if sharper:
            hold_together(model)
        for name, centre in (("ИТ-1", "РЦ1"), ("ИТ-2", "РЦ3"), ("ХИМ-1", "РЦ2")):
            for option in model.groups[name].all_slots():
                here = option.placement.centre == centre and option.placement.weekday == 1
                model.cp.add(option.chosen == int(here))
        promised[sharper] = most_points(model)
    assert promised == {False: 17, True: 15}


@pytest.mark.parametrize(("day", "points"), [(1, 20), (3, 15)])
def test_too_many_days_keep_the_relaxation_from_both(day: int, points: int) -> None:
    """Computing on Monday and Tuesday and two evenings at most: chemistry fits on one of these days only."""
    found = two_wishes(
        rules=rules([slot(n, "15:00", "16:30") for n in (1, 2, 3)], max_courses=2, max_evenings=2),
        courses=(
            course("ИТ", hours=4, weekly_sessions=2, centres=("РЦ1",)),
            course("ХИМ", centres=("РЦ2",)),
        ),
        teachers=(
            teacher("У1", "ИТ", windows=(slot(1, "15:00", "15:40"), slot(2, "15:00", "15:40"))),
            teacher("У2", "ХИМ", windows=tuple(slot(n, "15:50", "16:30") for n in (1, 2, 3))),
        ),
    )
    model = PlanModel(found)
    days = {("ИТ-1", 1): 1, ("ИТ-1", 2): 2, ("ХИМ-1", 1): day}
    for (group, number), weekday in days.items():
        for option in model.groups[group].slots[number]:
            model.cp.add(option.chosen == int(option.placement.weekday == weekday))
    assert most_points(model) == points


@pytest.mark.parametrize(("last", "points"), [(3, 30), (2, 25)])
def test_of_three_courses_each_pair_counts(last: int, points: int) -> None:
    """Of three courses allowed all are held on three days, two if the last one clashes with another."""
    wish = Choice(student="О1", course="ПРАВО", rank=1, kind=ChoiceKind.ADDITIONAL)
    found = two_wishes(
        rules=rules([MONDAY, TUESDAY, WEDNESDAY], max_courses=3, max_evenings=3),
        centres=tuple(Centre(id=f"РЦ{n}", institution="Ш1") for n in (1, 2, 3)),
        rooms=tuple(Room(centre=f"РЦ{n}", name=str(n), capacity=10) for n in (1, 2, 3)),
        courses=tuple(course(name, centres=(f"РЦ{n}",)) for n, name in enumerate(("ИТ", "ХИМ", "ПРАВО"), 1)),
        teachers=(teacher("У1", "ИТ"), teacher("У2", "ХИМ"), teacher("У3", "ПРАВО")),
        students=tuple(student(f"О{n}") for n in (1, 2, 3, 4)),
    )
    found = found.replace(choices=(*found.choices, wish, *choices("О4", "ПРАВО")))
    model = PlanModel(found)
    assert len(both(model)) == 3
    for name, day in (("ИТ-1", 1), ("ХИМ-1", 2), ("ПРАВО-1", last)):
        for option in model.groups[name].all_slots():
            model.cp.add(option.chosen == int(option.placement.weekday == day))
    assert most_points(model) == points
