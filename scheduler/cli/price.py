"""``setka whatif --price``: what fairness costs in seats, what a scenario gives for so many changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.exits import FINE, NO_PLAN, VIOLATED, Refused
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from instances.scenarios import Variant
    from reports.compare.comparison import Side
    from reports.compare.price import PricePoint
    from reports.compare.study import Study
    from scheduler.engine.settings import Settings

FAIRNESS, FREEZING = "fairness", "freezing"
KINDS = (FAIRNESS, FREEZING)

NOT_FOUND = Text("плана варианта не найдено", "no plan of a scenario was found")
NO_SHARES = Text(
    "сравнивать некого: у сети нет ни школ, ни параллелей с заявителями",
    "there is nobody to compare: no school or grade has applicants",
)
NEEDS_SCENARIO = Text(
    "для --price freezing назовите вариант, ради которого план меняется",
    "--price freezing needs the scenario for which the plan changes",
)


def price_fairness(screen: Screen, base: Side, settings: Settings, number: int) -> Study:
    """The curve of the base."""
    from reports.audit import audit
    from reports.audit.goals.fairness import shares
    from reports.compare.price import fairness_study, price_point
    from scheduler.cli.progress import watched
    from scheduler.whatif.price import FULL, price_of_fairness, steps

    reached = [share for part in shares(base.network, base.plan) for share in part.values()]
    if not reached:
        raise Refused(NO_SHARES)
    floors = steps(min(reached), FULL, number)
    with watched(screen) as on_progress:
        found = [
            price_point(price.limit, price.network, price.outcome)
            for price in price_of_fairness(base.network, base.plan, floors, settings, audit, on_progress)
        ]
    return fairness_study(base.network, base.plan, found)


def price_freezing(
    screen: Screen, base: Side, variants: list[Variant], settings: Settings, number: int
) -> tuple[int, Study]:
    """A curve for every scenario that has a plan, and the exit code."""
    from models.outcome import Infeasible, Solved
    from reports.audit import audit
    from reports.compare.price import freezing_study, price_point
    from scheduler.cli.progress import watched
    from scheduler.whatif import plan_scenario
    from scheduler.whatif.price import price_of_freezing

    if not variants:
        raise Refused(NEEDS_SCENARIO)
    curves: dict[str, list[PricePoint]] = {}
    code = FINE
    with watched(screen) as on_progress:
        for variant in variants:
            assert variant.network is not None
            answer = plan_scenario(base.network, base.plan, variant.network, settings, audit, on_progress)
            if not isinstance(answer.outcome, Solved):
                code = VIOLATED if isinstance(answer.outcome, Infeasible) else NO_PLAN
                continue
            free = answer.outcome.plan
            curves[variant.title] = [
                price_point(price.limit, price.network, price.outcome)
                for price in price_of_freezing(
                    answer.network, base.plan, free, number, settings, audit, on_progress
                )
            ]
    if not curves:
        raise Refused(NOT_FOUND, code)
    return code, freezing_study(base.network, base.plan, curves)
