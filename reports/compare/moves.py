"""The groups that open, close or are held elsewhere or at another time, as they are and as they would be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.order import natural
from models.text import Lang, Text, joined, say
from models.time import SHORT_WEEKDAYS, format_clock
from reports.compare.comparison import Comparison, Side
from reports.compare.groups import GroupChange, GroupTurn
from reports.views.public import public_meetings
from reports.views.week import Meeting, meetings

TURNS = {
    GroupTurn.OPENED: Text("открывается", "opens"),
    GroupTurn.CLOSED: Text("закрывается", "closes"),
    GroupTurn.MOVED: Text("переносится", "moves"),
}
ROOM = Text("каб. {room}", "room {room}")


@dataclass(frozen=True)
class GroupLine:
    """A group with its sessions in both plans, and its sizes (``None`` where they are not told)."""

    group: str
    title: str
    turn: GroupTurn
    before: tuple[Meeting, ...]
    after: tuple[Meeting, ...]
    sizes: tuple[int, int] | None

    @property
    def said(self) -> Text:
        """What becomes of it."""
        return TURNS[self.turn]


def held(side: Side, *, public: bool) -> list[Meeting]:
    """The sessions of a plan. In public without what a comparison of two plans would tell of members."""
    if not public:
        return meetings(side.source)
    return [replace(one, size=0, schools=(), school_names=()) for one in public_meetings(side.source)]


def group_lines(item: Comparison, *, public: bool) -> list[GroupLine]:
    """The groups for which something changes: those that open, close, move, each by course and id. In public
    another teacher is no change, and no sizes are told: their differences would be of single students."""
    before, after = (_by_group(held(side, public=public)) for side in (item.base, item.scenario))
    order = list(TURNS)
    found = [
        _line(item, change, before, after, public=public)
        for change in item.groups
        if change.turn is not GroupTurn.KEPT
    ]
    seen = [line for line in found if not public or _seen(line)]
    return sorted(seen, key=lambda line: (order.index(line.turn), natural(line.title), natural(line.group)))


def _by_group(held: Sequence[Meeting]) -> dict[str, tuple[Meeting, ...]]:
    found: dict[str, tuple[Meeting, ...]] = {}
    for meeting in held:
        found[meeting.group] = (*found.get(meeting.group, ()), meeting)
    return found


def _line(
    item: Comparison,
    change: GroupChange,
    before: dict[str, tuple[Meeting, ...]],
    after: dict[str, tuple[Meeting, ...]],
    *,
    public: bool,
) -> GroupLine:
    source = item.base.source if change.after is None else item.scenario.source
    return GroupLine(
        change.id,
        source.course_title(change.course),
        change.turn,
        before.get(change.id, ()),
        after.get(change.id, ()),
        None if public else (change.size_before, change.size_after),
    )


def _seen(line: GroupLine) -> bool:
    return line.turn is not GroupTurn.MOVED or _places(line.before) != _places(line.after)


def _places(held: Sequence[Meeting]) -> list[tuple[object, ...]]:
    return [(m.centre, m.room, m.weekday, m.start, m.end, m.weeks, m.dates) for m in held]


def place_and_time(held: Sequence[Meeting]) -> Text:
    """``УСОШ № 2, каб. 12, вт 15:00–16:30``, a session after the other."""
    return joined(_session(meeting) for meeting in held)


def _session(meeting: Meeting) -> Text:
    def words(lang: Lang) -> str:
        place = say(meeting.held_at, lang)
        room = ROOM(room=meeting.room).in_(lang) if meeting.room and not meeting.is_practice else ""
        day = SHORT_WEEKDAYS[meeting.weekday - 1].in_(lang)
        time = f"{day} {format_clock(meeting.start)}–{format_clock(meeting.end)}"
        return ", ".join(part for part in (place, room, time, say(meeting.weeks, lang)) if part)

    return Text(words("ru"), words("en"))
