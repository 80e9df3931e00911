"""Compares the sessions of each room pair by pair; a room is known by institution and name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.room_clash import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import Meeting, facts_of

OVERLAP = Text(
    "В кабинете {room} ({institution}) одновременно идут занятия {one} ({when}) и {other} ({then}).",
    "Room {room} ({institution}) holds sessions {one} ({when}) and {other} ({then}) at the same time.",
)
CURE = Text("Назначьте другой кабинет или время.", "Choose another room or time.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """Two sessions in one room that overlap, with the minutes they share."""
    held: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
    for meeting in facts_of(network, plan).meetings:
        if meeting.session.room is not None and not meeting.course.is_practice:
            held[meeting.institution, meeting.session.room].append(meeting)
    for (institution, room), meetings in held.items():
        for one, other in combinations(meetings, 2):
            if one.when.overlaps(other.when):
                shared = min(one.when.end, other.when.end) - max(one.when.start, other.when.start)
                yield say.finding(
                    RULE,
                    OVERLAP(
                        room=room,
                        institution=institution,
                        one=one.id,
                        other=other.id,
                        when=say.moment(one.when),
                        then=say.moment(other.when),
                    ),
                    CURE(),
                    who=(room, one.id, other.id),
                    excess=shared,
                    unit=say.MINUTES,
                )
