"""PDF by converting the Word files with LibreOffice, so that the two never differ."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from models.text import Message, Text

NAMES = ("soffice", "libreoffice")
PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
PATIENCE = 30
"""Seconds a file, at the most."""

MISSING = Text(
    "для --pdf нужен LibreOffice (Writer): установите его или сохраните документы как PDF в Word",
    "--pdf needs LibreOffice (Writer): install it, or save the documents as PDF in Word",
)
FAILED = Text(
    "LibreOffice не сделал PDF из {name}; закройте LibreOffice и повторите или сохраните PDF в Word",
    "LibreOffice made no PDF of {name}; close LibreOffice and try again, or save the PDF in Word",
)


class PdfError(RuntimeError):
    """No PDF could be made; ``message`` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.in_("en"))
        self.message = message


def converter() -> str:
    """The program that converts; raises ``PdfError`` if there is none."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    for place in PLACES:
        if Path(place).exists():
            return place
    raise PdfError(MISSING())


def to_pdf(office: str, folder: Path) -> None:
    """Puts a PDF beside every Word file of a folder; a profile of its own keeps off an open LibreOffice."""
    papers = sorted(folder.glob("*.docx"))
    if not papers:
        return
    with tempfile.TemporaryDirectory() as profile:
        command = [
            office,
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, papers),
        ]
        try:
            subprocess.run(command, capture_output=True, check=False, timeout=60 + PATIENCE * len(papers))
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PdfError(FAILED(name=papers[0].name)) from error
    for paper in papers:
        if not paper.with_suffix(".pdf").exists():
            raise PdfError(FAILED(name=paper.name))
