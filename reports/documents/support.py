"""D8: one-off support of teachers. The year's budget is shared by points, within a least and a largest sum.

What counts are norms that the planner edits (``support_…``): the fewest years, the bounds, the budget, the
points for a year, a group, ten hours, a certificate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.network import Network
from models.norms import MissingNormError, find_norm, shipped_norms
from models.tables import Teacher
from reports.documents.common import Values, centre_title, order
from reports.documents.grammar import LINE, listed, plural
from reports.documents.year_end import result_of
from reports.export.source import Source

HOURS = 10
"""Points for hours are given for so many of them."""

FEWEST = Fraction(1, 100)
"""Who has no points counts so much, so that nobody's share is nothing by arithmetic."""


@dataclass(frozen=True)
class Work:
    """What a teacher does in the network this year. ``years`` counts school years, this one included."""

    teacher: Teacher
    years: int
    courses: tuple[str, ...]
    centres: tuple[str, ...]
    groups: int
    hours: int
    certificates: int

    def points(self, network: Network) -> Fraction:
        """By the norms of the network."""
        return (
            Fraction(self.years * _norm(network, "points_year"))
            + self.groups * _norm(network, "points_group")
            + Fraction(self.hours, HOURS) * _norm(network, "points_hours")
            + self.certificates * _norm(network, "points_certificate")
        )


def years_of(teacher: Teacher, school_year: int) -> int | None:
    """School years in the network up to this one, counted one by one; ``None`` where nobody has said since
    when. Who teaches this year has worked this year."""
    if teacher.years:
        return len({year for year in teacher.years if year < school_year}) + 1
    if teacher.since is None:
        return None
    return max(0, school_year - teacher.since) + 1


def works(source: Source) -> list[Work]:
    """Every teacher of the plan, by name; of unknown years 0."""
    network, found = source.network, []
    certified = {
        group.id: sum(result_of(source, seat) is not None for seat in source.members(group.id))
        for group in source.plan.groups
    }
    for teacher in sorted(network.teachers, key=lambda one: (source.people.teacher(one.id), one.id)):
        held = [(g, s) for g, s in source.plan.sessions() if teacher.id in s.teachers]
        if held:
            groups = {group.id: group for group, _ in held}
            found.append(
                Work(
                    teacher=teacher,
                    years=years_of(teacher, network.rules.school_year) or 0,
                    courses=tuple(dict.fromkeys(source.course_title(g.course) for g in groups.values())),
                    centres=tuple(dict.fromkeys(centre_title(source, s.centre) for _, s in held)),
                    groups=len(groups),
                    hours=sum(len(s.dates) * network.course_by_id[g.course].session_hours for g, s in held),
                    certificates=sum(certified[id] for id in groups),
                )
            )
    return found


