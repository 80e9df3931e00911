"""The groups of a school with those who attend."""

from __future__ import annotations

from typing import Any

from models.plan import Enrolment
from reports.views.attending import attending
from reports.views.schools import school_pages
from reports.views.ways import ON_SITE, Way


def test_who_comes_and_by_which_way(sources: Any) -> None:
    """О1 and О2 take two buses there and one back; О3 learns at home. By time, then by session."""
    (page,) = school_pages(sources.tiny("full_buses"))
    village, computing = attending(page.lines, page.institution)
    assert [(item.class_name, item.names) for item in village.classes] == [("10А", ("Обучающийся-003",))]
    assert (village.group, village.place.value.institution) == ("КРАЙ-1", "С1")
    assert village.there.value == village.back.value == Way(ON_SITE, 0)
    assert [item.names for item in computing.classes] == [("Обучающийся-001", "Обучающийся-002")]
    assert (computing.place.value.name, computing.place.value.room) == ("Школа Ш1", "1")
    first = computing.there.value
    ((second, names),) = computing.there.others
    assert first is not None
    assert second is not None
    assert (first.run, second.run, names) == ("Р1", "Р2", ("Обучающийся-002",))
    assert computing.back.others == ()


def test_what_holds_for_most_comes_first(sources: Any) -> None:
    """Three practise in one kindergarten and one in another: only that one is named."""
    source = sources.network(["Ш1"], [(f"О{n}", "Ш1") for n in range(1, 5)])
    plan = sources.tiny("practice_places").plan
    practice = next(group for group in plan.groups if group.course == "ПРАК")
    network = source.replace(courses=(*source.courses, *sources.tiny("practice_places").network.courses))
    seats = tuple(
        Enrolment(student=f"О{n}", group=practice.id, course="ПРАК", rank=1, site="ДС2" if n == 1 else "ДС1")
        for n in range(1, 5)
    )
    (page,) = school_pages(sources.of(network, plan.replace(groups=(practice,), enrolments=seats)))
    (found,) = attending(page.lines, page.institution)
    assert found.place.value.institution == "ДС1"
    assert [(place.institution, names) for place, names in found.place.others] == [
        ("ДС2", ("Обучающийся-001",))
    ]


def test_a_group_of_several_sessions_stands_once(sources: Any) -> None:
    """The same students come twice a week to one place: one entry with both times."""
    source = sources.tiny("two_sessions")
    found = [item for page in school_pages(source) for item in attending(page.lines, page.institution)]
    twice = [item for item in found if len(item.meetings) == 2]
    assert twice
    assert [m.weekday for m in twice[0].meetings] == sorted(m.weekday for m in twice[0].meetings)


def test_a_group_without_sessions_comes_last(sources: Any) -> None:
    """Its members are there, a time is not; papers that are missing are told by name."""
    source = sources.tiny("full_buses")
    groups = tuple(
        group.replace(sessions=()) if group.id == "КРАЙ-1" else group for group in source.plan.groups
    )
    seats = tuple(seat.replace(held=seat.student == "О3") for seat in source.plan.enrolments)
    (page,) = school_pages(sources.of(source.network, source.plan.replace(groups=groups, enrolments=seats)))
    found = attending(page.lines, page.institution)
    assert [item.group for item in found] == ["ИТ-1", "КРАЙ-1"]
    assert found[1].meetings == ()
    assert found[1].classes[0].held == {"Обучающийся-003"}


def test_nobody_is_lost(sources: Any) -> None:
    """In every plan, also one that names much that nobody knows: as many names as lines."""
    for source in sources.every().values():
        for page in school_pages(source):
            named = sum(
                len(item.names) * max(1, len(group.meetings))
                for group in attending(page.lines, page.institution)
                for item in group.classes
            )
            assert named == len(page.lines)
