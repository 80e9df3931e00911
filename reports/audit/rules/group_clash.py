"""Compares the sessions of each group pair by pair."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.group_clash import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of

OVERLAP = Text(
    "У группы {group} накладываются занятия {one} ({when}) и {other} ({then}).",
    "Sessions {one} ({when}) and {other} ({then}) of group {group} overlap.",
)
CURE = Text("Перенесите одно из занятий.", "Move one of the sessions.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """Two sessions of one group that overlap, with the minutes they share."""
    for group, meetings in facts_of(network, plan).meetings_of.items():
        for one, other in combinations(meetings, 2):
            if one.when.overlaps(other.when):
                shared = min(one.when.end, other.when.end) - max(one.when.start, other.when.start)
                yield say.finding(
                    RULE,
                    OVERLAP(
                        group=group,
                        one=one.id,
                        other=other.id,
                        when=say.moment(one.when),
                        then=say.moment(other.when),
                    ),
                    CURE(),
                    who=(group, one.id, other.id),
                    excess=shared,
                    unit=say.MINUTES,
                )
