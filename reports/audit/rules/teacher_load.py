"""Adds up each teacher's network hours week by week."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.teacher_load import RULE
from models.text import Text
from reports.audit import say
from reports.audit.loads import single_weeks
from reports.audit.teaching import meetings_by_teacher

OVER = Text(
    "У учителя {teacher} на неделе {week} {hours} ч в сети, а предел {cap}.",
    "Teacher {teacher} has {hours} network hours in week {week}, but the cap is {cap}.",
)
CURE = Text("Передайте {excess} ч другому учителю.", "Give {excess} hours to another teacher.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A teacher over the cap, with the worst week."""
    for id, meetings in meetings_by_teacher(network, plan).items():
        cap = network.teacher_by_id[id].max_hours
        if cap is None:
            continue
        hours, week = max(
            (sum(m.course.session_hours for m in meetings if m.when.weeks & week), week)
            for week in single_weeks(m.when.weeks for m in meetings)
        )
        if hours > cap:
            yield say.finding(
                RULE,
                OVER(teacher=id, week=say.week(network, week), hours=hours, cap=cap),
                CURE(excess=hours - cap),
                who=(id,),
                excess=hours - cap,
                unit=say.HOURS,
            )
