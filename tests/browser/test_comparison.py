"""The pages of a comparison in a browser and on paper."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pypdf import PdfReader

from reports.compare.folders import export_comparison
from reports.export.words import PERSONAL

pytestmark = pytest.mark.slow

PAGES = ("public/comparison.html", "internal/comparison.html", "public/council.html")


@pytest.fixture(scope="session")
def plans() -> ModuleType:
    """The comparisons counted by hand, from beside the tests of the reports."""
    spec = spec_from_file_location("pair", Path(__file__).parents[1] / "reports" / "pair.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def written(plans: Any, hostile_plan: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders of the comparison counted by hand and of the one that is hard to print."""
    found = {}
    for name, comparisons in (("pair", plans.pair()), ("hostile", plans.hostile_pair(hostile_plan))):
        found[name] = tmp_path_factory.mktemp(f"варианты {name}")
        export_comparison(comparisons, found[name], lang="ru")
    return found


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["pair", "hostile"])
def test_opens_from_disk_on_a_desk_and_a_phone(
    browser: Any, written: dict[str, Path], name: str, page: str
) -> None:
    """No complaint, nothing loaded, and nothing wider than the screen."""
    for width in (390, 1280):
        browser.open(written[name] / page, width=width)
        assert browser.complaints() == []
        assert browser.run("return performance.getEntriesByType('resource').length") == 0
        assert browser.run("return document.documentElement.scrollWidth") <= width


def test_it_begins_with_a_sentence_a_scenario(browser: Any, written: dict[str, Path]) -> None:
    """The headline, then the table with a row a figure; figures of differences, flows and weeks."""
    browser.open(written["pair"] / "internal" / "comparison.html")
    said = [item.text for item in browser.driver.find_elements("css selector", ".brief b")]
    assert said[0].startswith("Вариант «Открыть центр в селе»: место получат на 4 обучающихся больше")
    assert browser.shown("#indicators tbody tr") == 14
    assert browser.shown("#differences svg") >= 3
    assert browser.shown("#flows_section svg") == 2
    assert browser.shown("#weeks_section svg") == 1
    assert browser.shown("#people_section details[open] tbody tr") == 6 + 10


@pytest.mark.parametrize("name", ["pair", "hostile"])
def test_the_sheet_for_the_council_is_one_page(browser: Any, written: dict[str, Path], name: str) -> None:
    """Exactly one A4 upright with the decision's lines and no mark; of four scenarios three are shown."""
    browser.open(written[name] / "public" / "council.html")
    (sheet,) = PdfReader(BytesIO(browser.print())).pages
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) in {(595, 842), (596, 842)}
    text = " ".join(sheet.extract_text().split())
    assert "Решение Совета" in text
    assert "Протокол №" in text
    assert PERSONAL.ru not in text
    assert ("Показаны первые 3 из 4" in text) is (name == "hostile")


@pytest.mark.parametrize("folder", ["public", "internal"])
def test_prints_on_a4_with_mark_and_edition(browser: Any, written: dict[str, Path], folder: str) -> None:
    """Every page bears its edition; that of the office the mark. What is folded is printed as well."""
    browser.open(written["pair"] / folder / "comparison.html")
    pages = PdfReader(BytesIO(browser.print())).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} <= {
        (595, 842),
        (596, 842),
    }
    texts = [" ".join(page.extract_text().split()) for page in pages]
    assert all((PERSONAL.ru in text) is (folder == "internal") for text in texts)
    assert all("редакция от 20.09.2026, 09:00" in text for text in texts)
    assert any("Фамилия11 Имя" in text for text in texts) is (folder == "internal")
