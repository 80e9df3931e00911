"""``setka whatif --price``: what fairness costs in seats, what a scenario gives for so many changes."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.exits import FINE, NO_PLAN, VIOLATED, Refused
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from instances.scenarios import Variant
    from reports.compare.certain import Interval
    from reports.compare.comparison import Side
    from scheduler.engine import Settings
    from scheduler.whatif.price import Price

FAIRNESS, FREEZING = "fairness", "freezing"
KINDS = (FAIRNESS, FREEZING)

FAIR = Text(
    "Цена справедливости: не меньше такой доли достижимого у каждой школы, места и параллели",
    "The price of fairness: at least such a share of the attainable for every school, place and grade",
)
FROZEN = Text(
    "Цена неизменности («{title}»): не больше стольких изменений против исходного плана",
    "The price of freezing ('{title}'): at most so many changes against the base plan",
)
WHAT_COUNTS = Text(
    "Изменение — место, которое не сохранено, занятие в другое время или другом центре, другой кабинет или "
    "учитель, новая группа. Чего вариант не оставляет, не считается.",
    "A change is a seat not kept, a session at another time or centre, another room or teacher, a new group. "
    "What the scenario takes away does not count.",
)
HEADERS = (
    Text("Не меньше / не больше", "Limit"),
    Text("Получат место", "Served"),
    Text("Баллов по очерёдности", "Points by rank"),
)
OUT_OF_REACH = Text("недостижимо (доказано)", "out of reach (proven)")
NOT_FOUND = Text("не найдено", "not found")
RANGE = Text("от {low} до {high}", "{low} to {high}")
NO_SHARES = Text(
    "делить не на кого: у сети нет ни школ, ни параллелей с заявителями",
    "there is nobody to compare: no school or grade has applicants",
)
NEEDS_SCENARIO = Text(
    "для --price freezing назовите вариант, ради которого план меняется",
    "--price freezing needs the scenario for which the plan changes",
)
FILE = "price.json"

Told = tuple[int, "Callable[[], None]"]
Cell = Text | Message | int | str


def price_fairness(screen: Screen, base: Side, settings: Settings, stage: Path, number: int) -> Told:
    """The curve for the base; the exit code, and what shows it."""
    from reports.audit import audit
    from reports.audit.goals.fairness import shares
    from reports.export.words import percent
    from scheduler.cli.progress import watched
    from scheduler.whatif.price import FULL, price_of_fairness, steps

    reached = [share for part in shares(base.network, base.plan) for share in part.values()]
    if not reached:
        raise Refused(NO_SHARES)
    floors = steps(min(reached), FULL, number)
    with watched(screen) as on_progress:
        found = list(price_of_fairness(base.network, base.plan, floors, settings, audit, on_progress))
    _write(stage, base, FAIRNESS, {base.name: found})

    def show() -> None:
        screen.table(FAIR, HEADERS, [(percent(price.limit / FULL), *_said(price)) for price in found])

    return FINE, show


def price_freezing(
    screen: Screen, base: Side, variants: list[Variant], settings: Settings, stage: Path, number: int
) -> Told:
    """A curve for every scenario that has a plan; the exit code, and what shows them."""
    from models.outcome import Infeasible, Solved
    from reports.audit import audit
    from scheduler.cli.progress import watched
    from scheduler.whatif import plan_scenario
    from scheduler.whatif.price import price_of_freezing

    if not variants:
        raise Refused(NEEDS_SCENARIO)
    curves: dict[str, list[Price]] = {}
    code = FINE
    with watched(screen) as on_progress:
        for variant in variants:
            assert variant.network is not None
            answer = plan_scenario(base.network, base.plan, variant.network, settings, audit, on_progress)
            if not isinstance(answer.outcome, Solved):
                code = VIOLATED if isinstance(answer.outcome, Infeasible) else NO_PLAN
                continue
            free = answer.outcome.plan
            curves[variant.title] = list(
                price_of_freezing(answer.network, base.plan, free, number, settings, audit, on_progress)
            )
    if not curves:
        raise Refused(NOT_FOUND, code)
    _write(stage, base, FREEZING, curves)

    def show() -> None:
        for title, found in curves.items():
            screen.table(FROZEN(title=title), HEADERS, [(price.limit, *_said(price)) for price in found])
            screen.print()
        screen.print(WHAT_COUNTS)

    return code, show


def _said(price: Price) -> tuple[Cell, Cell]:
    """Served and points, each as it is proven; the points count only where the served are."""
    from models.outcome import Infeasible
    from reports.compare.certain import optimum, served

    plan = price.plan
    if plan is None:
        return (OUT_OF_REACH if isinstance(price.outcome, Infeasible) else NOT_FOUND), ""
    found = served(len(price.network.choices_by_student), plan.levels[0])
    points = optimum(plan.levels[1]) if len(plan.levels) > 1 and plan.levels[0].proven else None
    return _interval(found), _interval(points)


def _interval(found: Interval | None) -> Cell:
    if found is None:
        return "—"
    return found.low if found.is_exact else RANGE(low=found.low, high=found.high)


def _write(stage: Path, base: Side, kind: str, curves: dict[str, list[Price]]) -> None:
    from reports.compare.certain import optimum

    content = {
        "format": "setka-price/1",
        "kind": kind,
        "network": base.network.sha256,
        "curves": {
            title: [
                {
                    "limit": price.limit,
                    "applicants": len(price.network.choices_by_student),
                    "levels": None
                    if price.plan is None
                    else {
                        level.name: None if (found := optimum(level)) is None else asdict(found)
                        for level in price.plan.levels
                    },
                }
                for price in prices
            ]
            for title, prices in curves.items()
        },
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    for name in ("public", "internal"):
        (stage / name).mkdir(exist_ok=True)
        (stage / name / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")
