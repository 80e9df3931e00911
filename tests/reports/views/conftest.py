"""Plans to look at: the tiny ones, and one made by hand that names much that nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from instances.tiny import ALL, base
from models.network import Network
from models.people import People, Person, PersonKind
from models.plan import Direction, Enrolment, Group, Plan, Refusal, RefusalCode, Ride
from models.tables import Centre, Room
from reports.export.source import Source
from reports.views.week import Meeting

PEOPLE = People(
    rows=(
        *(Person(id=f"О{n}", kind=PersonKind.STUDENT, name=f"Обучающийся-00{n}") for n in range(1, 10)),
        *(Person(id=f"У{n}", kind=PersonKind.TEACHER, name=f"Учитель-00{n}") for n in (1, 2)),
    )
)


class Sources:
    """Makes sources: of a tiny network by its name, or of a network and a plan of the test's own."""

    def tiny(self, name: str) -> Source:
        """A tiny network with its optimal plan."""
        plan = ALL[name].plan
        assert plan is not None
        return Source(ALL[name].network, plan, PEOPLE)

    def of(self, network: Network, plan: Plan) -> Source:
        """A source with the names of the students О1 … О9 and the teachers У1 and У2."""
        return Source(network, plan, PEOPLE)

    def network(self, schools: Sequence[str], students: Sequence[tuple[str, str]], **tables: Any) -> Network:
        """Schools with a centre each («РЦ» and the school's number), one room of ten, courses ИТ and ХИМ."""
        values: dict[str, Any] = {
            "rules": base.rules([base.slot(day, "14:30", "18:00") for day in range(1, 6)]),
            "institutions": tuple(base.school(id) for id in schools),
            "centres": tuple(Centre(id=f"РЦ{id[1:]}", institution=id) for id in schools),
            "rooms": tuple(Room(centre=f"РЦ{id[1:]}", name="1", capacity=10) for id in schools),
            "classes": tuple(base.school_class(id) for id in schools),
            "courses": (base.course("ИТ"), base.course("ХИМ")),
            "teachers": (base.teacher("У1", "ИТ"), base.teacher("У2", "ХИМ")),
            "students": tuple(base.student(id, institution=school) for id, school in students),
            "choices": tuple(choice for id, _ in students for choice in base.choices(id, "ИТ")),
        }
        return base.network("сеть", **(values | tables))

    def damaged(self) -> Source:
        """Unknown ids everywhere, an empty group, one without sessions, weeks and dates that are none."""
        known = base.session("ИТ-1", 1, ("У1", "У9"), 1, "15:00", [])
        strange = known.replace(
            id="ИТ-1.2", centre="РЦ9", room="99", weeks=("2030-W01", "неделя"), start=900, end=900, weekday=7
        )
        plan = Plan(
            groups=(
                Group(id="ИТ-1", course="ИТ", sessions=(known, strange, known)),
                Group(id="ИТ-1", course="ИТ", sessions=(known,)),
                Group(id="ХИМ-1", course="ХИМ", sessions=()),
                Group(id="НЕТ-1", course="НЕТ", sessions=(known.replace(id="", weeks=(), room=None),)),
                Group(id="пусто", course="ИТ", sessions=()),
            ),
            enrolments=(
                *(Enrolment(student=s, group="ИТ-1", course="ИТ", rank=1) for s in ("О1", "О1", "О9")),
                Enrolment(student="О2", group="ХИМ-1", course="ХИМ", rank=7),
                Enrolment(student="О2", group="НЕТ-1", course="НЕТ", rank=0, site="ДС9"),
                Enrolment(student="О3", group="НЕТ-2", course="НЕТ", rank=1),
            ),
            rides=tuple(
                Ride(student=s, session="ИТ-1.1", direction=way, run="Р9", board="?", alight="?")
                for s in ("О1", "О9")
                for way in Direction
            ),
            refusals=tuple(
                Refusal(student=s, course=course, rank=1, code=code, text="")
                for s, course in (("О9", "ИТ"), ("О2", "НЕТ"), ("О3", "ИТ"))
                for code in RefusalCode
            ),
        )
        network = self.network(["Ш1", "Ш2"], [("О1", "Ш1"), ("О2", "Ш2"), ("О3", "Ш2")])
        return self.of(network, plan)

    def every(self) -> dict[str, Source]:
        """All tiny plans, an empty plan, a network of one school and the damaged one."""
        one = self.network(["Ш1"], [("О1", "Ш1")])
        return {
            **{name: self.tiny(name) for name, tiny in ALL.items() if tiny.plan is not None},
            "empty": self.of(one, Plan()),
            "one school": self.of(
                one,
                Plan(
                    groups=(base.group("ИТ", base.session("ИТ-1", 1, ("У1",), 1, "15:00", [])),),
                    enrolments=(base.seat("О1", "ИТ"),),
                ),
            ),
            "damaged": self.damaged(),
        }

    def meeting(self, session: str, weekday: int, start: int, end: int, **fields: Any) -> Meeting:
        """A meeting of which only the time matters."""
        values: dict[str, Any] = {
            **dict.fromkeys(("course", "title", "profile", "centre", "centre_name"), ""),
            **dict.fromkeys(("institution", "address", "room", "weeks", "group"), ""),
            **dict.fromkeys(("teachers", "teacher_names", "schools", "school_names"), ()),
            "dates": (date(2026, 10, 5),),
            "size": 0,
            "is_practice": False,
        }
        return Meeting(session=session, weekday=weekday, start=start, end=end, **(values | fields))


@pytest.fixture(scope="session")
def sources() -> Sources:
    """The maker of sources."""
    return Sources()
