"""LibreOffice opens the workbook and prints it: every sheet is there, nothing has to be repaired."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from reports.export.source import Source
from reports.views.schools import school_pages

CURE = "this test needs LibreOffice: apt-get install libreoffice-calc"
Write = Callable[..., Path]


def as_pdf(path: Path) -> PdfReader:
    """The workbook as LibreOffice prints it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.fail(CURE)
    profile = (path.parent / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", path.name]
    subprocess.run(command, cwd=path.parent, check=True, capture_output=True, timeout=120)
    return PdfReader(path.with_suffix(".pdf"))


@pytest.mark.slow
def test_it_prints_every_sheet(written: Write, udomlya: Source) -> None:
    """Each sheet begins on a page of its own and bears its name; the mark stands on all pages."""
    path = written(udomlya)
    pages = [page.extract_text() for page in as_pdf(path).pages]
    for name in openpyxl.load_workbook(path).sheetnames:
        assert any(name in text for text in pages), name
    assert all("Содержит персональные данные" in text for text in pages)


@pytest.mark.slow
@pytest.mark.parametrize("public", [False, True], ids=["internal", "public"])
def test_the_sheet_of_a_school_is_one_page(written: Write, udomlya: Source, public: bool) -> None:
    """All who learn and the contacts are on it; the text for the chat is for the screen alone."""
    path = written(udomlya, public=public)
    pages = [page.extract_text() for page in as_pdf(path).pages]
    for school in school_pages(udomlya):
        (page,) = [
            "".join(text.split())
            for text in pages
            if "Кому звонить" in text and text.splitlines()[0].endswith(school.name)
        ]
        assert not public or "Обучающийся" not in page
        assert public or all("".join(line.name.split()) in page for line in school.lines)
    assert not any("По всем вопросам" in text for text in pages)


@pytest.mark.slow
def test_it_opens_hostile_names(written: Write, hostile: Any) -> None:
    """Names full of signs, forty sessions on a day: the grid prints all of them."""
    text = "\n".join(page.extract_text() for page in as_pdf(written(hostile, public=True)).pages)
    for group in hostile.plan.groups:
        assert group.id in text
