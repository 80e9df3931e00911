"""The schematic map: from coordinates where there are any, else so that distances are minutes."""

from __future__ import annotations

from math import dist, inf
from typing import Any

import pytest

from instances.tiny import base
from models.network import Network
from models.travel import Mode, Travel
from reports.views.layout import layout


def roads(*rows: tuple[str, str, int], **tables: Any) -> Network:
    """A network of one school with roads."""
    travel = tuple(Travel(origin=a, destination=b, minutes=m, mode=Mode.BUS) for a, b, m in rows)
    empty: dict[str, Any] = dict.fromkeys(("courses", "teachers", "students", "choices"), ())
    return base.network("дороги", **{"rules": base.rules([]), "travel": travel, **empty, **tables})


def apart(network: Network, *places: str) -> dict[tuple[str, str], float]:
    """Distances between places on the map."""
    found = layout(network, places)
    return {(a, b): dist(found[a], found[b]) for a in places for b in places if a < b}


def test_a_triangle_comes_out_as_it_is() -> None:
    """3, 4 and 5 minutes fit a plane exactly; the widest stretch lies from left to right."""
    network = roads(("А", "Б", 30), ("Б", "В", 40), ("А", "В", 50))
    assert apart(network, "А", "Б", "В") == pytest.approx(
        {("А", "Б"): 30, ("Б", "В"): 40, ("А", "В"): 50}, abs=0.1
    )
    found = layout(network, ["А", "Б", "В"])
    wide, high = ([place[axis] for place in found.values()] for axis in (0, 1))
    assert max(wide) - min(wide) > max(high) - min(high)
    assert max(wide) == max(map(abs, wide))


def test_missing_pairs_go_by_the_shortest_path() -> None:
    """А–Б 10 and Б–В 20 make А–В 30: three places on a line."""
    network = roads(("А", "Б", 10), ("В", "Б", 20))
    assert apart(network, "А", "Б", "В")["А", "В"] == pytest.approx(30, abs=0.1)


def test_places_that_no_road_joins_are_far() -> None:
    """Half as far again as the farthest pair that is joined: 1.5 × 20."""
    network = roads(("А", "Б", 20))
    assert apart(network, "А", "Б", "Я")["Б", "Я"] == pytest.approx(30, abs=3)


def test_one_two_and_no_places() -> None:
    """A single place is the middle, two lie side by side, none make an empty map."""
    network = roads(("А", "Б", 20))
    assert layout(network, []) == {}
    assert layout(network, ["А"]) == {"А": (0, 0)}
    found = layout(network, ["Б", "А", "А"])
    assert sorted(x for x, _ in found.values()) == pytest.approx([-10, 10])
    assert [y for _, y in found.values()] == pytest.approx([0, 0])


def test_five_villages_around_a_town_do_not_fall_together() -> None:
    """All 30 minutes from a town of two schools 10 minutes apart, 60 from one another by way of it."""
    villages = [f"С{n}" for n in range(5)]
    rows = [(village, town, 30) for village in villages for town in ("Ш1", "Ш2")]
    network = roads(("Ш1", "Ш2", 10), *rows)
    found = apart(network, "Ш1", "Ш2", *villages)
    assert min(found.values(), default=inf) > 5
    assert found["Ш1", "Ш2"] == pytest.approx(10, abs=5)


def test_coordinates_are_used_where_all_have_them() -> None:
    """One degree of latitude is 111 km; a stop lies where the schools of its settlement lie."""
    schools = (
        base.school("Ш1").replace(lat=57.0, lon=35.0, settlement="Город"),
        base.school("Ш2").replace(lat=58.0, lon=35.0),
    )
    network = roads(institutions=schools)
    found = layout(network, ["Ш1", "Ш2", "Город"])
    assert found["Ш1"] == found["Город"]
    (x1, y1), (x2, y2) = found["Ш1"], found["Ш2"]
    assert (x2 - x1, y2 - y1) == pytest.approx((0, 111.2))
    assert layout(network, ["Ш1", "Ш2", "Хутор"])["Ш2"] != pytest.approx(found["Ш2"])


def test_the_order_of_places_does_not_matter() -> None:
    """The same places give the same map."""
    network = roads(("А", "Б", 30), ("Б", "В", 40), ("А", "В", 50), ("Г", "А", 25))
    assert layout(network, "АБВГ") == layout(network, "ГВБА")
