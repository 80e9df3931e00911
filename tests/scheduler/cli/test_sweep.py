"""Many plans from the command line: progress, results, and going on where it was broken off."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any

import pytest

from instances import write
from models.audit import Auditor
from models.people import People
from models.scenario import ScenarioRow
from scheduler.whatif import jobs as jobs_module
from scheduler.whatif.jobs import Job, LostError, Result, work
from tests.village import VILLAGE

Run = Callable[..., Any]

ASKED = ("whatif", "v.xlsx", "--demand", "3", "--spread", "30", "--deterministic", "--time-limit", "60")


@pytest.fixture
def village(tmp_path: Path) -> None:
    """The village with a scenario in a workbook."""
    rows = (
        ScenarioRow(scenario="комната", action="room_capacity", target="РЦ1; 1", value="6"),
        ScenarioRow(scenario="без", action="teacher_leaves", target="У3"),
    )
    write(VILLAGE.replace(scenarios=rows), People(), tmp_path / "v.xlsx")


def breaking(
    monkeypatch: pytest.MonkeyPatch, after: int, error: BaseException | None, done: list[str]
) -> None:
    """Does jobs in this process, and ends with an error after so many."""

    def run(jobs: Iterable[Job], auditor: Auditor, num_workers: int) -> Generator[Result]:
        del num_workers
        for number, job in enumerate(jobs):
            if number == after and error is not None:
                raise error
            done.append(job.name)
            yield work(job, auditor)

    monkeypatch.setattr(jobs_module, "run_jobs", run)


@pytest.mark.usefixtures("village")
def test_a_sweep_goes_on_where_it_stopped(
    setka: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C after two of three: nothing is published, two are kept; then only the third is done."""
    done: list[str] = []
    breaking(monkeypatch, 2, KeyboardInterrupt(), done)
    broken = setka(*ASKED, "-o", "out")
    assert broken.code == 3
    assert "goes on from here" in broken.err
    assert not (tmp_path / "out/public").exists()
    breaking(monkeypatch, 99, None, done)
    whole = setka(*ASKED, "-o", "out")
    assert whole.code == 0, whole.err
    assert done == ["1", "2", "3"]
    assert "2 of 3 were done before" in whole.err
    content = json.loads((tmp_path / "out/internal/demand.json").read_text(encoding="utf-8"))
    assert [point["applicants"] for point in content["points"]] == [8, 12, 16]
    assert "ИТ" in content["open"]
    assert not (tmp_path / "out/.setka-sweep").exists()


@pytest.mark.usefixtures("village")
def test_other_settings_are_other_jobs(setka: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done for another seed does not count."""
    done: list[str] = []
    breaking(monkeypatch, 1, LostError("2"), done)
    lost = setka(*ASKED, "-o", "out")
    assert lost.code == 3
    assert "died several times" in lost.err
    breaking(monkeypatch, 99, None, done)
    assert setka(*ASKED, "--seed", "2", "-o", "out").code == 0
    assert done == ["1", "1", "2", "3"]


@pytest.mark.usefixtures("village")
def test_scenarios_side_by_side(setka: Run, tmp_path: Path) -> None:
    """Two at a time give the comparison that one after the other gives."""
    asked = ("whatif", "v.xlsx", "--deterministic", "--time-limit", "60")
    assert setka(*asked, "-o", "one").code == 0
    done = setka(*asked, "--jobs", "2", "-o", "two")
    assert done.code == 0, done.err
    told = []
    for folder in ("one", "two"):
        content = json.loads((tmp_path / folder / "internal/comparison.json").read_text(encoding="utf-8"))
        told.append([(item["name"], item["difference"]) for item in content["scenarios"]])
    assert told[0] == told[1]


@pytest.mark.usefixtures("village")
def test_a_cluster_that_is_not_there(setka: Run) -> None:
    """A sentence with the address, exit code 2."""
    done = setka(*ASKED, "--dask", "tcp://127.0.0.1:9", "-o", "out")
    assert done.code == 2
    assert "127.0.0.1:9" in done.err
