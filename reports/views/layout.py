"""Where the places of a network lie on a schematic map: by coordinates, else by the minutes between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

from models.network import Network
from models.travel import Mode

KM_A_DEGREE = 111.2
"""Of latitude; of longitude at the equator."""

FAR = 1.5
"""Places that no road joins lie this many times farther apart than any that are joined."""

ROUNDS = 300
"""Of moving the points; what moves after that no eye sees."""

Matrix = NDArray[np.float64]


def layout(network: Network, places: Iterable[str]) -> dict[str, tuple[float, float]]:
    """Place (id of an institution, stop, village) → (x, y) around the middle of all, both axes in one unit.

    Coordinates are used if every place has them: kilometres to the east and north; a stop has those of the
    institutions in its settlement. Else the unit is minutes on the road, and only distances mean something:
    the map may be turned or mirrored. The same network gives the same map.
    """
    names = sorted(set(places))
    known = _coordinates(network)
    if names and all(name in known for name in names):
        return _flat({name: known[name] for name in names})
    minutes = _shortest(_direct(network, names))
    found = zip(names, _upright(_pulled(_scaled(minutes), minutes)).tolist(), strict=True)
    return {name: (x, y) for name, (x, y) in found}


def _coordinates(network: Network) -> dict[str, tuple[float, float]]:
    """(lat, lon) of institutions, and of settlements as the mean of those in them."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for item in network.institutions:
        if item.lat is not None and item.lon is not None:
            for name in {item.id, item.settlement} - {""}:
                found[name].append((item.lat, item.lon))
    return {
        name: (sum(lat for lat, _ in these) / len(these), sum(lon for _, lon in these) / len(these))
        for name, these in found.items()
    }


def _flat(degrees: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Degrees as kilometres on a plane: true enough over a district or a region."""
    lat = sum(lat for lat, _ in degrees.values()) / len(degrees)
    lon = sum(lon for _, lon in degrees.values()) / len(degrees)
    wide = KM_A_DEGREE * cos(radians(lat))
    return {name: ((e - lon) * wide, (n - lat) * KM_A_DEGREE) for name, (n, e) in degrees.items()}


def _direct(network: Network, names: Sequence[str]) -> Matrix:
    """Minutes by the fastest means between each two places; infinite where no row or default speaks."""
    size = len(names)
    minutes = np.full((size, size), np.inf)
    for i, here in enumerate(names):
        for j, there in enumerate(names):
            found = network.travel_table.fastest(here, there, Mode)
            if found is not None:
                minutes[i, j] = found
    both: Matrix = np.minimum(minutes, minutes.T)
    return both


def _shortest(minutes: Matrix) -> Matrix:
    """Missing pairs by the shortest path over other places (Floyd 1962)."""
    for k in range(len(minutes)):
        minutes = np.minimum(minutes, minutes[:, k : k + 1] + minutes[k : k + 1, :])
    joined = minutes[np.isfinite(minutes)]
    farthest = joined.max(initial=0.0) or 1.0
    return np.where(np.isfinite(minutes), minutes, FAR * farthest)


def _scaled(distances: Matrix) -> Matrix:
    """Points in a plane by classical scaling (Torgerson 1952): the large distances come out right."""
    size = len(distances)
    points = np.zeros((size, 2))
    if size:
        centring = np.eye(size) - 1 / size
        values, vectors = np.linalg.eigh(-centring @ distances**2 @ centring / 2)
        for axis, at in enumerate(range(size - 1, max(size - 3, -1), -1)):
            points[:, axis] = vectors[:, at] * np.sqrt(max(values[at], 0.0))
    return points


def _pulled(points: Matrix, distances: Matrix) -> Matrix:
    """The points moved until the small distances come out right, too (SMACOF, de Leeuw 1977).

    A plane has no room for five villages around a town: classical scaling lays some of them, and all
    schools of the town, on one spot. Errors count by the share of the distance.
    """
    size = len(points)
    if size < 3:
        return points
    weights = 1 / np.maximum(distances, 1.0) ** 2
    np.fill_diagonal(weights, 0.0)
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    turn = np.arange(size) * 2.4  # radians: points on one spot start apart, no two in one direction
    points = points + distances.max() / 100 * np.column_stack((np.cos(turn), np.sin(turn)))
    for _ in range(ROUNDS):
        apart = np.linalg.norm(points[:, None] - points[None], axis=2)
        pull = -weights * distances / np.maximum(apart, 1e-9)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = inverse @ (pull @ points)
    return points


def _upright(points: Matrix) -> Matrix:
    """The map turned so that it is widest from left to right, its farthest points in the positive."""
    if not len(points):
        return points
    points = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(points.T @ points)
    turned = np.round(points @ axes[:, ::-1], 3)
    farthest = turned[np.abs(turned).argmax(axis=0), [0, 1]]
    upright: Matrix = turned * np.where(farthest < 0, -1.0, 1.0) + 0.0  # no negative nought
    return upright
