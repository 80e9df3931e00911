"""Refusals with one reason each: the answer and the smallest change are those that a person finds by hand."""

from __future__ import annotations

from typing import Any

import pytest

from instances.tiny.base import choices, course, network, rules, school, school_class, slot, student, teacher
from models.changes import shipped_changes
from models.lottery import numbers
from models.network import Network
from models.plan import Plan, RefusalCode
from models.tables import Centre, CentreStatus, DayLessons, LoadCategory, Lock, Priority, Room
from models.time import format_clock, parse_clock
from models.travel import Mode, Travel
from reports.audit import audit
from scheduler.explain.cures import smallest_change
from scheduler.explain.desk import Desk
from scheduler.explain.effects import Fate
from scheduler.explain.fill import Filled, with_cures
from scheduler.explain.groups import why_centre, why_course, why_group
from scheduler.explain.refusals import Answer, why_refused
from scheduler.explain.scarcity import what_holds_back
from tests.scheduler.test_properties import solved

C = RefusalCode
SECONDS = 20.0


def one(start: str = "15:00", **tables: Any) -> Network:
    """One course of forty minutes on Monday for О1 (and whoever else is given)."""
    values: dict[str, Any] = {
        "rules": rules([slot(1, start, format_clock(parse_clock(start) + 40))]),
        "courses": (course("ИТ"),),
        "teachers": (teacher("У1", "ИТ"),),
        "students": (student("О1"),),
        "choices": choices("О1", "ИТ"),
    }
    return network("почему", **(values | tables))


def from_village(start: str, minutes: int, home_by: str = "20:00") -> Network:
    """О1 of the village school С1, lessons until 14:00, walks so many minutes to Ш1."""
    return one(
        start,
        institutions=(school("Ш1"), school("С1")),
        classes=(school_class("С1"),),
        students=(student("О1", institution="С1", home_by=parse_clock(home_by)),),
        travel=(Travel(origin="С1", destination="Ш1", minutes=minutes, mode=Mode.WALK),),
    )


def two(**changes: Any) -> Network:
    """One seat; О1 and О2 want it, and О2 differs from О1 in what is given."""
    return one(
        **{
            "courses": (course("ИТ", max_size=1),),
            "students": (student("О1"), student("О2", **changes.pop("second", {}))),
            "choices": (*choices("О1", "ИТ"), *choices("О2", "ИТ")),
        }
        | changes
    )


ALONE: list[tuple[str, RefusalCode, dict[str, int], int, Network]] = [
    # a group needs 2 and has 1: one fewer, one step at 4
    ("too few", C.NO_GROUP_MIN, {"min_size": 1}, 4, one(courses=(course("ИТ", min_size=2),))),
    # lessons until 14:45, gap 30, session at 15:00: 15 minutes, three steps of five
    (
        "gap",
        C.GAP,
        {"own_lessons_end": 15},
        3,
        one(students=(student("О1", lesson_ends=(DayLessons(weekday=1, end=parse_clock("14:45")),)),)),
    ),
    # 14:00 + 40 on foot + 10 buffer = 14:50, session at 14:40: 10 minutes, two steps
    ("way there", C.TRAVEL_TIME, {"lessons_end": 10}, 2, from_village("14:40", 40)),
    ("ride over the limit", C.TRAVEL_TIME, {"long_ride": 1}, 5, from_village("17:00", 61, "23:00")),
    # the session ends 17:40, home 18:30, allowed 18:00: 30 minutes, six steps
    ("way home", C.NO_RETURN_BUS, {"home_by": 30}, 6, from_village("17:00", 50, "18:00")),
    (
        "busy",
        C.TIME_CLASH,
        {"own_time": 1},
        4,
        one(students=(student("О1", blocked=(slot(1, "15:30", "17:00"),)),)),
    ),
    # the class has 34 of 34 hours, the course has one
    (
        "hours",
        C.LOAD_LIMIT,
        {"hours": 1},
        5,
        one(
            classes=(school_class().replace(weekly_hours=34),),
            courses=(course("ИТ", load_category=LoadCategory.CURRICULUM),),
        ),
    ),
    ("grade", C.GRADE, {"grade": 1}, 8, one(courses=(course("ИТ", grades=(11,)),))),
    (
        "prerequisite",
        C.PREREQUISITE,
        {"prerequisite": 1},
        8,
        one(courses=(course("ИТ", prerequisite="АЛГ"),)),
    ),
    ("no teacher", C.COURSE_NOT_OPEN, {"teacher": 1}, 30, one(teachers=())),
    ("no room", C.COURSE_NOT_OPEN, {"room": 1}, 30, one(rooms=())),
]


