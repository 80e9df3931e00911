"""Counts the groups of each centre at the start of every session, week by week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.parallel_groups import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import Meeting, facts_of
from reports.audit.loads import single_weeks

OVER = Text(
    "В РЦ {centre} ({when}) одновременно занимаются группы: {groups}; РЦ принимает не больше {cap}.",
    "Groups {groups} meet at centre {centre} ({when}) at the same time; it takes no more than {cap}.",
)
CURE = Text("Перенесите {excess} из этих групп.", "Move {excess} of these groups.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """More groups at a time than a centre takes, once for each different set of groups."""
    held: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in facts_of(network, plan).meetings:
        if not meeting.course.is_practice:
            held[meeting.session.centre].append(meeting)
    for centre, meetings in sorted(held.items()):
        cap = network.centre_by_id[centre].max_parallel_groups
        if cap is None:
            continue
        named: set[frozenset[str]] = set()
        for first in meetings:
            groups = _most_at_start(first, meetings)
            if len(groups) > cap and groups not in named:
                named.add(groups)
                yield say.finding(
                    RULE,
                    OVER(centre=centre, when=say.moment(first.when), groups=groups, cap=cap),
                    CURE(excess=len(groups) - cap),
                    who=(centre, *sorted(groups)),
                    excess=len(groups) - cap,
                    unit=say.GROUPS,
                )


def _most_at_start(first: Meeting, meetings: list[Meeting]) -> frozenset[str]:
    """The groups present at the moment a meeting starts, in the week when they are most."""
    present = [m for m in meetings if m.when.overlaps(first.when) and m.when.start <= first.when.start]
    by_week = (
        frozenset(m.group.id for m in present if m.when.weeks & week)
        for week in single_weeks(m.when.weeks & first.when.weeks for m in present)
    )
    return max(by_week, key=len)
