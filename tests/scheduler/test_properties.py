"""Random tiny networks: what the engine says of its plan is what the audit finds, and nothing is better."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from instances.tiny.base import (
    choices,
    course,
    network,
    rules,
    school,
    school_class,
    slot,
    student,
    teacher,
)
from models.network import DEFAULT_GOALS, Network
from models.plan import Direction, Enrolment, Group, NetworkStamp, Plan, Ride, RunStamp, SeatMode, Sense
from models.tables import (
    Centre,
    Choice,
    ChoiceKind,
    CourseParity,
    DayLessons,
    LoadCategory,
    Room,
    Run,
    RunStop,
)
from models.travel import Mode, Travel
from reports.audit import audit
from reports.audit.levels import true_levels
from scheduler.engine.bounds import LevelBound
from scheduler.engine.filling import fill_free_seats
from scheduler.engine.levels import solve_levels
from scheduler.engine.model import PlanModel
from scheduler.engine.refusals import find_refusals
from scheduler.engine.run import Reporter
from scheduler.engine.settings import Settings
from scheduler.engine.solve import norms_in_force, with_bounds

FEW = settings(
    max_examples=150,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Up to three students of a town and a village school, two courses, one or two centres, a few runs."""
    step = st.integers(0, 6)
    names = [f"О{n}" for n in range(1, draw(st.integers(2, 3)) + 1)]
    students = []
    for name in names:
        late = draw(st.none() | step)
        ends = () if late is None else (DayLessons(weekday=1, end=840 + 10 * late),)
        students.append(
            student(
                name,
                institution=draw(st.sampled_from(["Ш1", "С1"])),
                lesson_ends=ends,
                may_travel_alone=draw(st.booleans()),
                home_by=draw(st.sampled_from([None, 1010, 1080])),
                consent=draw(st.booleans()),
                two_courses_consent=draw(st.booleans()),
            )
        )
    chosen: list[Choice] = []
    for name in names:
        wished = draw(st.permutations(["ИТ", "ХИМ"]))[: draw(st.integers(1, 2))]
        kind = draw(st.sampled_from(list(ChoiceKind)))
        first, *more = choices(name, *wished)
        chosen += [first, *(choice.replace(kind=kind) for choice in more)]
    courses = [
        course(
            name,
            min_size=draw(st.integers(1, 2)),
            target_size=draw(st.integers(1, 3)),
            max_size=draw(st.integers(1, 3)),
            max_groups=draw(st.integers(1, 2)),
            hours=draw(st.integers(1, 2)),
            parity=draw(st.sampled_from([CourseParity.EVERY, CourseParity.EITHER])),
            weekly_sessions=draw(st.sampled_from([1, 1, 2])),
            load_category=draw(st.sampled_from([LoadCategory.ADDITIONAL, LoadCategory.CURRICULUM])),
            remote_seats=draw(st.sampled_from([0, 0, 1, 2])),
        )
        for name in ("ИТ", "ХИМ")
    ]
    both = draw(st.booleans())
    runs: list[Run] = []
    for number in range(draw(st.integers(0, 2))):
        leaves = 840 + 10 * draw(step)
        stops = [("С1", leaves), ("Ш1", leaves + draw(st.sampled_from([10, 20])))]
        if draw(st.booleans()):
            stops = [("Ш1", leaves + 100), ("С1", leaves + 120)]
        runs.append(
            Run(
                id=f"Р{number}",
                weekdays=(1, 2),
                seats=draw(st.integers(0, 2)),
                stops=tuple(RunStop(place=place, time=time) for place, time in stops),
            )
        )
    return network(
        "случай",
        rules=rules(
            [slot(1, "14:40", "16:40"), *([slot(2, "15:00", "15:40")] if draw(st.booleans()) else [])],
            max_evenings=draw(st.integers(1, 2)),
            time_step=20,
        ),
        institutions=(
            school("Ш1").replace(remote_seats=draw(st.integers(0, 1))),
            school("С1").replace(is_rural=True, remote_seats=draw(st.integers(0, 2))),
        ),
        classes=(
            school_class("Ш1").replace(weekly_hours=draw(st.sampled_from([25, 33]))),
            school_class("С1"),
        ),
        centres=(Centre(id="РЦ1", institution="Ш1"), *([Centre(id="РЦ2", institution="С1")] if both else [])),
        rooms=(
            Room(centre="РЦ1", name="1", capacity=draw(st.integers(1, 3))),
            *([Room(centre="РЦ2", name="1", capacity=draw(st.integers(1, 3)))] if both else []),
        ),
        courses=tuple(courses),
        teachers=(
            teacher("У1", "ИТ", "ХИМ", may_travel=draw(st.booleans())),
            *([teacher("У2", "ХИМ", may_travel=True)] if draw(st.booleans()) else []),
        ),
        students=tuple(students),
        choices=tuple(chosen),
        travel=(
            Travel(
                origin="Ш1", destination="С1", minutes=draw(st.sampled_from([15, 40, 70])), mode=Mode.PUBLIC
            ),
        ),
        runs=tuple(runs),
    )


def solved(network: Network) -> Plan:
    """The engine's plan as it would be handed out: stamped, with refusals and levels."""
    plans: list[Plan] = []
    bounds: dict[str, LevelBound] = {}
    reporter = Reporter(
        progress=lambda _: None, plan=plans.append, bound=lambda bound: bounds.update({bound.name: bound})
    )
    solve_levels(PlanModel(network), Settings(time_limit_s=20, workers=1), 1, reporter)
    plan = stamped(network, fill_free_seats(network, plans[-1]))
    levels = with_bounds(audit(network, plan).levels, bounds)
    proven = all(level.proven for level in levels)
    return plan.replace(levels=levels, status="optimal" if proven else "feasible")


