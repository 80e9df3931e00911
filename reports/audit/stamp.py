"""Compares what a plan says of its network and its run with the network, and with what can be at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from models.finding import Finding
from models.network import Network
from models.plan import NetworkStamp, Plan, RunStamp
from models.rules.records import RULE
from models.text import Text
from reports.audit import say

CURE = Text("Исправьте запись плана.", "Correct the record of the plan.")
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
NO_GOALS = Text("В записи о расчёте не названы цели.", "The record of the run names no goals.")
WRONG_GOALS = Text(
    "Цели в записи о расчёте или их порядок не те, что в сети: {goals}.",
    "The goals in the record of the run, or their order, are not those of the network: {goals}.",
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
        yield say.finding(RULE, message, CURE(), who=(stamp.name,))


def _run(network: Network, run: RunStamp) -> Iterator[Finding]:
    if not _is_time(run.started_at):
        yield say.finding(RULE, NO_TIME(text=run.started_at), CURE())
    if not run.goals:
        yield say.finding(RULE, NO_GOALS(), CURE())
    elif run.goals != network.goals:
        yield say.finding(RULE, WRONG_GOALS(goals=run.goals), CURE())
    yield from _norms(network, run)


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return ":" in text


def _norms(network: Network, run: RunStamp) -> Iterator[Finding]:
    first_day = network.rules.first_day
    for norm in run.norms:
        if norm not in network.norms:
            yield say.finding(RULE, WRONG_NORM(norm=norm.key, value=norm.value), CURE())
        elif not norm.is_in_force(first_day):
            yield say.finding(RULE, NOT_IN_FORCE(norm=norm.key, value=norm.value), CURE())
    missing = [norm for norm in network.norms if norm.is_in_force(first_day) and norm not in run.norms]
    if missing:
        names = list(dict.fromkeys(norm.key for norm in missing))
        message = NORMS_LEFT_OUT(norms=names)
        yield say.finding(RULE, message, CURE(), excess=len(missing), unit=say.RECORDS)
