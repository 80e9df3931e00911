"""Locks that cannot hold together: a subset-minimal set of locks and rules, each confirmed by a solve.

The solver's own core is only a start: it is shrunk by deletion (Chinneck and Dravnieks 1991) with a
fresh solve for every candidate, and "infeasible" counts only when it also holds with presolve off.
"""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python import cp_model

from models.network import Network
from models.outcome import ConflictPart
from models.rules import RULES
from models.tables import Lock
from models.text import Message, Text
from models.time import SHORT_WEEKDAYS, format_clock
from scheduler.engine.candidates import Attendance, Placement, RoomUse, Staffing, sites_of
from scheduler.engine.model import PlanModel
from scheduler.engine.settings import Settings
from scheduler.engine.solver import new_solver
from scheduler.rules import ATTENDANCE_FILTERS, WAYS

Switch = tuple[str, str]

LOCK = Text("закрепление группы {group}: {what} ({reason})", "lock of group {group}: {what} ({reason})")
RULE = Text("{title}: {sentence}", "{title}: {sentence}")
BECAUSE = Text("{title}: {reason}", "{title}: {reason}")
UNKNOWN_GROUP = Text(
    "такой группы не будет: столько групп курс не открывает",
    "there will be no such group: the course does not open that many",
)


class NoConflictError(RuntimeError):
    """The model without any lock is infeasible, or feasible with all of them: a fault of the engine."""


def find_conflict(network: Network, settings: Settings) -> tuple[ConflictPart, ...]:
    """The parts of one minimal conflict, locks first; each alone can be dropped to resolve it."""
    model = PlanModel(network, reduce=False, explain=True)
    locks = [key for key in model.switches if key[0] == "lock"]
    rules = [key for key in model.switches if key[0] == "rule"]
    core = _core(model, settings, [*locks, *rules])
    core_locks = _shrink(model, settings, [key for key in core if key[0] == "lock"], keep=rules)
    core_rules = _shrink(model, settings, rules, keep=core_locks)
    if _feasible(model, settings, [*core_locks, *core_rules]):
        raise NoConflictError("the conflict found is none")
    parts = []
    for _, name in core_locks:
        lock = network.locks[int(name)]
        parts.append(ConflictPart("lock", name, LOCK(group=lock.group, what=said(lock), reason=lock.reason)))
    for _, name in core_rules:
        rule = RULES[name]
        parts.append(ConflictPart("rule", name, RULE(title=rule.title, sentence=rule.sentence)))
    for _, name in core_locks:
        parts += _filtered(model, network.locks[int(name)])
    if not core_locks:
        parts.append(ConflictPart("structure", "model", Message(Text("модель", "model"))))
    return tuple(part for index, part in enumerate(parts) if part not in parts[:index])


def said(lock: Lock) -> Message:
    """What a lock asks for, in words."""
    parts: list[Message | Text] = []
    if lock.student:
        parts.append(Text("обучающийся {x}", "student {x}")(x=lock.student))
    if lock.centre:
        parts.append(Text("РЦ {x}", "centre {x}")(x=lock.centre))
    if lock.weekday is not None:
        parts.append(SHORT_WEEKDAYS[lock.weekday - 1])
    if lock.start is not None:
        parts.append(Text("начало {x}", "start {x}")(x=format_clock(lock.start)))
    if lock.room:
        parts.append(Text("кабинет {x}", "room {x}")(x=lock.room))
    if lock.teacher:
        parts.append(Text("учитель {x}", "teacher {x}")(x=lock.teacher))
    if not parts:
        parts.append(Text("группа открыта", "the group is open"))
    return Text("{parts}", "{parts}")(parts=parts)


def _core(model: PlanModel, settings: Settings, switches: list[Switch]) -> list[Switch]:
    by_index = {model.switches[key].index: key for key in switches}
    cp = model.cp.clone()
    cp.add_assumptions([cp.get_bool_var_from_proto_index(index) for index in by_index])
    solver = new_solver(settings, None)
    solver.parameters.num_workers = 1
    if solver.solve(cp) != cp_model.INFEASIBLE:
        raise NoConflictError("the model is feasible")
    core = {by_index[index] for index in solver.sufficient_assumptions_for_infeasibility()}
    if not _feasible(model, settings, core):
        return [key for key in switches if key in core]
    return switches


