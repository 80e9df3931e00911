"""The files: calendars to publish, calendars for the office, a ZIP for every school."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from models.text import Lang
from reports.calendar.events import PUBLIC, Calendar, Kind, calendars
from reports.calendar.ics import ics
from reports.calendar.versions import entries, numbered, owners
from reports.export.csv_files import MARK_FILE
from reports.export.source import Source
from reports.export.words import PERSONAL
from reports.html.school_pages import file_names, school_page, school_views

LANG: Lang = "ru"

FOLDERS = {
    Kind.GROUP: "groups",
    Kind.CENTRE: "centres",
    Kind.TEACHER: "teachers",
    Kind.STUDENT: "students",
    Kind.SCHOOL: "schools",
}
PACKS = "packs"
MARK = f"{PERSONAL.in_(LANG)}\n".encode("utf-8-sig")


def write_calendars(editions: Sequence[Source], public: Path, internal: Path, zone: ZoneInfo) -> int:
    """Writes the calendars of the last edition into two folders; how many there are.

    ``editions``: oldest first; what has gone since an earlier one is told as cancelled.
    """
    source = editions[-1]
    year, stamp = source.network.rules.school_year, moment(source)
    numbers = numbered(editions)
    found = [calendars(edition) for edition in editions]
    by_owner = [{(calendar.kind, calendar.id): calendar for calendar in these} for these in found]
    made: dict[Kind, list[tuple[Calendar, bytes]]] = defaultdict(list)
    for key, owner in owners(found).items():
        history = [(known, these.get(key)) for known, these in zip(numbers, by_owner, strict=True)]
        made[owner.kind].append((owner, ics(owner.title, entries(year, history), stamp, zone)))
    for kind, files in made.items():
        target = (public if kind in PUBLIC else internal) / FOLDERS[kind]
        target.mkdir(parents=True, exist_ok=True)
        for name, (_, content) in zip(file_names([c.name for c, _ in files]), files, strict=True):
            (target / f"{name}.ics").write_bytes(content)
    if Kind.SCHOOL in made:
        (internal / MARK_FILE[LANG]).write_bytes(MARK)
        _write_packs(source, made, internal / PACKS)
    return sum(map(len, made.values()))


def moment(source: Source) -> datetime:
    """When the plan was made, in UTC; of one made by hand the first day of the school year."""
    run = source.plan.run
    if run is None:
        return datetime(source.network.rules.school_year, 9, 1, tzinfo=UTC)
    made = datetime.fromisoformat(run.started_at)
    return made.astimezone(UTC) if made.tzinfo else made.replace(tzinfo=UTC)


def _write_packs(source: Source, made: dict[Kind, list[tuple[Calendar, bytes]]], target: Path) -> None:
    """``<school>.zip``: the page, the calendar and the students' calendars of one school."""
    target.mkdir()
    views = {view.institution: view for view in school_views(source, lang=LANG, public=False)}
    schools = made[Kind.SCHOOL]
    for name, (school, content) in zip(file_names([c.name for c, _ in schools]), schools, strict=True):
        files = {MARK_FILE[LANG]: MARK, f"{name}.ics": content}
        if school.id in views:
            page = school_page(source, views[school.id], lang=LANG, public=False)
            files[f"{name}.html"] = page.encode()
        ours = [(calendar, file) for calendar, file in made[Kind.STUDENT] if calendar.home == school.id]
        names = file_names([calendar.name for calendar, _ in ours])
        files |= {f"students/{own}.ics": file for own, (_, file) in zip(names, ours, strict=True)}
        (target / f"{name}.zip").write_bytes(_zipped(files))


def _zipped(files: dict[str, bytes]) -> bytes:
    """An archive without the moment of its making."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return packed.getvalue()
