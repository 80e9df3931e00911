"""Compares what a plan says of its network and its run with the network, and with what can be at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from models.finding import Finding, Severity
from models.network import Network
from models.plan import NetworkStamp, Plan, RunStamp
from models.rules.records import RULE
from models.text import Message, Text
from reports.audit import say
from reports.audit.recording import REMOVE, wrong

CLOCKS_DIFFER = timedelta(days=1)
"""So far may the clock of the machine that planned be ahead of this one's."""

LATE_S = 600
"""Seconds that a run may take on top of twice its limit: reading, refusals and audit on a busy machine."""

REMAKE = Text("Составьте план заново.", "Make the plan anew.")

OTHER_NETWORK = Text(
    "План составлен для другой сети: {name}.", "The plan was made for another network: {name}."
)
OTHER_NAME = Text(
    "В плане сеть названа «{listed}», а называется она «{name}».",
    "The plan calls the network {listed}, but its name is {name}.",
)
NO_STAMP = Text("В плане не названа сеть.", "The plan does not name its network.")
NO_STATUS = Text("В плане не назван итог расчёта.", "The plan does not state its status.")
NO_TIME = Text(
    "Начало расчёта «{text}» — не дата со временем.",
    "The start of the run, {text}, is no date and time.",
)
IN_FUTURE = Text(
    "Начало расчёта «{text}» ещё не наступило.", "The start of the run, {text}, is in the future."
)
TOO_LONG = Text(
    "Расчёт занял {wall} с при пределе {limit} с.", "The run took {wall} s, and its limit was {limit} s."
)
LOOK = Text(
    "Проверьте часы компьютера и запись о расчёте: план мог быть изменён.",
    "Check the computer's clock and the record of the run: the plan may have been changed.",
)
A_TIME = Text("дату и время, например 2026-09-10T10:00:00", "date and time such as 2026-09-10T10:00:00")
NORM = Text("{norm} = {values}", "{norm} = {values}")
NO_GOALS = Text("В записи о расчёте не названы цели.", "The record of the run names no goals.")
WRONG_GOALS = Text(
    "Цели в записи о расчёте ({goals}) или их порядок не те, что в сети.",
    "The goals in the record of the run ({goals}), or their order, are not those of the network.",
)
WRONG_NORM = Text("Нормы {norm} = {value} в сети нет.", "The network has no norm {norm} = {value}.")
NOT_IN_FORCE = Text(
    "Норма {norm} = {value} на первый день занятий не действует.",
    "The norm {norm} = {value} is not in force on the first day of lessons.",
)
NORMS_LEFT_OUT = Text(
    "В записи о расчёте не названы действующие нормы: {norms}.",
    "The record of the run leaves out norms in force: {norms}.",
)


def check_stamp(network: Network, plan: Plan) -> Iterator[Finding]:
    """Network, status, start, goals and norms. A plan made by hand has no run and need not name a network."""
    if plan.network is not None:
        yield from _named(network, plan.network)
    if plan.run is not None:
        if plan.network is None:
            yield say.finding(RULE, NO_STAMP(), REMAKE())
        if plan.status is None:
            yield say.finding(RULE, NO_STATUS(), REMAKE())
        yield from _run(network, plan.run)


def _named(network: Network, stamp: NetworkStamp) -> Iterator[Finding]:
    if stamp.sha256 != network.sha256:
        yield say.finding(RULE, OTHER_NETWORK(name=stamp.name), REMAKE(), who=(stamp.name,))
    elif stamp.name != network.name:
        message = OTHER_NAME(listed=stamp.name, name=network.name)
        yield wrong(message, network.name, stamp.name)


def _run(network: Network, run: RunStamp) -> Iterator[Finding]:
    yield from _times(run)
    if not run.goals:
        yield wrong(NO_GOALS(), list(network.goals))
    elif run.goals != network.goals:
        yield wrong(WRONG_GOALS(goals=run.goals), list(network.goals))
    yield from _norms(network, run)


def _times(run: RunStamp) -> Iterator[Finding]:
    """A start that is no time; as warnings (clocks may be wrong) one to come and a run far over its limit.

    The limit of a deterministic run is not in seconds of a clock.
    """
    started = _time(run.started_at)
    if started is None:
        yield wrong(NO_TIME(text=run.started_at), A_TIME)
    elif started > datetime.now(UTC) + CLOCKS_DIFFER:
        yield _warning(IN_FUTURE(text=run.started_at))
    if run.wall_s > 2 * run.time_limit_s + LATE_S and not run.deterministic:
        yield _warning(TOO_LONG(wall=round(run.wall_s), limit=round(run.time_limit_s)))


def _warning(message: Message) -> Finding:
    return replace(say.finding(RULE, message, LOOK()), severity=Severity.WARNING)


def _time(text: str) -> datetime | None:
    """The time that an ISO text names, of Greenwich if it does not say; ``None`` for a date or no time."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if ":" not in text:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _norms(network: Network, run: RunStamp) -> Iterator[Finding]:
    first_day = network.rules.first_day
    in_force = [norm for norm in network.norms if norm.is_in_force(first_day)]
    for norm in run.norms:
        if norm not in network.norms:
            values = [known.value for known in in_force if known.key == norm.key]
            message = WRONG_NORM(norm=norm.key, value=norm.value)
            if values:
                yield wrong(message, NORM(norm=norm.key, values=values))
            else:
                yield say.finding(RULE, message, REMOVE())
        elif not norm.is_in_force(first_day):
            yield say.finding(RULE, NOT_IN_FORCE(norm=norm.key, value=norm.value), REMOVE())
    missing = [norm for norm in in_force if norm not in run.norms]
    if missing:
        names = list(dict.fromkeys(norm.key for norm in missing))
        message = NORMS_LEFT_OUT(norms=names)
        due = [NORM(norm=norm.key, values=norm.value) for norm in missing]
        yield wrong(message, due, excess=len(missing), unit=say.RECORDS)
