"""Why a group opened there and then, why a course has no (further) group, what a centre is needed for.

Each is a question of the form "what if it were otherwise?", forced onto the plan and solved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from ortools.sat.python import cp_model

from models.plan import Group, Plan
from models.tables import CentreStatus, Course, Student
from models.text import Message, Text
from models.time import SHORT_WEEKDAYS, format_clock
from scheduler.engine.candidates import Placement, sites_for
from scheduler.engine.expressions import Expr, Literal, total
from scheduler.engine.model import PlanModel
from scheduler.engine.planned import placement_of
from scheduler.explain.desk import Desk
from scheduler.explain.effects import Effect, Fate, effects
from scheduler.explain.verdicts import Verdict
from scheduler.explain.words import change, named, now
from scheduler.explain.workbench import Force, Workbench
from scheduler.rules.centre_open import is_for

PLACE = Text("{centre}, {weekday} {start}", "{centre}, {weekday} {start}")
HELD = Text("Группа {group}: {places}; обучающихся {size}.", "Group {group}: {places}; {size} students.")
ROOM_TO_MOVE = Text(
    "Мест и времён, где занятие {session} вообще возможно (кабинет и учитель подходят): {usable}; из них "
    "всем, кто "
    "в группе, подходит: {for_all}.",
    "Places and times at which session {session} is possible at all (room and teacher fit): {usable}; of "
    "these "
    "everybody in the group can attend {for_all}.",
)
OTHER_TIME = Text("Другое время или место", "Another time or place")
OTHER_DAY = Text("Другой день", "Another day")
OTHER_CENTRE = Text("Другой ресурсный центр", "Another centre")
CLOSED = Text("Без этой группы", "Without this group")
OPENED = Text("Открыть группу курса", "Opening a group of the course")
ONE_MORE = Text("Ещё одна группа курса", "One more group of the course")
NO_CENTRE = Text("Без групп в этом центре", "Without any group at this centre")
MORE_AT_CENTRE = Text("Ещё одна группа в этом центре", "One more group at this centre")

IMPOSSIBLE = Text("невозможно: такого плана нет", "impossible: there is no such plan")
SO_LOCKED = Text("так закреплено (лист «Закрепления»)", "it is locked so (the sheet of locks)")
NOT_IN_USE = Text("центр не открыт", "the centre is not open")
WOULD_HOST = Text(
    "Центр {centre} — кандидат, и курс в нём мог бы вестись: что даст его открытие, покажет setka whatif.",
    "Centre {centre} is a candidate at which the course could be held: setka whatif shows what opening it "
    "would give.",
)
IMPOSSIBLE_BECAUSE = Text("невозможно: {reason}", "impossible: {reason}")
NO_MORE_GROUPS = Text(
    "наибольшее число групп курса — {most} (столько разрешено или столько позволяет спрос)",
    "the most groups of the course: {most} (so many are allowed, or wanted)",
)
WORSE = Text("цель {goal} станет хуже: {change}", "this goal gets worse: {goal}: {change}")
EQUAL = Text("равноценно: ни одна цель не меняется", "just as good: no goal changes")
BETTER = Text(
    "лучше: цель {goal} улучшится ({change}), более важные не станут хуже; план не лучший",
    "better: this goal improves: {goal} ({change}), no more important one gets worse; the plan is not the "
    "best",
)
UNKNOWN = Text("за отведённое время не выяснено", "not found out in the time given")
UNKNOWN_HELD = Text(
    "за отведённое время выяснено только, что цели до {goal} можно не ухудшать",
    "in the time given it was only found out that no goal before {goal} needs to get worse",
)
LOCKED = Text(
    "Закреплено (лист «Закрепления») и здесь не меняется: группа {group}: {what}.",
    "Locked (the sheet of locks) and not changed here: group {group}: {what}.",
)
LOCKED_ROOM = Text("кабинет {room}", "room {room}")
LOCKED_SEATS = Text("обучающихся: {count}", "students: {count}")
NOT_OPEN = {
    CentreStatus.CANDIDATE: Text(
        "Центр {centre} — кандидат: занятий в нём нет, пока его не откроют (setka whatif покажет, что это "
        "даст).",
        "Centre {centre} is a candidate: it has no sessions until it is opened (setka whatif shows what it "
        "would give).",
    ),
    CentreStatus.CLOSED: Text("Центр {centre} закрыт.", "Centre {centre} is closed."),
}
NOT_PLANNED = Text("в этой части сети нет заявок", "nobody has applied in this part of the network")


@dataclass(frozen=True)
class WhatIf:
    """One thing done otherwise: what it comes to, and who loses in the nearest such plan (for the office)."""

    what: Text
    verdict: Verdict
    said: Message | Text
    losers: tuple[Effect, ...] = ()


@dataclass(frozen=True)
class About:
    """What there is to say of a group, course or centre: facts, then what if it were otherwise."""

    facts: tuple[Message, ...]
    what_ifs: tuple[WhatIf, ...]


def why_group(desk: Desk, group: Group, seconds: float) -> About:
    """Why an open group is held where and when it is: the alternatives, each within so many seconds."""
    bench = desk.bench_of(group.course)
    assert bench is not None, "a group that is open has members or a lock"
    bench = desk.full(bench)
    course = bench.network.course_by_id[group.course]
    locks = [lock for lock in bench.network.locks if lock.group == group.id]
    day, place = any(lock.weekday for lock in locks), any(lock.centre for lock in locks)
    hour = day and place and any(lock.start is not None for lock in locks) and len(group.sessions) == 1
    is_only = _opened(bench, course) == 1
    questions: list[tuple[Text, Force, bool]] = [
        (OTHER_TIME, partial(_elsewhere, bench, group), hour),
        (OTHER_DAY, partial(_other_day, bench, group), day and place and len(group.sessions) == 1),
        (CLOSED, partial(_at_most, bench, course, _opened(bench, course) - 1), bool(locks) and is_only),
    ]
    if len(bench.model.groups[group.id].centres()) > 1:
        questions.insert(2, (OTHER_CENTRE, partial(_other_centre, bench, group), place))
    return About(
        (_held(bench, group), *_locked(bench, group), *_room_to_move(bench, group, course)),
        tuple(
            _what_if(bench, what, force, [course.id], seconds, SO_LOCKED if is_locked else None)
            for what, force, is_locked in questions
        ),
    )


def why_course(desk: Desk, course: Course, seconds: float) -> About:
    """Why a course has no group, or no further one."""
    candidates = [
        WOULD_HOST(centre=centre.id)
        for centre in desk.network.centres
        if centre.status is CentreStatus.CANDIDATE and is_for(centre, course)
    ]
    bench = desk.bench_of(course.id)
    if bench is None or not any(
        course in bench.network.courses_of(choice.course) for choice in bench.network.choices
    ):
        return About((NOT_PLANNED(), *candidates), ())
    bench = desk.full(bench)
    groups = [group for group in bench.plan.groups if group.course == course.id]
    what = ONE_MORE if groups else OPENED
    most = bench.network.group_counts[course.id]
    never = desk.office(bench).obstacles.never_opens(course)
    if len(groups) >= most and (groups or never is None):
        found = WhatIf(what, Verdict("impossible"), IMPOSSIBLE_BECAUSE(reason=NO_MORE_GROUPS(most=most)))
        return About((*(_held(bench, group) for group in groups), *candidates), (found,))
    found = _what_if(bench, what, partial(_at_least, bench, course, len(groups) + 1), [course.id], seconds)
    if found.verdict.outcome == "impossible" and never is not None and not groups:
        found = WhatIf(what, found.verdict, IMPOSSIBLE_BECAUSE(reason=never[1]))
    return About((*(_held(bench, group) for group in groups), *candidates), (found,))


def why_centre(desk: Desk, centre: str, seconds: float) -> About:
    """What a centre is needed for, and why it has no further group."""
    benches = [b for b in desk.benches if centre in b.network.centre_by_id]
    status = desk.network.centre_by_id[centre].status
    facts: list[Message] = [NOT_OPEN[status](centre=centre)] if status in NOT_OPEN else []
    what_ifs: list[WhatIf] = []
    for reduced in benches:
        bench = desk.full(reduced)
        groups = [group for group in bench.plan.groups if group.sessions[0].centre == centre]
        courses = [c.id for c in bench.network.courses if centre in _centres(bench, c)]
        facts += [fact for group in groups for fact in (_held(bench, group), *_locked(bench, group))]
        if groups:
            what_ifs.append(_what_if(bench, NO_CENTRE, partial(_none_at, bench, centre), courses, seconds))
        more = partial(_more_at, bench, centre, len(groups) + 1)
        closed = NOT_IN_USE if status in NOT_OPEN else None
        what_ifs.append(_what_if(bench, MORE_AT_CENTRE, more, courses, seconds, closed))
    return About(tuple(facts), tuple(what_ifs))


# --- facts -------------------------------------------------------------------------------------------


def _held(bench: Workbench, group: Group) -> Message:
    return HELD(
        group=group.id,
        places=[
            PLACE(
                centre=session.centre,
                weekday=SHORT_WEEKDAYS[session.weekday - 1],
                start=format_clock(session.start),
            )
            for session in group.sessions
        ],
        size=len(bench.plan.members.get(group.id, [])),
    )


def _locked(bench: Workbench, group: Group) -> Iterator[Message]:
    """What locks say of a group: why something of it may be impossible otherwise."""
    locks = [lock for lock in bench.network.locks if lock.group == group.id]
    if not locks:
        return
    parts: dict[tuple[str, object], Message | Text | str] = {}
    for lock in locks:
        if lock.centre:
            parts["centre", lock.centre] = lock.centre
        if lock.weekday:
            parts["weekday", lock.weekday] = SHORT_WEEKDAYS[lock.weekday - 1]
        if lock.start is not None:
            parts["start", lock.start] = format_clock(lock.start)
        if lock.room:
            parts["room", lock.room] = LOCKED_ROOM(room=lock.room)
        if lock.teacher:
            parts["teacher", lock.teacher] = lock.teacher
    students = sum(bool(lock.student) for lock in locks)
    if students:
        parts["students", students] = LOCKED_SEATS(count=students)
    yield LOCKED(group=group.id, what=list(parts.values()))


def _room_to_move(bench: Workbench, group: Group, course: Course) -> Iterator[Message]:
    """Of each session: the placements that are usable at all, and those that all members can attend."""
    model = bench.model
    members = bench.plan.members.get(group.id, [])
    students = [bench.network.student_by_id[member.student] for member in members]
    for session in group.sessions:
        ordinal = placement_of(bench.network, course, session).session
        usable = [p for p, _, _ in model.usable[course.id] if p.session == ordinal]
        for_all = sum(all(_attends(model, course, s, p) for s in students) for p in usable)
        yield ROOM_TO_MOVE(session=session.id, usable=len(usable), for_all=for_all)


def _attends(model: PlanModel, course: Course, student: Student, placement: Placement) -> bool:
    return any(
        model.ways(student, placement, site) is not None
        for site in sites_for(model.network, student, course, placement.centre)
    )


def _opened(bench: Workbench, course: Course) -> int:
    return sum(group.course == course.id for group in bench.plan.groups)


# --- what is forced ----------------------------------------------------------------------------------


def _counts(bench: Workbench, course: Course) -> list[Literal]:
    return [group.opened for group in bench.model.course_groups[course.id]]


def _at_most(bench: Workbench, course: Course, most: int, cp: cp_model.CpModel) -> None:
    cp.add(total(_counts(bench, course)) <= most)


def _at_least(bench: Workbench, course: Course, least: int, cp: cp_model.CpModel) -> None:
    cp.add(total(_counts(bench, course)) >= least)


def _forbidden(bench: Workbench, group: Group, what: str) -> Iterator[list[Literal]]:
    """For every group of the course (equal ones could change names): the slots of each session that agree
    with the group's in what is to be otherwise."""
    course = bench.network.course_by_id[group.course]
    now = {
        placement.session: placement
        for placement in (placement_of(bench.network, course, session) for session in group.sessions)
    }
    for variables in bench.model.course_groups[course.id]:
        for session, slots in variables.slots.items():
            held = now[session]
            yield [
                slot.chosen
                for slot in slots
                if slot.placement.centre == held.centre
                and (what == "centre" or slot.placement.weekday == held.weekday)
                and (what != "time" or slot.placement == held)
            ]


