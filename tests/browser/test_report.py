"""The report in a real browser: it opens, is searched, remembers, and is printed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from models.people import People
from reports.export.imprint import edition
from reports.export.source import Source
from reports.export.words import PERSONAL
from reports.html.report import FILE, write_html
from reports.html.school_pages import FOLDER, file_names, school_views, write_school_pages
from reports.views.week import meetings

pytestmark = pytest.mark.slow


def until(browser: Any, condition: str) -> None:
    """Waits until a condition of the page holds: it answers to typing with a little delay."""
    WebDriverWait(browser.driver, 5).until(lambda _: browser.run(f"return {condition}"))


def test_opens_from_disk_without_a_complaint(browser: Any, report_file: Path, udomlya: Any) -> None:
    """No network, a folder with Russian letters: the week is there and the console is empty."""
    browser.open(report_file)
    assert browser.complaints() == []
    assert browser.shown("#timetable .bar") == len(meetings(udomlya))
    assert browser.shown("#filters") == 1
    assert browser.run("return performance.getEntriesByType('resource').length") == 0


def test_a_filter_acts_on_week_groups_and_refusals(browser: Any, internal: Path, udomlya: Any) -> None:
    """One centre chosen: its sessions, groups and page remain, and the counts say so."""
    browser.open(internal)
    here = [m for m in meetings(udomlya) if m.centre == meetings(udomlya)[0].centre]
    Select(browser.driver.find_element(By.ID, "f-centre")).select_by_value(here[0].centre)
    until(browser, "location.hash.includes('centre=')")
    groups = {m.group for m in here}
    assert browser.shown("#timetable .bar") == len(here)
    assert browser.shown("#groups tbody.group") == len(groups)
    assert browser.shown("#centre_pages .page") == 1
    count = browser.driver.find_element(By.ID, "count").text
    assert f"занятий — {len(here)} из {len(meetings(udomlya))}" in count
    assert f"групп — {len(groups)} из {len(udomlya.plan.groups)}" in count


def test_a_student_is_found_by_name_with_the_keyboard_alone(
    browser: Any, internal: Path, udomlya: Any
) -> None:
    """«/» leads to the search, typing finds the groups of one student, Escape shows all again."""
    browser.open(internal)
    seat = udomlya.plan.enrolments[0]
    groups = {seat.group for seat in udomlya.plan.seats_of[seat.student]}
    body = browser.driver.find_element(By.TAG_NAME, "body")
    body.send_keys("/")
    typed = browser.driver.switch_to.active_element
    assert typed.get_attribute("name") == "q"
    typed.send_keys(udomlya.people.student(seat.student).upper())
    until(browser, "location.hash.includes('q=')")
    assert browser.shown("#groups tbody.group") == len(groups)
    assert browser.shown(".who.hit") == len(groups)
    typed.send_keys(Keys.ESCAPE)
    until(browser, "!location.hash.includes('q=')")
    assert browser.shown("#groups tbody.group") == len(udomlya.plan.groups)
    assert browser.shown(".who.hit") == 0


def test_nothing_found_is_said(browser: Any, internal: Path) -> None:
    """In the week, the groups and the refusals."""
    browser.open(internal)
    browser.driver.find_element(By.ID, "f-q").send_keys("такого нет нигде")
    until(browser, "location.hash.includes('q=')")
    assert browser.shown("#timetable .bar") == 0
    assert [browser.shown(f"#{part} .nothing") for part in ("timetable", "groups", "refusals")] == [1, 1, 1]


def test_the_address_restores_what_was_shown(browser: Any, internal: Path, udomlya: Any) -> None:
    """Opened again with its address, the page shows the same; an unknown value counts for nothing."""
    browser.open(internal)
    school = udomlya.network.institutions[0].id
    Select(browser.driver.find_element(By.ID, "f-school")).select_by_value(school)
    browser.driver.find_element(By.ID, "f-q").send_keys("каб")
    until(browser, "location.hash.includes('q=') && location.hash.includes('school=')")
    fragment, shown = browser.run("return location.hash"), browser.shown("#timetable .bar")
    assert 0 < shown < len(meetings(udomlya))
    browser.open(internal, fragment)
    assert browser.shown("#timetable .bar") == shown
    assert browser.run("return document.getElementById('f-school').value") == school
    browser.open(internal, "#school=нет")
    assert browser.shown("#timetable .bar") == len(meetings(udomlya))


def test_a_link_to_a_school_opens_its_page_and_keeps_the_filter(browser: Any, internal: Path) -> None:
    """The page unfolds, has the focus, and stays open in the address beside the filter."""
    browser.open(internal, "#q=каб")
    link = browser.driver.find_element(By.CSS_SELECTOR, "#schools a[href^='#school-']")
    browser.run("arguments[0].click()", link)
    until(browser, "location.hash.includes('at=school-')")
    assert browser.run("return document.querySelector('#school-1').open")
    assert browser.run("return document.activeElement.closest('#school-1') !== null")
    assert "q=" in browser.run("return location.hash")


def test_fields_have_labels_and_a_ring_of_focus(browser: Any, internal: Path) -> None:
    """Tab leads through the filter; each field has a label and shows that it has the focus."""
    browser.open(internal)
    assert browser.run(
        "return [...document.querySelectorAll('#filters [name]')].every(e => e.labels.length === 1)"
    )
    browser.driver.find_element(By.ID, "f-q").send_keys(Keys.TAB)
    width = browser.run("return getComputedStyle(document.activeElement).outlineWidth")
    assert browser.driver.switch_to.active_element.get_attribute("name") == "school"
    assert width == "3px"


def test_the_chat_text_is_copied(browser: Any, school_files: list[Path]) -> None:
    """From a file on disk, with a word that it is done."""
    browser.open(school_files[0])
    button = browser.driver.find_element(By.CSS_SELECTOR, "button.copy")
    button.click()
    assert browser.driver.find_element(By.CSS_SELECTOR, ".copied").text == "Скопировано"
    text = browser.run("return document.querySelector('textarea').value")
    assert browser.run("return getSelection().toString()").strip() == text.strip()


def test_every_school_and_centre_begins_on_a_page_of_its_own(
    browser: Any, report_file: Path, udomlya: Any
) -> None:
    """On A4: a school or centre heads a page, and no page has two; the mark stands on each for the office."""
    browser.open(report_file)
    headings = [
        h.get_attribute("textContent")
        for h in browser.driver.find_elements(By.CSS_SELECTOR, ".page > summary h2")
    ]
    assert len(headings) == 9 + len(udomlya.network.centres)
    pages = PdfReader(BytesIO(browser.print())).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} <= {
        (595, 842),
        (596, 842),
    }
    texts = [page.extract_text() for page in pages]
    is_internal = report_file.parent.name == "internal"
    assert all((PERSONAL.ru in text) is is_internal for text in texts)
    foot = f"{browser.driver.title} · {edition(udomlya.plan).in_('ru')}"
    assert all(foot in text for text in texts)  # the first words of a page are its mark and foot
    begun = [text.partition(foot)[2].strip().splitlines()[0].strip() for text in texts]
    heads = [line for line in begun if line in headings]
    assert heads == headings
    schools = begun[begun.index(headings[0]) :][:9]
    assert schools == headings[:9]  # a page each, none goes on to a second
    assert not any("Скопировать" in text or "Сбросить" in text for text in texts)


def test_the_page_of_a_school_is_one_sheet(browser: Any, folders: dict[str, Path], udomlya: Any) -> None:
    """Each of the nine schools goes to the wall as one sheet, which has every name and no grid of days."""
    for name, folder in folders.items():
        views = school_views(udomlya, lang="ru", public=name == "public")
        assert len(views) == 9
        for view, file in zip(views, file_names([view.name for view in views]), strict=True):
            browser.open(folder / FOLDER / f"{file}.html")
            assert browser.complaints() == []
            (sheet,) = PdfReader(BytesIO(browser.print())).pages
            text = " ".join(sheet.extract_text().split())
            if name == "internal":
                assert all(line.name in text for line in view.page.lines)
                assert all(line.title.split()[0] in text for line in view.page.lines)
            assert "Понедельник" not in text


def test_long_names_take_a_second_sheet_at_most(browser: Any, udomlya: Any, tmp_path: Path) -> None:
    """Thirty-three letters a name: at most the largest school needs two sheets."""
    rows = tuple(
        row.replace(name=f"Константинопольский Александр №{at}") for at, row in enumerate(udomlya.people.rows)
    )
    write_school_pages(replace(udomlya, people=People(rows=rows)), tmp_path, lang="ru", public=False)
    sheets = {}
    for path in sorted((tmp_path / FOLDER).iterdir()):
        browser.open(path)
        sheets[path.stem] = len(PdfReader(BytesIO(browser.print())).pages)
    assert max(sheets.values()) <= 2
    assert sum(sheets.values()) <= len(sheets) + 1


def test_what_is_filtered_is_printed_with_a_word_about_it(browser: Any, internal: Path, udomlya: Any) -> None:
    """A school chosen: only its page is printed, and the first page says what was filtered."""
    school = udomlya.network.institutions[0]
    browser.open(internal, f"#school={school.id}")
    texts = [page.extract_text() for page in PdfReader(BytesIO(browser.print())).pages]
    assert "Показано по отбору:" in texts[0]
    browser.open(internal)
    assert len(texts) < len(PdfReader(BytesIO(browser.print())).pages)


@pytest.mark.parametrize("width", [390, 768], ids=["phone", "tablet"])
def test_no_page_is_wider_than_a_phone_or_tablet(browser: Any, folders: dict[str, Path], width: int) -> None:
    """Report and pages of schools of both folders, every part unfolded; wide things scroll in a box."""
    pages = sorted(path for folder in folders.values() for path in folder.rglob("*.html"))
    assert len(pages) == 2 * (1 + 9)
    wide = {}
    for path in pages:
        browser.open(path, width=width)
        browser.run("for (const part of document.querySelectorAll('details')) part.open = true")
        wide[path] = browser.run("return document.documentElement.scrollWidth")
    assert {path: found for path, found in wide.items() if found > width} == {}


def test_on_a_phone_no_label_runs_into_the_next_line(browser: Any, report_file: Path) -> None:
    """A row of a table is as high as its labels: each ends above the next one and beside its cell's words."""
    browser.open(report_file, width=390)
    browser.run("for (const part of document.querySelectorAll('details')) part.open = true")
    cells = browser.run(
        "return [...document.querySelectorAll('.cards td[data-label]')].filter(e => e.checkVisibility())"
        ".map(e => [parseFloat(getComputedStyle(e, '::before').height), e.getBoundingClientRect().height])"
    )
    assert len(cells) > 50
    assert all(label <= cell for label, cell in cells)


