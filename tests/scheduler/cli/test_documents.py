"""``setka documents``: what there is, templates to edit, the papers of a plan."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from instances.tiny import ALL
from reports.documents import pdf
from reports.documents.catalogue import DOCUMENTS

Run = Callable[..., Any]
Tiny = Callable[..., tuple[str, str]]


def test_the_list_names_papers_and_requisites(setka: Run) -> None:
    """Codes, titles, templates, and what to write on the sheet of requisites."""
    done = setka("documents", "list")
    assert done.code == 0
    for document in DOCUMENTS:
        assert document.template in done.out
    assert "подпись: должность" in done.out


def test_from_templates_to_papers(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """Templates are copied, papers made from them, for the office and to publish; nothing is overwritten."""
    network, plan = tiny("full_buses")
    assert setka("documents", "init", "-o", "own").code == 0
    assert setka("documents", "init", "-o", "own").code == 2
    assert len(list((tmp_path / "own").glob("*.docx"))) == len(DOCUMENTS)
    (tmp_path / "own" / DOCUMENTS[0].template).unlink()
    asked = ("documents", "make", network, plan, "-o", "out", "--templates", "own")
    done = setka(*asked)
    assert done.code == 0, done.err
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"documents", "documents-public"}
    made = sorted(path.name for path in (tmp_path / "out/documents").iterdir())
    assert [name for name in made if name.startswith("D1 ")]
    again = setka(*asked)
    assert again.code == 2
    assert "--force" in again.err
    (tmp_path / "out/internal").mkdir()
    (tmp_path / "out/internal/report.html").write_text("план", encoding="utf-8")
    assert setka(*asked, "--force", "--only", "д1, d20").code == 0
    left = {path.name.split()[0] for path in (tmp_path / "out/documents").iterdir()}
    assert left == {"D1", "D20"}
    assert (tmp_path / "out/internal/report.html").exists()


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (("--only", "D77"), "no document 'D77'"),
        (("--templates", "nowhere"), "no folder of templates"),
    ],
)
def test_wrong_options(setka: Run, tiny: Tiny, tmp_path: Path, options: tuple[str, ...], part: str) -> None:
    """Told, exit code 2, nothing written."""
    network, plan = tiny("full_buses")
    done = setka("documents", "make", network, plan, "-o", "out", *options)
    assert done.code == 2
    assert part in done.err
    assert not (tmp_path / "out").exists()


def test_a_broken_template_writes_nothing(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """The name of the template and the cure, exit code 2."""
    network, plan = tiny("full_buses")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / DOCUMENTS[0].template).write_bytes(b"PK")
    done = setka("documents", "make", network, plan, "-o", "out", "--templates", "own")
    assert done.code == 2
    assert DOCUMENTS[0].template in done.err
    assert not (tmp_path / "out").exists()


def test_a_plan_with_violations_has_no_papers(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """Exit code 1, nothing written."""
    plan = ALL["full_buses"].plan
    assert plan is not None
    network, broken = tiny("full_buses", plan.replace(enrolments=plan.enrolments[1:]))
    assert setka("documents", "make", network, broken, "-o", "out").code == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_pdf_beside_word(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """Every paper has one; without LibreOffice the command says what to install."""
    assert shutil.which("soffice"), "install libreoffice-writer (apt-get install libreoffice-writer)"
    network, plan = tiny("full_buses")
    done = setka("documents", "make", network, plan, "-o", "out", "--only", "D2,D20", "--pdf")
    assert done.code == 0, done.err
    folder = tmp_path / "out/documents"
    assert {path.stem for path in folder.glob("*.pdf")} == {path.stem for path in folder.glob("*.docx")}


def test_no_office_no_pdf(setka: Run, tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told before any work, exit code 2."""
    monkeypatch.setattr(pdf, "PLACES", ())
    monkeypatch.setattr(pdf, "NAMES", ("no-such-office",))
    network, plan = tiny("full_buses")
    done = setka("documents", "make", network, plan, "-o", "out", "--pdf")
    assert done.code == 2
    assert "LibreOffice" in done.err
    assert not (tmp_path / "out").exists()
