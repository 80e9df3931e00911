"""Minutes by place of origin and flows, counted by hand; the total is the audit's."""

from __future__ import annotations

from typing import Any

from models.travel import Travel
from reports.audit.levels import true_levels
from reports.views.journeys import Flow, PlaceJourneys, journeys
from reports.views.ways import BUS, PUBLIC, WALK


def test_full_buses(sources: Any) -> None:
    """О1 and О2 ride 35 minutes each way on two dates, О3 stays: 2 × 70 × 2 = 280."""
    found = journeys(sources.tiny("full_buses"))
    assert found.places == (PlaceJourneys("С1", "Школа С1", 2, 35, 35.0, 35, ((BUS, 2),)),)
    assert found.flows == (
        Flow("С1", "Школа С1", "Ш1", "Школа Ш1", 2),
        Flow("С1", "Школа С1", "С1", "Школа С1", 1),
    )
    assert [flow.stays for flow in found.flows] == [False, True]
    assert (found.total, found.without_way) == (280, 0)


def test_a_stop_of_its_own(sources: Any) -> None:
    """О1 walks 15 minutes to the kindergarten and takes 25 minutes by bus home to Хутор: mean 20."""
    source = sources.tiny("practice_places")
    first, *others = source.network.students
    bus = Travel(origin="ДС1", destination="Хутор", minutes=25)
    network = source.network.replace(
        students=(first.replace(home="Хутор"), *others), travel=(*source.network.travel, bus)
    )
    found = journeys(sources.of(network, source.plan))
    assert [place.place for place in found.places] == ["Хутор", "Ш1"]
    farm = found.places[0]
    assert (farm.riders, farm.minimum, farm.mean, farm.maximum) == (1, 15, 20.0, 25)
    assert farm.modes == ((PUBLIC, 1), (WALK, 1))
    assert Flow("Хутор", "Хутор", "ДС1", "Детский сад", 1) in found.flows


def test_ways_that_nobody_knows_are_counted(sources: Any) -> None:
    """Without rides О1 and О2 have neither a way there nor one back."""
    source = sources.tiny("full_buses")
    found = journeys(sources.of(source.network, source.plan.replace(rides=())))
    assert (found.places, found.without_way, found.total) == ((), 4, 0)


def test_the_total_is_the_level(sources: Any) -> None:
    """Of every plan, damaged ones included."""
    for name, source in sources.every().items():
        levels = {level.name: level.value for level in true_levels(source.network, source.plan)}
        assert journeys(source).total == levels["travel"], name
