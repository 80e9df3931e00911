"""Figures of one row a thing: bars and words against numbers done by hand."""

from __future__ import annotations

from typing import Any

from models.plan import BoundScope, Level, Sense
from models.text import Text
from reports.export.masking import masked
from reports.figures import fill, levels, misses, served, shares, travel
from reports.views.bounds import goal_lines
from reports.views.fill import Fill
from reports.views.journeys import PlaceJourneys
from reports.views.near_misses import FullCourse, UnopenedCourse
from reports.views.public import (
    PublicFull,
    PublicPlace,
    PublicRank,
    PublicServed,
    PublicShare,
    PublicUnopened,
)
from reports.views.served import RankCount, Served
from reports.views.shares import Share


def drawn(figure: Any, data: Any, lang: Any = "ru") -> Any:
    """The figure on a sheet of its own; ``draw`` returns the axes it was given."""
    ax = figure.sheet(data, lang)
    assert figure.draw(ax, data, lang) is ax
    return ax


# --- shares ------------------------------------------------------------------------------------------


def test_shares_are_bars_in_per_cent(looks: Any) -> None:
    """10 of 40 and 3 of 60 are 25 % and 5 %; in all 13 of 100. The line stands at 20 %."""
    data = [
        Share("", "", False, 100, 13),
        Share("Ш1", "Школа 1", False, 40, 10),
        Share("Ш2", "Школа 2", True, 60, 3),
    ]
    ax = drawn(shares, data)
    assert looks.bars(ax) == [(0, 13), (0, 25), (0, 5)]
    words = looks.words(ax)
    assert {"Вся сеть", "13 из 100  ·  13,0\u00a0%", "10 из 40  ·  25,0\u00a0%", "заявлено: 20\u00a0%"} <= {
        *words
    }
    assert 20 in [line.get_xdata()[0] for line in ax.lines if line.get_linestyle() == "--"]
    assert "10 of 40  ·  25.0%" in looks.words(drawn(shares, data, "en"))


def test_published_shares_are_ranges(looks: Any) -> None:
    """0 to 4 of 20 is 0 to 20 %; 7 exactly is a stroke; what is not published has words alone."""
    data = [
        PublicShare("Ш1", "Школа 1", False, 20, 0, 4),
        PublicShare("Ш2", "Школа 2", False, 20, 7, 7),
        PublicShare("Ш3", "Школа 3", False, 20, 0, None),
        PublicShare("Ш4", "Школа 4", False, 0, 0, 4),
    ]
    ax = drawn(shares, data)
    assert looks.bars(ax)[0] == (0, 20)
    assert looks.bars(ax)[1][0] == 35
    assert len(looks.bars(ax)) == 2
    assert {"0–4 из 20", "7 из 20", "не публикуется", "старших классов нет"} <= {*looks.words(ax)}


# --- applications ------------------------------------------------------------------------------------


def test_applications_are_stacked_by_rank(looks: Any) -> None:
    """Ш1: 5 first, 2 second, 1 with nothing; Ш2: 3 first. Numbers stand beside the bars, too."""
    data = [
        Served("Ш1", "Школа 1", 8, 1, (RankCount(1, 5, 2, 0), RankCount(2, 2, 0, 3))),
        Served("Ш2", "Школа 2", 3, 0, (RankCount(1, 3, 0, 0), RankCount(2, 0, 0, 3))),
    ]
    ax = drawn(served, data)
    assert sorted(looks.bars(ax)) == [(0, 3), (0, 5), (5, 2), (7, 1)]
    words = looks.words(ax)
    assert [words.count(number) for number in ("5", "3", "2", "1")] >= [1, 1, 1, 1]
    assert {"1-я", "2-я", "без места"} <= {*words}
    looks.assert_apart(ax)


def test_what_is_not_published_of_applications_is_said(looks: Any) -> None:
    """Second choices served were so few that they are told of no school."""
    ranks = (PublicRank(1, 9, 0, 0), PublicRank(2, None, 0, 0))
    ax = drawn(served, [PublicServed("", Text("прочие", "others"), 0, ranks)])
    assert looks.bars(ax) == [(0, 9)]
    assert {"прочие", "н/п"} <= {*looks.words(ax)}


# --- fill --------------------------------------------------------------------------------------------


def test_groups_stand_upon_the_band_they_may_fill(looks: Any) -> None:
    """12 of 8 to 20 in a room of 12: the band ends there, full. A group of an unknown course has but its
    size."""
    data = [
        Fill("ИТ-1", "ИТ", "Python", "РЦ1", "Школа", 12, 8, 14, 20, 12),
        Fill("НЕТ-1", "НЕТ", "НЕТ", "", "", 3, None, None, None, None),
    ]
    ax = drawn(fill, data)
    assert looks.bars(ax) == [(8, 4), (0, 12), (0, 3)]
    assert {"Python · ИТ-1", "12  (от 8 до 12), полна", "3"} <= {*looks.words(ax)}
    marks = {tuple(line.get_xdata()) for line in ax.lines}
    assert {(14, 14), (12,)} <= marks


