"""Many kinds of damage to a plan that a run made: the audit notices each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from instances.tiny import base
from models.network import Network
from models.norms import Norm
from models.plan import BoundScope, Plan
from reports.audit import audit


@pytest.fixture(scope="session")
def made(scene: Any) -> tuple[Network, Plan]:
    """ИТ holds О3 and О4, who ride the bus; О1 was refused: the group takes two and no more."""
    net = scene.network(
        students=("О1", "О3", "О4"),
        courses=(base.course("ИТ", min_size=2, max_size=2),),
        runs=scene.runs(seats=2),
        rooms=tuple(base.Room(centre="РЦ1", name=name, capacity=n) for name, n in (("1", 10), ("2", 1))),
    )
    plan = scene.plan(seats=(("О3", "ИТ"), ("О4", "ИТ")), rides=scene.rides("О3", "О4"))
    return net, scene.made(net, plan, refusals=(scene.refusal("О1"),))


def _seat(plan: Plan, **changes: Any) -> Plan:
    first, *others = plan.enrolments
    return plan.replace(enrolments=(first.replace(**changes), *others))


def _session(plan: Plan, **changes: Any) -> Plan:
    group = plan.groups[0]
    session = group.sessions[0].replace(**changes)
    return plan.replace(groups=(group.replace(sessions=(session,)),))


def _run(plan: Plan, **changes: Any) -> Plan:
    return plan.replace(run=plan.run and plan.run.replace(**changes))


def _level(plan: Plan, name: str, **changes: Any) -> Plan:
    return plan.replace(levels=[x.replace(**changes) if x.name == name else x for x in plan.levels])


DAMAGE: dict[str, tuple[Callable[[Plan], Plan], str]] = {
    "session moved": (lambda p: _session(p, start=17 * 60 + 50, end=18 * 60 + 30), "day_window"),
    "room swapped": (lambda p: _session(p, room="2"), "room_capacity"),
    "room unknown": (lambda p: _session(p, room="9"), "room_fit"),
    "second booking": (
        lambda p: p.replace(groups=(*p.groups, p.groups[0].replace(id="ИТ-2"))),
        "teacher_clash",
    ),
    "student dropped": (lambda p: p.replace(enrolments=p.enrolments[:1]), "records"),
    "student doubled": (lambda p: p.replace(enrolments=(*p.enrolments, p.enrolments[0])), "records"),
    "level raised": (lambda p: _level(p, "rank_points", value=15, bound=15), "records"),
    "bound tightened": (lambda p: _level(p, "rank_points", bound=9), "records"),
    "level dropped": (lambda p: p.replace(levels=p.levels[:-1]), "records"),
    "proof claimed": (lambda p: _level(p, "unserved", bound=0, scope=BoundScope.GLOBAL), "records"),
    "teacher exchanged": (lambda p: _session(p, teachers=("У2",)), "teacher_fit"),
    "Sunday": (lambda p: _session(p, weekday=7), "day_window"),
    "refusal hidden": (lambda p: p.replace(refusals=()), "records"),
    "refusal invented": (
        lambda p: p.replace(refusals=(*p.refusals, p.refusals[0].replace(student="О3"))),
        "records",
    ),
    "reason of grade falsified": (
        lambda p: p.replace(refusals=(p.refusals[0].replace(code="GRADE"),)),
        "records",
    ),
    "reason of time falsified": (
        lambda p: p.replace(refusals=(p.refusals[0].replace(code="TIME_CLASH"),)),
        "records",
    ),
    "ride removed": (lambda p: p.replace(rides=p.rides[1:]), "travel_time"),
    "group below minimum": (lambda p: p.replace(enrolments=p.enrolments[1:]), "group_size"),
    "dates altered": (lambda p: _session(p, dates=("2026-10-05", "2026-10-19")), "open_days"),
    "proof denied": (lambda p: p.replace(status="feasible"), "records"),
    "goals exchanged": (lambda p: p.replace(run=p.run and p.run.replace(goals=("travel",))), "records"),
    "norm invented": (
        lambda p: p.replace(run=p.run and p.run.replace(norms=(Norm(key="gap_minutes", value="5"),))),
        "records",
    ),
    "goals left out": (lambda p: _run(p, goals=()), "records"),
    "norms left out": (lambda p: _run(p, norms=()), "records"),
    "one norm left out": (lambda p: _run(p, norms=p.run.norms[1:] if p.run else ()), "records"),
    "start that is no time": (lambda p: _run(p, started_at="вчера"), "records"),
    "start without a time": (lambda p: _run(p, started_at="2026-09-10"), "records"),
    "another name of the network": (
        lambda p: p.replace(network=p.network and p.network.replace(name="другая")),
        "records",
    ),
    "unit of a level": (lambda p: _level(p, "rank_points", unit="руб."), "records"),
    "scale of a level": (lambda p: _level(p, "travel", scale=10**9), "records"),
    "scope of a later level": (lambda p: _level(p, "travel", scope=BoundScope.GLOBAL), "records"),
    "levels in another order": (lambda p: p.replace(levels=p.levels[::-1]), "records"),
    "dates reversed": (lambda p: _session(p, dates=p.groups[0].sessions[0].dates[::-1]), "open_days"),
    "weeks doubled": (lambda p: _session(p, weeks=p.groups[0].sessions[0].weeks * 2), "group_form"),
    "weeks reversed": (lambda p: _session(p, weeks=p.groups[0].sessions[0].weeks[::-1]), "group_form"),
    "held mark": (lambda p: p.replace(enrolments=[e.replace(held=True) for e in p.enrolments]), "records"),
    "end before start": (lambda p: _session(p, end=14 * 60), "group_form"),
    "impossible weeks": (lambda p: _session(p, weeks=("2026-W99", "никогда")), "group_form"),
}


def test_the_undamaged_plan_is_clean(made: tuple[Network, Plan]) -> None:
    """No violation, and every level carries its proof into the report."""
    report = audit(*made)
    assert report.violations == ()
    assert all(level.proven and level.bound == level.value for level in report.levels)


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_noticed(made: tuple[Network, Plan], kind: str) -> None:
    """Each damage breaches the rule it belongs to."""
    net, plan = made
    damage, rule = DAMAGE[kind]
    assert rule in {found.rule for found in audit(net, damage(plan)).violations}


CURES: dict[str, tuple[Callable[[Plan], Plan], str]] = {
    "value": (lambda p: _level(p, "unserved", value=7), "Record: 1."),
    "bound": (lambda p: _level(p, "unserved", bound=2), "Record: a bound of 1 or less, or none."),
    "bound of what should be great": (
        lambda p: _level(p, "rank_points", bound=3),
        "Record: a bound of 10 or more, or none.",
    ),
    "proof": (lambda p: _level(p, "unserved", proven=False), "Record: proven: true."),
    "unit": (lambda p: _level(p, "rank_points", unit="руб."), "Record: the unit «балл.»."),
    "scope": (lambda p: _level(p, "travel", scope=BoundScope.GLOBAL), "Record: given_previous."),
    "missing level": (lambda p: p.replace(levels=p.levels[1:]), "Record: unserved 1 students."),
    "status": (lambda p: p.replace(status="feasible"), "Record: status: optimal."),
    "rank": (lambda p: _seat(p, rank=2), "Record: rank 1."),
    "course": (lambda p: _seat(p, course="ХИМ"), "Record: ИТ."),
    "held": (lambda p: _seat(p, held=True), "Record: held: false."),
    "refusal": (
        lambda p: p.replace(refusals=()),
        "Record: a refusal with the reason CAPACITY, LOST_TIEBREAK.",
    ),
    "twice": (lambda p: p.replace(refusals=p.refusals * 2), "Keep one of them."),
    "unknown": (
        lambda p: _session(p, teachers=("У9",)),
        "Name one of the network or the plan (teacher), or remove the record.",
    ),
    "goals": (lambda p: _run(p, goals=("travel",)), "Record: unserved, rank_points, fairness,"),
    "start": (lambda p: _run(p, started_at="вчера"), "Record: date and time such as 2026-09-10T10:00:00."),
}


@pytest.mark.parametrize("kind", CURES)
def test_the_cure_of_a_record_names_what_belongs_there(made: tuple[Network, Plan], kind: str) -> None:
    """The right value, or which record to remove."""
    net, plan = made
    damage, cure = CURES[kind]
    found = [item for item in audit(net, damage(plan)).violations if item.rule == "records"]
    assert all(item.cure is not None for item in found)
    assert any(item.cure.in_("en").startswith(cure) for item in found if item.cure), [
        item.cure.in_("en") for item in found if item.cure
    ]


def test_a_wrong_value_is_one_finding(made: tuple[Network, Plan]) -> None:
    """Bound and proof are those of the true value, so that nothing is said of them."""
    net, plan = made
    for value in (0, 2):
        (found,) = audit(net, _level(plan, "unserved", value=value)).violations
        assert found.message.in_("en") == f"Level unserved: recorded {value}, true value 1."


def test_origin_and_the_scope_of_the_first_bound_are_free(made: tuple[Network, Plan]) -> None:
    """Who proved a bound is not asked; plans that reach no level before the first are all plans."""
    net, plan = made
    for scope in BoundScope:
        assert audit(net, _level(plan, "unserved", origin="вручную", scope=scope)).violations == ()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"started_at": "9999-12-31T23:59:59-12:00"}, "is in the future"),
        ({"started_at": (datetime.now(UTC) + timedelta(days=2)).isoformat()}, "is in the future"),
        ({"started_at": (datetime.now(UTC) + timedelta(hours=20)).isoformat()}, ""),
        ({"started_at": "2020-09-10 10:00"}, ""),
        ({"wall_s": 603.0}, "The run took 603 s, and its limit was 1 s."),
        ({"wall_s": 602.0}, ""),
        ({"wall_s": 603.0, "deterministic": True}, ""),
    ],
)
def test_times_that_can_hardly_be_are_warned_of(
    made: tuple[Network, Plan], changes: dict[str, Any], told: str
) -> None:
    """A start to come, a run of more than twice its limit and ten minutes; no violation, for clocks are wrong
    at times."""
    net, plan = made
    report = audit(net, _run(plan, **changes))
    assert report.violations == ()
    warned = [found for found in report.warnings if found.rule == "records"]
    assert [told in found.message.in_("en") for found in warned] == ([True] if told else [])


def test_a_norm_out_of_force_is_noticed(made: tuple[Network, Plan]) -> None:
    """A norm that ends before the first day of lessons is the network's, but not in force then."""
    net, plan = made
    old = Norm(key="gap_minutes", value="20", valid_to="2020-01-01")
    net = net.replace(norms=(*net.norms, old))
    stamp = plan.network and plan.network.replace(sha256=net.sha256)
    plan = plan.replace(network=stamp)
    assert audit(net, plan).violations == ()
    damaged = _run(plan, norms=(*(plan.run.norms if plan.run else ()), old))
    assert [found.rule for found in audit(net, damaged).violations] == ["records"]


