"""Why a choice was refused: the student is forced in, and the first goal that has to get worse is found."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from ortools.sat.python import cp_model

from models.goals.priority import GOAL as PRIORITY
from models.plan import RefusalCode
from models.tables import Choice
from models.text import Message, Text
from scheduler.engine.expressions import Literal, total
from scheduler.engine.refusal_words import (
    BY_DATE,
    BY_LOTTERY,
    BY_PRIORITY,
    FULL,
    PLACES_FULL,
    REMOTE_FULL,
)
from scheduler.explain.desk import Desk, title_of
from scheduler.explain.effects import Effect, Fate, effects
from scheduler.explain.verdicts import Clock, Outcome, Verdict
from scheduler.explain.words import change, goal_of, named, now
from scheduler.explain.workbench import Workbench, served_choices

NEVER = Text(
    "Этого места нет ни в одном плане, соблюдающем правила: {reason}.",
    "No plan that keeps the rules has this seat: {reason}.",
)
NEVER_TOGETHER = Text(
    "Этого места нет ни в одном плане, соблюдающем все правила и закрепления вместе; в этом плане мешает: "
    "{reason}.",
    "No plan that keeps all rules and locks together has this seat; what is in its way in this plan: "
    "{reason}.",
)
HERE = Text("В этом плане мешает: {reason}.", "What is in the way in this plan: {reason}.")
WORSE = Text(
    "{here} Если дать это место и не ухудшать более важных целей, цель {goal} станет хуже ({change}).",
    "{here} If the seat is given and no more important goal gets worse, this goal does: {goal} ({change}).",
)
TIE = Text(
    "{here} Есть план с этим местом, в котором более важные цели не хуже; среди равных решает: {by} "
    "({change}).",
    "{here} There is a plan with this seat in which no more important goal is worse; among equals this "
    "decides: "
    "{by} ({change}).",
)
EQUAL = Text(
    "{here} Есть равноценный план с этим местом: в нём каждая цель имеет то же значение.",
    "{here} There is a plan with this seat that is just as good: every goal has the same value in it.",
)
BETTER = Text(
    "{here} Но план можно улучшить: есть план с этим местом, в котором цель {goal} лучше ({change}), а более "
    "важные не хуже.",
    "{here} But the plan can be improved: there is one with this seat in which this goal is better and no "
    "more important one worse: {goal} ({change}).",
)
UNKNOWN = Text(
    "{here} Чего стоило бы это место, за отведённое время не выяснено.",
    "{here} What the seat would cost was not found out in the time given.",
)
UNKNOWN_HELD = Text(
    "{here} За отведённое время выяснено только, что с этим местом можно не ухудшать целей до {goal}.",
    "{here} In the time given it was only found out that with this seat no goal before {goal} needs to get "
    "worse.",
)

LETTER = Text("Место не предоставлено: {reason}.", "The seat could not be given: {reason}.")
LETTER_WORSE = Text(
    "Место не предоставлено: {reason}. Дать его можно было бы, только ухудшив общую цель сети {goal}.",
    "The seat could not be given: {reason}. Giving it would have made a common goal of the network worse: "
    "{goal}.",
)
LETTER_OWN = Text(
    "Место не предоставлено: {reason}. Получив его, обучающийся остался бы без другого: {courses}.",
    "The seat could not be given: {reason}. With it the student would be left without another: {courses}.",
)
LETTER_TIE = Text(
    "Место не предоставлено: {reason}. Среди равных заявок решает {by}.",
    "The seat could not be given: {reason}. Among equal choices this decides: {by}.",
)
INSTEAD = Text("Вместо этого предоставлено: {courses}.", "Given instead: {courses}.")
NOTHING_INSTEAD = Text("Другого места не нашлось.", "No other seat was found.")
DRAWN = Text("жребий", "the lottery")
TITLE = Text("«{title}»", "{title}")

BY = (BY_PRIORITY, BY_DATE, BY_LOTTERY)
"""By which of the levels of priority a tie was decided."""


@dataclass(frozen=True)
class Answer:
    """Why one choice was refused.

    ``code``: the code that holds under a second solve; ``None`` where a goal decides and no code says so.
    ``recorded``: the code in the plan. ``office`` and ``letter`` are sentences; the letter has no other
    student, code, number of the goals or seed in it. ``losses`` is for the office only: what the nearest plan
    with the seat means for others.
    """

    choice: Choice
    outcome: Outcome
    code: RefusalCode | None
    recorded: RefusalCode | None
    office: Message
    letter: Message
    instead: Message
    losses: tuple[Effect, ...]
    verdict: Verdict


def why_refused(desk: Desk, choice: Choice, seconds: float) -> Answer:
    """Why a choice was refused, found out within about so many seconds.

    Raises ``ValueError`` if the plan serves the choice, or nobody made it.
    """
    bench = desk.bench_of(choice.course)
    if bench is None or choice not in bench.network.choices:
        raise ValueError(f"nobody made the choice {choice.student} {choice.course}")
    if (choice.student, choice.course) in served_choices(bench.network, bench.plan):
        raise ValueError(f"the choice {choice.student} {choice.course} is served")
    clock = bench.clock(seconds)
    about = [course.id for course in bench.network.courses_of(choice.course)]
    force = partial(_force, bench.model.served[choice.student, choice.course])
    verdict = bench.verdict(force, clock, about)
    office = desk.office(bench)
    code, obstacle = office.why(choice)
    never = office.obstacles.never(choice) if verdict.outcome == "impossible" else None
    if never is not None:
        code, obstacle = never
    recorded = desk.recorded(choice)
    nearest = verdict.plan if verdict.is_settled else None
    losses = effects(bench.network, bench.plan, nearest) if nearest is not None else ()
    return Answer(
        choice=choice,
        outcome=verdict.outcome,
        code=_code(bench, choice, verdict, code, obstacle, clock),
        recorded=recorded.code if recorded else None,
        office=_said(desk, bench, verdict, obstacle, holds_always=never is not None),
        letter=_letter(desk, choice.student, verdict, obstacle, losses),
        instead=_instead(desk, choice),
        losses=tuple(effect for effect in losses if effect.student != choice.student),
        verdict=verdict,
    )


def _code(
    bench: Workbench,
    choice: Choice,
    verdict: Verdict,
    code: RefusalCode,
    obstacle: Message,
    clock: Clock,
) -> RefusalCode | None:
    """The code that is true: a tie only where priority, date or lottery decide, a lack of seats only
    where changing places with a member costs nothing on the goals before the one that decides."""
    if _tie(verdict) is not None:
        return RefusalCode.LOST_TIEBREAK
    if code is not RefusalCode.CAPACITY or verdict.outcome == "impossible":
        return code
    if obstacle.text not in (FULL, PLACES_FULL, REMOTE_FULL) or verdict.outcome in ("unknown", "better"):
        return None
    exchange = partial(_exchange, bench, choice)
    return code if bench.is_possible_here(exchange, verdict.held, clock) else None


def _said(
    desk: Desk, bench: Workbench, verdict: Verdict, obstacle: Message, *, holds_always: bool
) -> Message:
    if verdict.outcome == "impossible":
        return (NEVER if holds_always else NEVER_TOGETHER)(reason=obstacle)
    here = HERE(reason=obstacle)
    if verdict.improved is not None:
        was = next(level for level in bench.standings if level.name == verdict.improved.name)
        return BETTER(here=here, goal=named(was.name), change=now(was, verdict.improved.value))
    if verdict.outcome == "equal":
        return EQUAL(here=here)
    if verdict.worsening is None:
        if not verdict.held:
            return UNKNOWN(here=here)
        return UNKNOWN_HELD(here=here, goal=named(bench.standings[verdict.held].name))
    told = change(verdict.worsening)
    tie = _tie(verdict)
    if tie is not None:
        return TIE(here=here, by=BY[tie](seed=desk.seed), change=told)
    return WORSE(here=here, goal=named(verdict.worsening.level.name), change=told)


def _instead(desk: Desk, choice: Choice) -> Message:
    network = desk.network
    ranks = {c.rank: c.course for c in network.choices_by_student[choice.student]}
    seats = desk.plan.seats_of.get(choice.student, [])
    targets = dict.fromkeys(ranks[seat.rank] for seat in seats if seat.rank in ranks)
    if not targets:
        return NOTHING_INSTEAD()
    return INSTEAD(courses=[TITLE(title=title_of(network, target)) for target in targets])


def _force(served: Literal, cp: cp_model.CpModel) -> None:
    cp.add(served == 1)


def _exchange(bench: Workbench, choice: Choice, cp: cp_model.CpModel) -> None:
    """The student is in, and of all others at most one member of a group of that course sits otherwise."""
    model, true = bench.model, bench.true
    assert true is not None
    cp.add(model.served[choice.student, choice.course] == 1)
    courses = {course.id for course in bench.network.courses_of(choice.course)}
    members = {seat.student for seat in bench.plan.enrolments if seat.course in courses}
    gives_way: dict[str, Literal] = {
        student: cp.new_bool_var(f"gives_way[{student}]") for student in sorted(members - {choice.student})
    }
    cp.add(total(gives_way.values()) <= 1)
    for seat in model.seats:
        student, value = seat.student.id, int(seat.taken.index in true)
        if student == choice.student:
            continue
        if student not in gives_way:
            cp.add(seat.taken == value)
        elif value:
            cp.add(seat.taken >= 1 - gives_way[student])
        else:
            cp.add(seat.taken <= gives_way[student])


def _tie(verdict: Verdict) -> int | None:
    """Which of the levels of priority decided (from 0); ``None`` if another goal did."""
    if verdict.worsening is None or goal_of(verdict.worsening.level.name) != PRIORITY.name:
        return None
    return int(verdict.worsening.level.name.partition(".")[2]) - 1


def _letter(
    desk: Desk, student: str, verdict: Verdict, obstacle: Message, losses: Collection[Effect]
) -> Message:
    losers = [effect for effect in losses if effect.fate is Fate.LOSES]
    if [effect.student for effect in losers] == [student]:
        lost = set(losers[0].before) - set(losers[0].after)
        courses = sorted({group.course for group in desk.plan.groups if group.id in lost})
        titles = [TITLE(title=title_of(desk.network, course)) for course in courses]
        return LETTER_OWN(reason=obstacle, courses=titles)
    tie = _tie(verdict)
    if tie is not None:
        by = DRAWN if BY[tie] is BY_LOTTERY else BY[tie]
        return LETTER_TIE(reason=obstacle, by=by)
    if verdict.worsening is not None:
        return LETTER_WORSE(reason=obstacle, goal=named(verdict.worsening.level.name))
    return LETTER(reason=obstacle)
