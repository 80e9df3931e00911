"""``setka whatif`` as a planner uses it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from instances import write
from models.people import People
from models.scenario import ScenarioRow
from models.tables import Centre, CentreStatus, Institution, Lock, Room
from tests.village import VILLAGE

Run = Callable[..., Any]

SCENARIOS = (
    ScenarioRow(scenario="без-учителя", title="У3 уходит", action="teacher_leaves", target="У3"),
    ScenarioRow(scenario="комната", action="room_capacity", target="РЦ1; 1", value="6"),
)


@pytest.fixture
def village(tmp_path: Path) -> str:
    """The village with two scenarios on its sheet."""
    write(VILLAGE.replace(scenarios=SCENARIOS), People(), tmp_path / "village.xlsx")
    return "village.xlsx"


def test_the_scenarios_of_the_sheet(setka: Run, village: str, tmp_path: Path) -> None:
    """All of them without a name; the plans hold for the networks beside them; an earlier result stays."""
    done = setka("whatif", village, "-o", "out", "--time-limit", "60", "--deterministic")
    assert done.code == 0, done.err
    assert "У3 уходит" in done.out
    content = json.loads((tmp_path / "out/internal/comparison.json").read_text(encoding="utf-8"))
    assert [item["name"] for item in content["scenarios"]] == ["без-учителя", "комната"]
    worse, better = content["scenarios"]
    assert worse["difference"]["served"] <= 0 <= better["difference"]["served"]
    for item in content["scenarios"]:
        low, high = item["difference"]["served_certain"]
        assert low <= item["difference"]["served"] <= high
    for name in ("base", "без-учителя", "комната"):
        verified = setka("verify", f"out/internal/networks/{name}.xlsx", f"out/plans/{name}.json")
        assert verified.code == 0, verified.out
    again = setka("whatif", village, "-o", "out")
    assert again.code == 2
    assert "--force" in again.err


def test_beside_a_plan_that_is_there(setka: Run, village: str, tmp_path: Path) -> None:
    """The base is not planned again; a plan of another network is refused."""
    assert setka("plan", village, "-o", "base", "--deterministic", "--time-limit", "60").code == 0
    plan = "base/plan.json"
    done = setka("whatif", village, "комната", "--base", plan, "-o", "out", "--deterministic")
    assert done.code == 0, done.err
    told = json.loads((tmp_path / "out/plans/base.json").read_text(encoding="utf-8"))
    assert told == json.loads((tmp_path / plan).read_text(encoding="utf-8"))
    (tmp_path / "x.yaml").write_text("name: x\nedits: [drop_course: ИТ]\n", encoding="utf-8")
    network = "out/internal/networks/комната.xlsx"
    refused = setka("whatif", network, "x.yaml", "--base", plan, "-o", "other")
    assert refused.code == 1, refused.err
    assert not (tmp_path / "other").exists()


def test_faults_end_it(setka: Run, village: str, tmp_path: Path) -> None:
    """All of them, with their places and exit code 2; nothing is written."""
    (tmp_path / "x.yaml").write_text(
        "name: x\nedits:\n- drop_course: ИТТ\n- {groups: ИТ, value: я}\n", encoding="utf-8"
    )
    done = setka("whatif", village, "x.yaml", "nothing", "-o", "out")
    assert done.code == 2
    for words in ("ИТТ", "x.yaml", "nothing", "whole number"):
        assert words in done.err
    assert not (tmp_path / "out").exists()
    empty = tmp_path / "empty.xlsx"
    write(VILLAGE, People(), empty)
    none = setka("whatif", "empty.xlsx", "-o", "out")
    assert none.code == 2
    assert "sheet of scenarios" in none.err


def test_check_looks_at_scenarios(setka: Run, tmp_path: Path) -> None:
    """A scenario that cannot be had is a warning there: the network can be planned without it."""
    wrong = ScenarioRow(scenario="a", action="drop_course", target="ИТТ")
    write(VILLAGE.replace(scenarios=(wrong,)), People(), tmp_path / "v.xlsx")
    done = setka("check", "v.xlsx")
    assert done.code == 0
    assert "ИТТ" in done.out
    assert "Errors: 0, warnings: 1" in done.out


def test_a_scenario_without_a_plan(setka: Run, tmp_path: Path) -> None:
    """A lock that a scenario makes impossible: named, exit code 1; the others are compared all the same."""

    locks = (Lock(group="ИТ-1", room="2", reason="решено"),)
    write(VILLAGE.replace(locks=locks), People(), tmp_path / "v.xlsx")
    (tmp_path / "x.yaml").write_text(
        "name: x\nedits: [{largest_group: ИТ, value: 6}]\n---\n"
        "name: y\nedits:\n"
        "- {smallest_group: ИТ, value: 13}\n- {target_group: ИТ, value: 14}\n"
        "- {largest_group: ИТ, value: 20}\n",
        encoding="utf-8",
    )
    done = setka("whatif", "v.xlsx", "x.yaml", "-o", "out", "--deterministic", "--time-limit", "60")
    assert done.code == 1, done.err
    assert "there is no plan" in done.err
    assert (tmp_path / "out/plans/x.json").exists()
    assert not (tmp_path / "out/plans/y.json").exists()


def test_where_the_next_centre_should_be(setka: Run, tmp_path: Path) -> None:
    """A candidate and a school without a centre; how many it takes; not beside scenarios."""
    places = (*VILLAGE.institutions, Institution(id="Ш2", name="Вторая"))
    candidate = Centre(id="РЦ9", institution="Ш1", status=CentreStatus.CANDIDATE)
    rooms = (*VILLAGE.rooms, Room(centre="РЦ9", name="3", capacity=9))
    network = VILLAGE.replace(institutions=places, centres=(*VILLAGE.centres, candidate), rooms=rooms)
    write(network, People(), tmp_path / "v.xlsx")
    asked = ("whatif", "v.xlsx", "--site-search", "--deterministic", "--time-limit", "60")
    done = setka(*asked, "--serve", "100", "-o", "out")
    assert done.code == 0, done.err
    content = json.loads((tmp_path / "out/internal/sites.json").read_text(encoding="utf-8"))
    assert {point["sites"][0] for point in content["alone"]} == {"РЦ9", "РЦ+Ш2"}
    served = [point["served"]["low"] for point in content["curve"]]
    assert served == sorted(served)
    assert "To serve 100.0% of the applicants" in done.out
    page = (tmp_path / "out/internal/sites.html").read_text(encoding="utf-8")
    assert page.count("<svg") >= 1
    assert not (tmp_path / "out/public").exists()
    assert setka(*asked, "x.yaml", "-o", "other").code == 2
    nowhere = setka("whatif", "udomlya", "--site-search", "-o", "out")
    assert nowhere.code == 2  # something is there already


def test_prices(setka: Run, village: str, tmp_path: Path) -> None:
    """A curve of the base, a curve of a scenario; the questions do not go together."""
    asked = ("whatif", village, "--deterministic", "--time-limit", "60", "--points", "2")
    fair = setka(*asked, "--price", "fairness", "-o", "fair")
    assert fair.code == 0, fair.err
    content = json.loads((tmp_path / "fair/internal/price.json").read_text(encoding="utf-8"))
    assert content["kind"] == "fairness"
    first = content["curves"]["base"][0]
    assert first["is_possible"]
    assert 0 < first["served"]["low"] == first["served"]["high"] <= first["applicants"]
    frozen = setka(*asked, "комната", "--price", "freezing", "-o", "frozen")
    assert frozen.code == 0, frozen.err
    assert "A change is a seat not kept" in frozen.out
    assert setka(*asked, "комната", "--price", "fairness", "-o", "no").code == 2


@pytest.mark.parametrize(
    ("options", "mode"),
    [
        (("--serve", "90"), "--site-search"),
        (("--visiting-teachers",), "--site-search"),
        (("--spread", "10"), "--demand"),
        (("--points", "3"), "--price"),
    ],
)
def test_options_of_another_question(setka: Run, village: str, options: tuple[str, ...], mode: str) -> None:
    """Not ignored: told, with the question they belong to."""
    done = setka("whatif", village, "комната", *options, "-o", "out")
    assert done.code == 2
    assert f"{options[0]} has a meaning with {mode} only" in done.err
