"""Measures the engine on a district and on ten of them; prints a Markdown table.

    python -m benchmarks.district [--limit 60] [--seeds 5] [--large]

Every plan is audited. "proven" counts the levels whose value meets its bound with all levels before.
"""

from __future__ import annotations

import argparse
import os
import platform
import time

import instances
from instances.bundled import bundled_path
from instances.generator import GeneratorSpec, generate
from models.network import Network
from models.outcome import Solved
from reports.audit import audit
from scheduler.engine import Settings, solve


def row(name: str, network: Network, limit: float) -> str:
    """One line of the table: a network solved once."""
    started = time.perf_counter()
    outcome = solve(network, Settings(time_limit_s=limit, lottery_seed=1), audit)
    seconds = time.perf_counter() - started
    if not isinstance(outcome, Solved):
        return f"| {name} | {len(network.choices_by_student)} | — | {seconds:.1f} | no plan | | |"
    levels = outcome.plan.levels
    proven = sum(level.proven for level in levels)
    first = ", ".join(f"{level.value} ({level.bound})" for level in levels[:2])
    open_levels = ", ".join(
        f"{level.name} {level.value} ({level.bound})" for level in levels if level.bound != level.value
    )
    return (
        f"| {name} | {len(network.choices_by_student)} | {limit:g} | {seconds:.1f} | {first} "
        f"| {proven} of {len(levels)} | {open_levels} |"
    )


def main() -> None:
    """Runs what was asked for, one network after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=float, default=60.0)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--large", action="store_true", help="1 200 applicants, 120 s")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}\n")
    print("| network | applicants | limit, s | taken, s | unserved, points: value (bound) | proven | open |")
    print("|---|---|---|---|---|---|---|")
    if options.large:
        for courses in (1, 2):
            network, _ = generate(GeneratorSpec(applicants=1200, seed=1, courses_per_student=courses))
            print(row(f"×10, K = {courses}, seed 1", network, 120.0), flush=True)
        return
    udomlya = instances.read(bundled_path("udomlya")).network
    assert udomlya is not None, "the bundled network has no faults"
    print(row("udomlya", udomlya, options.limit), flush=True)
    for courses in (1, 2):
        for seed in range(1, options.seeds + 1):
            network, _ = generate(GeneratorSpec(applicants=120, seed=seed, courses_per_student=courses))
            print(row(f"×1, K = {courses}, seed {seed}", network, options.limit), flush=True)


if __name__ == "__main__":
    main()
