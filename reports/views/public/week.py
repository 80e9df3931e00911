"""The timetable and the sizes of groups, as they may be published."""

from __future__ import annotations

from dataclasses import replace

from reports.export.masking import THRESHOLD, masked
from reports.export.source import Source
from reports.views.fill import Fill, fills
from reports.views.public.members import members_by_group
from reports.views.week import Meeting, meetings


def public_meetings(source: Source) -> list[Meeting]:
    """All sessions without teachers, with small sizes masked, and only those schools that may be named."""
    members = members_by_group(source)
    return [
        replace(
            meeting,
            teachers=(),
            teacher_names=(),
            size=masked(len({seat.student for seat in source.members(meeting.group)})),
            schools=members[meeting.group].schools,
            school_names=members[meeting.group].school_names,
        )
        for meeting in meetings(source)
    ]


def public_fills(source: Source) -> list[Fill]:
    """The groups whose size may be told: a group of one or two is left out."""
    return [fill for fill in fills(source) if not 0 < fill.size < THRESHOLD]
