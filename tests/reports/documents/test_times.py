"""Papers say when there are sessions and rides: parity, first and last date, and the dates of each child."""

from __future__ import annotations

import io
from datetime import date, timedelta

from docx import Document as open_word

from instances.tiny import ALL
from models.network import Network
from models.people import People
from models.plan import Plan
from models.tables import CourseParity
from reports.documents.catalogue import BY_CODE
from reports.documents.making import make
from reports.documents.times import load, weekly
from reports.export.source import Source

MONDAYS = tuple(date(2026, 10, 5) + timedelta(weeks=week) for week in range(8))


def case(name: str) -> tuple[Network, Plan]:
    """A network solved by hand, which lasts eight weeks here, and its plan."""
    found = ALL[name]
    assert found.plan is not None
    rules = found.network.rules.replace(last_day=MONDAYS[-1])
    return found.network.replace(rules=rules), found.plan


def held_on(plan: Plan, group: str, days: tuple[date, ...]) -> Plan:
    """The plan with the session of a group on these dates."""
    weeks = tuple("{}-W{:02d}".format(*day.isocalendar()) for day in days)
    groups = tuple(
        one.replace(sessions=tuple(s.replace(dates=days, weeks=weeks) for s in one.sessions))
        if one.id == group
        else one
        for one in plan.groups
    )
    return plan.replace(groups=groups)


def said(source: Source, code: str) -> str:
    """All the words of a document."""
    found = []
    for paper in make(BY_CODE[code], source):
        word = open_word(io.BytesIO(paper.content))
        found += [paragraph.text for paragraph in word.paragraphs]
        found += [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join(found)


def test_odd_weeks_are_told_with_the_first_and_last_date() -> None:
    """In the individual plan and the agreement; hours are those of two weeks, also in the order."""
    network, plan = case("odd_even")
    plan = held_on(held_on(plan, "ЖУР-1", MONDAYS[1::2]), "ИСК-1", (MONDAYS[0], MONDAYS[1], MONDAYS[4]))
    source = Source(network, plan, People())
    for code in ("D13", "D14"):
        papers = said(source, code)
        assert "понедельник, 15:00–15:40, по нечётным неделям, с 12.10.2026 по 23.11.2026" in papers
        assert "понедельник, 15:00–15:40, по датам (3 занятия), с 05.10.2026 по 02.11.2026" in papers
    assert "1 в две недели / 1" in said(source, "D13")
    assert "Итого на курсах сети: 1 час в две недели." in said(source, "D13")
    assert "1 / 1 в две недели" in said(source, "D1")


def test_hours_a_week_are_those_of_the_fullest_week() -> None:
    """A course of every week and one of odd weeks together: up to two hours, with lessons up to 36."""
    network, plan = case("odd_even")
    journalism, art = network.courses
    network = network.replace(courses=(journalism, art.replace(parity=CourseParity.EVERY)))
    plan = held_on(held_on(plan, "ЖУР-1", MONDAYS[1::2]), "ИСК-1", MONDAYS)
    source = Source(network, plan, People())
    odd, every = plan.enrolments
    assert [weekly(course) for course in network.courses] == ["1 в две недели", "1"]
    assert load(source, [every]) == "1 час в неделю"
    assert load(source, [odd]) == "1 час в две недели"
    assert load(source, [odd, every]) == "до 2 часов в неделю"
    assert load(source, [every], besides=34) == "35 часов в неделю"
    assert load(source, [odd, every], besides=34) == "до 36 часов в неделю"


def test_each_passenger_has_own_dates() -> None:
    """The class of one is away on the last two dates, so that the escort does not wait."""
    network, plan = case("full_buses")
    (home,) = network.classes
    other = home.replace(name="другой", absent=MONDAYS[6:])
    students = tuple(one.replace(class_name="другой") if one.id == "О2" else one for one in network.students)
    network = network.replace(classes=(home, other), students=students)
    source = Source(network, held_on(plan, "ИТ-1", MONDAYS), People())
    (paper,) = make(BY_CODE["D19"], source)
    *_, back = open_word(io.BytesIO(paper.content)).tables
    assert [(row.cells[1].text, row.cells[5].text) for row in back.rows[1:]] == [
        ("О1", "все даты"),
        ("О2", "по 9 ноября"),
    ]


def test_agreements_name_the_bus() -> None:
    """Weekday, run, stops with times and the escort there is; who does not ride goes alone."""
    network, plan = case("full_buses")
    first, *others = network.runs
    network = network.replace(runs=(first.replace(escort="Е. Ж. Провожатая"), *others))
    papers = said(Source(network, plan, People()), "D14")
    home, town = (network.institution_by_id[id].name for id in ("С1", "Ш1"))
    there = f"понедельник: рейс Р1, {home} 14:30 — {town} 15:05, сопровождающий: Е. Ж. Провожатая"
    back = f"понедельник: рейс Р3, {town} 16:20 — {home} 16:55"
    bus = f"едет к месту занятий школьным автобусом ({there}) и обратно ({back})"
    assert f"4. Обучающийся {bus}; остальной путь следует самостоятельно." in papers
    assert "4. Обучающийся следует к месту занятий и обратно самостоятельно." in papers
