"""All figures of a plan together: in a page, in files, for the office and for everybody."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from models.text import LANGS
from reports.export.source import Source
from reports.export.words import PERSONAL
from reports.figures import fill, levels, misses, served, shares, travel
from reports.figures.gallery import gallery, write_figures
from reports.views.bounds import goal_lines
from reports.views.fill import fills
from reports.views.journeys import journeys
from reports.views.near_misses import near_misses
from reports.views.served import served_by_school
from reports.views.shares import share_in_all
from reports.views.shares import shares as shares_by_school

ALL = [
    "week-1",
    "week-2",
    "served-1",
    "served-2",
    "fill-1",
    "fill-2",
    "travel-there-1",
    "travel-there-2",
    "travel-home-1",
    "travel-home-2",
    "map",
    "shares-1",
    "shares-2",
    "misses",
    "levels",
]


@pytest.fixture(scope="module")
def office(hostile: Any) -> Any:
    """The hostile figures for the office, by key."""
    return {figure.key: figure for figure in gallery(hostile, lang="ru", public=False)}


@pytest.fixture(scope="module")
def published(hostile: Any) -> Any:
    """The hostile figures to publish, by key."""
    return {figure.key: figure for figure in gallery(hostile, lang="ru", public=True)}


def words(svg: str) -> list[str]:
    """The words of a picture."""
    return [text for element in ElementTree.fromstring(svg).iter() if (text := (element.text or "").strip())]


def test_every_figure_has_its_key_title_and_caption(hostile: Any) -> None:
    """In both languages; the centre without groups has no week."""
    for lang in LANGS:
        found = gallery(hostile, lang=lang, public=False)
        assert [figure.key for figure in found] == ALL
        assert all(figure.title.in_(lang) and figure.caption.in_(lang).endswith(".") for figure in found)


def test_what_has_nothing_to_show_is_left_out(no_groups: Any, one_school: Any) -> None:
    """Without groups there are applications and shares; in one school nobody travels."""
    assert [figure.key for figure in gallery(no_groups, lang="ru", public=False)] == [
        "served-1",
        "served-2",
        "shares-1",
        "shares-2",
    ]
    keys = [figure.key for figure in gallery(one_school, lang="ru", public=False)]
    assert keys == ["week-1", "served", "fill", "shares"]
    told = gallery(one_school, lang="ru", public=True)  # the one student is in no number to publish
    assert [figure.key for figure in told] == ["week-1", "shares"]


def test_pictures_stand_together_in_one_page(office: Any) -> None:
    """No id twice, every reference leads to an id of the same picture, nothing reaches outside."""
    ids: Counter[str] = Counter()
    for figure in office.values():
        ElementTree.fromstring(figure.svg)
        own = re.findall(r'\bid="([^"]*)"', figure.svg)
        assert all(id.startswith(f"{figure.key}-") for id in own)
        used = {*re.findall(r'href="#([^"]*)"', figure.svg), *re.findall(r"url\(#([^)]*)\)", figure.svg)}
        assert used
        assert used <= {*own}
        ids.update(own)
        assert figure.svg.startswith('<svg role="img" aria-label="')
        assert 'viewBox="' in figure.svg
        assert not re.search(r"<style|<metadata|<script|<\?xml", figure.svg)
    assert max(ids.values()) == 1


def test_two_runs_give_equal_pictures(hostile: Any, published: Any) -> None:
    """To the last byte."""
    assert gallery(hostile, lang="ru", public=True) == [*published.values()]


def test_signs_of_names_are_letters_like_others(hostile: Any, office: Any) -> None:
    """Names come out of the picture as they went in; ``$`` begins no formula."""
    start = hostile.institution_name("Ш1")[:24]
    assert "&<>\"'{{}}%$_^\\" in start
    for key in ("served", "travel-there", "travel-home", "shares", "map"):
        pictures = [figure.svg for name, figure in office.items() if name.startswith(key)]
        assert sum(start in text for svg in pictures for text in words(svg)) >= 28
    assert hostile.institution_name("Ш1") in office["week-1"].title.in_("ru")


def test_public_pictures_name_nobody(hostile: Any, office: Any, published: Any) -> None:
    """Neither name nor id of a student or teacher is in the text of any; the office sees its teachers."""
    people = {row.name for row in hostile.people.rows} | {"Обучающийся", "Учитель"}
    ids = {row.id for row in hostile.people.rows}
    for figure in published.values():
        text = " ".join([*words(figure.svg), figure.title.in_("ru"), figure.caption.in_("ru")])
        assert not [name for name in people if name in text]
        assert not ids & {*re.split(r"[^\w-]+", text)}
        assert not ids & {*re.split(r"[^\w-]+", figure.svg)}
    assert any("Учитель" in text for figure in office.values() for text in words(figure.svg))


def test_public_pictures_tell_no_small_size(published: Any) -> None:
    """All groups have one or two members: none is in the figure of fill, none has its number in a week."""
    assert not [key for key in published if key.startswith("fill")]
    text = " ".join(words(published["week-1"].svg))
    assert "менее 3\u00a0чел." in text
    assert not re.search(r"· [12]\u00a0чел", text)


@pytest.mark.parametrize("public", [False, True])
def test_files_bear_the_mark_of_the_office(
    one_school: Any, tmp_path: Path, public: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file a figure, with its title; the mark where it belongs; the same bytes in another year."""
    for folder, moment in (("one", "0"), ("two", "1000000000")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        for suffix in ("svg", "pdf", "png"):
            (tmp_path / folder).mkdir(exist_ok=True)
            write_figures(one_school, tmp_path / folder, lang="ru", public=public, format=suffix)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(files) == 3 * (2 if public else 4)
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    text = (tmp_path / "one" / "week-1.svg").read_text("utf-8")
    assert (PERSONAL.ru in text) is not public
    assert "Неделя центра: Школа Ш1" in text
    assert "Matplotlib" not in text


def test_files_hold_no_metadata(one_school: Any, tmp_path: Path) -> None:
    """No program, no date, no author in a PNG or PDF."""
    write_figures(one_school, tmp_path, lang="ru", public=True, format="png")
    write_figures(one_school, tmp_path, lang="ru", public=True, format="pdf")
    with Image.open(tmp_path / "shares.png") as picture:
        assert set(picture.info) <= {"dpi"}
    assert not re.search(
        rb"/(Creator|Producer|CreationDate|Author)\b", (tmp_path / "shares.pdf").read_bytes()
    )


@pytest.mark.parametrize("lang", LANGS)
def test_no_words_run_into_others_in_hostile_figures(hostile: Any, looks: Any, lang: Any) -> None:
    """Thirty schools and forty groups with names of sixty letters full of signs."""
    found = near_misses(hostile)
    for figure, data in (
        (served, served_by_school(hostile)),
        (fill, fills(hostile)),
        (travel, journeys(hostile).there),
        (travel, journeys(hostile).home),
        (shares, [share_in_all(hostile), *shares_by_school(hostile)]),
        (misses, [*found.unopened, *found.full]),
        (levels, goal_lines(hostile.plan.levels)),
    ):
        looks.assert_apart(figure.draw(figure.sheet(data, lang), data, lang))


@pytest.mark.parametrize("public", [False, True])
def test_a_plan_that_names_the_unknown_is_drawn(hostile: Any, public: bool) -> None:
    """A course, a centre, a student that the network lacks, and a session that ends when it starts."""
    known = hostile.plan.groups[0]
    strange = known.sessions[0].replace(centre="РЦ9", end=known.sessions[0].start, weekday=7, weeks=())
    seat = hostile.plan.enrolments[0].replace(student="О99", group="НЕТ-1", course="НЕТ")
    plan = hostile.plan.replace(
        groups=(known, known.replace(id="НЕТ-1", course="НЕТ", sessions=(strange,))), enrolments=(seat,)
    )
    found = gallery(Source(hostile.network, plan, hostile.people), lang="ru", public=public)
    assert "Неделя центра: РЦ9" in [figure.title.ru for figure in found]