def stamped(network: Network, plan: Plan) -> Plan:
    """The plan with its run and its refusals."""
    plan = plan.replace(
        network=NetworkStamp(name=network.name, sha256=network.sha256),
        run=RunStamp(
            version="",
            ortools="",
            seed=1,
            lottery_seed=1,
            workers=1,
            time_limit_s=20,
            wall_s=1,
            started_at="2026-09-10T10:00:00",
            goals=network.goals,
            norms=norms_in_force(network),
        ),
    )
    return plan.replace(refusals=find_refusals(network, plan))


def worth(network: Network, plan: Plan) -> tuple[int, ...]:
    """The levels' values, made so that more is better."""
    return tuple(
        level.value if level.sense is Sense.MAXIMISE else -level.value for level in true_levels(network, plan)
    )


@FEW
@given(networks())
def test_the_plan_is_what_the_audit_finds(network: Network) -> None:
    """No violations, every level proven, and its value the audit's own."""
    plan = solved(network)
    assert not [finding.message.in_("en") for finding in audit(network, plan).violations]
    assert plan.status == "optimal"
    assert {level.name: level.value for level in plan.levels} == {
        level.name: level.value for level in true_levels(network, plan)
    }


@FEW
@given(
    networks(),
    st.sampled_from([(9, 1), (5, 3, 2), (100, 10, 1)]),
    st.permutations(DEFAULT_GOALS),
    st.integers(1, 8),
)
def test_unusual_goals(network: Network, points: tuple[int, ...], goals: list[str], count: int) -> None:
    """Whatever ranks are worth and whichever goals follow the first two, the plan can be handed out."""
    network = network.replace(
        rules=network.rules.replace(rank_points=points),
        goals=tuple(dict.fromkeys(["unserved", "rank_points", *goals[:count]])),
    )
    assert not [finding.message.in_("en") for finding in audit(network, solved(network)).violations]


def mutations(network: Network, plan: Plan, draw: Any) -> Plan:
    """A plan in which one thing is otherwise: an enrolment, a group's time or room, a ride."""
    kind = draw(st.sampled_from(["leave", "join", "move", "ride", "close", "mode"]))
    if kind == "leave" and plan.enrolments:
        gone = draw(st.sampled_from(plan.enrolments))
        return plan.replace(
            enrolments=tuple(seat for seat in plan.enrolments if seat != gone),
            rides=tuple(r for r in plan.rides if r.student != gone.student),
        )
    if kind == "join" and plan.groups:
        group = draw(st.sampled_from(plan.groups))
        choice = draw(st.sampled_from(network.choices))
        seat = Enrolment(
            student=choice.student,
            group=group.id,
            course=group.course,
            rank=choice.rank,
            mode=draw(st.sampled_from(list(SeatMode))),
        )
        return plan.replace(enrolments=(*plan.enrolments, seat))
    if kind == "move" and plan.groups:
        group = draw(st.sampled_from(plan.groups))
        moved = Group(
            id=group.id,
            course=group.course,
            sessions=tuple(
                item.replace(start=item.start + shift, end=item.end + shift, dates=(), spare=())
                for item in group.sessions
                for shift in [draw(st.sampled_from([-40, -20, 20, 40]))]
            ),
        )
        return plan.replace(groups=tuple(moved if g.id == group.id else g for g in plan.groups))
    if kind == "ride" and plan.enrolments and network.runs:
        seat = draw(st.sampled_from(plan.enrolments))
        run = draw(st.sampled_from(network.runs))
        ride = Ride(
            student=seat.student,
            session=f"{seat.group}.1",
            direction=draw(st.sampled_from(list(Direction))),
            run=run.id,
            board=run.stops[0].place,
            alight=run.stops[1].place,
        )
        others = [
            r
            for r in plan.rides
            if (r.student, r.session, r.direction) != (ride.student, ride.session, ride.direction)
        ]
        return plan.replace(rides=(*others, ride))
    if kind == "mode" and plan.enrolments:
        seat = draw(st.sampled_from(plan.enrolments))
        other = SeatMode.SEAT if seat.mode is SeatMode.REMOTE else SeatMode.REMOTE
        changed = tuple(e.replace(mode=other) if e == seat else e for e in plan.enrolments)
        return plan.replace(
            enrolments=changed, rides=tuple(r for r in plan.rides if r.student != seat.student)
        )
    if kind == "close" and plan.groups:
        gone_group = draw(st.sampled_from(plan.groups)).id
        return plan.replace(
            groups=tuple(g for g in plan.groups if g.id != gone_group),
            enrolments=tuple(e for e in plan.enrolments if e.group != gone_group),
            rides=tuple(r for r in plan.rides if not r.session.startswith(f"{gone_group}.")),
        )
    return plan


@FEW
@given(networks(), st.data())
def test_no_mutation_is_better(network: Network, data: st.DataObject) -> None:
    """A plan that differs in a thing or two and breaks no rule has no better levels than the proven one."""
    plan = solved(network)
    best = worth(network, plan)
    bare = Plan(groups=plan.groups, enrolments=plan.enrolments, rides=plan.rides)
    for _ in range(20):
        other = mutations(network, bare, data.draw)
        if data.draw(st.booleans()):
            other = mutations(network, other, data.draw)
        if not audit(network, other).violations:
            assert worth(network, other) <= best
