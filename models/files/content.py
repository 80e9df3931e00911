"""Opens a file as bytes, within limits, and looks whether its container is safe to unpack."""

from __future__ import annotations

import errno
import io
import stat
import zipfile
import zlib
from pathlib import Path
from typing import Literal

from models.files import texts
from models.files.grid import Unreadable

MAX_MB = 100
MAX_UNPACKED_MB = 400
MB = 1_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, LookupError, RuntimeError)
"""What reading an archive or the XML in it raises where it is damaged."""


def read_bytes(path: Path) -> bytes:
    """The content; raises ``Unreadable`` for a file that is missing, locked or too big."""
    try:
        size = path.stat().st_size
        if size > MAX_MB * MB:
            raise Unreadable(
                path.name,
                texts.TOO_BIG(size=size // MB, limit=MAX_MB),
                texts.MAKE_SMALL(),
                f"{size // MB} МБ",
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def look(path: Path) -> Literal["file", "folder"] | None:
    """What stands at a path, if anything; raises ``Unreadable`` where nobody may look."""
    try:
        return "folder" if stat.S_ISDIR(path.stat().st_mode) else "file"
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError | ValueError) -> Unreadable:
    """Why the system does not give a file. ``ValueError`` is of a path that can be none."""
    if isinstance(error, IsADirectoryError):
        return Unreadable(path.name, texts.FOLDER(), texts.CHECK_FILE(), str(path))
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return Unreadable(f"{path.name[:40]}…", texts.LONG_NAME(), texts.CHECK_FILE())
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return Unreadable(path.name, texts.NO_FILE(), texts.CHECK_FILE(), str(path))
    return Unreadable(path.name, texts.LOCKED(), texts.CLOSE_IT(), str(path))


def open_zip(name: str, content: bytes) -> zipfile.ZipFile | None:
    """The archive of an .xlsx or .ods; ``None`` for other content; ``Unreadable`` for what is unsafe."""
    if content.startswith(OLE) and ENCRYPTED in content:
        raise Unreadable(name, texts.PASSWORD(), texts.NO_PASSWORD())
    if not content.startswith(b"PK"):
        return None
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        if unpacked > MAX_UNPACKED_MB * MB:
            raise Unreadable(
                name, texts.UNPACKS(size=unpacked // MB), texts.MAKE_SMALL(), f"{unpacked // MB} МБ"
            )
        for part in parts:
            if part.compress_type not in PACKINGS:
                raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS(), part.filename)
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as file:
                    start = file.read(4096)
                if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                    raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS(), part.filename)
    except DAMAGED:
        raise Unreadable(name, texts.NOT_WORKBOOK(), texts.SAVE_AS()) from None
    return archive
