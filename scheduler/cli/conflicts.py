"""Says which locks cannot hold together, what giving them up would bring, and which were given up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.fault import Assumption, Reading
    from models.network import Network
    from models.outcome import Conflict, Infeasible, Removal
    from models.tables import Lock

NONE = Text(
    "Плана не существует: закрепления не могут выполняться вместе.",
    "There is no plan: the locks cannot hold together.",
)
NOT_FOUND = Text(
    "Какие именно, за отведённое время найти не удалось. Увеличьте --time-limit.",
    "Which ones could not be found within the time limit. Raise --time-limit.",
)
MINIMAL = Text(
    "Противоречие {number}. Вместе невыполнимо; без любого из пунктов оно снимается:",
    "Conflict {number}. These cannot hold together; without any one of them they can:",
)
NOT_MINIMAL = Text(
    "Противоречие {number}. Вместе по правилам сети невыполнимо; все ли пункты для этого нужны и какие "
    "правила мешают, за отведённое время выяснено не до конца:",
    "Conflict {number}. These cannot hold together by the rules; whether all of them are needed, and which "
    "rules are in the way, was not found out completely within the time limit:",
)
PART = Text("  - {message}", "  - {message}")
AT = Text("{where}: {message}", "{where}: {message}")
ROW = Text("строка {rows}", "row {rows}")
ROWS = Text("строки {rows}", "rows {rows}")
SHEET = Text("лист «{sheet}», {rows}", "sheet {sheet}, {rows}")
GIVES = Text("      без неё{others}: {result}", "      without it{others}: {result}")
ANY_GIVES = Text(
    "      без любой из них{others}: {result}", "      without any one of them{others}: {result}"
)
AND_MORE = Text(" и без ещё {count}", " and without {count} more")
AND_WITHOUT = Text(" и без ещё {count} ({rows})", " and without {count} more ({rows})")
ONE_BY_ONE = Text(
    "Что даст снятие закрепления, посчитано при снятых закреплениях наименьшего набора (внизу) из других "
    "противоречий.",
    "What giving up a lock brings is computed with the other conflicts resolved by the fewest locks (below).",
)
SERVED = Text(
    "место получают {served} из {applicants}, по первой заявке {first}",
    "{served} of {applicants} have a place, {first} by first choice",
)
AT_LEAST = Text(
    "место получают не меньше {served} из {applicants}, по первой заявке {first}",
    "at least {served} of {applicants} have a place, {first} by first choice",
)
MAYBE_MORE = Text(
    "Есть ли другие противоречия, за отведённое время не выяснено.",
    "Whether there are more conflicts was not found out within the time limit.",
)
FEWEST = Text(
    "Наименьшее число закреплений, которые надо снять: {count} ({rows}).",
    "The fewest locks that have to go: {count} ({rows}).",
)
THEN = Text("  Тогда {result}.", "  Then {result}.")
HOW = Text("  Спланировать без них: добавьте --drop-locks.", "  To plan without them, add --drop-locks.")
FEWEST_UNKNOWN = Text(
    "Какие закрепления достаточно снять, за отведённое время не выяснено.",
    "Which locks it is enough to give up was not found out within the time limit.",
)
UNTOLD = Text(
    "Что даст снятие остальных закреплений, за отведённое время не посчитано.",
    "What giving up the other locks would bring was not computed within the time limit.",
)
DROPPED = Text(
    "ВНИМАНИЕ: план составляется без этих закреплений (всего {count}), вместе с остальными они невыполнимы:",
    "ATTENTION: planning without these locks ({count} in all), which cannot hold together with the others:",
)
WAS_DROPPED = Text(
    "ВНИМАНИЕ: этих закреплений в плане нет (всего {count}):",
    "ATTENTION: these locks are not in the plan ({count} in all):",
)
IGNORED = Text(
    "ВНИМАНИЕ: план проверяется без закреплений, которые в нём не выполнены (всего {count}):",
    "ATTENTION: the plan is audited without the locks that it does not keep ({count} in all):",
)
ALL_KEPT = Text(
    "В плане выполнены все закрепления; --drop-locks ничего не меняет.",
    "The plan keeps all locks; --drop-locks changes nothing.",
)
VERIFY = Text(
    "Проверить такой план: setka verify … --drop-locks", "To verify such a plan: setka verify … --drop-locks"
)
NOT_IN_PLAN = Text("план составлен без закрепления: {lock}", "the plan was made without the lock: {lock}")


class Rows:
    """Where the locks stand in the input; equal locks may stand in several rows."""

    def __init__(self, network: Network, reading: Reading) -> None:
        self.network, self.reading = network, reading
        self.spots = list(zip(network.locks, reading.lock_spots, strict=True))

    def of(self, *locks: Lock) -> Message:
        """The rows of locks."""
        rows = [spot.row for lock, spot in self.spots if lock in locks and spot.row is not None]
        return (ROW if len(rows) == 1 else ROWS)(rows=rows)

    def named(self, lock: Lock) -> Message:
        """A lock with its sheet and rows."""
        from models.locks import lock_in_words

        sheet = next(spot.sheet for item, spot in self.spots if item == lock)
        return AT(where=SHEET(sheet=sheet, rows=self.of(lock)), message=lock_in_words(lock))


def show_conflicts(screen: Screen, rows: Rows, answer: Infeasible) -> None:
    """Names what cannot hold together and the ways out: the result of the command, so on stdout."""
    screen.print(NONE)
    if not answer.conflicts:
        screen.print(NOT_FOUND)
        return
    if len(answer.conflicts) > 1 and answer.removals:
        screen.print(ONE_BY_ONE)
    for number, conflict in enumerate(answer.conflicts, start=1):
        screen.print((MINIMAL if conflict.is_minimal else NOT_MINIMAL)(number=number))
        for line in _lines(rows, answer, conflict):
            screen.print(line)
    if not answer.are_all:
        screen.print(MAYBE_MORE)
    if not answer.fewest:
        screen.print(FEWEST_UNKNOWN)
        return
    told = {removal.locks[0] for removal in answer.removals[1:]} | set(answer.fewest)
    if any(lock not in told for conflict in answer.conflicts for lock in conflict.locks):
        screen.print(UNTOLD)
    screen.print(FEWEST(count=len(answer.fewest), rows=rows.of(*answer.fewest)))
    result = next((_result(item) for item in answer.removals if item.locks == answer.fewest), None)
    if result is not None:
        screen.print(THEN(result=result))
    screen.print(HOW)


def _lines(rows: Rows, answer: Infeasible, conflict: Conflict) -> Iterator[Message]:
    """Each part of a conflict, and what there is a plan for without it, once the other conflicts are
    resolved; said once of locks in a row for which it is the same."""
    elsewhere = set(answer.fewest) - set(conflict.locks)

    def alike(lock: Lock) -> tuple[int, int, int, bool] | None:
        removal = _removal_of(answer, lock)
        if removal is None:
            return None
        count = len(set(removal.locks) - {lock} - elsewhere)
        return count, removal.served, removal.first_choices, removal.is_best

    for _, group in groupby(conflict.locks, alike):
        locks = list(group)
        for lock in locks:
            yield PART(message=rows.named(lock))
        removal = _removal_of(answer, locks[0])
        if removal is None:
            continue
        others = set(removal.locks) - {locks[0]} - elsewhere
        if len(locks) == 1:
            more = AND_WITHOUT(count=len(others), rows=rows.of(*others)) if others else ""
            yield GIVES(others=more, result=_result(removal))
        else:
            more = AND_MORE(count=len(others)) if others else ""
            yield ANY_GIVES(others=more, result=_result(removal))
    for part in conflict.parts:
        if part.lock is None:
            yield PART(message=part.message)


def _removal_of(answer: Infeasible, lock: Lock) -> Removal | None:
    """What was found out about a plan without a lock: the fewest that have to go, if it is one of them."""
    if lock in answer.fewest:
        return next((item for item in answer.removals if item.locks == answer.fewest), None)
    return next((item for item in answer.removals if item.locks[0] == lock), None)


def _result(removal: Removal) -> Message:
    text = SERVED if removal.is_best else AT_LEAST
    return text(served=removal.served, applicants=removal.applicants, first=removal.first_choices)


def show_locks(screen: Screen, title: Text, rows: Rows, locks: Sequence[Lock]) -> None:
    """Locks that are given up, loudly: on stderr, with their rows."""
    screen.complain(title(count=len(locks)))
    for lock in locks:
        screen.complain(PART(message=rows.named(lock)))


def not_in_plan(network: Network, reading: Reading, dropped: Sequence[Lock]) -> tuple[Assumption, ...]:
    """The locks given up as lines among the assumptions, so that every export of the office has them."""
    from models.fault import Assumption
    from models.locks import lock_in_words

    spots = zip(network.locks, reading.lock_spots, strict=True)
    return tuple(
        Assumption(spot, NOT_IN_PLAN(lock=lock_in_words(lock))) for lock, spot in spots if lock in dropped
    )


def without(network: Network, locks: Sequence[Lock]) -> Network:
    """The network without some of its locks."""
    return network.replace(locks=tuple(lock for lock in network.locks if lock not in locks))