@pytest.mark.parametrize(
    "changes",
    [{"seed": -1}, {"lottery_seed": -1}, {"workers": 0}, {"wall_s": -5}, {"wall_s": float("nan")}],
)
def test_a_number_that_no_run_can_have_is_no_plan(
    made: tuple[Network, Plan], changes: dict[str, Any]
) -> None:
    """It is refused when the file is read."""
    _, plan = made
    with pytest.raises(ValidationError):
        _run(plan, **changes)


def test_a_full_run_is_noticed(made: tuple[Network, Plan], scene: Any) -> None:
    """With one seat on the bus two riders are one too many."""
    net, plan = made
    found = audit(net.replace(runs=scene.runs(seats=1)), plan).violations
    assert "bus_seats" in {item.rule for item in found}


def test_another_network_is_noticed(made: tuple[Network, Plan]) -> None:
    """The least change of the network gives another digest."""
    net, plan = made
    other = net.replace(name="другая сеть")
    assert [found.rule for found in audit(other, plan).violations] == ["records"]


def test_a_seat_that_is_free_contradicts_a_refusal(scene: Any) -> None:
    """О2 is told that there is no seat, while the group of one may have five."""
    net = scene.network()
    plan = scene.plan(seats=(("О1", "ИТ"),))
    refused = scene.made(net, plan, refusals=(scene.refusal("О2"),))
    assert scene.errors(net, refused) == ["records"]


