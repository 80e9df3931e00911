"""Plans to print as pages, and the page taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest

from instances import read
from instances.bundled import bundled_path
from instances.tiny import ALL, base
from models.outcome import Solved
from models.people import People, Person, PersonKind
from models.plan import Direction, Enrolment, Group, Plan, Refusal, RefusalCode, Ride
from reports.audit import audit
from reports.export.source import Source
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve


@dataclass
class Page(HTMLParser):
    """A page as a browser would read it: its tags with their attributes, and its words."""

    source: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open_tags and self.open_tags.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open_tags):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """The attributes of the tags that have the given ones; a class is one of several."""
        return [
            found
            for name, found in self.tags
            if name == tag
            and all(value in found.get(key.rstrip("_"), "").split() for key, value in attributes.items())
        ]


@pytest.fixture(scope="session")
def page() -> type[Page]:
    """Takes the text of a page apart."""
    return Page


@pytest.fixture(scope="session")
def udomlya() -> Source:
    """The bundled network, planned within seconds: full groups, refusals, rides, kindergartens."""
    reading = read(bundled_path("udomlya"))
    assert reading.network is not None
    outcome = solve(reading.network, Settings(time_limit_s=120), audit)
    assert isinstance(outcome, Solved)
    return Source(reading.network, outcome.plan, reading.people, reading.assumptions)


@pytest.fixture(scope="session")
def damaged() -> Source:
    """A plan made by hand: unknown ids, a group without sessions, no run, no levels."""
    network = base.network(
        "сеть",
        rules=base.rules([base.slot(1, "14:30", "18:00")]),
        courses=(base.course("ИТ"),),
        teachers=(base.teacher("У1", "ИТ"),),
        students=(base.student("О1"), base.student("О2")),
        choices=(*base.choices("О1", "ИТ"), *base.choices("О2", "ИТ")),
    )
    known = base.session("ИТ-1", 1, ("У1", "У9"), 1, "15:00", [])
    strange = known.replace(
        id="НЕТ-1.1", centre="РЦ9", room=None, weeks=("неделя",), start=900, end=900, weekday=7
    )
    plan = Plan(
        groups=(
            Group(id="ИТ-1", course="ИТ", sessions=(known,)),
            Group(id="НЕТ-1", course="НЕТ", sessions=(strange,)),
            Group(id="пусто", course="ИТ", sessions=()),
        ),
        enrolments=(
            *(Enrolment(student=id, group="ИТ-1", course="ИТ", rank=1) for id in ("О1", "О1", "О9")),
            Enrolment(student="О2", group="НЕТ-1", course="НЕТ", rank=0, site="ДС9"),
        ),
        rides=(
            Ride(student="О9", session="ИТ-1.1", direction=Direction.BACK, run="Р9", board="?", alight="?"),
        ),
        refusals=(Refusal(student="О9", course="НЕТ", rank=1, code=RefusalCode.GRADE, text=""),),
    )
    return Source(network, plan, People())


@pytest.fixture(scope="session", params=sorted(name for name, case in ALL.items() if case.plan is not None))
def tiny(request: Any) -> Source:
    """Every tiny network with its optimal plan."""
    case = ALL[request.param]
    assert case.plan is not None
    names = [
        Person(id=item.id, kind=PersonKind.STUDENT, name=f"Фамилия {item.id}")
        for item in case.network.students
    ]
    return Source(case.network, case.plan, People(rows=tuple(names)))
