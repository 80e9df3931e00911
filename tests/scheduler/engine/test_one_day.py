"""Two sessions on one day: every plan keeps its evenings and trips, and the relaxation promises fewer."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from ortools.sat.python import cp_model

from instances.generator import GeneratorSpec, generate
from instances.tiny.base import choices, course, network, rules, school, school_class, slot, student, teacher
from models.network import Network
from models.plan import Plan, Sense
from models.tables import Programme, Room
from reports.audit.goals import EVALUATORS
from scheduler.engine import one_day
from scheduler.engine.extract import literals_of
from scheduler.engine.model import PlanModel
from scheduler.engine.relaxation import relaxed_bound
from scheduler.goals import OBJECTIVES

MONDAY, TUESDAY = slot(1, "15:00", "16:30"), slot(2, "15:00", "16:30")
LATE = slot(1, "14:00", "15:50"), slot(2, "14:00", "15:50")
"""Who is kept until 15:50 on both days can come to the second session of a day only."""


def fewest(model: PlanModel, plan: Plan | None = None) -> int | None:
    """The fewest evenings and trips of a model, with all decisions as in a plan if one is given."""
    (trips,) = OBJECTIVES["trips"](model, 1)
    cp = model.cp.clone()
    cp.minimize(trips.expression)
    if plan is not None:
        for literal in literals_of(model, plan) or []:
            cp.add(literal == 1)
        cp.add(sum(seat.taken for seat in model.seats) == len(plan.enrolments))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return round(solver.objective_value) if solver.solve(cp) == cp_model.OPTIMAL else None


def test_no_raw_plan_costs_more(micro: Any, verdicts: Callable[[Any], list[Any]]) -> None:
    """With the rows beside it, plans that the model admits are worth what the audit counts: thirty of each
    micro-network, or all of fewer."""
    admitted = [one.plan for one in verdicts(micro) if one.admitted]
    model = PlanModel(micro.network, reduce=False)
    model.reduce = True  # of what makes a model smaller, only these rows
    before = len(model.cp.proto.constraints)
    list(OBJECTIVES["trips"](model, 1))
    if len(model.cp.proto.constraints) == before:
        return
    for plan in random.Random(1).sample(admitted, min(len(admitted), 30)):
        fresh = PlanModel(micro.network, reduce=False)
        fresh.reduce = True
        assert fewest(fresh, plan) == EVALUATORS["trips"](micro.network, plan)[0].value


def a_pair(**tables: Any) -> Network:
    """A course that meets twice a week on two afternoons, in two groups of two or three. О1 and О2 are kept
    until late on both days."""
    values: dict[str, Any] = {
        "rules": rules([MONDAY, TUESDAY]),
        "courses": (
            course("ИТ", weekly_sessions=2, hours=4, min_size=2, max_size=3, target_size=3, max_groups=2),
        ),
        "teachers": (teacher("У1", "ИТ"), teacher("У2", "ИТ")),
        "rooms": (Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ1", name="2", capacity=10)),
        "students": (
            *(student(name, blocked=LATE) for name in ("О1", "О2")),
            *(student(name) for name in ("О3", "О4")),
        ),
        "choices": tuple(choice for name in ("О1", "О2", "О3", "О4") for choice in choices(name, "ИТ")),
    }
    return network("Пара", **(values | tables))


def all_served(found: Network) -> PlanModel:
    """A model in which every choice is met."""
    model = PlanModel(found)
    for literal in model.served.values():
        model.cp.add(literal == 1)
    return model


def promised(model: PlanModel) -> int | None:
    """What the relaxation says of evenings and trips."""
    (trips,) = OBJECTIVES["trips"](model, 1)
    return relaxed_bound(model.cp, trips.expression, Sense.MINIMISE, 10.0)


def without_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the rows are not made."""
    monkeypatch.setattr(one_day.OneDay, "sharpen", lambda *_: None)


