"""Shows what holds the network back: the three scarcest things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.changes import Catalogue
    from scheduler.explain.desk import Desk
    from scheduler.explain.scarcity import Gain, Scarce

TITLE = Text("Что сдерживает сеть", "What holds the network back")
HEADERS = (
    Text("Чего больше", "One more of"),
    Text("Что это даёт", "What it gains"),
    Text("Откуда известно", "Known by"),
)
EXACT = Text("{goal}: лучше на {by}", "{goal}: better by {by}")
BETWEEN = Text("{goal}: лучше на {least}–{most}", "{goal}: better by {least} to {most}")
BY_SOLVE = Text("решение", "a solve")
BY_BOUND = Text("граница", "a bound")
NOTHING = Text(
    "Ни одно из проверенных изменений ничего не даёт первым целям.",
    "None of the changes that were tried gains anything on the first goals.",
)
TRIED = Text(
    "Проверено изменений: {tried} из {candidates}; отказов, по которым искали изменения: {refusals} из {of}.",
    "Changes tried: {tried} of {candidates}; refusals for which changes were looked for: {refusals} of {of}.",
)


def show_plan(screen: Screen, desk: Desk, catalogue: Catalogue, seconds: float) -> None:
    """Prints the three scarcest things with their gains, and how much was tried."""
    from scheduler.explain.scarcity import what_holds_back

    found = what_holds_back(desk, catalogue, seconds)
    if found.scarce:
        screen.table(TITLE, HEADERS, [_row(scarce) for scarce in found.scarce])
    else:
        screen.print(NOTHING)
    screen.print(
        TRIED(tried=found.tried, candidates=found.candidates, refusals=found.refusals, of=found.of_refusals)
    )


def _row(scarce: Scarce) -> tuple[object, ...]:
    gains = [_gain(gain) for gain in scarce.gains if gain.most > 0]
    return (scarce.text, gains, BY_SOLVE if scarce.is_by_solve else BY_BOUND)


def _gain(gain: Gain) -> Message:
    from scheduler.explain.words import counted, named

    goal = named(gain.level.name)
    if gain.is_exact:
        return EXACT(goal=goal, by=counted(gain.level.name, gain.least))
    return BETWEEN(goal=goal, least=gain.least, most=counted(gain.level.name, gain.most))
