"""Every goal's value, derived by hand."""

from __future__ import annotations

from typing import Any

from instances.tiny import base
from models.lottery import numbers
from models.plan import Plan, SeatMode, Sense
from models.tables import Course, Priority, RunKind
from models.travel import Mode, Travel
from reports.audit import audit
from reports.audit.attainable import attainable_points

FIXED, OPTIONAL = RunKind.FIXED, RunKind.OPTIONAL


def values(network: Any, plan: Plan) -> dict[str, int]:
    """Level → value."""
    return {level.name: level.value for level in audit(network, plan).levels}


def test_levels_come_in_the_order_of_the_networks_goals(scene: Any) -> None:
    """The network's own order decides; unit and sense are those of the statement."""
    net = scene.network(goals=("travel", "unserved"))
    levels = audit(net, scene.plan()).levels
    assert [level.name for level in levels] == ["travel", "unserved"]
    assert [level.unit for level in levels] == ["мин", "чел."]
    assert {level.sense for level in levels} == {Sense.MINIMISE}


def test_values_of_a_plan_that_leaves_one_out(scene: Any) -> None:
    """О1 is given a first choice, О2 nothing.

    Unserved 1 of 2. Points 5 of 10. Units: Ш1 has two counted applicants, fewer than three, and is
    pooled; town and grade 10 are the same two: three units at 5/10 = 500 per mille, sums 500, 1000,
    1500. No way (home is the school). One evening, no trip. The group of 1 is 1 below its target of 2.
    """
    net = scene.network()
    found = values(net, scene.plan(seats=(("О1", "ИТ"),)))
    lottery = numbers(net.choices_by_student, 1)
    assert found == {
        "unserved": 1,
        "rank_points": 5,
        "fairness.1": 500,
        "fairness.2": 1000,
        "fairness.3": 1500,
        "travel": 0,
        "trips": 1,
        "sizes": 1,
        "majority_host": 0,
        "priority.1": 0,
        "priority.2": 5,
        "priority.3": 5 * lottery["О1"],
    }


def test_travel_trips_and_host(scene: Any) -> None:
    """О3 and О4 walk 20 minutes from Ш2: (20 + 20) × 2 dates × 2 = 160 minutes.

    Two evenings and two trips; the group has two members of Ш2 and none of its host Ш1: 2 − 0.
    """
    net = scene.network(
        students=("О3", "О4"),
        travel=(Travel(origin="Ш2", destination="Ш1", minutes=20, mode=Mode.WALK),),
    )
    found = values(net, scene.plan(seats=(("О3", "ИТ"), ("О4", "ИТ"))))
    assert (found["travel"], found["trips"], found["majority_host"]) == (160, 4, 2)


def test_a_ride_counts_with_its_own_minutes(scene: Any) -> None:
    """By bus 30 minutes each way, on two dates: 120, although walking takes 20."""
    net = scene.network(
        students=("О3",),
        runs=scene.runs(),
        travel=(Travel(origin="Ш2", destination="Ш1", minutes=20, mode=Mode.WALK),),
    )
    assert values(net, scene.plan(seats=(("О3", "ИТ"),), rides=scene.rides("О3")))["travel"] == 120


def test_optional_runs_count_once_a_weekday(scene: Any) -> None:
    """Р1 there and Р2 back, both on Mondays only: two, one if only Р1 is optional, no level if neither is."""
    rides = {"seats": (("О3", "ИТ"),), "rides": scene.rides("О3")}
    for kinds, expected in (((OPTIONAL, OPTIONAL), 2), ((OPTIONAL, FIXED), 1), ((FIXED, FIXED), None)):
        runs = tuple(run.replace(kind=kind) for run, kind in zip(scene.runs(), kinds, strict=True))
        net = scene.network(students=("О3",), runs=runs)
        assert values(net, scene.plan(**rides)).get("ordered_runs") == expected
    nobody = scene.network(students=("О3",), runs=tuple(r.replace(kind=OPTIONAL) for r in scene.runs()))
    assert values(nobody, scene.plan(seats=()))["ordered_runs"] == 0


def test_remote_seats_are_counted(scene: Any) -> None:
    """О3 is remote, О4 comes: 1. No level unless both a course gives such seats and a school has them."""
    seats = (scene.seat("О3", mode=SeatMode.REMOTE), scene.seat("О4"))
    for of_course, of_school, expected in ((1, 1, 1), (0, 1, None), (1, 0, None)):
        net = scene.network(
            ("О3", "О4"),
            courses=(base.course("ИТ", remote_seats=of_course),),
            institutions=(base.school("Ш1"), base.school("Ш2").replace(remote_seats=of_school)),
        )
        assert values(net, scene.plan(enrolments=seats)).get("remote_seats") == expected


