"""What one goal costs in another, as a study: a curve of plans under one more limit, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from models.network import Network
from models.outcome import Infeasible, Outcome, Solved
from models.plan import Plan
from models.text import Lang, Message, Text
from reports.compare.certain import Interval, optimum, served
from reports.compare.study import Part, Said, Study
from reports.compare.words import RANGE
from reports.export.table import Column, Kind, Table, Value, table
from reports.export.words import grouped, percent
from reports.figures import curve as curves
from reports.figures.drawings import Drawing

FULL = 1000
"""Floors of shares are in per mille."""

KEY = "price"
FAIR_TITLE = Text("Чего стоит справедливость", "What fairness costs")
FROZEN_TITLE = Text("Что даёт вариант за столько изменений", "What a scenario gives for so many changes")
FAIR = Text(
    "Не меньше такой доли достижимого у каждой школы, местности и параллели",
    "At least such a share of the attainable for every school, rural or town places, and grade",
)
FROZEN = Text(
    "«{title}»: не больше стольких изменений исходного плана",
    "“{title}”: at most so many changes of the base plan",
)
FLOOR = Text("Доля, не меньше", "Share, at least")
MOST = Text("Изменений, не больше", "Changes, at most")
SERVED = Text("Получат место", "Served")
POINTS = Text("Баллов по очерёдности", "Points by rank")
LOW, HIGH = Text("{what}: не меньше", "{what}: at least"), Text("{what}: не больше", "{what}: at most")
OUT_OF_REACH = Text("недостижимо (доказано)", "out of reach (proven)")
NOT_FOUND = Text("не найдено", "not found")
UNKNOWN = Text("границы нет", "no bound")
SEATED = Text("Получат место, чел.", "Served, students")
ALL = Text("все заявители: {number}", "all applicants: {number}")
LINE_CAPTION = Text("Лучшее, что возможно при каждом пределе.", "The best that can be had under each limit.")

FREE = Text(
    "До {limit} справедливость ничего не стоит: место получат столько же ({number}, доказано).",
    "Up to {limit} fairness costs nothing: as many are served ({number}, proven).",
)
COSTS = Text(
    "{limit} у каждого стоят мест: {number} (доказано).",
    "{limit} for everybody costs seats: {number} (proven).",
)
NO_HIGHER = Text(
    "{limit} у каждого недостижимы (доказано).", "{limit} for everybody is out of reach (proven)."
)
UNTOUCHED = Text(
    "«{title}»: без единого изменения плана нет (доказано).",
    "“{title}”: there is no plan without any change (proven).",
)
ALL_FOR = Text(
    "«{title}»: всё, что даёт вариант (место получат {number}), достигается за {limit} изменений или меньше.",
    "“{title}”: all that the scenario gives ({number} served) is reached with {limit} changes or fewer.",
)
LIMITS_NOTE = Text(
    "При каждом пределе план ищется заново по двум первым целям: кто останется ни с чем и баллы по "
    "очерёдности. Баллы сравнимы там, где число получивших место доказано.",
    "Under each limit a plan is sought anew for two goals: applicants left with nothing, and points by rank. "
    "Points can be compared where the number served is proven.",
)
SHARES_NOTE = Text(
    "Доля — заявки школы, сельской или городской местности или параллели, получившие место, среди тех, что "
    "вообще могли бы его получить.",
    "A share is that of the applications of a school, of rural or town places or of a grade which get a "
    "seat, among those that could get one at all.",
)
CHANGES_NOTE = Text(
    "Изменение — место, которое не сохранено, занятие в другое время или другом центре, другой кабинет или "
    "учитель, новая группа. Чего вариант не оставляет, не считается.",
    "A change is a seat not kept, a session at another time or centre, another room or teacher, a new group. "
    "What the scenario takes away does not count.",
)


@dataclass(frozen=True)
class PricePoint:
    """The best under a limit: a floor per mille, or so many changes. ``served``, ``points``: where the best
    lies; ``points`` only where the number served is proven. ``is_possible``: ``None`` if it is not known."""

    limit: int
    applicants: int
    is_possible: bool | None
    served: Interval | None
    points: Interval | None


def price_point(limit: int, network: Network, outcome: Outcome) -> PricePoint:
    """What a search under a limit came to."""
    applicants = len(network.choices_by_student)
    if not isinstance(outcome, Solved):
        possible = False if isinstance(outcome, Infeasible) else None
        return PricePoint(limit, applicants, possible, None, None)
    levels = outcome.plan.levels
    first, second = (levels[0] if levels else None), (levels[1] if len(levels) > 1 else None)
    found = None if first is None or first.name != "unserved" else served(applicants, first)
    points = None if second is None or first is None or not first.proven else optimum(second)
    return PricePoint(limit, applicants, True, found, points)


def fairness_study(network: Network, plan: Plan, points: Sequence[PricePoint]) -> Study:
    """The curve over floors of the share of the worst-off."""
    return Study(
        KEY,
        FAIR_TITLE,
        network,
        plan,
        tuple(_fairness_answers(points)),
        (_part(FAIR, FLOOR, points, "fairness", _floor),),
        (SHARES_NOTE, LIMITS_NOTE),
        _content(network, "fairness", {"base": points}),
    )


def freezing_study(network: Network, plan: Plan, curves: Mapping[str, Sequence[PricePoint]]) -> Study:
    """A curve for every scenario, by title, over the number of changes."""
    parts = [
        _part(_finished(FROZEN(title=title)), MOST, points, f"freezing-{number}", grouped)
        for number, (title, points) in enumerate(curves.items(), start=1)
    ]
    answers = [said for title, points in curves.items() for said in _freezing_answers(title, points)]
    return Study(
        KEY,
        FROZEN_TITLE,
        network,
        plan,
        tuple(answers),
        tuple(parts),
        (CHANGES_NOTE, LIMITS_NOTE),
        _content(network, "freezing", curves),
    )


def _fairness_answers(points: Sequence[PricePoint]) -> Iterator[Said]:
    """For as long as it is free, what each step above costs, and where it ends."""
    first = next((point.served for point in points if point.served is not None), None)
    if first is not None and first.is_exact:
        free = [point for point in points if point.served == first]
        if free:
            yield FREE(limit=_floor(free[-1].limit), number=first.low)
        for point in points:
            if point.served is not None and point.served.is_exact and point.served.low < first.low:
                yield COSTS(limit=_floor(point.limit), number=first.low - point.served.low)
    beyond = next((point for point in points if point.is_possible is False), None)
    if beyond is not None:
        yield NO_HIGHER(limit=_floor(beyond.limit))


def _freezing_answers(title: str, points: Sequence[PricePoint]) -> Iterator[Said]:
    if points and points[0].limit == 0 and points[0].is_possible is False:
        yield UNTOUCHED(title=title)
    last = points[-1].served if points else None
    if last is not None:
        enough = next((p.limit for p in points if p.served and p.served.low >= last.high), points[-1].limit)
        yield ALL_FOR(title=title, number=_said(last), limit=enough)


def _part(
    title: Text, limit: Text, points: Sequence[PricePoint], key: str, told: Callable[[int], Text]
) -> Part:
    ends = [
        Column(f"{name}_{end}", _finished(form(what=what)), Kind.NUMBER, width=14)
        for name, what in (("served", SERVED), ("points", POINTS))
        for end, form in (("low", LOW), ("high", HIGH))
    ]
    columns = [
        Column("limit", limit, width=20),
        Column("served", SERVED, width=24),
        Column("points", POINTS, width=24),
        *ends,
    ]
    rows: list[tuple[Value, ...]] = [
        (
            told(point.limit),
            _reached(point),
            "—" if point.points is None else _said(point.points),
            *_ends(point.served),
            *_ends(point.points),
        )
        for point in points
    ]
    found = table(key, title, columns, rows, printed=3)
    return Part(found, partial(_drawings, found, limit, points, told))


def _drawings(
    shown: Table, limit: Text, points: Sequence[PricePoint], told: Callable[[int], Text], lang: Lang
) -> Iterator[Drawing]:
    """Seats, and points by rank, over the limit. What was not found out has no place in them."""
    for name, up in (("served", SEATED), ("points", POINTS)):
        drawn = [
            (point, found)
            for point in points
            if (found := getattr(point, name)) is not None or point.is_possible is False
        ]
        if sum(found is not None for _, found in drawn) < 2:
            continue
        marks = tuple(
            curves.Point(
                point.limit,
                told(point.limit),
                None if found is None else found.low,
                None if found is None else found.high,
            )
            for point, found in drawn
        )
        applicants = max(point.applicants for point in points)
        ceiling = (applicants, ALL(number=applicants)) if name == "served" else None
        data = curves.Curve(limit, up, marks, ceiling)
        title = SERVED if name == "served" else POINTS
        ax = curves.draw(curves.curve_sheet(), data, lang)
        yield Drawing(f"{shown.key}-{name}", title, LINE_CAPTION, ax)


def _reached(point: PricePoint) -> int | Message | Text:
    if point.is_possible is None:
        return NOT_FOUND
    if not point.is_possible:
        return OUT_OF_REACH
    return UNKNOWN if point.served is None else _said(point.served)


def _ends(found: Interval | None) -> tuple[int, int] | tuple[None, None]:
    return (None, None) if found is None else (found.low, found.high)


def _said(found: Interval) -> int | Message:
    return found.low if found.is_exact else RANGE(low=grouped(found.low), high=grouped(found.high))


def _floor(limit: int) -> Text:
    return percent(limit / FULL)


def _finished(message: Message) -> Text:
    return Text(message.in_("ru"), message.in_("en"))


def _content(network: Network, kind: str, found: Mapping[str, Sequence[PricePoint]]) -> dict[str, Any]:
    return {
        "format": "setka-price/2",
        "kind": kind,
        "network": network.sha256,
        "curves": {title: [asdict(point) for point in points] for title, points in found.items()},
    }
