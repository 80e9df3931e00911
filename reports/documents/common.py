"""What several documents say in the same words: groups without ids, places, people, the head of an order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from models import requisites as keys
from models.network import Network, split_group_id
from models.order import natural
from models.plan import Group
from reports.documents.grammar import LINE, school_year
from reports.documents.requisites import Requisites
from reports.export.source import Source
from reports.views.centres import members_by_school
from reports.views.week import Meeting

Values = dict[str, Any]


@dataclass(frozen=True)
class Picture:
    """A PNG to be put into a paper, so many millimetres wide."""

    content: bytes
    width: float


def heading(source: Source) -> Values:
    """What every paper may name: the organisation, the year, who signs."""
    found = Requisites(source.network)
    return {
        "year": school_year(source.network.rules.school_year),
        "organisation": found.one(keys.ORGANISATION),
        "organisation_of": found.one(keys.ORGANISATION_OF, missing=""),
        "territory": found.one(keys.TERRITORY),
        "letterhead": found.all(keys.LETTERHEAD),
        "place": found.one(keys.PLACE),
        "signatory_post": found.one(keys.SIGNATORY_POST),
        "signatory": found.one(keys.SIGNATORY),
        "executor": found.one(keys.EXECUTOR),
        "telephone": found.one(keys.TELEPHONE),
        "appeal": found.one(keys.APPEAL),
    }


def order(source: Source, purpose: str, items: list[str]) -> Values:
    """An order: its grounds and ``purpose``, items with control as the last one, visas, who gets it."""
    found = Requisites(source.network)
    grounds = found.all(keys.GROUNDS)
    on_grounds = f"На основании {', '.join(grounds)}" if grounds else f"На основании {LINE * 3}"
    control = found.one(keys.CONTROL, missing="Контроль за исполнением настоящего приказа оставляю за собой.")
    return heading(source) | {
        "preamble": f"{on_grounds} {purpose}",
        "items": [*items, control],
        "visas": found.people(keys.VISA),
        "acquainted": [
            ", ".join(filter(None, (name, found.one(keys.HEAD, id, missing="").replace(";", ""))))
            for id, name in _involved(source)
        ],
        "distribution": "; ".join(found.all(keys.DISTRIBUTION)) or "в дело, участникам сети",
    }


def _involved(source: Source) -> list[tuple[str, str]]:
    """Institutions that send students or host groups, by name."""
    hosts = {centre.institution for centre in source.network.centres if _is_used(source, centre.id)}
    senders = {
        known.institution for seat in source.plan.enrolments if (known := source.student(seat.student))
    }
    found = [(id, source.institution_name(id)) for id in hosts | senders]
    return sorted(found, key=lambda pair: natural(pair[1]))


def _is_used(source: Source, centre: str) -> bool:
    return any(source.group_centre(group) == centre for group in source.plan.groups)


def group_name(source: Source, group: str, course: str) -> str:
    """«Курс», or «Курс», группа 2 where the course has several."""
    title = f"«{source.course_title(course)}»"
    count = sum(item.course == course for item in source.plan.groups)
    return title if count < 2 else f"{title}, {ordinal(group)}"


def ordinal(group: str) -> str:
    """``группа 2``, as far as its id tells."""
    try:
        return f"группа {split_group_id(group)[1]}"
    except ValueError:
        return group


def centre_title(source: Source, centre: str) -> str:
    """The institution of a centre; several centres in one place are told apart by their profiles."""
    known = source.network.centre_by_id.get(centre)
    if known is None:
        return centre
    name = source.institution_name(known.institution)
    siblings = [item for item in source.network.centres if item.institution == known.institution]
    return name if len(siblings) == 1 or not known.profiles else f"{name} ({', '.join(known.profiles)})"


def place(source: Source, meeting: Meeting) -> str:
    """Where a session is held, with its room."""
    if meeting.is_practice:
        return "место практики"
    return (
        f"{centre_title(source, meeting.centre)}, каб. {meeting.room}"
        if meeting.room
        else centre_title(source, meeting.centre)
    )


def teachers(source: Source, group: Group) -> str:
    """The teachers of a group by name."""
    found = dict.fromkeys(teacher for session in group.sessions for teacher in session.teachers)
    return ", ".join(source.people.teacher(teacher) for teacher in found) or LINE


def schools_with_counts(source: Source, group: str) -> str:
    """``УСОШ №1 (5), Гимназия №3 (7)``"""
    return ", ".join(f"{item.name} ({item.count})" for item in members_by_school(source, group)) or "—"


def class_counts(source: Source, group: str) -> list[tuple[str, str, int]]:
    """School, class and how many of it are in a group."""
    counts = Counter(
        (source.institution_name(known.institution), known.class_name)
        for seat in source.members(group)
        if (known := source.student(seat.student))
    )
    return [
        (*key, count) for key, count in sorted(counts.items(), key=lambda item: tuple(map(natural, item[0])))
    ]


def grades(network: Network, asked: tuple[int, ...]) -> str:
    """``10–11``, or ``9, 11``; a course without grades is for all seniors."""
    found = sorted(asked or network.rules.senior_grades)
    if len(found) > 1 and found == list(range(found[0], found[-1] + 1)):
        return f"{found[0]}–{found[-1]}"
    return ", ".join(map(str, found))
