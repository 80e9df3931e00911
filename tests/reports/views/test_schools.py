"""The page of a school, by hand, and its text for a chat."""

from __future__ import annotations

from typing import Any

from instances.tiny import ALL, base
from models.plan import Direction, RefusalCode
from reports.audit.facts import facts_of
from reports.views.chat import chat_text
from reports.views.schools import school_pages

CHAT_RU = """\
Школа С1: профильные курсы, 2026/2027 учебный год

Курс ИТ (группа ИТ-1)
Кто: Обучающийся-001 (10А), Обучающийся-002 (10А)
Понедельник 15:30–16:10, с 05.10 по 12.10
Где: Школа Ш1, ул. Школьная, 1, кабинет 1
Ведёт: Учитель-001
Туда: рейс Р1, Школа С1 14:30 → Школа Ш1 15:05 — Обучающийся-001
Туда: рейс Р2, Школа С1 14:40 → Школа Ш1 15:15 — Обучающийся-002
Домой: рейс Р3, Школа Ш1 16:20 → Школа С1 16:55

Курс КРАЙ (группа КРАЙ-1)
Кто: Обучающийся-003 (10А)
Понедельник 15:30–16:10, с 05.10 по 12.10
Где: Школа С1, кабинет 1
Ведёт: Учитель-002

По всем вопросам:
Школа С1
Школа Ш1, завуч, тел. 5-12-34
"""

CHAT_EN_NAMELESS = """\
Школа С1: profile courses, school year 2026/2027

Курс ИТ (group ИТ-1)
Monday 15:30–16:10, 5 Oct to 12 Oct
Where: Школа Ш1, ул. Школьная, 1, room 1
There: run Р1, Школа С1 14:30 → Школа Ш1 15:05 or run Р2, Школа С1 14:40 → Школа Ш1 15:15 \
(the school tells everybody their run)
Home: run Р3, Школа Ш1 16:20 → Школа С1 16:55

Курс КРАЙ (group КРАЙ-1)
Monday 15:30–16:10, 5 Oct to 12 Oct
Where: Школа С1, room 1

Any questions:
Школа С1
Школа Ш1, завуч, tel. 5-12-34
"""


def village(sources: Any) -> Any:
    """Two buses with full seats; Ш1 has an address, a telephone and a coordinator."""
    source = sources.tiny("full_buses")
    town, school = source.network.institutions
    first, second = source.network.centres
    town = town.replace(address="ул. Школьная, 1", telephone="5-12-34")
    network = source.network.replace(
        institutions=(town, school), centres=(first.replace(coordinator="завуч"), second)
    )
    return sources.of(network, source.plan)


def crowded_village(sources: Any) -> Any:
    """The same with six students more: five in computing and four in the village."""
    source = village(sources)
    more = [f"О{n}" for n in range(4, 10)]
    network = source.network.replace(
        students=(*source.network.students, *(base.student(id, institution="С1") for id in more))
    )
    seats = [base.seat(id, "ИТ" if n < 3 else "КРАЙ") for n, id in enumerate(more)]
    return sources.of(network, source.plan.replace(enrolments=(*source.plan.enrolments, *seats)))


def test_figures_of_a_page(sources: Any) -> None:
    """Three of twenty seniors of С1 learn; Ш1 has no students and so no page."""
    (page,) = school_pages(village(sources))
    assert (page.institution, page.seniors, page.places, page.share) == ("С1", 20, 3, 3 / 20)
    assert (page.applicants, page.served, page.learning) == (3, 3, 3)
    assert [(g.group, g.ours, g.size, g.centre_name) for g in page.groups] == [
        ("ИТ-1", 2, 2, "Школа Ш1"),
        ("КРАЙ-1", 1, 1, "Школа С1"),
    ]
    assert [m.session for m in page.meetings] == ["КРАЙ-1.1", "ИТ-1.1"]


def test_lines_refusals_and_contacts(sources: Any) -> None:
    """One line a student and session; О3's refusal with its reason; whom to call in Ш1 and С1."""
    (page,) = school_pages(village(sources))
    assert [(line.name, line.class_name, line.group, line.place, line.room) for line in page.lines] == [
        ("Обучающийся-001", "10А", "ИТ-1", "Ш1", "1"),
        ("Обучающийся-002", "10А", "ИТ-1", "Ш1", "1"),
        ("Обучающийся-003", "10А", "КРАЙ-1", "С1", "1"),
    ]
    (refused,) = page.refused
    assert (refused.name, refused.course, refused.rank) == ("Обучающийся-003", "ИТ", 1)
    assert (refused.code, refused.reason.en) == (RefusalCode.NO_SEAT, "no seat on the bus")
    assert [(c.centre, c.coordinator, c.telephone, c.address) for c in page.contacts] == [
        ("РЦ2", "", "", ""),
        ("РЦ1", "завуч", "5-12-34", "ул. Школьная, 1"),
    ]


