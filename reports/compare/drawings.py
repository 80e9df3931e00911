"""The figures of a comparison: differences, flows between centres, the weeks side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.text import Lang, Text, say
from reports.compare.comparison import Comparison, Side
from reports.compare.flows import streams
from reports.compare.indicators import Indicator, Sure
from reports.compare.level_lines import LevelLine, level_lines
from reports.compare.moves import held
from reports.compare.told import FIRST, SERVED, TRAVEL, YEARLY
from reports.compare.words import KNOWN
from reports.figures import alluvial, differences, small_weeks
from reports.figures.drawings import Drawing
from reports.figures.gallery import Figure
from reports.figures.style import settings
from reports.figures.svg import svg_text
from reports.views.steps import is_share

MEASURES = {
    SERVED: Text("На сколько больше обучающихся получат место", "How many more students get a seat"),
    FIRST: Text(
        "На сколько больше обучающихся получат первую заявку", "How many more students get their first choice"
    ),
    TRAVEL: Text(
        "На сколько часов в год дольше дорога всех обучающихся", "How many hours a year longer all travel"
    ),
    YEARLY: Text("На сколько рублей в год больше затраты", "How many roubles a year more it costs"),
}
LEVEL = Text("{title} ({unit})", "{title} ({unit})")

FLOWS = Text("Кто в каком центре: {title}", "Who learns at which centre: {title}")
FLOWS_CAPTION = Text(
    "Слева — где обучающиеся занимаются в исходной сети, справа — в варианте, с числом обучающихся. Серые "
    "остаются, оранжевые переходят в другой центр, синие получают место, заштрихованные его теряют.",
    "On the left where students learn in the base, on the right in the scenario, with their number. Grey "
    "ones stay, orange ones go to another centre, blue ones get a seat, hatched ones lose it.",
)
WEEKS = Text("Недели рядом", "The weeks side by side")
WEEKS_CAPTION = Text(
    "Занятия по дням и часам в исходной сети и в вариантах; у групп одного профиля один цвет, в красной "
    "рамке то, чего в исходной сети в этом месте и в это время нет.",
    "Sessions by day and clock in the base and in the scenarios; groups of one profile have one colour, a "
    "red frame is around what the base does not have at that place and time.",
)

LEFT_OUT = ("unserved", "travel", "priority")
"""Goals without a figure: two are there in other words, and of the lottery nobody wishes for more."""

NO_CAPTION = Text("", "")

A_ROW = 3
"""Scenarios that stand in one figure of weeks beside the base."""


def figures(
    comparisons: Sequence[Comparison], lines: Sequence[Indicator], *, lang: Lang, public: bool
) -> dict[str, list[Figure]]:
    """The figures by section, as SVG."""
    found: dict[str, list[Figure]] = {"differences": [], "flows": [], "weeks": []}
    with settings():
        for section, drawing in _drawings(comparisons, lines, lang=lang, public=public):
            caption = say(drawing.caption, lang)
            svg = svg_text(drawing.figure, drawing.key, f"{say(drawing.title, lang)}. {caption}")
            found[section].append(Figure(drawing.key, drawing.title, drawing.caption, svg))
    return found


def _drawings(
    comparisons: Sequence[Comparison], lines: Sequence[Indicator], *, lang: Lang, public: bool
) -> Iterator[tuple[str, Drawing]]:
    measured = [*_measures(comparisons, lines), *_levels(comparisons, public=public)]
    for data in filter(differences.has_bars, measured):
        ax = differences.draw(differences.sheet(data), data, lang)
        yield "differences", Drawing(f"difference-{data.key}", data.title, NO_CAPTION, ax)
    if not public:
        for number, item in enumerate(comparisons, start=1):
            bands = tuple(alluvial.Band(one.before, one.after, one.students) for one in streams(item))
            if bands:
                flow = alluvial.Alluvial(item.scenario.title, bands)
                ax = alluvial.draw(alluvial.sheet(flow), flow, lang)
                title = FLOWS(title=item.scenario.title)
                yield (
                    "flows",
                    Drawing(
                        f"flow-{number}",
                        Text(title.in_("ru"), title.in_("en")),
                        FLOWS_CAPTION if number == 1 else NO_CAPTION,
                        ax,
                    ),
                )
    yield from _weeks(comparisons, lang=lang, public=public)


def _measures(
    comparisons: Sequence[Comparison], lines: Sequence[Indicator]
) -> Iterator[differences.Differences]:
    """The figures of which no level is a goal, or which are said better than their goal."""
    for line in lines:
        if line.key in MEASURES:
            rows = tuple(
                differences.Difference(
                    item.scenario.title,
                    entry.difference,
                    (entry.interval.low, entry.interval.high) if entry.interval is not None else None,
                    entry.known
                    if entry.sure is not Sure.PLANS
                    else KNOWN(changed=entry.changed, known=entry.known),
                )
                for item, entry in zip(comparisons, line.entries, strict=True)
            )
            yield differences.Differences(line.key, MEASURES[line.key], rows)


def _levels(comparisons: Sequence[Comparison], *, public: bool) -> Iterator[differences.Differences]:
    """The other goals of which something is certain in some scenario, each in its unit."""
    found = [{line.name: line for line in level_lines(item, public=public)} for item in comparisons]
    names = dict.fromkeys(
        name
        for known in found
        for name, line in known.items()
        if line.certain is not None and line.is_first_of_goal and line.name.partition(".")[0] not in LEFT_OUT
    )
    for number, name in enumerate(names):
        lines = [known.get(name) for known in found]
        told = next(line for line in lines if line is not None)
        rows = tuple(
            _row(item.scenario, line)
            for item, line in zip(comparisons, lines, strict=True)
            if line is not None
        )
        title = LEVEL(title=told.title, unit=told.unit)
        text = Text(title.in_("ru"), title.in_("en"))
        yield differences.Differences(f"level-{number}", text, rows)


def _row(side: Side, line: LevelLine) -> differences.Difference:
    """A share is drawn in percentage points."""
    mine, theirs = line.base.level, line.scenario.level
    unit = theirs.scale / 100 if theirs is not None and is_share(theirs) else 1
    in_plans = None if mine is None or theirs is None else (theirs.value - mine.value) / unit
    certain = None if line.certain is None else (line.certain.low / unit, line.certain.high / unit)
    said = line.known if certain is not None else KNOWN(changed=line.in_plans, known=line.known)
    return differences.Difference(side.title, in_plans, certain, said)


def _weeks(comparisons: Sequence[Comparison], *, lang: Lang, public: bool) -> Iterator[tuple[str, Drawing]]:
    base = comparisons[0].base
    profiles = tuple(
        sorted({course.profile for item in comparisons for course in item.scenario.network.courses})
    )
    first = small_weeks.Panel(base.title, tuple(held(base, public=public)))
    for start in range(0, len(comparisons), A_ROW):
        panels = [
            small_weeks.Panel(item.scenario.title, tuple(held(item.scenario, public=public)))
            for item in comparisons[start : start + A_ROW]
        ]
        if any(panel.meetings for panel in (first, *panels)):
            data = small_weeks.SmallWeeks((first, *panels), profiles)
            ax = small_weeks.draw(small_weeks.sheet(data), data, lang)
            yield "weeks", Drawing(f"weeks-{start}", WEEKS, NO_CAPTION if start else WEEKS_CAPTION, ax)