def test_a_plan_gets_the_change_of_each_refusal() -> None:
    """As far as the time goes: with none, none is looked at and the plan is as it was."""
    net = two()
    plan = solved(net)
    filled = with_cures(net, plan, audit, shipped_changes(), SECONDS)
    assert (filled.found, filled.tried) == (1, 1)
    assert [refusal.cure for refusal in filled.plan.refusals] == ["мест в группе ИТ-1 больше на 1"]
    assert with_cures(net, plan, audit, shipped_changes(), 0.0) == Filled(plan, 0, 0)
    nothing = with_cures(net, plan, audit, {}, SECONDS)  # no change is offered, so none is found
    assert (nothing.found, nothing.tried) == (0, 1)
    assert [refusal.cure for refusal in nothing.plan.refusals] == [""]


def asked(network: Network) -> tuple[Desk, Answer]:
    """The only refusal of the best plan, explained."""
    desk = Desk(network, solved(network), audit)
    (choice,) = desk.unserved
    return desk, why_refused(desk, choice, SECONDS)


@pytest.mark.parametrize(
    ("code", "changes", "cost", "network"), [row[1:] for row in ALONE], ids=[row[0] for row in ALONE]
)
def test_nobody_else_is_in_the_way(
    code: RefusalCode, changes: dict[str, int], cost: int, network: Network
) -> None:
    """No plan has the seat; the code and the change are the only ones."""
    desk, answer = asked(network)
    assert (answer.outcome, answer.code, answer.losses) == ("impossible", code, ())
    search = smallest_change(desk, answer.choice, shipped_changes(), SECONDS)
    assert search.is_complete
    assert search.cure is not None
    assert {item.kind: amount for item, amount in search.cure.changes} == changes
    assert search.cure.cost == cost
    served = {(row.student, row.course) for row in search.cure.plan.enrolments}
    assert ("О1", "ИТ") in served


@pytest.mark.parametrize(("level", "priorities"), [(0, ("Сирота",)), (2, ())])
def test_a_tie(level: int, priorities: tuple[str, ...]) -> None:
    """Of two equals the one with priority, else the one drawn; the office knows who would lose."""
    _, answer = asked(
        two(second={"priorities": priorities}, priorities=(Priority(id="Сирота", title="Сирота", points=1),))
    )
    assert answer.code is C.LOST_TIEBREAK
    assert answer.verdict.worsening is not None
    assert answer.verdict.worsening.level.name == f"priority.{level + 1}"
    assert [(effect.fate, effect.after) for effect in answer.losses] == [(Fate.LOSES, ())]
    other = answer.losses[0].student
    for lang in ("ru", "en"):
        assert other not in answer.letter.in_(lang)
        assert "LOST" not in answer.letter.in_(lang)


def test_a_seat_that_costs_minutes() -> None:
    """О2 lives ten minutes away and О1 at the school: О2's seat would cost 10 minutes on each of two dates,
    and an exchange leaves the goals before untouched, so that the lack of seats is the reason."""
    desk, answer = asked(
        two(second={"home": "село"}, travel=(Travel(origin="Ш1", destination="село", minutes=10),))
    )
    assert answer.choice.student == "О2"
    assert answer.code is C.CAPACITY
    worsening = answer.verdict.worsening
    assert worsening is not None
    assert (worsening.level.name, worsening.level.value, worsening.found) == ("travel", 0, 20)
    assert "20 вместо 0 мин" in answer.office.in_("ru")
    cure = smallest_change(desk, answer.choice, shipped_changes(), SECONDS).cure
    assert cure is not None
    assert [(item.kind, item.where, amount) for item, amount in cure.changes] == [("seat", ("ИТ-1", 1), 1)]


def test_a_catalogue_without_the_change() -> None:
    """What the catalogue does not offer, or not that far, is not suggested."""
    desk, answer = asked(from_village("14:40", 40))
    rows = shipped_changes()
    for catalogue in (
        {kind: row for kind, row in rows.items() if kind == "seat"},
        {"lessons_end": rows["lessons_end"].replace(most=1)},
    ):
        search = smallest_change(desk, answer.choice, catalogue, SECONDS)
        assert (search.cure, search.is_complete) == (None, True)


def test_a_group_and_what_would_be_otherwise() -> None:
    """Only one placement: there is no other time; without the group its member is left with nothing."""
    wanted = one()
    plan = solved(wanted)
    desk = Desk(wanted, plan, audit)
    about = why_group(desk, plan.groups[0], SECONDS)
    said = {item.what.en: item.verdict for item in about.what_ifs}
    assert said["Another time or place"].outcome == "impossible"
    closed = said["Without this group"].worsening
    assert closed is not None
    assert (closed.level.name, closed.level.value, closed.found) == ("unserved", 0, 1)
    assert "1" in about.facts[1].in_("en")


def test_a_course_that_did_not_open() -> None:
    """Too few: how many there are and are needed; with a group at the limit: that there may be no more."""
    few = one(courses=(course("ИТ", min_size=2),))
    (found,) = why_course(Desk(few, solved(few), audit), few.courses[0], SECONDS).what_ifs
    assert found.verdict.outcome == "impossible"
    assert "of all who applied 1 could come at one time, 2 are needed" in found.said.in_("en")
    full = one()
    (found,) = why_course(Desk(full, solved(full), audit), full.courses[0], SECONDS).what_ifs
    assert "the most groups of the course: 1" in found.said.in_("en")


