"""Where the next centre should be: what every place, and every number of places, would give for certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from models.network import Network
from models.plan import Plan
from models.sites import Site, SiteKind
from models.text import Message, Text
from reports.compare.certain import Interval, certain_levels, optimum, served

NEW = Text("{name} (новый центр)", "{name} (a new centre)")
LISTED = Text("{name} ({centre})", "{name} ({centre})")


@dataclass(frozen=True)
class SitePoint:
    """What at most ``most`` of the places give. ``used``: those that hold groups in the plan found.

    ``served`` and ``gain``: applicants served in the best plan, and how many more than in the base's.
    ``points_gain``: points by rank more than in the base; ``None`` unless the number served is proven on both
    sides.
    """

    most: int
    sites: tuple[Site, ...]
    used: tuple[Site, ...]
    applicants: int
    served: Interval
    gain: Interval
    points_gain: Interval | None


def site_point(
    base: Network,
    before: Plan,
    network: Network,
    after: Plan,
    sites: tuple[Site, ...],
    used: tuple[Site, ...],
    most: int,
) -> SitePoint | None:
    """The point of a plan; ``None`` if no bound tells of the applicants served."""
    counts = len(base.choices_by_student), len(network.choices_by_student)
    here, there = (
        served(count, plan.levels[0]) if plan.levels and plan.levels[0].name == "unserved" else None
        for count, plan in zip(counts, (before, after), strict=True)
    )
    if here is None or there is None:
        return None
    certain = {item.level.name: item.difference for item in certain_levels(before.levels, after.levels)}
    return SitePoint(most, sites, used, counts[1], there, there.minus(here), certain.get("rank_points"))


def ranked(points: Sequence[SitePoint]) -> list[SitePoint]:
    """Single places, the best first: by applicants served, then by points by rank, as they were reached."""

    def worth(point: SitePoint) -> tuple[int, int]:
        return point.gain.low, point.points_gain.low if point.points_gain else 0

    return sorted(points, key=lambda point: (*(-part for part in worth(point)), point.sites[0].centre))


def best_places(points: Sequence[SitePoint]) -> list[SitePoint]:
    """Those of ``ranked`` places of which it is not proven that another is better."""
    most = max((point.gain.low for point in points), default=0)
    open_ = [point for point in points if point.gain.high >= most]
    if not all(point.gain == open_[0].gain and point.gain.is_exact for point in open_):
        return open_
    known = [point.points_gain for point in open_]
    if any(gain is None for gain in known):
        return open_
    least = max(gain.low for gain in known if gain is not None)
    return [point for point in open_ if point.points_gain is not None and point.points_gain.high >= least]


def fewest_for(points: Sequence[SitePoint], share: float) -> tuple[int | None, int | None]:
    """The fewest places for at least ``share`` (0 to 1) of the applicants: (no fewer can do, so many do).

    Either is ``None`` if no point tells.
    """
    by_number = sorted(points, key=lambda point: point.most)
    least = next((p.most for p in by_number if p.served.high >= ceil(share * p.applicants)), None)
    enough = next((p.most for p in by_number if p.served.low >= ceil(share * p.applicants)), None)
    return least, enough


def site_name(network: Network, site: Site) -> Message:
    """A place as people call it."""
    name = network.institution_by_id[site.institution].name
    if site.kind is SiteKind.NEW:
        return NEW(name=name)
    return LISTED(name=name, centre=site.centre)


def base_point(network: Network, plan: Plan) -> SitePoint | None:
    """No place at all: the base itself."""
    first = plan.levels[0] if plan.levels else None
    known = None if first is None or first.name != "unserved" else optimum(first)
    if known is None:
        return None
    applicants = len(network.choices_by_student)
    return SitePoint(
        0,
        (),
        (),
        applicants,
        Interval(applicants - known.high, applicants - known.low),
        Interval(0, 0),
        Interval(0, 0),
    )
