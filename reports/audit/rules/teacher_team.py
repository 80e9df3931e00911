"""Counts the different teachers of each session."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.teacher_team import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of

NUMBER = Text(
    "На занятии {session} разных учителей {number}, а нужно {needed}.",
    "Session {session} has {number} different teachers, but {needed} are needed.",
)
CURE = Text("Назначьте столько учителей, сколько нужно курсу.", "Name as many teachers as the course needs.")
TWICE = Text(
    "На занятии {session} учитель указан дважды: {twice}.",
    "Session {session} names a teacher twice: {twice}.",
)


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A session with more or fewer teachers than the course needs, or with one named twice."""
    for meeting in facts_of(network, plan).meetings:
        teachers = meeting.session.teachers
        number, needed = len(set(teachers)), meeting.course.num_teachers
        if number != needed:
            yield say.finding(
                RULE,
                NUMBER(session=meeting.id, number=number, needed=needed),
                CURE(),
                who=(meeting.id,),
                excess=abs(number - needed),
                unit=say.TEACHERS,
            )
        elif len(teachers) > number:
            yield say.finding(
                RULE,
                TWICE(session=meeting.id, twice={t for t in teachers if teachers.count(t) > 1}),
                CURE(),
                who=(meeting.id,),
                excess=len(teachers) - number,
                unit=say.TEACHERS,
            )
