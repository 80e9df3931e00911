"""Compares the members of each group who come with the capacity of each of its rooms."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.room_capacity import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of

FULL = Text(
    "На занятия группы {group} приходят {size} чел., а в кабинете {room} мест {capacity}.",
    "{size} students come to group {group}, but room {room} has {capacity} seats.",
)
CURE = Text(
    "Назначьте больший кабинет или переведите {excess} чел.",
    "Choose a bigger room or move {excess} students.",
)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A group that does not fit into one of its rooms, once a room."""
    facts = facts_of(network, plan)
    for group, meetings in facts.meetings_of.items():
        size = facts.size(group) - len(facts.remote(group))
        rooms = {(m.session.centre, m.session.room) for m in meetings if m.session.room is not None}
        for centre, name in sorted((c, n) for c, n in rooms if n is not None):
            room = network.room_of(centre, name)
            if room is not None and size > room.capacity:
                excess = size - room.capacity
                yield say.finding(
                    RULE,
                    FULL(group=group, size=size, room=name, capacity=room.capacity),
                    CURE(excess=excess),
                    who=(group, name),
                    excess=excess,
                    unit=say.STUDENTS,
                )
