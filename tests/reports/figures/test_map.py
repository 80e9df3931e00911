"""The schematic map of who travels where."""

from __future__ import annotations

from itertools import combinations
from math import dist
from typing import Any

from matplotlib.patches import FancyArrowPatch

from reports.figures import network_map
from reports.figures.bending import path
from reports.figures.placing import around
from reports.figures.scene import MARK, broad, scene
from reports.figures.trips import Place, Trip, Trips, trips

SMALL = Trips(
    places=(
        Place("Ш1", "Школа 1", 0, 0, True, 5),
        Place("Ш2", "Школа 2", 10, 0, False, 0),
        Place("Ш3", "Школа 3", 5, 8, True, 0),
    ),
    trips=(Trip(1, 0, 12), Trip(0, 2, 3), Trip(1, 2, 1)),
    at_least=False,
)


def drawn(data: Trips) -> Any:
    """The map on a sheet of its own, in Russian."""
    return network_map.draw(network_map.sheet(data, "ru"), data, "ru")


def words(data: Trips) -> tuple[tuple[str, str], ...]:
    """The names alone."""
    return tuple((place.name, "") for place in data.places)


def test_lines_are_as_broad_as_students_are_many() -> None:
    """In proportion; one or two are thin but seen, and where all are few nothing is broad."""
    assert [broad(students, 12) for students in (12, 3, 2, 1)] == [7, 7 / 4, 0.8, 0.8]
    assert broad(4, 4) == 7 / 2
    lines = [patch for patch in drawn(SMALL).patches if isinstance(patch, FancyArrowPatch)]
    tails = [line.get_arrowstyle().tail_width for line in lines]  # type: ignore[attr-defined]  # style-specific
    assert tails == [7, 7 / 4, 0.8]


def test_squares_host_and_circles_send(looks: Any) -> None:
    """Two squares, one circle; names with who stays; numbers on the lines of three or more; a key of them."""
    ax = drawn(SMALL)
    markers = sorted(line.get_marker() for line in ax.lines if line.get_markersize() == 2 * MARK)
    assert markers == ["o", "s", "s"]
    said = [text.replace("\u00a0", " ") for text in looks.words(ax)]
    assert {"Школа 1 у себя: 5", "Школа 2", "12", "3", "12 чел.", "1–2 чел."} <= {*said}
    assert "1" not in said
    looks.assert_apart(ax)


def test_published_numbers_are_called_the_least(looks: Any) -> None:
    """The same flows as they may be published: the line of one student has no number."""
    data = Trips(SMALL.places, SMALL.trips, at_least=True)
    said = [text.replace("\u00a0", " ") for text in looks.words(drawn(data))]
    assert {"не менее 12 чел.", "≥12", "≥3", "Школа 1 у себя: ≥5"} <= {*said}
    assert not {"1", "≥1"} & {*said}


def test_lines_pass_by_the_marks_in_their_way() -> None:
    """Three places in a row: the line between the outer ones runs round the middle one."""
    places = tuple(Place(f"Ш{n}", f"Школа {n}", 10 * n, 0, n == 0, 0) for n in range(3))
    data = Trips(places, (Trip(2, 0, 5), Trip(1, 0, 5)), at_least=False)
    found = scene(data, words(data))
    passing = path(found.marks[2], found.marks[0], found.bends[0])
    middle = found.marks[1]
    assert min(dist(point, middle) for point in passing) > MARK + broad(5, 5) / 2


def test_what_is_not_shown_keeps_its_room() -> None:
    """The public map has the layout of the office's, without the marks that are not told."""
    hidden = Place("Ш4", "Школа 4", 20, 4, False, shown=False)
    told = Trips((*SMALL.places, hidden), SMALL.trips, at_least=True)
    office = Trips((*SMALL.places, Place("Ш4", "Школа 4", 20, 4, False)), SMALL.trips, at_least=False)
    assert scene(told, words(told)).marks == scene(office, words(office)).marks
    assert set(scene(told, words(told)).labels) == {0, 1, 2}
    assert set(scene(office, words(office)).labels) == {0, 1, 2, 3}


def test_names_and_numbers_cover_neither_marks_nor_each_other() -> None:
    """Ten schools of a town close together, and five villages around."""
    town = [Place(f"Г{n}", f"Школа города {n}", n % 4 * 0.2, n // 4 * 0.2, n < 3, 0) for n in range(10)]
    villages = [Place(f"С{n}", f"Село {n}", 12 * (n - 2), 9 * (-1) ** n, False, 0) for n in range(5)]
    flows = tuple(Trip(at, at % 3, 15 - at) for at in range(3, 15))
    data = Trips((*town, *villages), flows, at_least=False)
    found = scene(data, words(data))
    assert len(found.labels) == 15
    assert found.numbers
    marks = [around(mark, 2 * MARK, 2 * MARK) for mark in found.marks]
    boxes = [label.box for label in (*found.labels.values(), *found.numbers.values())]
    assert not any(one.meets(other) for one, other in combinations([*marks, *boxes], 2))


def test_where_names_find_no_room_there_are_numbers_and_a_key(hostile: Any, looks: Any) -> None:
    """Thirty schools of sixty letters, two of them on one spot."""
    data = trips(hostile, public=False)
    found = scene(data, words(data))
    assert found.labels == {}
    assert len(found.key) == 30
    marks = [around(mark, 2 * MARK, 2 * MARK) for mark in found.marks]
    assert not any(one.meets(other) for one, other in combinations(marks, 2))
    ax = drawn(data)
    looks.assert_apart(ax)
    assert sum(len(name) > 40 for name in looks.words(ax)) == 30


def test_places_on_one_line_make_a_map(looks: Any) -> None:
    """Also straight up, where the width of the network is nought, and a single place that stays alone."""
    places = tuple(Place(str(n), f"Школа {n}", 0, n, n == 0, 0) for n in range(3))
    looks.assert_apart(drawn(Trips(places, (Trip(1, 0, 4), Trip(2, 0, 2)), at_least=False)))
    looks.assert_apart(drawn(Trips(places[:1], (), at_least=False)))


def test_trips_leave_out_who_stays_and_who_stays_in_town(hostile: Any) -> None:
    """Ш1 hosts the centre: its students learn at home. Nobody is counted twice."""
    data = trips(hostile, public=False)
    assert all(trip.origin != trip.place for trip in data.trips)
    seats = hostile.plan.enrolments
    arriving = sum(place.stay + place.near for place in data.places)
    assert sum(trip.students for trip in data.trips) + arriving == len(seats)
    assert sum(place.near for place in data.places) == sum(place.leave for place in data.places)
    assert trips(hostile, public=True).at_least
