"""Looks for the papers of each enrolled student."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.consent import RULE
from models.tables import Student
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of

MISSING = Text(
    "У обучающегося {student} нет документов: {papers}. Зачисление ждёт.",
    "Student {student} lacks papers: {papers}. The enrolment is held.",
)
CONSENT = Text("согласие на обработку персональных данных", "consent to data processing")
AGREEMENT = Text("соглашение с родителями", "agreement with the parents")
CURE = Text("Получите документы до публикации.", "Collect the papers before publishing.")


def papers_missing(student: Student) -> list[Text]:
    """The papers a student still owes."""
    owed = ((student.consent, CONSENT), (student.agreement, AGREEMENT))
    return [paper for given, paper in owed if not given]


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """One warning a student with a missing paper."""
    for id, seats in facts_of(network, plan).seats_of.items():
        papers = papers_missing(seats[0].student)
        if papers:
            yield say.finding(
                RULE,
                MISSING(student=id, papers=papers),
                CURE(),
                who=(id,),
                excess=len(papers),
                unit=say.PAPERS,
            )