def _still_open(bench: Workbench, group: Group, cp: cp_model.CpModel) -> None:
    course = bench.network.course_by_id[group.course]
    _at_least(bench, course, _opened(bench, course), cp)


def _elsewhere(bench: Workbench, group: Group, cp: cp_model.CpModel) -> None:
    """As many groups, none of them with all its sessions where and when this group has them."""
    _still_open(bench, group, cp)
    forbidden = list(_forbidden(bench, group, "time"))
    sessions = len(group.sessions)
    for at in range(0, len(forbidden), sessions):
        together = [literal for literals in forbidden[at : at + sessions] for literal in literals]
        cp.add(total(together) <= sessions - 1)


def _other_day(bench: Workbench, group: Group, cp: cp_model.CpModel) -> None:
    """As many groups, none of them with a session at this centre on the weekday of this group's."""
    _still_open(bench, group, cp)
    for literals in _forbidden(bench, group, "day"):
        cp.add(total(literals) == 0)


def _other_centre(bench: Workbench, group: Group, cp: cp_model.CpModel) -> None:
    """As many groups, none of them at this centre."""
    _still_open(bench, group, cp)
    for literals in _forbidden(bench, group, "centre"):
        cp.add(total(literals) == 0)


def _centres(bench: Workbench, course: Course) -> set[str]:
    """Where the course could be held."""
    return {placement.centre for placement, _, _ in bench.model.usable[course.id]}


