"""Compares what the plan lists with what it must list: names, refusals, held marks, levels, network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.finding import Finding
from models.network import Network
from models.plan import Plan, Refusal
from models.rules.records import RULE
from models.tables import Choice
from models.text import Text
from reports.audit import say
from reports.audit.facts import choice_of, facts_of
from reports.audit.reasons import contradiction, possible_codes
from reports.audit.recorded_levels import check_levels
from reports.audit.recording import RECORD, REMOVE, doubled, wrong
from reports.audit.refusals import refused
from reports.audit.rules.consent import papers_missing
from reports.audit.shown import Refused
from reports.audit.stamp import check_stamp
from reports.audit.told import untrue, waiting_lists

OTHER_CODE = Text(
    "Замените причину отказа: план допускает {codes}.", "Change the reason: the plan allows {codes}."
)
WITH_CODE = Text("отказ с причиной {codes}", "a refusal with the reason {codes}")
RANK = Text("очерёдность {ranks}", "rank {ranks}")
KNOWN_ID = Text(
    "Укажите номер из данных сети или плана ({what}) или уберите запись.",
    "Name one of the network or the plan ({what}), or remove the record.",
)
GIVE_SEAT = Text("Дайте обучающемуся это место.", "Give the student this seat.")

UNKNOWN = Text("Неизвестно: {what} {id} ({where}).", "Unknown: {what} {id} ({where}).")
GROUP = Text("группа", "group")
SESSION = Text("занятие", "session")
ENROLMENT = Text("зачисление", "enrolment")
RIDE = Text("поездка", "ride")
REFUSAL = Text("отказ", "refusal")
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
    "A refusal ({student}, {target}) says «{said}»; in truth: {true}.",
)
SAY_INSTEAD = Text("Исправьте текст отказа: {true}.", "Correct the sentence of the refusal: {true}.")


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


def _unknown(what: Text, id: str, where: str) -> Finding:
    return say.finding(RULE, UNKNOWN(what=what, id=id, where=where), KNOWN_ID(what=what), who=(where, id))


def _groups(network: Network, plan: Plan) -> Iterator[Finding]:
    yield from doubled(GROUP, ((group.id,) for group in plan.groups))
    yield from doubled(SESSION, ((session.id,) for _, session in plan.sessions()))
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
    yield from doubled(ENROLMENT, ((e.student, e.group) for e in plan.enrolments))
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
            yield wrong(message, seat.course.id, student.id, seat.group.id)
        ranks = [
            choice.rank
            for choice in network.choices_by_student.get(student.id, ())
            if any(seat.course.id == course.id for course in network.courses_of(choice.course))
        ]
        if ranks and choice_of(network, seat) is None:  # one never chosen is named by `course_limit`
            yield wrong(
                OTHER_RANK(rank=enrolment.rank, **values), RANK(ranks=ranks), student.id, seat.group.id
            )
        held = bool(papers_missing(student))
        if plan.run is not None and enrolment.held != held:
            message = (HELD if enrolment.held else NOT_HELD)(**values)
            yield wrong(message, f"held: {str(held).lower()}", student.id, seat.group.id)


def _rides(network: Network, plan: Plan) -> Iterator[Finding]:
    yield from doubled(RIDE, ((r.student, r.session, r.direction.value) for r in plan.rides))
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
            yield say.finding(RULE, message, REMOVE(), who=(ride.student, ride.session))


def _refusals(network: Network, plan: Plan) -> Iterator[Finding]:
    if plan.run is None and not plan.refusals:
        return
    yield from doubled(REFUSAL, ((r.student, r.course, str(r.rank)) for r in plan.refusals))
    due = {(choice.student, choice.course, choice.rank): choice for choice in refused(network, plan)}
    listed = {(r.student, r.course, r.rank): r for r in plan.refusals}
    hidden = sorted(due.keys() - listed.keys()) if plan.run is not None else []
    for student, target, rank in hidden:
        codes = [code.value for code in possible_codes(network, plan, due[student, target, rank])]
        cure = RECORD(true=WITH_CODE(codes=codes)) if codes else GIVE_SEAT()
        message = HIDDEN(student=student, target=target, rank=rank)
        yield say.finding(RULE, message, cure, who=(student, target))
    for key, refusal in listed.items():
        student, target, rank = key
        if key not in due:
            message = SUPERFLUOUS(student=student, target=target, rank=rank)
            yield say.finding(RULE, message, REMOVE(), who=(student, target))
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
