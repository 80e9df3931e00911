"""The page, the workbook and the figures of a comparison."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reports.compare.indicators import Sure, indicators
from reports.compare.level_lines import level_lines
from reports.compare.made import made
from reports.compare.page import blocks, page
from reports.export.words import PERSONAL
from reports.figures import alluvial, differences, small_weeks
from reports.figures.style import settings

Write = Callable[..., Path]


def test_the_figures_of_all_sides(comparisons: Any) -> None:
    """Served 10, 14, 5; first choices 5, 9, 5; groups 2, 4, 1; hours 4, 8, 2; centres 1, 2, 1."""
    found = {line.key: line for line in indicators(comparisons, public=False)}
    numbers = {
        key: [line.base.number, *(entry.value.number for entry in line.entries)]
        for key, line in found.items()
        if key != "travel"
    }
    assert numbers == {
        "served": [10, 14, 5],
        "first": [5, 9, 5],
        "share": [25.0, 35.0, 12.5],
        "rural": [2, 6, 0],
        "town": [8, 8, 5],
        "groups": [2, 4, 1],
        "centres": [1, 2, 1],
        "hours": [4, 8, 2],
        "yearly": [2600, 5200, 1800],
        "once": [0, 50_000, 0],
    }
    assert [entry.sure for entry in found["served"].entries] == [Sure.PROVEN, Sure.INTERVAL]
    assert {entry.sure for entry in found["first"].entries} == {Sure.PLANS}


def test_levels_of_both_sides(lost: Any) -> None:
    """The first has an interval; the second is only compared in these plans, as the first is open here."""
    first, second = level_lines(lost, public=False)
    assert (first.known.in_("ru"), first.overlaps) == ("не меньше +3 и не больше +5", False)
    assert (second.in_plans.in_("ru"), second.known.in_("ru")) == ("−15", "в этих планах")
    assert (second.base.proven, second.scenario.proven) == (True, False)


def test_a_level_of_one_plan_alone_is_not_open(opened: Any) -> None:
    """Fairness has as many levels as there are units: one more on a side is not compared, and no risk."""
    base = opened.base
    extra = base.plan.levels[1].replace(name="fairness.1", value=900, bound=900, scale=1000, proven=True)
    plan = base.plan.replace(levels=(*base.plan.levels, extra))
    longer = type(base)("base", "Исходная", type(base.source)(base.network, plan, base.source.people))
    lines = level_lines(type(opened)(longer, opened.scenario), public=False)
    assert [(line.name, line.is_open) for line in lines] == [
        ("unserved", False),
        ("rank_points", True),
        ("fairness.1", False),
    ]
    assert lines[2].known.in_("ru") == "не сравнивается"


def test_many_scenarios_stand_in_several_tables() -> None:
    """At most four beside the base, as evenly as can be: 5 in 2 and 3, 8 in 4 and 4; all of them once."""
    for number in range(1, 20):
        parts = [range(number)[block] for block in blocks(number)]
        assert [at for part in parts for at in part] == [*range(number)]
        assert max(map(len, parts)) <= 4
        assert max(map(len, parts)) - min(map(len, parts)) <= 1
    assert [len(range(8)[block]) for block in blocks(8)] == [4, 4]


def test_how_it_was_made(opened: Any) -> None:
    """Seed, lottery, limit and seconds of every plan; a plan made by hand has none of them."""
    sides = [opened.base, opened.scenario]
    facts = {title.ru: values for title, values in made(sides)}
    assert facts["Начальное число жребия"] == [7, 7]
    assert facts["Предел времени, с"] == [10, 10]
    assert facts["Затрачено времени, с"] == [1.5, 1.5]
    source = opened.base.source
    without = type(source)(source.network, source.plan.replace(run=None), source.people)
    by_hand = type(opened.base)("h", "Вручную", without)
    facts = {title.ru: values for title, values in made([opened.base, by_hand])}
    assert facts["Начальное число поиска"] == [1, None]


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("name", ["comparisons", "hostile_pair"])
def test_pages_are_whole_and_ask_for_nothing(
    name: str, lang: Any, request: pytest.FixtureRequest, taken_apart: Any
) -> None:
    """Every link within the page has its aim, no id is there twice, and nothing is loaded."""
    found = request.getfixturevalue(name)
    for public in (True, False):
        text = page(found, lang=lang, public=public)
        parsed = taken_apart(text)
        ids = [attributes["id"] for _, attributes in parsed.tags if "id" in attributes]
        assert len(ids) == len(set(ids))
        links = [attributes["href"] for tag, attributes in parsed.tags if tag == "a"]
        assert links
        assert all(link.startswith("#") and link[1:] in ids for link in links)
        assert not [tag for tag, attributes in parsed.tags if tag in {"link", "img", "iframe"}]
        assert (PERSONAL.in_(lang) in parsed.text) is not public
        titles = {item.scenario.title for item in found}
        assert all(" ".join(title.split()) in parsed.text for title in titles)


def test_the_office_reads_who_gains_and_from_what(opened: Any, taken_apart: Any, plans: Any) -> None:
    """Names with before and after; the wish among the demand."""
    text = taken_apart(page([opened], lang="ru", public=False)).text
    assert plans.NAMES["О11"] in text
    assert "Выигрывают: заявка выше или место вместо отказа: 5" in text
    assert "поданные заявки и пожелания: 3" in text


def test_missing_prices_are_named(opened: Any, taken_apart: Any) -> None:
    """Without prices the sums are nought, and the page says which are not given."""
    sides = []
    for side in (opened.base, opened.scenario):
        source = type(side.source)(side.network.replace(costs=()), side.plan, side.source.people)
        sides.append(type(side)(side.name, side.title, source, opened=side.opened))
    text = taken_apart(page([type(opened)(*sides)], lang="ru", public=True)).text
    assert "Цена не задана: цена часа (hour_rate), доплата руководителю" in text


@pytest.mark.parametrize("public", [True, False])
def test_the_workbook_has_real_numbers(public: bool, written: Write, comparisons: Any) -> None:
    """Sheets of the folder, headers that stay, A4 one page wide, and numbers as numbers."""
    folder = written(comparisons) / ("public" if public else "internal")
    book = openpyxl.load_workbook(folder / "comparison.xlsx")
    everything = ["Сравнение", "Школы", "Группы", "Обучающиеся", "Цели"]
    assert book.sheetnames == (["Сравнение", "Группы", "Цели"] if public else everything)
    first = 1 if public else 2  # below the mark
    for sheet in book:
        assert sheet.freeze_panes == f"B{first + 1}"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == f"${first}:${first}"
        assert public or sheet["A1"].value == PERSONAL.ru
    rows = list(book["Сравнение"].iter_rows(min_row=first + 1, values_only=True))
    served = [row for row in rows if row[0] == "Получили место"]
    assert [row[3:8] for row in served] == [(10, 14, 4, 4, 4), (10, 5, -5, -5, -3)]
    if not public:
        schools = list(book["Школы"].iter_rows(min_row=first + 1, values_only=True))
        assert ("Школа села", "село", "Открыть центр в селе", 5, 6, 2, 6, 4, 0, 4, 4) in schools
        assert book["Обучающиеся"].max_row == first + 6 + 10


def test_bars_are_full_where_proven_and_hollow_between_limits() -> None:
    """A proven +4 is one bar of 4, [−5, −3] an empty one of 2, and +2 of two plans a grey one."""
    rows = (
        differences.Difference("а", 4, (4, 4), differences.PROVEN),
        differences.Difference("б", -5, (-5, -3), differences.INTERVAL),
        differences.Difference("в", 2, None, differences.PLANS),
        differences.Difference("г", None, None, differences.PLANS),
    )
    data = differences.Differences("x", differences.PROVEN, rows)
    with settings():
        ax = differences.draw(differences.sheet(data), data, "ru")
    bars = [(bar.get_x(), bar.get_width()) for bar in ax.patches]
    assert bars == [(0, 4), (-5, 2), (0, 2)]
    legend = ax.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == [
        "доказано",
        "доказанные границы",
        "в этих планах",
    ]
    assert not differences.has_bars(differences.Differences("x", differences.PROVEN, rows[3:]))


def test_bands_are_as_broad_as_they_are_many_and_meet_their_places() -> None:
    """On both sides the bands of a place lie below one another and fill it."""
    bands = (alluvial.Band("А", "А", 6), alluvial.Band("А", "Б", 3), alluvial.Band("Б", "Б", 11))
    data = alluvial.Alluvial("вариант", bands)
    left, right = alluvial.columns(data)
    assert [(block.place, block.students) for block in left] == [("А", 9), ("Б", 11)]
    assert [(block.place, block.students) for block in right] == [("А", 6), ("Б", 14)]
    unit = alluvial.HIGH / 20
    assert [block.high for block in left] == [9 * unit, 11 * unit]
    assert left[1].top >= left[0].top + left[0].high
    with settings():
        ax = alluvial.draw(alluvial.sheet(data), data, "ru")
    assert "3" in [text.get_text() for text in ax.texts]


def test_small_weeks_frame_what_stands_elsewhere(lost: Any) -> None:
    """In the scenario the one session that moved to Thursday has a frame, in the base none has."""
    from reports.compare.moves import held

    panels = tuple(
        small_weeks.Panel(side.title, tuple(held(side, public=True))) for side in (lost.base, lost.scenario)
    )
    data = small_weeks.SmallWeeks(panels, ("ИТ", "ХИМ"))
    with settings():
        ax = small_weeks.draw(small_weeks.sheet(data), data, "ru")
    assert [patch.get_linewidth() > 1 for patch in ax.patches] == [False, False, True]
    assert {text.get_text() for text in ax.texts} >= {
        "Исходная сеть",
        "Химии не будет",
        "ИТ-1",
        "ХИМ-1",
        "Чт",
    }
