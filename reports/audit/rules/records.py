"""Compares what the plan lists with what it must list: names, refusals, held marks, levels, network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from models.finding import Finding
from models.network import Network
from models.plan import BoundScope, Level, Plan, Refusal, Sense
from models.rules.records import RULE
from models.tables import Choice
from models.text import Message, Text
from reports.audit import say
from reports.audit.facts import choice_of, facts_of
from reports.audit.levels import true_levels
from reports.audit.reasons import contradiction, possible_codes
from reports.audit.refusals import refused
from reports.audit.rules.consent import papers_missing
from reports.audit.shown import Refused
from reports.audit.stamp import check_stamp
from reports.audit.told import untrue, waiting_lists

CURE = Text("Исправьте запись плана.", "Correct the record of the plan.")

OTHER_CODE = Text(
    "Замените причину отказа: план допускает {codes}.", "Change the reason: the plan allows {codes}."
)
GIVE_SEAT = Text("Дайте обучающемуся это место.", "Give the student this seat.")

TWICE = Text("Повторяется запись: {what} {id}.", "Recorded twice: {what} {id}.")
UNKNOWN = Text("Неизвестно: {what} {id} ({where}).", "Unknown: {what} {id} ({where}).")
GROUP = Text("группа", "group")
SESSION = Text("занятие", "session")
ENROLMENT = Text("зачисление", "enrolment")
RIDE = Text("поездка", "ride")
REFUSAL = Text("отказ", "refusal")
LEVEL = Text("цель", "level")
COURSE = Text("курс", "course")
CENTRE = Text("РЦ", "centre")
TEACHER = Text("учитель", "teacher")
STUDENT = Text("обучающийся", "student")
RUN = Text("рейс", "run")

OTHER_COURSE = Text(
    "Зачисление {student} в группу {group} названо зачислением на курс {course}.",
    "The enrolment of {student} in group {group} is recorded as one in course {course}.",
)
OTHER_RANK = Text(
    "У зачисления {student} в группу {group} указана очерёдность {rank}, такого пожелания нет.",
    "The enrolment of {student} in group {group} has rank {rank}, which answers no choice.",
)
HELD = Text(
    "У зачисления {student} в группу {group} отмечено ожидание документов, хотя все они есть.",
    "The enrolment of {student} in group {group} is marked held, but no paper is missing.",
)
NOT_HELD = Text(
    "У зачисления {student} в группу {group} не отмечено ожидание документов, хотя получены не все.",
    "The enrolment of {student} in group {group} is not marked held, but a paper is missing.",
)
NOT_ATTENDED = Text(
    "Записана поездка {student} на занятие {session}, на котором он не занят.",
    "A ride of {student} is recorded for session {session}, which he or she does not attend.",
)
HIDDEN = Text(
    "Не записан отказ: {student}, «{target}», очерёдность {rank}.",
    "A refusal is missing: {student}, {target}, rank {rank}.",
)
SUPERFLUOUS = Text(
    "Записан отказ, которого нет: {student}, «{target}», очерёдность {rank}.",
    "A refusal is recorded that is none: {student}, {target}, rank {rank}.",
)
FALSE_CODE = Text(
    "Причина отказа {code} ({student}, «{target}») противоречит плану: {why}.",
    "The reason {code} of a refusal ({student}, {target}) contradicts the plan: {why}.",
)
UNTRUE = Text(
    "В отказе ({student}, «{target}») сказано «{said}», на деле: {true}.",
    "A refusal ({student}, {target}) says «{said}», but {true}.",
)
SAY_INSTEAD = Text("Исправьте текст отказа: {true}.", "Correct the sentence of the refusal: {true}.")
NO_LEVEL = Text("Не записана цель {level}.", "Level {level} is missing.")
EXTRA_LEVEL = Text("Записана цель, которой нет у сети: {level}.", "Level {level} is none of the network's.")
WRONG_VALUE = Text(
    "Значение цели {level}: записано {listed}, на деле {true}.",
    "Level {level}: recorded {listed}, true value {true}.",
)
WRONG_SENSE = Text("Направление цели {level} записано неверно.", "The sense of level {level} is wrong.")
WRONG_ORDER = Text(
    "Цели записаны не в том порядке; нужен такой: {levels}.",
    "The levels are not in their order, which is {levels}.",
)
WRONG_UNIT = Text(
    "Единица цели {level}: записано «{listed}», нужно «{true}».",
    "Unit of level {level}: recorded {listed}, it is {true}.",
)
WRONG_SCALE = Text(
    "Масштаб цели {level}: записано {listed}, на деле {true}.",
    "Scale of level {level}: recorded {listed}, true scale {true}.",
)
WRONG_SCOPE = Text(
    "Граница цели {level} названа верной для любого плана; так можно сказать только о первой цели.",
    "The bound of level {level} is said to hold for every plan, which only that of the first level does.",
)
WRONG_BOUND = Text(
    "Граница цели {level} ({bound}) по ту сторону её значения ({value}).",
    "The bound of level {level} ({bound}) is on the wrong side of its value ({value}).",
)
WRONG_PROOF = Text(
    "Отметка о доказанности цели {level} неверна.", "The mark that level {level} is proven is wrong."
)
NOT_OPTIMAL = Text(
    "План назван оптимальным, но доказаны не все цели.",
    "The plan is called optimal, but not all levels are proven.",
)

IS_OPTIMAL = Text(
    "Все цели доказаны, но план не назван оптимальным.",
    "All levels are proven, but the plan is not called optimal.",
)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """Every record that is unknown, doubled, missing, superfluous or untrue.

    Refusals, levels, held marks and the network's stamp are asked of a plan with a run only; what a
    plan made by hand lists must be true all the same.
    """
    yield from check_stamp(network, plan)
    yield from _groups(network, plan)
    yield from _enrolments(network, plan)
    yield from _rides(network, plan)
    yield from _refusals(network, plan)
    yield from check_levels(network, plan)


def _error(message: Message, *who: str, excess: int | None = None, unit: str = "") -> Finding:
    return say.finding(RULE, message, CURE(), who=who, excess=excess, unit=unit)


def _doubled(what: Text, ids: Iterable[tuple[str, ...]]) -> Iterator[Finding]:
    for id, number in Counter(ids).items():
        if number > 1:
            message = TWICE(what=what, id=" · ".join(id))
            yield _error(message, *id, excess=number - 1, unit=say.RECORDS)


def _unknown(what: Text, id: str, where: str) -> Finding:
    return _error(UNKNOWN(what=what, id=id, where=where), where, id)


def _groups(network: Network, plan: Plan) -> Iterator[Finding]:
    yield from _doubled(GROUP, ((group.id,) for group in plan.groups))
    yield from _doubled(SESSION, ((session.id,) for _, session in plan.sessions()))
    for group in plan.groups:
        if group.course not in network.course_by_id:
            yield _unknown(COURSE, group.course, group.id)
    for _, session in plan.sessions():
        if session.centre not in network.centre_by_id:
            yield _unknown(CENTRE, session.centre, session.id)
        for teacher in dict.fromkeys(session.teachers):
            if teacher not in network.teacher_by_id:
                yield _unknown(TEACHER, teacher, session.id)


def _enrolments(network: Network, plan: Plan) -> Iterator[Finding]:
    yield from _doubled(ENROLMENT, ((e.student, e.group) for e in plan.enrolments))
    for enrolment in plan.enrolments:
        if enrolment.student not in network.student_by_id:
            yield _unknown(STUDENT, enrolment.student, enrolment.group)
        if enrolment.group not in plan.group_by_id:
            yield _unknown(GROUP, enrolment.group, enrolment.student)
    facts = facts_of(network, plan)
    for seat in facts.seats:
        enrolment, student = seat.enrolment, seat.student
        values = {"student": student.id, "group": seat.group.id}
        if enrolment.course != seat.course.id:
            message = OTHER_COURSE(course=enrolment.course, **values)
            yield _error(message, student.id, seat.group.id)
        was_chosen = any(
            seat.course.id == course.id
            for choice in network.choices_by_student.get(student.id, ())
            for course in network.courses_of(choice.course)
        )
        if was_chosen and choice_of(network, seat) is None:  # one never chosen is named by `course_limit`
            yield _error(OTHER_RANK(rank=enrolment.rank, **values), student.id, seat.group.id)
        held = bool(papers_missing(student))
        if plan.run is not None and enrolment.held != held:
            message = (HELD if enrolment.held else NOT_HELD)(**values)
            yield _error(message, student.id, seat.group.id)


def _rides(network: Network, plan: Plan) -> Iterator[Finding]:
    yield from _doubled(RIDE, ((r.student, r.session, r.direction.value) for r in plan.rides))
    attended = {
        (enrolment.student, session.id)
        for enrolment in plan.enrolments
        if enrolment.group in plan.group_by_id
        for session in plan.group_by_id[enrolment.group].sessions
    }
    for ride in plan.rides:
        if ride.run not in network.run_by_id:
            yield _unknown(RUN, ride.run, ride.student)
        if (ride.student, ride.session) not in attended:
            message = NOT_ATTENDED(student=ride.student, session=ride.session)
            yield _error(message, ride.student, ride.session)


def _refusals(network: Network, plan: Plan) -> Iterator[Finding]:
    if plan.run is None and not plan.refusals:
        return
    yield from _doubled(REFUSAL, ((r.student, r.course, str(r.rank)) for r in plan.refusals))
    due = {(choice.student, choice.course, choice.rank): choice for choice in refused(network, plan)}
    listed = {(r.student, r.course, r.rank): r for r in plan.refusals}
    hidden = sorted(due.keys() - listed.keys()) if plan.run is not None else []
    for student, target, rank in hidden:
        yield _error(HIDDEN(student=student, target=target, rank=rank), student, target)
    for key, refusal in listed.items():
        student, target, rank = key
        if key not in due:
            yield _error(SUPERFLUOUS(student=student, target=target, rank=rank), student, target)
            continue
        why = contradiction(network, plan, due[key], refusal.code)
        if why is not None:
            message = FALSE_CODE(code=refusal.code.value, student=student, target=target, why=why)
            codes = [code.value for code in possible_codes(network, plan, due[key])]
            cure = OTHER_CODE(codes=codes) if codes else GIVE_SEAT()
            yield say.finding(RULE, message, cure, who=(student, target))
    yield from _sentences(network, plan, [(due[key], listed[key]) for key in listed if key in due])


def _sentences(network: Network, plan: Plan, refusals: Sequence[tuple[Choice, Refusal]]) -> Iterator[Finding]:
    """Sentences that name a group, a place or a number that is not so."""
    queues = waiting_lists(network, plan, refusals)
    for choice, refusal in refusals:
        case = Refused(network, plan, choice)
        for said, true in untrue(case, refusal.text, queues.get(choice.course, [])):
            values = {"student": choice.student, "target": choice.course, "said": said, "true": true}
            cure = SAY_INSTEAD(true=true)
            yield say.finding(RULE, UNTRUE(**values), cure, who=(choice.student, choice.course))


def check_levels(network: Network, plan: Plan) -> Iterator[Finding]:
    """Levels that are missing, too many, in another order or untrue, as far as network and plan tell."""
    yield from _doubled(LEVEL, ((level.name,) for level in plan.levels))
    true = {level.name: level for level in true_levels(network, plan)}
    listed = {level.name: level for level in plan.levels}
    for name in sorted(listed.keys() - true.keys()):
        yield _error(EXTRA_LEVEL(level=name), name)
    known = [level.name for level in plan.levels if level.name in true]
    if known != [name for name in true if name in listed]:
        yield _error(WRONG_ORDER(levels=list(true)))
    all_proven = True
    first = next(iter(true), "")
    for name in true:
        level = listed.get(name)
        if level is None:
            all_proven = False
            if plan.run is not None:
                yield _error(NO_LEVEL(level=name), name)
            continue
        yield from _level(level, true[name])
        yield from _terms(plan, level, true[name], is_first=name == first)
        reached = level.bound is not None and level.bound == level.value
        if level.proven != (reached and all_proven):
            yield _error(WRONG_PROOF(level=name), name)
        all_proven = all_proven and level.proven and reached
    if plan.status == "optimal" and not all_proven:
        yield _error(NOT_OPTIMAL())
    if plan.status == "feasible" and all_proven and true:
        yield _error(IS_OPTIMAL())


def _terms(plan: Plan, level: Level, true: Level, *, is_first: bool) -> Iterator[Finding]:
    """Unit, scale and scope; a plan made by hand may leave out unit and scale. Only the bound of the first
    level is one for every plan."""
    is_blank = plan.run is None and level.unit == "" and level.scale == 1
    if level.unit != true.unit and not is_blank:
        yield _error(WRONG_UNIT(level=level.name, listed=level.unit, true=true.unit), level.name)
    if level.scale != true.scale and level.value == true.value and not is_blank:  # it may follow the value
        yield _error(WRONG_SCALE(level=level.name, listed=level.scale, true=true.scale), level.name)
    if level.bound is not None and level.scope is BoundScope.GLOBAL and not is_first:
        yield _error(WRONG_SCOPE(level=level.name), level.name)


def _level(level: Level, true: Level) -> Iterator[Finding]:
    name = level.name
    if level.value != true.value:
        yield _error(
            WRONG_VALUE(level=name, listed=level.value, true=true.value),
            name,
            excess=abs(level.value - true.value),
            unit=true.unit,
        )
    if level.sense is not true.sense:
        yield _error(WRONG_SENSE(level=name), name)
    if level.bound is not None:
        over = level.bound - level.value if true.sense is Sense.MINIMISE else level.value - level.bound
        if over > 0:
            message = WRONG_BOUND(level=name, bound=level.bound, value=level.value)
            yield _error(message, name, excess=over, unit=true.unit)
