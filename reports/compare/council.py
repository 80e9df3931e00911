"""The sheet for the Council: two or three scenarios on one page of A4, with no person and no small count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.text import Lang, Message, Text, joined, say
from reports.compare.comparison import Comparison
from reports.compare.groups import GroupTurn
from reports.compare.indicators import Entry, Indicator, indicators
from reports.compare.kinds import kinds
from reports.compare.level_lines import level_lines
from reports.compare.moves import GroupLine, group_lines
from reports.compare.page import imprint_of, missing_prices
from reports.compare.sentences import BY_WISHES_PUBLIC, in_short
from reports.compare.told import FIRST, ONCE, SERVED, SHARE, YEARLY, Told, together, told_wishes
from reports.compare.words import KNOWN, signed
from reports.export.tables.levels import level_title
from reports.export.words import grouped
from reports.html.comparison_words import COMPARISON
from reports.html.page import heading_of_year, render
from reports.html.plurals import GROUP

FILE = "council.html"

MOST = 3
"""Scenarios on the sheet."""

NAMED = 2
"""Things named of each kind; the others are counted."""

LONGEST = 44
"""Letters of the title of a course."""

CROWDED = 640
"""Letters in a column from which on the print is smaller, so that all stays on one page."""

TURN = {
    GroupTurn.OPENED: Text("открытие: {groups}\u00a0— {names}", "opening: {groups}: {names}"),
    GroupTurn.CLOSED: Text("закрытие: {groups}\u00a0— {names}", "closing: {groups}: {names}"),
    GroupTurn.MOVED: Text("перенос: {groups}\u00a0— {names}", "moving: {groups}: {names}"),
}
NOTHING_MOVES = Text("группы остаются на своих местах", "groups stay as they are")
ALL_PROVEN = Text("все цели обоих планов доказаны", "all goals of both plans are proven")
NOT_PROVEN = Text("не доказано, что лучше нельзя: {titles}", "not proven to be the best: {titles}")
IN_ALL = Text("всего {said}", "in all {said}")
OTHERS = Text(
    "первые заявки, доля, затраты, кто выигрывает: только в найденных планах",
    "first choices, share, cost and who gains are those of the plans found",
)
QUOTED = Text("«{title}»", "“{title}”")
NO_PRICE = Text("цены не заданы: {prices}", "no price for: {prices}")
ALL_ALIKE = Text("распределение по школам не публикуется", "the distribution over schools is not published")


@dataclass(frozen=True)
class Row:
    """A line of the sheet: the title by its key, the base, a cell of lines for every scenario."""

    key: str
    base: tuple[Text | Message, ...]
    cells: tuple[tuple[Text | Message, ...], ...]
    is_main: bool = False


@dataclass(frozen=True)
class Option:
    """A scenario at the head of its column."""

    title: str


def write_council(comparisons: Sequence[Comparison], folder: Path, *, lang: Lang) -> None:
    """Writes ``council.html`` into an existing folder."""
    (folder / FILE).write_text(council(comparisons, lang=lang), encoding="utf-8", newline="\n")


def council(comparisons: Sequence[Comparison], *, lang: Lang) -> str:
    """The sheet as text; of more scenarios than fit the first are shown, which it says."""
    shown = comparisons[:MOST]
    network = shown[0].base.network
    year = heading_of_year(network.rules.school_year, lang)
    rows = council_rows(comparisons)
    return render(
        "council.html",
        lang=lang,
        imprint=imprint_of(shown, public=True),
        title=f"{COMPARISON['council_title'].in_(lang)} — {year}",
        styles=("council.css",),
        network_name=network.name,
        year=year,
        shown=len(shown),
        all=len(comparisons),
        options=[Option(item.scenario.title) for item in shown],
        rows=rows,
        is_crowded=_longest(shown, rows, lang) > CROWDED,
    )


def _longest(shown: Sequence[Comparison], rows: Sequence[Row], lang: Lang) -> int:
    """Letters in the column that has most."""
    return max(
        len(item.scenario.title) + sum(len(say(part, lang)) for row in rows for part in row.cells[at])
        for at, item in enumerate(shown)
    )


def council_rows(comparisons: Sequence[Comparison]) -> list[Row]:
    """What the sheet says, line by line, of the first scenarios. What may be told depends on all of them."""
    comparisons = together(comparisons)
    lines = {line.key: line for line in indicators(comparisons, public=True)}
    rows = [
        Row(
            "council_gain",
            (lines[SERVED].base.said,),
            tuple(
                (in_short(item, public=True), IN_ALL(said=entry.value.said))
                for item, entry in zip(comparisons, lines[SERVED].entries, strict=True)
            ),
            is_main=True,
        ),
        _figure("council_first_choice", lines[FIRST]),
        _figure("council_share", lines[SHARE]),
        Row(
            "council_cost",
            _cost(lines[YEARLY].base, lines[ONCE].base),
            tuple(
                _changed_cost(yearly, once)
                for yearly, once in zip(lines[YEARLY].entries, lines[ONCE].entries, strict=True)
            ),
        ),
        Row("council_kinds", (), tuple(_kinds(item) for item in comparisons)),
        Row("council_moves", (), tuple(_moves(group_lines(item, public=True)) for item in comparisons)),
        Row("council_risks", (), tuple(_risks(item) for item in comparisons)),
    ]
    return [replace(row, cells=row.cells[:MOST]) for row in rows]


def _figure(key: str, line: Indicator) -> Row:
    def cell(entry: Entry) -> tuple[Text | Message, ...]:
        if entry.difference is None:
            return (entry.value.said,)
        return entry.value.said, KNOWN(
            changed=entry.changed, known=entry.known
        ) if entry.difference else entry.known

    return Row(key, (line.base.said,), tuple(cell(entry) for entry in line.entries))


def _cost(yearly: Told, once: Told) -> tuple[Text | Message, ...]:
    found = [
        yearly.said if yearly.number is None else COMPARISON["council_yearly"](sum=_roubles(yearly.number))
    ]
    if once.number:
        found.append(COMPARISON["council_once"](sum=_roubles(once.number)))
    return tuple(found)


def _changed_cost(yearly: Entry, once: Entry) -> tuple[Text | Message, ...]:
    change = yearly.difference
    found = [yearly.value.said if change is None else _yearly(round(change))]
    if once.value.number:
        found.append(COMPARISON["council_once"](sum=_roubles(once.value.number)))
    return tuple(found)


def _yearly(change: int) -> Text | Message:
    return COMPARISON["council_yearly"](sum=signed(change)) if change else COMPARISON["council_as_now"]


def _roubles(number: float) -> Text:
    return grouped(round(number))


def _kinds(item: Comparison) -> tuple[Text | Message, ...]:
    told = kinds(item, public=True)
    if not told:
        return (ALL_ALIKE,)
    keys = {True: "council_rural", False: "council_town"}
    return tuple(COMPARISON[keys[rural]](change=kind.changed) for rural, kind in told.items())


def _moves(lines: Sequence[GroupLine]) -> tuple[Text | Message, ...]:
    found: list[Text | Message] = []
    for turn, text in TURN.items():
        mine = [line for line in lines if line.turn is turn]
        if mine:
            names = joined((_named(line) for line in mine[:NAMED]), ", ")
            if len(mine) > NAMED:
                names = joined((names, COMPARISON["and_more"](count=len(mine) - NAMED)), " ")
            found.append(text(groups=GROUP(len(mine)), names=names))
    return tuple(found) or (NOTHING_MOVES,)


def _named(line: GroupLine) -> str:
    """A group by course and id; a long title without its end."""
    title = line.title if len(line.title) <= LONGEST else f"{line.title[: LONGEST - 1].rstrip()}…"
    return f"{title} ({line.group})"


def _risks(item: Comparison) -> tuple[Text | Message, ...]:
    """What is not proven, missing prices, and demand that is but a wish."""
    lines = level_lines(item, public=True)
    open_titles = dict.fromkeys(level_title(line.name.partition(".")[0]) for line in lines if line.is_open)
    found: list[Text | Message] = []
    if open_titles:
        titles = [QUOTED(title=title) for title in list(open_titles)[:NAMED]]
        found.append(NOT_PROVEN(titles=titles))
    else:
        found.append(ALL_PROVEN)
    found.append(OTHERS)
    missing = missing_prices([item])
    if missing:
        found.append(NO_PRICE(prices=missing))
    if item.scenario.wishes:
        found.append(BY_WISHES_PUBLIC(wishes=told_wishes(item, public=True)))
    return tuple(found)
