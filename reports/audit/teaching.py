"""The meetings of each teacher."""

from __future__ import annotations

from collections import defaultdict

from models.network import Network
from models.plan import Plan
from reports.audit.facts import Meeting, facts_of


def meetings_by_teacher(network: Network, plan: Plan) -> dict[str, list[Meeting]]:
    """Known teachers with the meetings they give, each once."""
    given: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in facts_of(network, plan).meetings:
        for teacher in dict.fromkeys(meeting.session.teachers):
            if teacher in network.teacher_by_id:
                given[teacher].append(meeting)
    return dict(sorted(given.items()))
