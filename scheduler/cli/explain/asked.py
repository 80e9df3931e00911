"""What is asked, and who answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.explain import alternatives, students, whole
from scheduler.cli.lookup import NETWORK, find

if TYPE_CHECKING:
    from models.changes import Catalogue
    from models.network import Network
    from models.people import People
    from models.plan import Plan
    from scheduler.cli.screen import Screen
    from scheduler.explain.desk import Desk

PLAN = Text("в плане", "the plan")
KINDS = {
    "student": Text("обучающийся", "student"),
    "course": Text("курс", "course"),
    "group": Text("группа", "group"),
    "centre": Text("ресурсный центр", "centre"),
}

QUESTION_SECONDS = 10.0
WHOLE_SECONDS = 60.0


@dataclass(frozen=True)
class Question:
    """A kind and an id; nothing named asks about the whole plan."""

    kind: str = ""
    id: str = ""


def read(network: Network, plan: Plan, people: People, named: Mapping[str, str]) -> Question:
    """The question; raises ``Refused`` with the nearest spellings for an unknown id or name."""
    names: dict[str, dict[str, list[str]]] = {
        "student": {item.id: [people.student(item.id)] for item in network.students},
        "course": {item.id: [item.title] for item in network.programmes}
        | {item.id: [item.title] for item in network.courses},
        "group": {item.id: [] for item in plan.groups},
        "centre": {item.id: [network.institution_by_id[item.institution].name] for item in network.centres},
    }
    for kind, typed in named.items():
        where = PLAN if kind == "group" else NETWORK
        return Question(kind, find(KINDS[kind], typed, names[kind], where))
    return Question()


def answer(
    screen: Screen,
    desk: Desk,
    people: People,
    question: Question,
    catalogue: Catalogue,
    seconds: float | None,
) -> None:
    """Prints the answer to a question, found in so many seconds (by default ten; a minute for the plan)."""
    limit = QUESTION_SECONDS if seconds is None else seconds
    match question.kind:
        case "student":
            students.show_student(screen, desk, people, question.id, catalogue, limit)
        case "":
            whole.show_plan(screen, desk, catalogue, WHOLE_SECONDS if seconds is None else seconds)
        case kind:
            alternatives.show(screen, desk, people, kind, question.id, limit)
