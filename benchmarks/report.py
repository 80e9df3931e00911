"""Measures how long a report takes to write and to show; prints a Markdown table.

    python -m benchmarks.report NETWORK PLAN [NETWORK PLAN ...]

``first view`` is the time from opening the file in Chromium, without a network, to the first frame in which
the filter works: parsing, laying out, reading what can be filtered.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from instances import read
from models.plan import Plan
from reports.export.source import Source
from reports.html.report import FILE, write_html

READY = """
const done = arguments[0];
requestAnimationFrame(() => setTimeout(() => done(performance.now())));
"""


def source_of(network: str, plan: str) -> Source:
    """A plan with its network, as ``setka export`` reads them."""
    reading = read(Path(network))
    if reading.network is None:
        raise SystemExit(f"{network} has faults: setka check {network}")
    parsed = Plan.model_validate_json(Path(plan).read_text(encoding="utf-8"))
    return Source(reading.network, parsed, reading.people, reading.assumptions)


def first_view(path: Path, profile: Path) -> float:
    """Seconds from the start of the navigation to the first frame after the page's script has run."""
    options = Options()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"):
        options.add_argument(argument)
    options.binary_location = shutil.which("chromium") or "chromium"
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        driver.get(path.as_uri())
        return float(driver.execute_async_script(READY)) / 1000
    finally:
        driver.quit()


def main() -> None:
    """Prints a row for each folder of each plan."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", help="NETWORK PLAN [NETWORK PLAN ...]")
    files = parser.parse_args().files
    print("| network | applicants | folder | written, s | size, MB | first view, s |")
    print("|---|---|---|---|---|---|")
    for network, plan in zip(files[::2], files[1::2], strict=True):
        source = source_of(network, plan)
        for folder in ("public", "internal"):
            with tempfile.TemporaryDirectory() as scratch:
                started = time.perf_counter()
                write_html(source, Path(scratch), lang="ru", public=folder == "public")
                written = time.perf_counter() - started
                path = Path(scratch) / FILE
                seen = first_view(path, Path(scratch) / "profile")
                print(
                    f"| {source.network.name} | {len(source.network.choices_by_student)} | {folder} "
                    f"| {written:.1f} | {path.stat().st_size / 1e6:.1f} | {seen:.2f} |"
                )


if __name__ == "__main__":
    main()
