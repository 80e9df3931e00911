"""Ways of students as the audit counts them, with stops and times."""

from __future__ import annotations

from typing import Any

from models.plan import Direction
from models.tables import Run, RunStop
from reports.views.ways import BUS, ON_SITE, WALK, Way, ways

THERE, BACK = Direction.THERE, Direction.BACK


def clock(hours: int, minutes: int) -> int:
    """Minutes from midnight."""
    return 60 * hours + minutes


def test_rides_have_stops_and_times(sources: Any) -> None:
    """О1 leaves the village at 14:30 and is home at 16:55; О3 stays where it is."""
    found = ways(sources.tiny("full_buses"))
    there = Way(BUS, 35, "Р1", "Школа С1", clock(14, 30), "Школа Ш1", clock(15, 5))
    assert found["О1", "ИТ-1.1", THERE] == there
    assert found["О1", "ИТ-1.1", BACK].alight_time == clock(16, 55)
    assert found["О3", "КРАЙ-1.1", THERE] == Way(ON_SITE, 0)


def test_free_ways_say_how(sources: Any) -> None:
    """О1 walks to the kindergarten, О3 has computing in the own school."""
    found = ways(sources.tiny("practice_places"))
    assert found["О1", "ПРАК-1.1", THERE] == Way(WALK, 15)
    assert found["О3", "ИТ-1.1", BACK] == Way(ON_SITE, 0)


def test_no_way_no_entry(sources: Any) -> None:
    """Of the village without rides nobody knows how to get to town."""
    source = sources.tiny("full_buses")
    found = ways(sources.of(source.network, source.plan.replace(rides=())))
    assert ("О1", "ИТ-1.1", THERE) not in found
    assert ("О3", "КРАЙ-1.1", THERE) in found


def test_the_stops_are_those_of_the_ride_taken(sources: Any) -> None:
    """A run that calls twice at Ш1: the first call is the ride; a ride without stops has no times."""
    source = sources.tiny("full_buses")
    twice = Run(
        id="Р1",
        weekdays=(1,),
        seats=1,
        stops=tuple(
            RunStop(place=place, time=time)
            for place, time in (("С1", "14:30"), ("Ш1", "15:05"), ("Ш1", "15:10"))
        ),
    )
    network = source.network.replace(runs=(twice, *source.network.runs[1:]))
    assert ways(sources.of(network, source.plan))["О1", "ИТ-1.1", THERE].alight_time == clock(15, 5)
    rides = tuple(ride.replace(board="", alight="") for ride in source.plan.rides)
    found = ways(sources.of(network, source.plan.replace(rides=rides)))["О1", "ИТ-1.1", THERE]
    assert (found.run, found.minutes, found.board_time) == ("Р1", 35, None)


def test_every_plan_can_be_asked(sources: Any) -> None:
    """Damaged plans included: every way belongs to a session of the plan."""
    for source in sources.every().values():
        sessions = {session.id for _, session in source.plan.sessions()}
        assert {session for _, session, _ in ways(source)} <= sessions