def test_what_a_centre_is_needed_for() -> None:
    """Without its only group somebody is left with nothing; a second one is impossible."""
    wanted = one()
    about = why_centre(Desk(wanted, solved(wanted), audit), "РЦ1", SECONDS)
    none, more = (item.verdict for item in about.what_ifs)
    assert none.worsening is not None
    assert none.worsening.level.name == "unserved"
    assert more.outcome == "impossible"


def test_what_holds_the_network_back() -> None:
    """One seat for two: one more seat serves one more, exactly."""
    wanted = two()
    found = what_holds_back(Desk(wanted, solved(wanted), audit), shipped_changes(), SECONDS)
    (scarce,) = found.scarce
    assert [item.kind for item, _ in scarce.changes] == ["seat"]
    assert scarce.is_by_solve
    assert [(gain.level.name, gain.least, gain.most) for gain in scarce.gains] == [("unserved", 1, 1)]
    assert (found.tried, found.candidates, found.refusals) == (1, 1, 1)


def test_a_choice_that_is_served_is_no_refusal() -> None:
    """Asking why it was refused is an error of the caller."""
    wanted = one()
    desk = Desk(wanted, solved(wanted), audit)
    with pytest.raises(ValueError, match="is served"):
        why_refused(desk, wanted.choices[0], SECONDS)


@pytest.mark.parametrize("seed", [1, None])
def test_a_plan_made_by_hand(seed: int | None) -> None:
    """Off the step, and without a lottery if the network has none: all levels before it are compared."""
    wanted = two(
        rules=rules([slot(1, "15:00", "15:50")], lottery_seed=seed),
        second={"home": "село"},
        travel=(Travel(origin="Ш1", destination="село", minutes=10),),
    )
    plan = solved(wanted.replace(rules=wanted.rules.replace(lottery_seed=1)))
    (group,) = plan.groups
    at = parse_clock("15:05")
    moved = group.replace(sessions=tuple(s.replace(start=at, end=at + 40) for s in group.sessions))
    by_hand = Plan(groups=(moved,), enrolments=plan.enrolments, rides=plan.rides)
    assert not audit(wanted, by_hand).violations
    desk = Desk(wanted, by_hand, audit)
    (choice,) = desk.unserved
    answer = why_refused(desk, choice, SECONDS)
    assert answer.outcome == "worse"
    assert answer.verdict.worsening is not None
    assert (answer.verdict.worsening.level.name, answer.verdict.worsening.by) == ("travel", 20)
    assert smallest_change(desk, choice, shipped_changes(), SECONDS).cure is not None


def test_parts_draw_lots_together() -> None:
    """Of two schools that share nothing a refusal is explained in its own part, with the lottery numbers
    of all."""
    names = ("Ш1", "Ш2")
    wanted = one(
        institutions=tuple(school(name) for name in names),
        classes=tuple(school_class(name) for name in names),
        centres=tuple(Centre(id=f"РЦ{name}", institution=name) for name in names),
        rooms=tuple(Room(centre=f"РЦ{name}", name="1", capacity=9) for name in names),
        courses=tuple(course(f"ИТ{name}", max_size=1) for name in names),
        teachers=tuple(teacher(f"У{name}", f"ИТ{name}", institution=name) for name in names),
        students=tuple(student(f"О{n}", institution=names[n % 2]) for n in range(4)),
        choices=tuple(choice for n in range(4) for choice in choices(f"О{n}", f"ИТ{names[n % 2]}")),
    )
    desk = Desk(wanted, solved(wanted), audit)
    assert len(desk.benches) == 2
    drawn = numbers(wanted.choices_by_student, 1)
    for choice in desk.unserved:
        worsening = why_refused(desk, choice, SECONDS).verdict.worsening
        assert worsening is not None
        (member,) = (row.student for row in desk.plan.enrolments if row.course == choice.course)
        assert (worsening.level.name, worsening.by) == (
            "priority.3",
            5 * (drawn[member] - drawn[choice.student]),
        )


def test_locks_and_closed_centres_are_named() -> None:
    """What is locked of a group stands among the facts; a centre that is not open says so."""
    locks = (Lock(group="ИТ-1", room="1", reason="решено"), Lock(group="ИТ-1", student="О1", reason="решено"))
    closed = Centre(id="РЦ9", institution="Ш1", status=CentreStatus.CANDIDATE)
    net = one(locks=locks)
    net = net.replace(centres=(*net.centres, closed))
    desk = Desk(net, solved(net), audit)
    facts = [fact.in_("en") for fact in why_group(desk, desk.plan.group_by_id["ИТ-1"], SECONDS).facts]
    assert "Locked (the sheet of locks) and not changed here: group ИТ-1: room 1, students: 1." in facts
    assert facts[1] in [fact.in_("en") for fact in why_centre(desk, "РЦ1", SECONDS).facts]
    (said, *_) = why_centre(desk, "РЦ9", SECONDS).facts
    assert said.in_("en").startswith("Centre РЦ9 is a candidate")
