"""Measures how long setka takes for questions to a plan; prints a Markdown table.

    python -m benchmarks.questions [small] [large] [sweep] [--folder DIR] [--demands 20]

``small``: scenarios of the bundled network, every refusal of its plan explained, groups, courses, the whole
plan, the search for the next centre. ``large``: a scenario of 1 200 applicants beside a plan that is there.
``sweep``: demands (twenty) planned by one thread each, with one process and with two.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SETKA = (sys.executable, "-m", "scheduler.cli", "--lang", "en")
SCENARIOS = ("add-centre", "lose-building", "teacher-leaves", "more-python", "late-applications")
SCENARIO = "name: no-room\nedits:\n- {lose_room: %s}\n"


def timed(*args: str) -> tuple[float, str]:
    """Wall seconds of a command and what it printed."""
    started = time.perf_counter()
    done = subprocess.run((*SETKA, *args), capture_output=True, text=True, encoding="utf-8", check=False)
    seconds = time.perf_counter() - started
    if done.returncode:
        raise SystemExit(f"setka {' '.join(args)}: exit code {done.returncode}\n{done.stderr}")
    return seconds, done.stdout


def row(what: str, *cells: object) -> None:
    """A line of the table, as soon as it is known."""
    print(f"| {what} | {' | '.join(map(str, cells))} |", flush=True)


def seconds(found: list[float]) -> str:
    """The middle and the worst of several times."""
    if len(found) == 1:
        return f"{found[0]:.1f}"
    return f"{statistics.median(found):.1f} (worst {max(found):.1f})"


def small(folder: Path) -> None:
    """Questions to the bundled network."""
    plan = str(folder / "udomlya/plan.json")
    row("plan", "1", seconds([timed("plan", "udomlya", "-o", str(folder / "udomlya"), "--no-cures")[0]]))
    content = json.loads(Path(plan).read_text(encoding="utf-8"))
    for name in SCENARIOS:
        out = str(folder / f"whatif-{name}")
        found, _ = timed("whatif", "udomlya", name, "--base", plan, "-o", out)
        levels = json.loads((Path(out) / "plans" / f"{name}.json").read_text(encoding="utf-8"))["levels"]
        proven = sum(level["proven"] for level in levels)
        told = f"{found:.1f}, {proven} of {len(levels)} levels proven"
        row(f"scenario {name}, base planned before", "1", told)
    for kind, ids in questions(content):
        row(f"explain {kind}", len(ids), seconds([explained(plan, kind, one) for one in ids]))
    row("explain the whole plan", "1", seconds([timed("explain", "udomlya", plan)[0]]))
    for options in ((), ("--visiting-teachers",)):
        out = str(folder / f"sites{len(options)}")
        found, _ = timed("whatif", "udomlya", "--site-search", *options, "--base", plan, "-o", out)
        points = json.loads((Path(out) / "internal/sites.json").read_text(encoding="utf-8"))
        every = [*points["alone"], *points["curve"]]
        exact = sum(point["served"]["low"] == point["served"]["high"] for point in every)
        row(f"site search {' '.join(options)}", "1", f"{found:.1f}, {exact} of {len(every)} points proven")


def questions(content: dict[str, list[dict[str, str]]]) -> Iterator[tuple[str, list[str]]]:
    """Kind → the ids asked about."""
    yield "--student", sorted({refusal["student"] for refusal in content["refusals"]})
    yield "--group", sorted(group["id"] for group in content["groups"])
    yield "--course", sorted({group["course"] for group in content["groups"]})


def explained(plan: str, kind: str, one: str) -> float:
    """Wall seconds of one question."""
    return timed("explain", "udomlya", plan, kind, one)[0]


def large(folder: Path) -> None:
    """A scenario of 1 200 applicants: a room less."""
    network, plan = str(folder / "x10.json"), folder / "x10"
    timed("generate", "-o", network, "--applicants", "1200", "--seed", "1")
    found, _ = timed("plan", network, "-o", str(plan), "--time-limit", "120", "--no-cures")
    row("1 200 applicants: the base, limit 120 s", "1", f"{found:.1f}")
    rooms = json.loads(Path(network).read_text(encoding="utf-8"))["network"]["rooms"]
    scenario = folder / "scenario.yaml"
    scenario.write_text(SCENARIO % f"{rooms[0]['centre']}; {rooms[0]['name']}", encoding="utf-8")
    out = folder / "whatif-x10"
    base = str(plan / "plan.json")
    asked = ("whatif", network, str(scenario), "--base", base, "-o", str(out), "--time-limit", "120")
    found, _ = timed(*asked)
    levels = json.loads((out / "plans/no-room.json").read_text(encoding="utf-8"))["levels"]
    told = [f"{level['name']} {level['value']} ({level['bound']})" for level in levels[:3]]
    row("1 200 applicants: a scenario, limit 120 s", "1", f"{found:.1f}: {', '.join(told)}")


def sweep(folder: Path, demands: int = 20) -> None:
    """So many demands, one thread each."""
    for jobs in (1, 2):
        asked = ("--demand", str(demands), "--jobs", str(jobs), "--time-limit", "20")
        found, _ = timed("whatif", "udomlya", *asked, "-o", str(folder / f"demand-{jobs}"))
        row(f"{demands} demands, one thread each, limit 20 s, {jobs} at a time", "1", f"{found:.1f}")


PARTS = ("small", "large", "sweep")


def main() -> None:
    """Measures the parts named, all by default."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", default=[])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--demands", type=int, default=20)
    options = parser.parse_args()
    print("| question | times asked | wall seconds |\n|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        folder.mkdir(exist_ok=True)
        unknown = set(options.parts) - set(PARTS)
        if unknown:
            parser.error(f"no such part: {', '.join(sorted(unknown))}")
        for name in options.parts or PARTS:
            if name == "sweep":
                sweep(folder, options.demands)
            else:
                (small if name == "small" else large)(folder)


if __name__ == "__main__":
    main()
