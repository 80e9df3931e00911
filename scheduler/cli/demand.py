"""``setka whatif --demand``: how the network fares if other students apply."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.exits import FINE
from scheduler.cli.screen import Screen
from scheduler.cli.sweep import Workers, run_sweep

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.network import Network
    from reports.compare.demand import DemandPoint
    from scheduler.engine import Settings

TITLE = Text("Спрос, собранный заново из поданных заявок", "Demand drawn anew from the applications")
HEADERS = (
    Text("Спрос", "Demand"),
    Text("Заявителей", "Applicants"),
    Text("Получат место", "Served"),
    Text("Доля", "Share"),
    Text("Первая заявка", "First choice"),
    Text("Групп", "Groups"),
)
COURSES = Text("В скольких вариантах курс открыт", "In how many of them a course is open")
COURSE_HEADERS = (Text("Курс", "Course"), Text("Открыт", "Open"))
OF = Text("{part} из {whole}", "{part} of {whole}")
AT_LEAST = Text("не меньше {number}", "at least {number}")
NO_PLAN = Text("плана нет", "no plan")
FILE = "demand.json"


def sweep_demand(
    screen: Screen,
    network: Network,
    settings: Settings,
    stage: Path,
    directory: Path,
    number: int,
    spread: float,
    workers: Workers,
) -> tuple[int, Callable[[], None]]:
    """Plans so many demands and writes what came of them; the exit code, and what shows the result."""
    from models.resample import factors, resampled
    from reports.compare.demand import demand_point, openings
    from scheduler.whatif.jobs import Job

    drawn = factors(number, spread)
    jobs = [
        Job(f"{at}", resampled(network, factor, settings.seed + at), settings)
        for at, factor in enumerate(drawn, start=1)
    ]
    results = run_sweep(screen, jobs, directory, workers)
    points = [
        demand_point(job.name, factor, job.network, result.plan)
        for job, factor, result in zip(jobs, drawn, results, strict=True)
    ]
    opened = openings(network, points)
    content = {
        "format": "setka-demand/1",
        "network": network.sha256,
        "spread": spread,
        "points": [asdict(point) | {"share": point.share} for point in points],
        "open": dict(opened),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    for name in ("public", "internal"):
        (stage / name).mkdir(exist_ok=True)
        (stage / name / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")

    def show() -> None:
        screen.table(TITLE, HEADERS, [_row(point) for point in points])
        screen.print()
        planned = sum(point.served is not None for point in points)
        titles = network.course_by_id
        rows = [(titles[course].title, OF(part=count, whole=planned)) for course, count in opened]
        screen.table(COURSES, COURSE_HEADERS, rows)

    return FINE, show


def _row(point: DemandPoint) -> tuple[object, ...]:
    from reports.export.words import percent

    if point.served is None or point.share is None:
        return percent(point.factor, 0), point.applicants, NO_PLAN, "—", "—", "—"
    return (
        percent(point.factor, 0),
        point.applicants,
        point.served if point.is_proven else AT_LEAST(number=point.served),
        percent(point.share),
        point.first_choices,
        point.groups,
    )