def _feasible(model: PlanModel, settings: Settings, on: Iterable[Switch]) -> bool:
    """Whether a plan exists when only these switches are on; "no" is confirmed with presolve off."""
    wanted = set(on)
    cp = model.cp.clone()
    for key, literal in model.switches.items():
        cp.add(cp.get_bool_var_from_proto_index(literal.index) == (1 if key in wanted else 0))
    for presolve in (True, False):
        solver = new_solver(settings, None)
        solver.parameters.cp_model_presolve = presolve
        if solver.solve(cp) != cp_model.INFEASIBLE:
            return True
    return False


def _shrink(
    model: PlanModel, settings: Settings, candidates: list[Switch], keep: list[Switch]
) -> list[Switch]:
    """Deletes whatever the infeasibility does not need; what is left needs every part."""
    needed = list(candidates)
    for key in candidates:
        trial = [other for other in needed if other != key]
        if not _feasible(model, settings, [*trial, *keep]):
            needed = trial
    return needed


def _filtered(model: PlanModel, lock: Lock) -> Iterable[ConflictPart]:
    """Why the model has no decision that a lock asks for: the filters that deleted it."""
    group = model.groups.get(lock.group)
    if group is None:
        yield ConflictPart("structure", "group_form", UNKNOWN_GROUP())
        return
    if lock.student and not model.seats_in(lock.student, lock.group):
        yield from _student_filtered(model, lock)
    if lock.weekday is not None or lock.start is not None or lock.centre or lock.room or lock.teacher:
        for deleted in model.deleted[group.course.id]:
            candidate = deleted.candidate
            placement = candidate if isinstance(candidate, Placement) else candidate.placement
            if (
                lock.weekday in (None, placement.weekday)
                and lock.start in (None, placement.start)
                and lock.centre in ("", placement.centre)
                and (not isinstance(candidate, RoomUse) or lock.room in ("", candidate.room.name))
                and (not isinstance(candidate, Staffing) or lock.teacher in ("", candidate.teacher.id))
                and placement.session == (lock.session or 1)
                and not _possible(model, lock)
            ):
                rule = RULES[deleted.rule]
                yield ConflictPart("rule", rule.name, BECAUSE(title=rule.title, reason=deleted.reason))
                return


def _possible(model: PlanModel, lock: Lock) -> bool:
    """Whether some slot of the group could hold the lock taken by itself."""
    return any(
        lock.weekday in (None, slot.placement.weekday)
        and lock.start in (None, slot.placement.start)
        and lock.centre in ("", slot.placement.centre)
        and (not lock.room or lock.room in {room.name for room, _ in slot.rooms})
        and (not lock.teacher or lock.teacher in {name for name, _ in slot.teachers})
        for slot in model.groups[lock.group].slots.get(lock.session or 1, [])
    )


def _student_filtered(model: PlanModel, lock: Lock) -> Iterable[ConflictPart]:
    network = model.network
    course = model.groups[lock.group].course
    for (student, _), deleted in model.refused_applications.items():
        if student == lock.student and deleted.candidate.course.id == course.id:
            rule = RULES[deleted.rule]
            yield ConflictPart("rule", rule.name, BECAUSE(title=rule.title, reason=deleted.reason))
            return
    choices = network.choices_by_student.get(lock.student, [])
    chosen = [wanted.id for choice in choices for wanted in network.courses_of(choice.course)]
    if course.id not in chosen:
        rule = RULES["course_limit"]
        yield ConflictPart("rule", rule.name, RULE(title=rule.title, sentence=rule.sentence))
        return
    for placement, _, _ in model.usable[course.id]:
        for site in sites_of(network, course, placement.centre):
            attendance = Attendance(network.student_by_id[lock.student], placement, site)
            filters = {**ATTENDANCE_FILTERS, **{name: way.admits for name, way in WAYS.items()}}
            for name, admits in filters.items():
                reason = admits(network, attendance)
                if reason is not None:
                    yield ConflictPart("rule", name, BECAUSE(title=RULES[name].title, reason=reason))
                    return