def test_no_fewer_than_the_smallest_group_need_two_evenings(monkeypatch: pytest.MonkeyPatch) -> None:
    """One student who is kept late, and no group of fewer than two: somebody else needs two evenings, too."""
    late, *others = ("О1", "О2", "О3", "О4")
    found = a_pair(students=(student(late, blocked=LATE), *map(student, others)))
    assert (fewest(all_served(found)), promised(all_served(found))) == (6, 6)
    without_rows(monkeypatch)
    assert (fewest(all_served(found)), promised(all_served(found))) == (6, 5)


def test_who_cannot_share_a_day_keeps_the_group_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six students in two groups of three, on three afternoons, one kept late on them all: that one and two
    others come twice, nine evenings in all. Without the rows for that one the relaxation puts a third of a
    group on each of three days; without those of the groups all others come once."""
    names = ("О1", "О2", "О3", "О4", "О5", "О6")
    late = (*LATE, slot(3, "14:00", "15:50"))
    found = a_pair(
        rules=rules([MONDAY, TUESDAY, slot(3, "15:00", "16:30")], max_evenings=3),
        students=(student("О1", blocked=late), *map(student, names[1:])),
        choices=tuple(choice for name in names for choice in choices(name, "ИТ")),
    )
    assert (fewest(all_served(found)), promised(all_served(found))) == (9, 9)
    for rows, less in (("_exclude", 8), ("_bound", 7)):
        with monkeypatch.context() as patched:
            patched.setattr(one_day.OneDay, rows, lambda *_: None)
            assert (fewest(all_served(found)), promised(all_served(found))) == (9, less)


def test_who_takes_part_from_afar_shares_the_day_of_the_others() -> None:
    """Both sessions on Monday: one evening at the centre, one at the own school."""
    found = a_pair(
        rules=rules([MONDAY]),
        institutions=(school("Ш1"), school("С1").replace(remote_seats=1)),
        classes=(school_class("Ш1"), school_class("С1")),
        courses=(course("ИТ", weekly_sessions=2, hours=4, remote_seats=1),),
        students=(student("О1"), student("О2", institution="С1")),
        choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ")),
    )
    assert fewest(all_served(found)) == 2


def test_sessions_of_a_programme_share_a_day() -> None:
    """Psychology and pedagogy one after the other on Monday: one evening."""
    found = network(
        "Программа",
        rules=rules([MONDAY]),
        courses=(course("ПСИ", programme="ПЕД"), course("ПЕДАГ", programme="ПЕД")),
        programmes=(Programme(id="ПЕД", title="Педагогический класс"),),
        teachers=(teacher("У1", "ПСИ"), teacher("У2", "ПЕДАГ")),
        students=(student("О1"),),
        choices=choices("О1", "ПЕД"),
        classes=(school_class(),),
    )
    assert fewest(all_served(found)) == 1


@pytest.mark.parametrize("seed", [3, 7])
def test_a_district_needs_as_many_with_and_without(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a generated district thirty applicants, with all points that can be had."""
    found, _ = generate(GeneratorSpec(applicants=100, seed=seed))
    few = set(random.Random(seed).sample(sorted(found.choices_by_student), 30))
    found = found.replace(choices=tuple(choice for choice in found.choices if choice.student in few))
    with_rows = fewest(with_all_points(found))
    without_rows(monkeypatch)
    assert with_rows is not None
    assert with_rows == fewest(with_all_points(found))


def with_all_points(found: Network) -> PlanModel:
    """A model in which the choices served are worth as much as can be."""
    model = PlanModel(found)
    (points,) = OBJECTIVES["rank_points"](model, 1)
    cp = model.cp.clone()
    cp.maximize(points.expression)
    solver = cp_model.CpSolver()
    assert solver.solve(cp) == cp_model.OPTIMAL
    model.cp.add(points.expression >= round(solver.objective_value))
    return model