def _number_at(bench: Workbench, centre: str) -> Expr:
    """How many groups are at the centre."""
    return total(group.at_centre(centre) for group in bench.model.groups.values() if 1 in group.slots)


def _none_at(bench: Workbench, centre: str, cp: cp_model.CpModel) -> None:
    cp.add(_number_at(bench, centre) == 0)


def _more_at(bench: Workbench, centre: str, least: int, cp: cp_model.CpModel) -> None:
    cp.add(_number_at(bench, centre) >= least)


# --- answers -----------------------------------------------------------------------------------------


def _what_if(
    bench: Workbench,
    what: Text,
    force: Force,
    about: Collection[str],
    seconds: float,
    obstacle: Text | None = None,
) -> WhatIf:
    """``obstacle``: what makes it impossible by itself, where that is known."""
    verdict = bench.verdict(force, bench.clock(seconds), about)
    plan = verdict.plan if verdict.is_settled else None
    losers = tuple(effect for effect in _effects(bench, plan) if effect.fate is Fate.LOSES)
    told = said(bench, verdict)
    if verdict.outcome == "impossible" and obstacle is not None:
        told = IMPOSSIBLE_BECAUSE(reason=obstacle)
    return WhatIf(what, verdict, told, losers)


def _effects(bench: Workbench, plan: Plan | None) -> tuple[Effect, ...]:
    return () if plan is None else effects(bench.network, bench.plan, plan)


def said(bench: Workbench, verdict: Verdict) -> Message | Text:
    """A verdict in words."""
    if verdict.outcome == "impossible":
        return IMPOSSIBLE
    if verdict.improved is not None:
        was = next(level for level in bench.standings if level.name == verdict.improved.name)
        return BETTER(goal=named(was.name), change=now(was, verdict.improved.value))
    if verdict.outcome == "equal":
        return EQUAL
    if verdict.worsening is not None:
        return WORSE(goal=named(verdict.worsening.level.name), change=change(verdict.worsening))
    if verdict.held:
        return UNKNOWN_HELD(goal=named(bench.standings[verdict.held].name))
    return UNKNOWN
