"""``setka whatif --demand``: how the network fares if other students apply."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scheduler.cli.screen import Screen
from scheduler.cli.sweep import Workers, run_sweep

if TYPE_CHECKING:
    from models.network import Network
    from reports.compare.study import Study
    from scheduler.engine.settings import Settings


def sweep_demand(
    screen: Screen,
    network: Network,
    settings: Settings,
    directory: Path,
    number: int,
    spread: float,
    workers: Workers,
) -> Study:
    """Plans so many demands, on the way kept in ``directory``."""
    from models.plan import Plan
    from models.resample import factors, resampled
    from reports.compare.demand import demand_point
    from reports.compare.demand_study import demand_study
    from scheduler.whatif.jobs import Job

    drawn = factors(number, spread)
    jobs = [
        Job(f"{at}", resampled(network, factor, settings.seed + at), settings)
        for at, factor in enumerate(drawn, start=1)
    ]
    results = run_sweep(screen, jobs, directory, workers)
    points = [
        demand_point(
            job.name,
            factor,
            job.network,
            result.plan,
            is_impossible=result.plan is None and result.reason is None,
        )
        for job, factor, result in zip(jobs, drawn, results, strict=True)
    ]
    last = next((result.plan for result in reversed(results) if result.plan is not None), Plan())
    return demand_study(network, last, points, spread)