def shares(points: Sequence[Fraction], budget: int, lowest: int, highest: int) -> list[int]:
    """Whole roubles for each, in proportion to points within the bounds, that add up to the budget (to less
    where everybody has the largest sum). Where the least sum is too much for all, those with the fewest
    points get nothing; of equals the later ones."""
    order = sorted(range(len(points)), key=lambda at: (-points[at], at))
    paid = order[: budget // lowest] if lowest else order
    weights = {at: max(points[at], FEWEST) for at in paid}
    total = min(budget, highest * len(paid))
    exact = _between(weights, Fraction(total), lowest, highest)
    sums = [0] * len(points)
    for at, amount in exact.items():
        sums[at] = int(amount)
    left = total - sum(sums)
    for at in sorted(exact, key=lambda at: (int(exact[at]) - exact[at], order.index(at)))[:left]:
        sums[at] += 1
    return sums


def _between(weights: dict[int, Fraction], total: Fraction, low: int, high: int) -> dict[int, Fraction]:
    """``rate × weight`` cut to the bounds, with the rate at which they add up to the total."""

    def cut(rate: Fraction) -> dict[int, Fraction]:
        return {at: min(max(rate * weight, Fraction(low)), Fraction(high)) for at, weight in weights.items()}

    rates = sorted({Fraction(bound) / weight for weight in weights.values() for bound in (low, high)})
    below = max((rate for rate in rates if sum(cut(rate).values()) <= total), default=Fraction(0))
    free = [weight for weight in weights.values() if low <= below * weight < high]
    missing = total - sum(cut(below).values())
    return cut(below + missing / sum(free)) if free else cut(below)


def support_order(source: Source) -> Values:
    """D8: who has worked long enough, with what counts and the sum."""
    network = source.network
    least = _norm(network, "min_years")
    lowest, highest, budget = (_norm(network, key) for key in ("lowest", "highest", "budget"))
    found = works(source)
    long = [work for work in found if work.years >= least]
    sums = shares([work.points(network) for work in long], budget, lowest, highest)
    paid = [(work, amount) for work, amount in zip(long, sums, strict=True) if amount]
    items = [
        "Оказать единовременную финансовую поддержку учителям, работающим в муниципальной сети профильных "
        "курсов, согласно приложению № 1.",
        f"Общая сумма поддержки — {_roubles(sum(sums))}",
    ]
    return order(source, "и в целях поддержки учителей", items) | {
        "lines": [_line(source, work, amount) for work, amount in paid],
        "remarks": _remarks(source, found, long, sums),
    }


def _line(source: Source, work: Work, amount: int) -> Values:
    return {
        "name": source.people.teacher(work.teacher.id),
        "post": post_of(source, work.teacher),
        "where": f"{listed(work.centres)}: {listed([f'«{title}»' for title in work.courses])}",
        "years": work.years,
        "counts": f"{work.groups} / {work.hours} / {work.certificates}",
        "points": _number(work.points(source.network)),
        "sum": _grouped(amount),
    }


def post_of(source: Source, teacher: Teacher) -> str:
    """The post of a teacher with the institution."""
    return f"{teacher.position or 'учитель'}, {source.institution_name(teacher.institution)}"


def _remarks(source: Source, found: Sequence[Work], long: Sequence[Work], sums: Sequence[int]) -> list[str]:
    """For the office, to be deleted before signing: how it was counted, and who has nothing."""
    network = source.network
    norm = {key: _norm(network, f"points_{key}") for key in ("year", "group", "hours", "certificate")}
    said = [
        f"Баллы: за год работы в сети {norm['year']}, за группу {norm['group']}, за десять часов занятий "
        f"{norm['hours']}, за сертификат {norm['certificate']}. Сумма делится по баллам, каждому не меньше "
        f"{_roubles(_norm(network, 'lowest'))} и не больше "
        f"{_roubles(_norm(network, 'highest'))}, всего не больше "
        f"{_roubles(_norm(network, 'budget'))}"
    ]
    least = plural(_norm(network, "min_years"), "года", "лет", "лет")
    short = [work for work in found if work not in long]
    if short:
        names = [
            f"{source.people.teacher(work.teacher.id)} ({plural(work.years, 'год', 'года', 'лет')})"
            if work.years
            else f"{source.people.teacher(work.teacher.id)} (не указано, с какого года)"
            for work in short
        ]
        said.append(f"Меньше {least} в сети: {listed(names)}.")
    without = [
        source.people.teacher(work.teacher.id) for work, amount in zip(long, sums, strict=True) if not amount
    ]
    if without:
        said.append(f"Наименьшей суммы на всех не хватает, меньше всего баллов у: {listed(without)}.")
    return said


def _norm(network: Network, key: str) -> int:
    """The planner's value; where no norm of that name is in force, the one that comes with the program."""
    try:
        return network.norm(f"support_{key}")
    except MissingNormError:
        return find_norm(shipped_norms(), f"support_{key}", network.rules.first_day).number


def _number(points: Fraction) -> str:
    return f"{float(points):.1f}".rstrip("0").rstrip(".").replace(".", ",") or LINE


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", "\u00a0")


def _roubles(amount: int) -> str:
    return f"{_grouped(amount)} руб."
