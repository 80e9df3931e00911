"""What is published of a comparison names nobody and tells of no one or two students."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from models.text import say
from reports.compare.certain import Interval
from reports.compare.comparison import Comparison, Side
from reports.compare.council import council_rows
from reports.compare.indicators import Sure, indicators
from reports.compare.kinds import Change, change_of, kinds, may_tell
from reports.compare.level_lines import level_lines
from reports.compare.sentences import headline
from reports.compare.told import may_tell_certain, may_tell_served, together, told_levels
from reports.export.source import Source
from reports.export.words import PERSONAL
from reports.html.comparison_words import COMPARISON

Write = Callable[..., Path]


def contents(folder: Path) -> str:
    """All that stands in the files of a folder, workbooks unpacked."""
    parts = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                parts += [book.read(name).decode("utf-8", "replace") for name in book.namelist()]
        elif path.is_file():
            parts.append(path.read_text(encoding="utf-8"))
    return "\n".join(parts)


def people_in(text: str, source: Source) -> list[str]:
    """Names and ids of persons that stand in the text as whole words."""
    found = []
    for person in source.people.rows:
        for said in {person.name, person.id}:
            escaped = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            if re.search(rf"(?<![\w-]){re.escape(escaped)}(?![\w-])", text):
                found.append(said)
    return found


@pytest.mark.parametrize("name", ["comparisons", "hostile_pair"])
def test_no_file_to_publish_names_a_person(name: str, written: Write, request: pytest.FixtureRequest) -> None:
    """Neither pages, nor tables, nor JSON, nor the Council's sheet; the files of the office name those for
    whom something changes."""
    found = request.getfixturevalue(name)
    folder = written(found)
    source = found[0].scenario.source
    assert {path.name for path in (folder / "public").iterdir()} == {
        "comparison.html",
        "comparison.json",
        "comparison.xlsx",
        "council.html",
    }
    public = contents(folder / "public")
    assert people_in(public, source) == []
    assert PERSONAL.ru not in public
    internal = contents(folder / "internal")
    assert people_in(internal, source) != []
    assert PERSONAL.ru in internal


def test_no_school_is_told_as_one_that_sends(written: Write, opened: Any) -> None:
    """Names of schools stand in public where their centres hold groups, and nowhere else."""
    assert "Школа села" in contents(written([opened]) / "public")
    kept = Comparison(opened.base, Side("kept", "Всё как есть", opened.base.source))
    assert "Школа села" not in contents(written([kept]) / "public")


def test_sums_are_told_where_nobody_is_alone(comparisons: Any, written: Write) -> None:
    """10 and 5 of 13 in the base and without the course: three and eight without a seat. With the centre 14
    of 14, of whom one is new: their number is not told, what is certain is."""
    line = indicators(together(comparisons), public=True)[0]
    said = [say(told.said, "ru") for told in (line.base, *(entry.value for entry in line.entries))]
    assert said == ["10 из 13", "14", "5 из 13"]
    assert (line.entries[0].sure, line.entries[0].difference) == (Sure.PROVEN, 4)
    public = contents(written(comparisons) / "public")
    assert "5 из 13" in public
    assert "из 14" not in public


def test_applicants_are_not_told_beside_one_more(opened: Any, written: Write) -> None:
    """13 apply and 14 do: "14 of 14" beside "10 of 13" would tell that there was one wish. Without the wishes
    of О12 and О13 there is one more applicant; who applied is told of the base alone."""
    network = opened.scenario.network
    kept = tuple(choice for choice in network.choices if choice.course != "ПОВАР" or choice.student == "О14")
    seats = [
        seat.replace(course="ИТ", group="ИТ-2", rank=1) if seat.student in {"О12", "О13"} else seat
        for seat in opened.scenario.plan.enrolments
    ]
    seats = [seat.replace(group="ИТ-2") if seat.student == "О14" else seat for seat in seats]
    plan = opened.scenario.plan.replace(enrolments=tuple(seats))
    source = Source(network.replace(choices=kept), plan, opened.scenario.source.people)
    item = Comparison(opened.base, Side("one", "Одно пожелание", source, wishes=1))
    (told,) = together([item])
    assert item.turns["new"] == 1
    assert not told.tells_applicants
    levels = {line.name: line.scenario.level for line in level_lines(told, public=True)}
    assert levels["unserved"] is None
    public = contents(written([item]) / "public")
    assert "менее 3" in public
    assert "из 14" not in public
    assert "10 из 13" in public


def test_where_one_has_no_seat_no_plan_tells_the_applicants(plans: Any, opened: Any, written: Write) -> None:
    """12 of 13 served in one scenario: were "of 13" told of any plan, the one would be known. That one more
    is told of the 13 in another scenario does no harm alone."""
    side = plans.base_side()
    more = side.plan.replace(
        enrolments=(*side.plan.enrolments, *plans.seats("ХИМ-1", 2, 11, 12)),
        levels=plans.levels((1, 1), (46, 46)),
    )
    item = Comparison(side, Side("more", "Ещё два места", Source(side.network, more, side.source.people)))
    assert item.served == Interval(2, 2)
    both = [item, opened]
    assert [one.tells_applicants for one in together(both)] == [False, False]
    public = contents(written(both) / "public")
    assert "из 13" not in public
    assert "из 14" not in public
    line = indicators(together(both), public=True)[0]
    assert [entry.difference for entry in line.entries] == [2, 4]
    assert [say(entry.known, "ru") for entry in line.entries] == ["+2, доказано", "+4, доказано"]
    for one in together(both):
        assert "unserved" not in told_levels(one, public=True)


def test_a_sum_that_is_a_range_has_no_difference(plans: Any) -> None:
    """Two have a seat in a group of two: how many are served is a range, only that it is fewer is said."""
    side = plans.base_side()
    plan = side.plan.replace(
        groups=side.plan.groups[:1],
        enrolments=tuple(plans.seats("ИТ-1", 1, 1, 2)),
        levels=plans.levels((11, 11), (10, 10)),
    )
    few = Side("few", "Почти никому", Source(side.network, plan, side.source.people))
    (item,) = together([Comparison(side, few)])
    assert item.served == Interval(-8, -8)
    entry = indicators([item], public=True)[0].entries[0]
    assert (entry.difference, entry.interval) == (None, None)
    assert headline(item, public=True).in_("ru") == (
        "Вариант «Почти никому»: место получат: меньше, доказано; число не публикуется."
    )


def test_ends_of_an_interval_are_not_told_beside_hidden_applicants(lost: Any) -> None:
    """ "At most" is the applicants less a bound: withheld with them, told with them."""
    (told,) = together([lost])
    assert told.tells_applicants
    assert may_tell_certain(told, public=True)
    hidden = replace(told, tells_applicants=False)
    assert may_tell_served(hidden, public=True)
    assert not may_tell_certain(hidden, public=True)
    assert indicators([hidden], public=True)[0].entries[0].interval is None
    assert "меньше, доказано" in headline(hidden, public=True).in_("ru")


def test_kinds_of_schools_are_told_in_words(lost: Any, opened: Any) -> None:
    """Village −2, town −3: only that the town has fewer; village +4, town 0."""
    assert {rural: kind.changed for rural, kind in kinds(opened, public=True).items()} == {
        True: Change.MORE.value,
        False: Change.ALIKE.value,
    }
    assert {rural: say(kind.changed, "ru") for rural, kind in kinds(lost, public=False).items()} == {
        True: "−2",
        False: "−3",
    }


def test_words_never_leave_a_small_change_one_value() -> None:
    """All changes of both kinds up to eight, tried one by one: a reader who knows the words and the change of
    all has at least two values for each, wherever the words are told."""
    span = range(-20, 21)
    told = 0
    for rural, town in product(range(-8, 9), repeat=2):
        words = change_of(rural), change_of(town)
        if may_tell(*words, rural + town):
            told += 1
            fitting = [
                (one, other)
                for one, other in product(span, repeat=2)
                if one + other == rural + town and (change_of(one), change_of(other)) == words
            ]
            assert (rural, town) in fitting
            assert len({one for one, _ in fitting}) >= 2
    assert told > 100
    assert not may_tell(Change.ALIKE, Change.ALIKE, 4)  # 2 + 2 is all there is


def test_the_json_tells_what_the_page_tells(written: Write, comparisons: Any) -> None:
    """Of schools, students and their turns nothing; of sums those that are told."""
    found = json.loads((written(comparisons) / "public" / "comparison.json").read_text(encoding="utf-8"))
    assert found["base"]["figures"]["served"] == 10
    assert "travel" not in found["base"]["figures"]
    assert found["scenarios"][0]["certain"] == {"served": [4, 4]}
    assert set(found["scenarios"][0]) == {
        *("name", "title", "figures", "difference", "certain", "levels_certain", "groups")
    }


def test_the_council_reads_gain_cost_moves_and_risks(comparisons: Any) -> None:
    """Every line has a cell for each scenario, and the first says what is certain."""
    rows = {row.key: row for row in council_rows(comparisons)}
    assert all(len(row.cells) == 2 for row in rows.values())
    said = [[say(part, "ru") for part in cell] for cell in rows["council_gain"].cells]
    assert said[0] == ["место получат на 4\u00a0обучающихся больше\u00a0— доказано", "всего 14"]
    assert said[1][0].startswith("место получат меньше обучающихся: не меньше чем на 3")
    cost = [[say(part, "ru") for part in cell] for cell in rows["council_cost"].cells]
    assert cost == [["+2\u00a0600 руб. в год", "и один раз 50\u00a0000 руб."], ["−800 руб. в год"]]
    moves = [[say(part, "ru") for part in cell] for cell in rows["council_moves"].cells]
    assert moves[0] == ["открытие: 2\u00a0группы\u00a0— Курс ИТ (ИТ-2), Курс ПОВАР (ПОВАР-1)"]
    risks = [say(part, "ru") for part in rows["council_risks"].cells[1]]
    assert risks[0].startswith("не доказано, что лучше нельзя: «Остались без места»")


def test_the_council_does_not_read_a_variant_as_free(opened: Any) -> None:
    """A scenario that costs what the base does: no change, where "0 roubles a year" reads like no cost."""
    rows = {row.key: row for row in council_rows([Comparison(opened.base, opened.base)])}
    assert [say(part, "ru") for part in rows["council_cost"].cells[0]] == ["в год без изменений"]


def test_english_words_are_english() -> None:
    """No Russian letter in any."""
    assert not [key for key, text in COMPARISON.items() if re.search("[а-яё]", text.en, re.IGNORECASE)]
