"""A conflict in the planner's words: each lock by its content, each rule with what it says in this case."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from models.locks import lock_in_words
from models.network import Network
from models.outcome import ConflictPart
from models.rules import RULES
from models.tables import Course, Lock
from models.text import Message, Text, joined
from scheduler.engine.candidates import Attendance, Placement, sites_of
from scheduler.engine.locked_part import few_teachers, locked_part
from scheduler.engine.model import PlanModel
from scheduler.rules import ATTENDANCE_FILTERS, WAYS

RULE = Text("правило «{title}»: {what}", "rule “{title}”: {what}")
IN_THIS_CASE = Text("{sentence} Здесь: {details}.", "{sentence} Here: {details}.")
SIZES = Text("группа {group}: от {least} до {most}", "group {group}: {least} to {most}")
CAPACITY = Text("кабинет {room} вмещает {seats}", "room {room} holds {seats}")
PARALLEL = Text(
    "РЦ {centre} ведёт групп одновременно: {count}", "centre {centre} holds {count} groups at a time"
)
HOURS = Text("учитель {teacher}: {count} ч в неделю", "teacher {teacher}: {count} h a week")
COURSES = Text(
    "обучающийся {student}: курсов не больше {count}", "student {student}: {count} courses at most"
)

NO_GROUP = Text("группы {group} не будет: такого курса нет", "there will be no group {group}: no such course")
NOT_CHOSEN = Text("обучающийся {student} не выбирал этот курс", "student {student} did not choose the course")
NO_SESSION = Text("занятий в неделю у курса: {count}", "the course has {count} sessions a week")
OFF_GRID = Text(
    "так занятие поставить нельзя: занятия начинаются в окнах РЦ с шагом {step} мин",
    "no session can be put there: sessions start within the centres' windows, in steps of {step} min",
)


@dataclass
class Wanted:
    """What the locks of one group ask for together; of two values for one thing the last."""

    course: Course
    values: dict[str, Any] = field(default_factory=dict)
    students: list[str] = field(default_factory=list)

    def has(self, placement: Placement) -> bool:
        """Whether a placement has the values asked for."""
        asked = self.values
        return all(
            getattr(placement, name) == asked[name]
            for name in ("centre", "weekday", "start")
            if name in asked
        )


def lock_parts(locks: Sequence[Lock]) -> tuple[ConflictPart, ...]:
    """The locks of a conflict as parts of it."""
    return tuple(ConflictPart("lock", lock.group, lock_in_words(lock), lock) for lock in locks)


def rule_parts(
    network: Network, locks: Sequence[Lock], rules: Sequence[str], without: Collection[str]
) -> tuple[ConflictPart, ...]:
    """The rules that locks break (the others are ``without``); of a single lock that breaks none, why it
    cannot hold."""
    part = locked_part(network, locks, has_minimum="group_size" in rules)
    if len(locks) == 1 and not rules:
        return tuple(ConflictPart("structure", "model", message) for message in _impossible(part, locks[0]))
    model = PlanModel(few_teachers(part) if "teacher_fit" in without else part, reduce=False, without=without)
    found, wanted = [], _wanted(part, locks)
    for name in rules:
        rule = RULES[name]
        details = list[Message]()
        for detail in _details(model, wanted, name):
            if detail not in details:
                details.append(detail)
        what = IN_THIS_CASE(sentence=rule.sentence, details=joined(details)) if details else rule.sentence
        found.append(ConflictPart("rule", name, RULE(title=rule.title, what=what)))
    return tuple(found)


def _wanted(network: Network, locks: Sequence[Lock]) -> dict[str, Wanted]:
    found: dict[str, Wanted] = {}
    for lock in locks:
        course = network.course_by_id.get(lock.group.rpartition("-")[0])
        if course is None:
            continue
        asked = found.setdefault(lock.group, Wanted(course))
        if lock.student:
            asked.students.append(lock.student)
        for name in ("centre", "weekday", "start", "room", "teacher"):
            if getattr(lock, name) not in (None, ""):
                asked.values[name] = getattr(lock, name)
    return found


def _details(model: PlanModel, wanted: dict[str, Wanted], rule: str) -> Iterator[Message]:
    """What a rule says about the groups of a conflict, where that can be told in numbers or in a reason."""
    network = model.network
    for group, asked in wanted.items():
        if rule == "group_size":
            yield _sizes(network, group, asked)
        elif rule == "room_capacity":
            rooms = [room for room in network.rooms if room.name == asked.values.get("room")]
            for room in rooms:
                if asked.values.get("centre", room.centre) == room.centre:
                    yield CAPACITY(room=room.name, seats=room.capacity)
        elif rule == "parallel_groups":
            centre = network.centre_by_id.get(asked.values.get("centre", ""))
            if centre is not None:
                yield PARALLEL(centre=centre.id, count=centre.max_parallel_groups)
        elif rule == "teacher_load":
            teacher = network.teacher_by_id.get(asked.values.get("teacher", ""))
            if teacher is not None:
                yield HOURS(teacher=teacher.id, count=teacher.max_hours)
        elif rule == "course_limit":
            for name in asked.students:
                count = network.max_courses(network.student_by_id[name])
                yield COURSES(student=name, count=count)
        else:
            yield from _reasons(model, asked, rule)


def _sizes(network: Network, group: str, asked: Wanted) -> Message:
    """Fewest and most of a group, at its centre if that is locked, else at any."""
    centres = (
        [asked.values["centre"]] if "centre" in asked.values else [centre.id for centre in network.centres]
    )
    least = min(network.group_min(asked.course, centre, group) for centre in centres)
    most = network.group_max(asked.course, group)
    return SIZES(group=group, least=least, most=most)


def _reasons(model: PlanModel, asked: Wanted, rule: str) -> Iterator[Message]:
    """Why a rule admits nothing of what is asked of a group: one for each locked student, or one of all."""
    network = model.network
    if rule in ATTENDANCE_FILTERS or rule in WAYS:
        admits = ATTENDANCE_FILTERS[rule] if rule in ATTENDANCE_FILTERS else WAYS[rule].admits
        for name in asked.students:
            reasons = (
                admits(network, Attendance(network.student_by_id[name], placement, site))
                for placement, _, _ in model.usable[asked.course.id]
                if asked.has(placement)
                for site in sites_of(network, asked.course, placement.centre)
            )
            yield from islice((reason for reason in reasons if reason is not None), 1)
        return
    for (student, _), deleted in model.refused_applications.items():
        if deleted.rule == rule and student in asked.students:
            yield deleted.reason
    for deleted in model.deleted[asked.course.id]:
        candidate = deleted.candidate
        placement = getattr(candidate, "placement", candidate)
        if deleted.rule != rule or not asked.has(placement):
            continue
        room, teacher = getattr(candidate, "room", None), getattr(candidate, "teacher", None)
        if room is not None and asked.values.get("room", room.name) != room.name:
            continue
        if teacher is not None and asked.values.get("teacher", teacher.id) != teacher.id:
            continue
        yield deleted.reason
        return


def _impossible(network: Network, lock: Lock) -> Iterator[Message]:
    """Why a lock cannot hold whatever the rules are."""
    course = network.course_by_id.get(lock.group.rpartition("-")[0])
    if course is None:
        yield NO_GROUP(group=lock.group)
        return
    chosen = {
        c.id
        for choice in network.choices_by_student.get(lock.student, [])
        for c in network.courses_of(choice.course)
    }
    if lock.student and course.id not in chosen:
        yield NOT_CHOSEN(student=lock.student)
    elif lock.session is not None and lock.session > course.weekly_sessions:
        yield NO_SESSION(count=course.weekly_sessions)
    elif lock.weekday is not None or lock.start is not None:
        yield OFF_GRID(step=network.rules.time_step)
