"""The report says what the plan holds, to each folder what it may, whatever names people bear."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from instances.tiny import ALL
from models.people import People
from models.plan import Plan
from models.text import LANGS, Lang
from reports.export.source import Source
from reports.export.summary import summarise
from reports.export.words import PERSONAL
from reports.html.page import css_string
from reports.html.report import report, write_html
from reports.html.school_pages import FOLDER, file_names, school_page, school_views, write_school_pages
from reports.views.week import meetings

BOTH = pytest.mark.parametrize("public", [True, False], ids=["public", "internal"])
NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def people_of(source: Source) -> set[str]:
    """Every name and id of a person that the network or the table of names knows."""
    return {text for row in source.people.rows for text in (row.id, row.name)} | {
        *source.network.student_by_id,
        *source.network.teacher_by_id,
    }


def test_every_tiny_plan_is_printed_in_both_languages(tiny: Any, page: Any) -> None:
    """No template meets a value it does not know; every group has its row, every session its bar."""
    for lang in LANGS:
        for public in (True, False):
            found = page(report(tiny, lang=lang, public=public))
            assert {row["data-group"] for row in found.all("tbody", class_="group")} == {
                group.id for group in tiny.plan.groups
            }
            assert len(found.all("article", class_="bar")) >= len(meetings(tiny))


@BOTH
@pytest.mark.parametrize("name", ["damaged", "one_school", "no_groups", "hostile"])
def test_strange_plans_are_printed(request: Any, page: Any, name: str, public: bool) -> None:
    """Nothing raises, and no sentence of a template is left unfilled."""
    source = request.getfixturevalue(name)
    text = page(report(source, lang="ru", public=public)).text
    assert "Расписание" in text
    assert "Undefined" not in text


def test_there_is_no_empty_chart(page: Any) -> None:
    """One was refused: the office has a bar for that, in public a sentence stands where the chart would."""
    case = ALL["tie"]
    assert case.plan is not None
    source = Source(case.network, case.plan, People())
    office, public = (page(report(source, lang="ru", public=told)).text for told in (False, True))
    assert "не хватило мест: 1" in office
    assert "Чего не хватило." not in public
    assert "такие малые числа не публикуются" in public
    assert "такие малые числа не публикуются" not in office


def test_a_plan_made_by_hand_says_what_it_lacks(damaged: Any, page: Any) -> None:
    """Levels and run are not there: the sections say so in a sentence."""
    text = page(report(damaged, lang="ru", public=False)).text
    assert "План не оценён: он составлен вручную" in text
    assert "План составлен вручную: сведений о расчёте в нём нет." in text


@BOTH
@pytest.mark.parametrize("lang", LANGS)
def test_names_full_of_signs_stay_names(hostile: Any, page: Any, lang: Lang, public: bool) -> None:
    """Signs of HTML, of the templates and of style sheets are text: the page has no tag, attribute or
    template place that comes from a name."""
    source = report(hostile, lang=lang, public=public)
    found = page(source)
    title = hostile.network.courses[0].title
    assert title in found.text
    assert title not in source
    assert len(found.all("script")) == 1
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
    for row in found.all("tbody", class_="group"):
        json.loads(row["data-titles"])


@BOTH
def test_nothing_is_fetched(hostile: Any, page: Any, public: bool) -> None:
    """No address but the names of XML namespaces, which nobody opens; the policy forbids the rest."""
    source = report(hostile, lang="ru", public=public)
    assert set(re.findall(r"https?://[^\s\"'<>]+", source)) <= NAMESPACES
    found = page(source)
    assert not {tag for tag, _ in found.tags} & {"link", "iframe", "object", "embed", "base"}
    (policy,) = [meta["content"] for meta in found.all("meta") if "http-equiv" in meta]
    assert policy.startswith("default-src 'none'")


def test_the_public_report_names_nobody(tiny: Any) -> None:
    """Neither an id nor a name of a student or a teacher; the internal one names all who learn."""
    public = report(tiny, lang="ru", public=True)
    found = {text for text in people_of(tiny) if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", public)}
    assert not found
    internal = report(tiny, lang="ru", public=False)
    assert all(tiny.people.student(seat.student) in internal for seat in tiny.plan.enrolments)


@pytest.mark.slow
def test_the_public_report_of_udomlya_names_nobody(udomlya: Any, page: Any) -> None:
    """Names of students, and of teachers, who stand in the internal report, are nowhere in the public one."""
    public = report(udomlya, lang="ru", public=True)
    assert not [name for name in people_of(udomlya) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", public)]
    internal = page(report(udomlya, lang="ru", public=False)).text
    assert all(udomlya.people.student(seat.student) in internal for seat in udomlya.plan.enrolments)


@pytest.mark.slow
def test_no_small_count_of_a_school_and_a_grade(udomlya: Any, page: Any) -> None:
    """Members by school and grade are 3 or more, or words."""
    text = page(report(udomlya, lang="ru", public=True)).text
    counts = re.findall(r"\d+ кл\.: (\d+|менее 3|3 и более)", text)
    assert len(counts) > 50
    assert not {count for count in counts if count.isdecimal() and int(count) < 3}
    assert "менее 3" in counts


def test_a_group_of_one_is_not_counted_in_public(one_school: Any, page: Any) -> None:
    """One school, one student: the sums of the headline are those of a child and are not told."""
    text = page(report(one_school, lang="ru", public=True)).text
    assert "менее 3 получили место менее 3 из менее 3 подавших заявки" in text
    assert "не публикуется" in text
    assert not re.search(r"(?<!\d)1 из", text)


@pytest.mark.slow
def test_a_figure_does_not_tell_what_the_headline_hides(udomlya: Any, page: Any) -> None:
    """Two of those served are no seniors: how many seniors learn is a range, in the figures as well."""
    text = page(report(udomlya, lang="ru", public=True)).text
    exact = summarise(udomlya.network, udomlya.plan)
    assert exact.served - exact.senior_places == 2
    assert f"122–125 из {exact.seniors}" in text
    assert not re.search(rf"(?<![\d–]){exact.senior_places} из", text)


@BOTH
def test_the_mark_stands_on_the_internal_page_alone(tiny: Any, page: Any, public: bool) -> None:
    """On top of the page, and at the head of every printed one; public pages have none."""
    source = report(tiny, lang="ru", public=public)
    found = page(source)
    assert len(found.all("p", class_="mark")) == (0 if public else 1)
    assert (PERSONAL.ru in found.text) is (not public)
    assert (f"@top-left{{content:{css_string(PERSONAL.ru)}}}" in source) is (not public)


def test_an_unverified_norm_says_so(tiny: Any, page: Any) -> None:
    """Nobody has read the clauses of the shipped norms."""
    assert any(not norm.verified for norm in tiny.network.norms)
    assert "не проверено" in page(report(tiny, lang="ru", public=False)).text


def test_two_runs_give_the_same_file(tiny: Any, tmp_path: Path) -> None:
    """Byte by byte."""
    contents = []
    for run in ("1", "2"):
        folder = tmp_path / run
        folder.mkdir()
        write_html(tiny, folder, lang="ru", public=False)
        contents.append((folder / "report.html").read_bytes())
    assert contents[0] == contents[1]


@pytest.mark.slow
def test_the_file_of_a_school_names_its_own_students_only(udomlya: Any, tmp_path: Path) -> None:
    """What is sent to one school holds nothing of the students of another; in public, of nobody."""
    write_school_pages(udomlya, tmp_path, lang="ru", public=False)
    views = school_views(udomlya, lang="ru", public=False)
    assert len(views) == 9
    for view, name in zip(views, file_names([view.name for view in views]), strict=True):
        text = (tmp_path / FOLDER / f"{name}.html").read_text(encoding="utf-8")
        own = {s.id for s in udomlya.network.students if s.institution == view.institution}
        named = {s.id for s in udomlya.network.students if udomlya.people.student(s.id) in text}
        assert named <= own
        assert named == {line.student for line in view.page.lines} | {
            item.student for item in view.page.refused
        }


def test_the_page_of_a_school_says_whom_to_call(tiny: Any, page: Any) -> None:
    """And it has the text for a chat, with the button that copies it."""
    view = school_views(tiny, lang="ru", public=False)[0]
    found = page(school_page(tiny, view, lang="ru", public=False))
    (area,) = found.all("textarea")
    assert [button["data-copy"] for button in found.all("button", class_="copy")] == [area["id"]]
    assert view.chat.splitlines()[0] in found.text


def test_file_names_suit_every_system() -> None:
    """No sign that Windows forbids, no reserved name, no two alike, none empty, none long."""
    names = file_names(['МБОУ "СОШ" №1: <а/б>', "CON", "школа", "ШКОЛА", "...", "я" * 90])
    assert names == ["МБОУ _СОШ_ №1_ _а_б", "CON_", "школа", "ШКОЛА (2)", "_", "я" * 60]


def test_an_empty_plan_is_a_page(tiny: Any, page: Any) -> None:
    """Nothing planned: the page says so."""
    text = page(report(Source(tiny.network, Plan(), tiny.people), lang="ru", public=False)).text
    assert "Занятий в плане нет." in text
