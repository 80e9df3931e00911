"""Minutes by the place where a way starts or ends, and flows, counted by hand; the total is the audit's."""

from __future__ import annotations

from typing import Any

from models.travel import Travel
from reports.audit.facts import facts_of
from reports.audit.levels import true_levels
from reports.views.journeys import Flow, PlaceJourneys, journeys
from reports.views.ways import BUS, PUBLIC, WALK


def test_full_buses(sources: Any) -> None:
    """О1 and О2 ride 35 minutes each way on two dates, О3 stays: 2 × 70 × 2 = 280."""
    found = journeys(sources.tiny("full_buses"))
    village = PlaceJourneys("С1", "Школа С1", 2, 35, 35.0, 35, ((BUS, 2),))
    assert (found.there, found.home) == ((village,), (village,))
    assert found.flows == (
        Flow("С1", "Школа С1", "Ш1", "Школа Ш1", 2),
        Flow("С1", "Школа С1", "С1", "Школа С1", 1),
    )
    assert [flow.stays for flow in found.flows] == [False, True]
    assert (found.total, found.without_way) == (280, 0)


def test_the_way_there_starts_at_school_and_the_way_back_ends_at_home(sources: Any) -> None:
    """О1 walks 15 minutes from school to the kindergarten and takes 25 minutes by bus home to Хутор."""
    source = sources.tiny("practice_places")
    first, *others = source.network.students
    bus = Travel(origin="ДС1", destination="Хутор", minutes=25)
    network = source.network.replace(
        students=(first.replace(home="Хутор"), *others), travel=(*source.network.travel, bus)
    )
    found = journeys(sources.of(network, source.plan))
    (school,) = found.there
    assert (school.place, school.riders, school.minimum, school.maximum) == ("Ш1", 2, 15, 15)
    assert school.modes == ((WALK, 2),)
    farm, town = found.home
    assert farm == PlaceJourneys("Хутор", "Хутор", 1, 25, 25.0, 25, ((PUBLIC, 1),))
    assert (town.place, town.riders, town.modes) == ("Ш1", 1, ((WALK, 1),))
    assert Flow("Ш1", "Школа Ш1", "ДС1", "Детский сад", 2) in found.flows
    assert "Хутор" not in {flow.origin for flow in found.flows}


def test_on_a_day_without_lessons_the_way_starts_at_home(sources: Any) -> None:
    """The session of the kindergarten is on a day on which 10А stays at home."""
    source = sources.tiny("practice_places")
    first, *others = source.network.students
    bus = Travel(origin="ДС1", destination="Хутор", minutes=25)
    (day,) = {meeting.when.weekday for meeting in facts_of(source.network, source.plan).meetings_of["ПРАК-1"]}
    classes = tuple(
        item.replace(days=tuple(lessons for lessons in item.days if lessons.weekday != day))
        for item in source.network.classes
    )
    network = source.network.replace(
        classes=classes,
        students=(first.replace(home="Хутор"), *others),
        travel=(*source.network.travel, bus),
    )
    found = journeys(sources.of(network, source.plan))
    assert {place.place: place.maximum for place in found.there} == {"Хутор": 25, "Ш1": 15}
    assert Flow("Хутор", "Хутор", "ДС1", "Детский сад", 1) in found.flows


def test_ways_that_nobody_knows_are_counted(sources: Any) -> None:
    """Without rides О1 and О2 have neither a way there nor one back."""
    source = sources.tiny("full_buses")
    found = journeys(sources.of(source.network, source.plan.replace(rides=())))
    assert (found.there, found.home, found.without_way, found.total) == ((), (), 4, 0)


def test_the_total_is_the_level(sources: Any) -> None:
    """Of every plan, damaged ones included."""
    for name, source in sources.every().items():
        levels = {level.name: level.value for level in true_levels(source.network, source.plan)}
        assert journeys(source).total == levels["travel"], name