BROKEN = """
const found = [];
for (const cell of document.querySelectorAll('td.course b')) {
  const range = document.createRange();
  for (const part of cell.firstChild.data.matchAll(/[а-яё]+/gi)) {
    range.setStart(cell.firstChild, part.index);
    range.setEnd(cell.firstChild, part.index + part[0].length);
    const lines = [...range.getClientRects()].map(e => Math.round(e.top));
    if (new Set(lines).size > 1) found.push(part[0]);
  }
}
return found
"""


@pytest.mark.parametrize("public", [True, False])
def test_no_word_of_a_title_is_broken_on_a_desk(
    browser: Any, tmp_path: Path, udomlya: Any, public: bool
) -> None:
    """A long word stays whole in its column at 1280 pixels; Chromium has no rules to hyphenate Russian."""
    title = "Предпринимательство"
    courses = tuple(course.replace(title=title) for course in udomlya.network.courses)
    named = Source(udomlya.network.replace(courses=courses), udomlya.plan, udomlya.people)
    write_html(named, tmp_path, lang="ru", public=public)
    browser.open(tmp_path / FILE, width=1280)
    browser.run("for (const part of document.querySelectorAll('details')) part.open = true")
    assert browser.run("return document.querySelectorAll('td.course b').length") > 5
    assert browser.run(BROKEN) == []


def test_strange_names_run_out_of_nothing(browser: Any, tmp_path: Path, hostile_plan: Any) -> None:
    """Long names full of signs: no complaint, no width beyond the screen, on a phone and on a desk."""
    write_html(hostile_plan, tmp_path, lang="ru", public=False)
    for width in (390, 1280):
        browser.open(tmp_path / FILE, width=width)
        assert browser.complaints() == []
        assert browser.run("return document.documentElement.scrollWidth") <= width