def test_no_contradiction_where_the_group_left_would_be_too_small(scene: Any) -> None:
    """О2 sits in ХИМ, which needs two, and is refused ИТ: the free seat there cannot be taken."""
    net = scene.network(
        students=("О1", "О2", "О3"),
        courses=(base.course("ИТ"), base.course("ХИМ", min_size=2)),
        rooms=(base.Room(centre="РЦ1", name="1", capacity=10),),
        choices=(
            *base.choices("О1", "ИТ"),
            *base.choices("О2", "ИТ", "ХИМ"),
            *base.choices("О3", "ХИМ"),
        ),
    ).replace(students=(scene.student("О1"), scene.student("О2"), scene.student("О3", institution="Ш1")))
    plan = scene.plan(
        scene.session(),
        scene.session("ХИМ", "16:00"),
        enrolments=(scene.seat("О1"), scene.seat("О2", "ХИМ", rank=2), scene.seat("О3", "ХИМ")),
    )
    refusal = scene.refusal("О2", code="NO_GROUP_MIN")
    assert scene.errors(net, scene.made(net, plan, refusals=(refusal,))) == []


WORDS = st.sampled_from(["ИТ-1", "ИТ-2", "ХИМ-1", "ИТ", "ХИМ", "О1", "О2", "О9", "РЦ1", "", "{x}", "1", "Р1"])
WEEKS = st.lists(st.sampled_from(["2026-W41", "2026-W42", "2026-W99", "0000-W00", "x", ""]), max_size=2)
SESSIONS = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["ИТ-1.1", "ИТ-1.2", "ХИМ-1.1", "?", "1."]),
        "centre": WORDS,
        "room": st.none() | WORDS,
        "teachers": st.lists(st.sampled_from(["У1", "У2", "У9"]), max_size=3),
        "weekday": st.integers(1, 7),
        "start": st.integers(0, 1440),
        "end": st.integers(0, 1440),
        "weeks": WEEKS,
        "dates": st.lists(st.dates(), max_size=2),
    }
)
PLANS = st.fixed_dictionaries(
    {
        "groups": st.lists(
            st.fixed_dictionaries({"id": WORDS, "course": WORDS, "sessions": st.lists(SESSIONS, max_size=3)}),
            max_size=3,
        ),
        "enrolments": st.lists(
            st.fixed_dictionaries(
                {
                    "student": WORDS,
                    "group": WORDS,
                    "course": WORDS,
                    "rank": st.integers(),
                    "mode": st.sampled_from(["seat", "remote"]),
                    "site": st.none() | WORDS,
                }
            ),
            max_size=4,
        ),
        "rides": st.lists(
            st.fixed_dictionaries(
                {
                    "student": WORDS,
                    "session": st.sampled_from(["ИТ-1.1", "?"]),
                    "direction": st.sampled_from(["there", "back"]),
                    "run": WORDS,
                    "board": WORDS,
                    "alight": WORDS,
                }
            ),
            max_size=3,
        ),
        "refusals": st.lists(
            st.fixed_dictionaries(
                {
                    "student": WORDS,
                    "course": WORDS,
                    "rank": st.integers(0, 3),
                    "code": st.sampled_from(["CAPACITY", "GRADE", "TIME_CLASH", "NO_GROUP_MIN"]),
                    "text": st.text(max_size=3),
                }
            ),
            max_size=3,
        ),
        "levels": st.lists(
            st.fixed_dictionaries(
                {
                    "name": st.sampled_from(["unserved", "travel", "fairness.1", "?"]),
                    "sense": st.sampled_from(["min", "max"]),
                    "value": st.integers(),
                    "bound": st.none() | st.integers(),
                    "proven": st.booleans(),
                }
            ),
            max_size=3,
        ),
        "status": st.sampled_from([None, "optimal", "feasible"]),
    }
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(junk=PLANS, with_run=st.booleans())
def test_junk_never_raises(scene: Any, junk: dict[str, Any], with_run: bool) -> None:
    """Whatever stands in a plan, the audit gives findings that can be said in both languages."""
    net = scene.network(runs=scene.runs())
    plan = Plan.model_validate(junk)
    if with_run:
        plan = plan.replace(run=scene.made(net, scene.plan()).run)
    for found in audit(net, plan).findings:
        assert found.message.in_("ru")
        assert found.message.in_("en")
        assert found.cure is None or found.cure.in_("ru")
