"""The page of a resource centre."""

from __future__ import annotations

from typing import Any

from instances.tiny import base
from models.plan import Plan
from models.tables import CentreStatus
from reports.views.centres import Members, centre_pages
from reports.views.week import meetings


def test_a_page_says_all_about_a_centre(sources: Any) -> None:
    """РЦ1 in Ш1 hosts computing for two students of С1."""
    second, first = centre_pages(sources.tiny("full_buses"))
    assert (first.centre, first.name, first.institution, first.status.en) == ("РЦ1", "Школа Ш1", "Ш1", "open")
    assert [room.name for room in first.rooms] == ["1"]
    assert [meeting.group for meeting in first.meetings] == ["ИТ-1"]
    (group,) = first.groups
    assert (group.fill.size, group.members) == (2, (Members("С1", "Школа С1", 2),))
    assert second.centre == "РЦ2"


def test_centres_without_groups_have_a_page(sources: Any) -> None:
    """A candidate that hosts nothing yet is listed with its profiles and no group."""
    source = sources.every()["empty"]
    centre = source.network.centres[0].replace(status=CentreStatus.CANDIDATE, profiles=("ИТ",))
    (page,) = centre_pages(sources.of(source.network.replace(centres=(centre,)), source.plan))
    assert (page.status.ru, page.profiles, page.meetings, page.groups) == ("кандидат", ("ИТ",), (), ())


def test_members_come_with_the_most_first(sources: Any) -> None:
    """Two of Ш2 before one of Ш1."""
    network = sources.network(["Ш1", "Ш2"], [("О1", "Ш1"), ("О2", "Ш2"), ("О3", "Ш2")])
    group = base.group("ИТ", base.session("ИТ-1", 1, ("У1",), 1, "15:00", []))
    plan = Plan(groups=(group,), enrolments=tuple(base.seat(s, "ИТ") for s in ("О1", "О2", "О3")))
    page = next(page for page in centre_pages(sources.of(network, plan)) if page.groups)
    assert [(m.institution, m.count) for m in page.groups[0].members] == [("Ш2", 2), ("Ш1", 1)]


def test_every_session_is_on_a_page(sources: Any) -> None:
    """Of every plan; a centre that the network lacks gets a page that says so."""
    for name, source in sources.every().items():
        shown = [meeting for page in centre_pages(source) for meeting in page.meetings]
        assert sorted(m.session for m in shown) == sorted(m.session for m in meetings(source)), name
    strange = next(page for page in centre_pages(sources.damaged()) if page.centre == "РЦ9")
    assert (strange.institution, strange.status.ru) == ("", "в сети не значится")