def test_practice_is_at_the_practice_site(sources: Any) -> None:
    """О1 and О2 go to the kindergarten, not to the centre."""
    (page,) = school_pages(sources.tiny("practice_places"))
    practice = [line for line in page.lines if line.group == "ПРАК-1"]
    assert {(line.place, line.place_name, line.room) for line in practice} == {("ДС1", "Детский сад", "")}
    assert "Где: Детский сад" in chat_text(sources.tiny("practice_places"), page, "ru", True)


def test_the_site_of_practice_is_not_told_in_public(sources: Any) -> None:
    """Three practise; nameless, the text sends them to the coordinator."""
    damage = ALL["practice_places"].damage
    assert damage is not None
    source = sources.of(ALL["practice_places"].network, damage.plan)
    (page,) = school_pages(source)
    assert "Где: место практики скажет координатор" in chat_text(source, page, "ru", False)


def test_chat_with_names(sources: Any) -> None:
    """Everybody's own way, told once where it is the same for all."""
    source = village(sources)
    (page,) = school_pages(source)
    assert chat_text(source, page, "ru", True) == CHAT_RU


def test_chat_without_names(sources: Any) -> None:
    """The same groups; no student, no teacher, and the ways of the members from the school."""
    source = crowded_village(sources)
    (page,) = school_pages(source)
    assert chat_text(source, page, "en", False) == CHAT_EN_NAMELESS


def test_chat_without_names_leaves_out_what_would_point_to_a_child(sources: Any) -> None:
    """Two students and one: that the school sends them may not be told."""
    source = village(sources)
    (page,) = school_pages(source)
    assert chat_text(source, page, "ru", False) == (
        "Школа С1: профильные курсы, 2026/2027 учебный год\n\nСведения — у координатора школы.\n"
    )


def test_nameless_chat_tells_no_own_way(sources: Any) -> None:
    """Who of the school rides with which run does not change a letter of it."""
    source = crowded_village(sources)
    runs = {"О1": "Р2", "О2": "Р1"}
    rides = tuple(
        ride.replace(run=runs[ride.student]) if ride.direction is Direction.THERE else ride
        for ride in source.plan.rides
    )
    swapped = sources.of(source.network, source.plan.replace(rides=rides))
    assert rides != source.plan.rides
    texts = {chat_text(each, school_pages(each)[0], "ru", False) for each in (source, swapped)}
    assert len(texts) == 1
    assert "Курс ИТ" in texts.pop()


def test_a_school_that_nobody_learns_from(sources: Any) -> None:
    """Its page is there and says so, without a single colon too many."""
    source = sources.every()["empty"]
    (page,) = school_pages(source)
    assert (page.learning, page.lines, page.groups, page.contacts) == (0, (), (), ())
    assert chat_text(source, page, "ru", True).endswith("\n\nЗачисленных обучающихся нет.\n")


def test_a_school_that_left_stays_while_somebody_learns(sources: Any) -> None:
    """С1 takes no part any more: with a seat it has a page, without it has none."""
    source = village(sources)
    town, school = source.network.institutions
    network = source.network.replace(institutions=(town, school.replace(participates=False)))
    assert len(school_pages(sources.of(network, source.plan))) == 1
    assert school_pages(sources.of(network, source.plan.replace(enrolments=()))) == []


def test_no_known_student_is_lost_in_any_plan(sources: Any) -> None:
    """Every seat that makes sense has its lines, in a group without sessions one."""
    for name, source in sources.every().items():
        pages = school_pages(source)
        shown = {(line.student, line.group) for page in pages for line in page.lines}
        seats = facts_of(source.network, source.plan).seats
        assert {(seat.student.id, seat.group.id) for seat in seats} <= shown, name
        for page in pages:
            for lang in ("ru", "en"):
                assert chat_text(source, page, lang, True).count("\n\n") > 0


def test_groups_without_sessions_say_so(sources: Any) -> None:
    """О2 sits in ХИМ-1, which meets nowhere."""
    source = sources.damaged()
    page = next(page for page in school_pages(source) if page.institution == "Ш2")
    (idle,) = (line for line in page.lines if line.group == "ХИМ-1")
    assert (idle.meeting, idle.place, idle.there) == (None, "", None)
    assert "Занятия пока не назначены." in chat_text(source, page, "ru", True)
    assert "No sessions are set yet." in chat_text(source, page, "en", True)