def test_sizes_count_distance_and_spread(scene: Any) -> None:
    """ИТ-1 has 2 and ИТ-2 has 1 of a target of 2: distances 0 + 1, spread 1."""
    net = scene.network(students=("О1", "О2", "О3"), courses=(base.course("ИТ", max_groups=2),))
    first = scene.plan()
    second = scene.session(start="16:00").replace(id="ИТ-2.1")
    other = first.groups[0].replace(id="ИТ-2", sessions=(second,))
    plan = first.replace(
        groups=(*first.groups, other),
        enrolments=(*first.enrolments, scene.seat("О3", group="ИТ-2")),
    )
    assert values(net, plan)["sizes"] == 2


def test_priorities_and_late_choices(scene: Any) -> None:
    """О1 has 3 points of priority: 3 × 5 = 15. О2 chose after the deadline: only 5 of 10 are in time."""
    choices = [c.replace(made_on=day) for c, day in zip(
        (*base.choices("О1", "ИТ"), *base.choices("О2", "ИТ")), ("2026-09-01", "2026-09-09"), strict=True
    )]  # fmt: skip
    net = scene.network(
        rules=base.rules(scene.windows(), choice_deadline="2026-09-05", lottery_seed=None),
        choices=tuple(choices),
        priorities=(Priority(id="П", title="Приоритет", points=3),),
    ).replace(students=(scene.student("О1", priorities=("П",)), scene.student("О2")))
    found = values(net, scene.plan())
    assert (found["priority.1"], found["priority.2"]) == (15, 5)
    assert "priority.3" not in found  # no seed is recorded, so there is no lottery to count


def test_attainable_points_ignore_the_others_but_not_the_student(scene: Any) -> None:
    """О1 could have both courses only at different times.

    With windows from 15:00 to 15:40 on Monday alone there is one time for both: 5 points. With
    16:00 to 16:40 besides, ИТ (rank 1) and the additional ХИМ (rank 2) together: 5 + 3 = 8.
    """
    monday = (base.slot(1, "15:00", "15:40"),)
    choices = (*base.choices("О1", "ИТ"), scene.also("О1", "ХИМ"))
    student = scene.student("О1", two_courses_consent=True)
    net = scene.network(students=("О1",), choices=choices, rules=base.rules(monday)).replace(
        students=(student,)
    )
    assert attainable_points(net) == {"О1": 5}
    more = net.replace(rules=base.rules((*monday, base.slot(1, "16:00", "16:40"))))
    assert attainable_points(more) == {"О1": 8}
    assert attainable_points(more.replace(students=(scene.student("О1"),))) == {"О1": 5}


def test_attainable_points_of_two_sessions_need_one_team(scene: Any) -> None:
    """A course of two weekly sessions needs a teacher who is free for both.

    У1 is free on Mondays only, У2 on Tuesdays only, and Monday's window holds one session: nobody
    can give both, until У1 is free on Tuesdays as well.
    """
    windows = (base.slot(1, "15:00", "15:40"), base.slot(2, "15:00", "15:40"))
    course: Course = base.course("ИТ", hours=4, weekly_sessions=2)
    monday = base.teacher("У1", "ИТ", windows=windows[:1])
    tuesday = base.teacher("У2", "ИТ", windows=windows[1:])
    net = scene.network(
        students=("О1",), courses=(course,), teachers=(monday, tuesday), rules=base.rules(windows)
    )
    assert attainable_points(net) == {"О1": 0}
    assert attainable_points(net.replace(teachers=(monday.replace(windows=windows),))) == {"О1": 5}


def test_attainable_programmes_are_whole(scene: Any) -> None:
    """Three evenings of a programme raise the cap of two; without a third day nothing is attainable."""
    courses = tuple(base.course(id, programme="П") for id in ("ИТ", "ХИМ", "БИО"))
    teachers = (base.teacher("У1", "ИТ", "ХИМ", "БИО"),)
    windows = tuple(base.slot(day, "15:00", "15:40") for day in (1, 2, 3))
    net = scene.network(
        students=("О1",),
        courses=courses,
        teachers=teachers,
        choices=base.choices("О1", "П"),
        rules=base.rules(windows),
    )
    assert attainable_points(net) == {"О1": 5}
    assert attainable_points(net.replace(rules=base.rules(windows[:2]))) == {"О1": 0}
