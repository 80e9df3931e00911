"""The week on the wall: weekdays and times down, centres across, one session a cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from models.order import natural
from models.tables import CentreStatus, Period
from models.text import Text, joined, say
from models.time import WEEKDAYS
from reports.audit.timetable.words import (
    PRACTICE,
    ROOM,
    SEPARATOR,
    SIZE,
    WALL,
    centre_labels,
    head,
    one_line,
    teacher_labels,
    weeks_line,
)
from reports.export.source import Source
from reports.export.table import clock
from reports.export.tables.sessions import END, START, WEEKDAY
from reports.export.workbook import TALLEST, Formats, Paper, count_lines, set_page
from reports.office.binder import Binder
from reports.office.sections import TIMETABLE
from reports.views.periods import short_date
from reports.views.public.week import public_meetings
from reports.views.week import Meeting, meetings

TITLE = Text("Расписание занятий: {network}, {year} · {edition}", "Timetable: {network}, {year} · {edition}")
ABOUT = Text(
    "неделя сети: дни и время — строки, центры — столбцы; печать на А3",
    "the week of the network: days and times down, centres across; prints on A3",
)
NOTHING = Text("Занятий нет", "No sessions")
FROM_TO = Text("с {first} по {last}", "{first} to {last}")
FONT = 13
"""Points: to be read from a step away, on A3."""
LARGE_LINE = 17.5
"""Points that a line of it takes."""
TIME_WIDTHS = (17, 10, 9)
PER_PAGE = 8
"""Columns of centres that are readable side by side on A3."""
ALL_COLUMNS = 190
"""Characters that the centres share on a page; each has 24 to 40 of them."""

Band = tuple[int, int, int]
"""Weekday, start and end."""


def add_wall(binder: Binder, source: Source, *, public: bool) -> None:
    """The grid. A band of weekday and time has as many rows as its fullest centre has sessions."""
    sheet = binder.add(WALL, TIMETABLE, ABOUT)
    held = public_meetings(source) if public else meetings(source)
    centres = _centres(source, held, public=public)
    width = min(40, max(24, ALL_COLUMNS // max(1, min(len(centres), PER_PAGE))))
    top = _headers(binder, sheet, source, centres, width, is_empty=not held)
    row = top + 1
    last_day = 0
    for band, columns in _bands(held).items():
        for depth in range(max(map(len, columns.values()))):
            cells = {centre: found[depth] for centre, found in columns.items() if depth < len(found)}
            is_new_day = band[0] != last_day
            _row(binder, sheet, source, row, band, centres, cells, width, is_new_day, public=public)
            last_day = band[0]
            row += 1
    sheet.freeze_panes(top + 1, len(TIME_WIDTHS))
    set_page(sheet, binder.lang, binder.imprint, Paper.A3)
    sheet.fit_to_pages(max(1, -(-len(centres) // PER_PAGE)), 0)
    sheet.repeat_rows(top)
    sheet.repeat_columns(0, len(TIME_WIDTHS) - 1)
    sheet.print_area(top - 1, 0, max(row - 1, top), len(TIME_WIDTHS) + max(1, len(centres)) - 1)


def _centres(source: Source, held: Sequence[Meeting], *, public: bool) -> dict[str, str]:
    """Centre → header, by name: those with sessions; for the office, which moves sessions, all open ones."""
    network = source.network
    named = centre_labels(network)
    shown = {meeting.centre for meeting in held}
    if not public:
        shown |= {centre.id for centre in network.centres if centre.status is CentreStatus.OPEN}
    titles = {id: named.get(id, id) for id in shown}
    headers = {}
    for id in sorted(shown, key=lambda id: (natural(titles[id]), id)):
        address = one_line(source.centre_address(id))
        headers[id] = f"{titles[id]}\n{address}".rstrip("\n")
    return headers


def _bands(held: Sequence[Meeting]) -> dict[Band, dict[str, list[Meeting]]]:
    """Band → centre → its sessions, in the order of the week."""
    bands: dict[Band, dict[str, list[Meeting]]] = defaultdict(lambda: defaultdict(list))
    for meeting in sorted(
        held, key=lambda m: (m.weekday, m.start, m.end, natural(m.room), natural(m.group), m.session)
    ):
        bands[meeting.weekday, meeting.start, meeting.end][meeting.centre].append(meeting)
    return bands


def _headers(
    binder: Binder,
    sheet: Worksheet,
    source: Source,
    centres: Mapping[str, str],
    width: int,
    *,
    is_empty: bool,
) -> int:
    """Mark, title and the row of headers, whose number is returned.

    The title stands above the centres: what stands above the times is printed on every page.
    """
    formats, lang = binder.formats, binder.lang
    top = 0
    if binder.imprint.mark is not None:
        sheet.write_string(0, 0, binder.imprint.mark.in_(lang), formats.mark)
        top = 1
    year = source.network.rules.school_year
    title = TITLE(
        network=one_line(source.network.name), year=f"{year}/{year + 1}", edition=binder.imprint.edition
    ).in_(lang)
    said = f"{title}. {NOTHING.in_(lang)}" if is_empty else title
    last = len(TIME_WIDTHS) + max(1, len(centres)) - 1
    shown = width * min(max(1, len(centres)), PER_PAGE)
    sheet.set_row(top, 30 * count_lines(said, shown * 0.5))
    large = formats.of(bold=True, font_size=20, valign="vcenter", text_wrap=True)
    if last > len(TIME_WIDTHS):
        sheet.merge_range(top, len(TIME_WIDTHS), top, min(last, len(TIME_WIDTHS) + PER_PAGE - 1), "", large)
    sheet.write_string(top, len(TIME_WIDTHS), said, large)
    top += 1
    form = formats.of(
        bold=True,
        bg_color="#DDE3EA",
        border=1,
        text_wrap=True,
        align="center",
        valign="vcenter",
        font_size=FONT,
    )
    for at, (column, size) in enumerate(zip((WEEKDAY, START, END), TIME_WIDTHS, strict=True)):
        sheet.set_column(at, at, size)
        sheet.write_string(top, at, column.title.in_(lang), form)
    for at, header in enumerate(centres.values(), start=len(TIME_WIDTHS)):
        sheet.set_column(at, at, width)
        sheet.write_string(top, at, header, form)
    lines = [count_lines(header, width * 0.8) for header in centres.values()]
    sheet.set_row(top, min(TALLEST, LARGE_LINE * max([2, *lines])))
    return top


def _row(
    binder: Binder,
    sheet: Worksheet,
    source: Source,
    row: int,
    band: Band,
    centres: Mapping[str, str],
    cells: Mapping[str, Meeting],
    width: int,
    is_new_day: bool,
    *,
    public: bool,
) -> None:
    formats, lang = binder.formats, binder.lang
    edges = {"left": 1, "right": 1, "bottom": 1, "top": 5 if is_new_day else 1}
    time = {**edges, "valign": "vcenter", "align": "center", "bg_color": "#F2F4F7"}
    day, start, end = band
    colour = {} if is_new_day else {"font_color": "#7F7F7F"}
    sheet.write_string(
        row,
        0,
        WEEKDAYS[day - 1].in_(lang).capitalize(),
        formats.of(**time, **colour, bold=True, font_size=FONT),
    )
    sheet.write_datetime(
        row, 1, clock(start), formats.of(**time, bold=True, font_size=FONT, num_format="hh:mm")
    )
    sheet.write_datetime(row, 2, clock(end), formats.of(**time, font_size=FONT, num_format="hh:mm"))
    form = formats.of(**edges, valign="top", text_wrap=True, font_size=FONT)
    lines = [1]
    for at, centre in enumerate(centres, start=len(TIME_WIDTHS)):
        if centre in cells:
            said = _card(binder, source, cells[centre], public=public)
            _write_card(sheet, row, at, said, formats, form)
            lines.append(sum(count_lines(line, width * 0.8) for line in said))
        else:
            sheet.write_blank(row, at, None, form)
    sheet.set_row(row, min(TALLEST, LARGE_LINE * max(lines) + 3))


def _write_card(
    sheet: Worksheet, row: int, at: int, lines: Sequence[str], formats: Formats, form: Any
) -> None:
    """The first line in bold."""
    bold, normal = formats.of(bold=True, font_size=FONT), formats.of(font_size=FONT)
    sheet.write_rich_string(row, at, bold, lines[0], normal, "\n" + "\n".join(lines[1:]), form)


def _card(binder: Binder, source: Source, meeting: Meeting, *, public: bool) -> list[str]:
    """The lines of a session; for the office as ``reports.audit.timetable`` reads them."""
    network, lang = source.network, binder.lang
    group, session = source.session_by_id[meeting.session]
    course = network.course_by_id.get(meeting.course)
    lines = [SEPARATOR.join((head(group, session), one_line(meeting.title)))]
    if meeting.is_practice:
        lines.append(PRACTICE.in_(lang))
    elif meeting.room:
        lines.append(ROOM(room=one_line(meeting.room)).in_(lang))
    if not public:
        named = teacher_labels(network, source.people)
        lines += [named.get(teacher, teacher) for teacher in meeting.teachers]
        weeks = weeks_line(network, course, session)
    else:
        weeks = meeting.weeks
    if weeks is not None and (said := say(weeks, lang)):
        lines.append(said)
    return [*lines, size_line(source, meeting).in_(lang)]


def size_line(source: Source, meeting: Meeting) -> Text:
    """The last line of a session: how many attend; of a course by dates also from when to when."""
    course = source.network.course_by_id.get(meeting.course)
    size = SIZE(size=meeting.size)
    if course is None or course.period is not Period.DATES or not meeting.dates:
        return joined([size])
    dates = FROM_TO(first=short_date(min(meeting.dates)), last=short_date(max(meeting.dates)))
    return joined([size, dates], SEPARATOR)
