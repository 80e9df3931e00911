"""The page of a comparison: everything in one file, for the office with names and to publish without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

from models.order import natural
from models.text import Lang, Message, Text
from reports.compare.comparison import Comparison, Side
from reports.compare.cost import PRICES, Cost
from reports.compare.drawings import figures
from reports.compare.groups import GroupTurn
from reports.compare.indicators import indicators
from reports.compare.learners import HEADINGS, Learner, learners
from reports.compare.level_lines import NONE, LevelLine, level_lines
from reports.compare.made import made
from reports.compare.moves import GroupLine, group_lines
from reports.compare.people import Turn
from reports.compare.sentences import demand, headline
from reports.compare.told import OF, together, told_wishes
from reports.compare.words import NOT_TOLD, signed
from reports.export.imprint import Imprint, imprint
from reports.export.words import grouped
from reports.html.comparison_words import COMPARISON
from reports.html.page import heading_of_year, render
from reports.html.plurals import GROUP

FILE = "comparison.html"

SIDE_BY_SIDE = 4
"""Scenarios beside the base in one table."""

TURN_TITLES = (
    (Turn.GAINS.value, Text("Выигрывают", "Gain")),
    (Turn.LOSES.value, Text("Проигрывают", "Lose")),
    (Turn.MOVES.value, Text("Переходят", "Move")),
)
STUDENTS = Text("чел.", "students")
COST_LINES: tuple[tuple[str, Callable[[Cost], float]], ...] = (
    ("cost_hours", lambda cost: cost.hours),
    ("cost_heads", lambda cost: cost.heads),
    ("cost_runs", lambda cost: cost.runs),
    ("cost_yearly", lambda cost: cost.yearly),
    ("cost_opening", lambda cost: cost.opening),
)


class Cell(NamedTuple):
    """A number of a scenario and its difference from the base."""

    said: Text | Message
    difference: int
    changed: Text


@dataclass(frozen=True)
class Row:
    """A line of a table: the base and a cell for every scenario."""

    name: Text | str
    base: Text | Message
    cells: tuple[Cell, ...]
    is_rural: bool = False
    is_sum: bool = False


class Brief(NamedTuple):
    sentence: Message
    demand: Message | Text | None


class Groups(NamedTuple):
    """What changes for groups in one scenario; ``kept`` says how many stay as they are."""

    title: str
    lines: list[GroupLine]
    kept: Text | None


class People(NamedTuple):
    title: str
    turns: dict[str, int]
    lists: list[tuple[Text, list[Learner]]]


def write_page(comparisons: Sequence[Comparison], folder: Path, *, lang: Lang, public: bool) -> None:
    """Writes ``comparison.html`` into an existing folder."""
    text = page(comparisons, lang=lang, public=public)
    (folder / FILE).write_text(text, encoding="utf-8", newline="\n")


def imprint_of(comparisons: Sequence[Comparison], *, public: bool) -> Imprint:
    """The edition of a comparison is that of its last plan."""
    return imprint(comparisons[-1].scenario.plan, public=public)


def page(comparisons: Sequence[Comparison], *, lang: Lang, public: bool) -> str:
    """The page as text. In public it has no person, no school and no small count."""
    comparisons = together(comparisons)
    base = comparisons[0].base
    network = base.network
    lines = indicators(comparisons, public=public)
    drawn = figures(comparisons, lines, lang=lang, public=public)
    schools = [] if public else school_rows(comparisons)
    year = heading_of_year(network.rules.school_year, lang)
    return render(
        "comparison.html",
        lang=lang,
        imprint=imprint_of(comparisons, public=public),
        title=f"{COMPARISON['compare_title'].in_(lang)} — {year}",
        styles=("comparison.css",),
        network_name=network.name,
        year=year,
        base_title=base.title,
        titles=[item.scenario.title for item in comparisons],
        blocks=blocks(len(comparisons)),
        briefs=[Brief(headline(item, public=public), demand(item, public=public)) for item in comparisons],
        sections=_sections(drawn.keys() & {key for key, found in drawn.items() if found}, public=public),
        lines=lines,
        not_told=NOT_TOLD,
        turn_titles=TURN_TITLES,
        turns=[item.turns for item in comparisons],
        students=STUDENTS.in_(lang),
        figures=drawn,
        schools=schools,
        costs=cost_rows(comparisons),
        missing=missing_prices(comparisons),
        groups=[_groups(item, public=public) for item in comparisons],
        people=[] if public else [_people(item) for item in comparisons],
        demands=[
            (item.scenario.title, told_wishes(item, public=public), item.has_other_choices)
            for item in comparisons
        ],
        levels=[_levels(item, public=public) for item in comparisons],
        none_sign=NONE,
        made=[] if public else made([base, *(item.scenario for item in comparisons)]),
        version=next((side.plan.run.version for side in _sides(comparisons) if side.plan.run), ""),
    )


def blocks(number: int) -> list[slice]:
    """The scenarios in as few tables of nearly equal width as are readable on paper."""
    parts = -(-number // SIDE_BY_SIDE)
    ends = [number * at // parts for at in range(parts + 1)]
    return [slice(start, end) for start, end in pairwise(ends)]


def _sides(comparisons: Sequence[Comparison]) -> list[Side]:
    return [comparisons[0].base, *(item.scenario for item in comparisons)]


def _sections(drawn: set[str], *, public: bool) -> list[tuple[str, str]]:
    """Anchors and titles of the sections that there are."""
    keys = ["indicators", "differences", "by_school", "cost", "changed_groups", "flows_section"]
    keys += ["weeks_section", "people_section", "demand_section", "levels_section", "made_section"]
    left_out = {"by_school", "people_section"} if public else set()
    for key, section in (
        ("differences", "differences"),
        ("flows", "flows_section"),
        ("weeks", "weeks_section"),
    ):
        if key not in drawn:
            left_out.add(section)
    return [(key, key) for key in keys if key not in left_out]


def school_rows(comparisons: Sequence[Comparison]) -> list[Row]:
    """Every school by name, then all rural ones and all in town, if there are both."""
    found: dict[str, list[tuple[int, tuple[int, int], tuple[int, int]]]] = {}
    names: dict[str, tuple[str, bool]] = {}
    for at, item in enumerate(comparisons):
        for school in item.schools:
            names[school.institution] = (school.name, school.is_rural)
            found.setdefault(school.institution, []).append((at, school.served, school.applicants))
    rows = []
    sums: dict[bool, list[list[int]]] = {}
    for id, (name, is_rural) in sorted(names.items(), key=lambda entry: natural(entry[1][0])):
        known = {at: (served, applicants) for at, served, applicants in found[id]}
        base = next((served[0], applicants[0]) for served, applicants in known.values())
        numbers = [base] + [
            (known[at][0][1], known[at][1][1]) if at in known else (0, 0) for at in range(len(comparisons))
        ]
        rows.append(_school_row(name, numbers, is_rural=is_rural))
        total = sums.setdefault(is_rural, [[0, 0] for _ in numbers])
        for mine, (served, applicants) in zip(total, numbers, strict=True):
            mine[0] += served
            mine[1] += applicants
    if len(sums) == 2:
        for is_rural, key in ((True, "all_rural"), (False, "all_town")):
            numbers = [(served, applicants) for served, applicants in sums[is_rural]]
            rows.append(_school_row(COMPARISON[key], numbers, is_rural=is_rural, is_sum=True))
    return rows


def _school_row(
    name: str | Text, numbers: Sequence[tuple[int, int]], *, is_rural: bool, is_sum: bool = False
) -> Row:
    said = [OF(part=served, whole=applicants) for served, applicants in numbers]
    changes = [served - numbers[0][0] for served, _ in numbers]
    cells = tuple(
        Cell(words, change, signed(change)) for words, change in zip(said[1:], changes[1:], strict=True)
    )
    return Row(name, said[0], cells, is_rural, is_sum)


def cost_rows(comparisons: Sequence[Comparison]) -> list[Row]:
    """What each plan costs, by item."""
    rows = []
    for key, count in COST_LINES:
        numbers = [round(count(side.cost)) for side in _sides(comparisons)]
        cells = tuple(Cell(grouped(n), n - numbers[0], signed(n - numbers[0])) for n in numbers[1:])
        rows.append(Row(COMPARISON[key], grouped(numbers[0]), cells, is_sum=key == "cost_yearly"))
    return rows


def missing_prices(comparisons: Sequence[Comparison]) -> list[Text]:
    """The prices that some plan would need and nobody gave."""
    return [PRICES[key] for key in dict.fromkeys(key for s in _sides(comparisons) for key in s.cost.missing)]


def _groups(item: Comparison, *, public: bool) -> Groups:
    lines = group_lines(item, public=public)
    kept = sum(change.turn is not GroupTurn.OPENED for change in item.groups) - sum(
        line.turn is not GroupTurn.OPENED for line in lines
    )
    return Groups(item.scenario.title, lines, GROUP(kept) if kept else None)


def _people(item: Comparison) -> People:
    lists = [
        (HEADINGS[turn], list(found)) for turn, found in groupby(learners(item), key=lambda one: one.turn)
    ]
    return People(item.scenario.title, item.turns, lists)


class Levels(NamedTuple):
    title: str
    lines: list[LevelLine]


def _levels(item: Comparison, *, public: bool) -> Levels:
    lines = [line for line in level_lines(item, public=public) if line.is_first_of_goal]
    return Levels(item.scenario.title, lines)