def test_a_group_below_its_minimum_is_called_so(looks: Any) -> None:
    """2 where 5 are the least."""
    data = [Fill("ИТ-1", "ИТ", "Python", "РЦ1", "Школа", 2, 5, 8, 9, None)]
    assert "2  (от 5 до 9), мало" in looks.words(drawn(fill, data))


# --- travel ------------------------------------------------------------------------------------------


def test_minutes_are_lines_with_the_mean_upon_them(looks: Any) -> None:
    """8 to 20 minutes, 12.5 on average, 7 students."""
    data = [PlaceJourneys("С1", "Село", 7, 8, 12.5, 20, ())]
    ax = drawn(travel, data)
    assert {(8, 20), (12.5,)} <= {tuple(line.get_xdata()) for line in ax.lines}
    assert "8–20 мин  ·  7 чел." in looks.words(ax)


def test_published_minutes_have_neither_mean_nor_riders(looks: Any) -> None:
    """The same place as it may be published, and one with a way of one length."""
    data = [PublicPlace("С1", "Село", 8, 20), PublicPlace("", Text("другие", "others"), 30, 30)]
    ax = drawn(travel, data)
    assert not any(len(line.get_xdata()) == 1 for line in ax.lines)
    words = looks.words(ax)
    assert {"8–20 мин", "30 мин"} <= {*words}
    assert not any("чел." in word or "среднем" in word for word in words)


# --- near misses -------------------------------------------------------------------------------------


def test_near_misses_show_what_was_there_and_what_was_missing(looks: Any) -> None:
    """7 of 8 wanted a course; two seats were missing in the other; 9 of 5 could not come together."""
    data = [
        UnopenedCourse("ИЗО", "Рисунок", 7, 8),
        UnopenedCourse("КУЛ", "Кулинария", 9, 5),
        FullCourse("ИТ", "Python", ("ИТ-1",), 12, 2),
    ]
    ax = drawn(misses, data)
    assert looks.bars(ax) == [(0, 7), (7, 1), (0, 9), (0, 2)]
    words = looks.words(ax)
    assert {"ждут курс 7 из 8: не хватило 1", "не хватило мест: 2", "Рисунок — не\u00a0открыт"} <= {*words}
    assert "ждут курс 9 (нужно 5), но собраться вместе они не могут" in words
    assert [found.in_("ru") for found in misses.nearest(data)] == [
        "не хватило одного обучающегося (курсов: 1)"
    ]


def test_small_numbers_of_near_misses_have_words_and_no_bar(looks: Any) -> None:
    """Fewer than three wanted the one, fewer than three were left out of the other."""
    data = [PublicUnopened("Рисунок", masked(2), 8, None), PublicFull("Python", ("ИТ-1",), masked(1))]
    ax = drawn(misses, data)
    assert looks.bars(ax) == []
    assert {"ждут курс менее 3, нужно 8", "не хватило мест: менее 3"} <= {*looks.words(ax)}
    assert misses.nearest(data) == ()


def test_courses_of_one_title_are_told_apart(looks: Any) -> None:
    """Two courses called Python, each with its groups."""
    data = [FullCourse("ИТ", "Python", ("ИТ-1",), 12, 3), FullCourse("ИТ2", "Python", ("ИТ2-1",), 9, 4)]
    words = looks.words(drawn(misses, data))
    assert {"Python (ИТ-1) — мест\u00a0нет", "Python (ИТ2-1) — мест\u00a0нет"} <= {*words}


# --- levels ------------------------------------------------------------------------------------------


def level(name: str, value: int, bound: int | None, **more: Any) -> Level:
    """A level to make small."""
    return Level(name=name, sense=Sense.MINIMISE, value=value, bound=bound, **more)


def test_gaps_are_bars_and_proofs_are_ticks(looks: Any) -> None:
    """Proven; 30 off of 200 is 15 %; at its bound; unknown; three times its scale leaves the axes."""
    data = goal_lines(
        [
            level("unserved", 4, 4, proven=True),
            level("travel", 200, 170, scale=200),
            level("trips", 9, 9),
            level("sizes", 5, None),
            level("majority_host", 30, 0, scale=10, scope=BoundScope.GLOBAL),
            level("priority", 5000, 4999, scale=5000),
        ]
    )
    ax = drawn(levels, data)
    assert looks.bars(ax) == [(0, 15), (0, 100), (0, 0.02)]
    words = looks.words(ax)
    assert words.count("✓") == 2
    assert words.count("?") == 1
    assert {"15,0\u00a0%", "→ 300\u00a0%", "< 0,1\u00a0%"} <= {*words}
    assert "улучшить нельзя, доказано" in words
    looks.assert_apart(ax)


def test_a_plan_proven_throughout_has_no_scale(looks: Any) -> None:
    """Neither bar nor axis: a tick and what is reached, beside what that counts."""
    ax = drawn(levels, goal_lines([level("unserved", 4, 4, proven=True), level("travel", 9, 9, proven=True)]))
    assert looks.bars(ax) == []
    words = looks.words(ax)
    assert words.count("✓") == 2
    assert {"4 чел.", "9 мин", "Достигнуто"} <= {*words}
    assert "без единого места из подавших заявки: 4 чел.; меньше\u00a0— лучше" in words
    assert not any("Разрыв" in word for word in words)
    assert "0" not in words
    looks.assert_apart(ax)
