"""The commands one after the other, as a planner uses them, on networks a person can solve."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from instances import write
from instances.tiny import ALL
from models.outcome import Outcome, Solved, Unknown
from models.people import People
from models.plan import NetworkStamp, Plan
from models.tables import PriorityMode
from models.text import Text

Run = Callable[..., Any]
Tiny = Callable[..., tuple[str, str]]


def below(folder: Path) -> set[str]:
    """Names of all files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def engine_says(monkeypatch: pytest.MonkeyPatch, outcome: Outcome | BaseException) -> None:
    """Puts an outcome (or an end) of the solver in place of the solver."""

    def solve(*_: object) -> Outcome:
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    monkeypatch.setattr("scheduler.engine.solve.solve", solve)


def test_from_a_network_to_tables(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """check, plan, verify of both forms of the plan, export: all fine, all files there."""
    network, _ = tiny("full_buses")
    assert setka("check", network).code == 0
    planned = setka("plan", network, "-o", "out", "--time-limit", "60")
    assert planned.code == 0, planned.err
    assert "Served: 3 of 3" in planned.out
    assert "Lottery: " not in planned.out
    assert "no seat on the bus (NO_SEAT): 1" in planned.out
    assert {"plan.json", "public/plan.xlsx", "internal/plan.xlsx"} <= below(tmp_path / "out")
    for plan in ("out/plan.json", "out/internal/plan.xlsx"):
        verified = setka("verify", network, plan)
        assert verified.code == 0, verified.out
        assert "No violations." in verified.out
    assert setka("export", network, "out/plan.json", "-o", "tables", "--only", "csv,json").code == 0
    found = below(tmp_path / "tables")
    assert "internal/csv/enrolments.csv" in found
    assert not any(name.endswith(".xlsx") for name in found)


def test_a_lottery_that_was_drawn_is_to_be_entered(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """Without a number in the network the next plan would draw lots anew."""
    name, _ = tiny("tie")
    file = tmp_path / name
    content = json.loads(file.read_text(encoding="utf-8"))
    content["network"]["rules"]["lottery_seed"] = None
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    planned = setka("plan", name, "-o", "out", "--time-limit", "30")
    drawn = json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))["run"]["lottery_seed"]
    assert f"Lottery: {drawn}. " in planned.out, planned.err


def test_refusals_come_with_the_smallest_change(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """The change beside the refusal for the office, nothing of it in public; --no-cures leaves it out."""
    network, _ = tiny("full_buses")
    planned = setka("plan", network, "-o", "out")
    assert planned.code == 0, planned.err
    assert "found for 1 refusals, 1 of 1 looked at" in planned.err
    (refusal,) = json.loads((tmp_path / "out/plan.json").read_text(encoding="utf-8"))["refusals"]
    assert refusal["cure"].startswith("мест в рейсе")
    assert refusal["cure"] in (tmp_path / "out/internal/csv/refusals.csv").read_text(encoding="utf-8-sig")
    for file in (tmp_path / "out/public").rglob("*"):
        assert not file.is_file() or refusal["cure"] not in file.read_text(encoding="utf-8", errors="replace")
    assert setka("verify", network, "out/plan.json").code == 0
    assert setka("plan", network, "-o", "bare", "--no-cures").code == 0
    (bare,) = json.loads((tmp_path / "bare/plan.json").read_text(encoding="utf-8"))["refusals"]
    assert bare["cure"] is None


def test_faulty_rows_can_be_set_aside(setka: Run, tmp_path: Path) -> None:
    """Refused with all faults by default; with --set-aside planned, verified and exported without them."""
    write(ALL["two_sessions"].network, People(), tmp_path / "net")
    with (tmp_path / "net" / "rooms.csv").open("a", encoding="utf-8") as rooms:
        rooms.write("РЦ1;Лишний;-3\n")
    refused = setka("plan", "net", "-o", "out")
    assert (refused.code, "-3" in refused.err) == (2, True)
    assert not (tmp_path / "out").exists()
    planned = setka("plan", "net", "-o", "out", "--set-aside")
    assert planned.code == 0, planned.err
    assert "set aside" in planned.err
    assert setka("verify", "net", "out/plan.json").code == 2
    assert setka("verify", "net", "out/plan.json", "--set-aside").code == 0
    assert setka("export", "net", "out/plan.json", "-o", "tables", "--set-aside").code == 0


def test_results_are_replaced_with_force_only(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """The second plan needs --force; without it the first stays as it was."""
    network, _ = tiny("two_sessions")
    assert setka("plan", network, "-o", "out").code == 0
    first = (tmp_path / "out/plan.json").read_bytes()
    again = setka("plan", network, "-o", "out")
    assert again.code == 2
    assert "--force" in again.err
    assert (tmp_path / "out/plan.json").read_bytes() == first
    assert setka("plan", network, "-o", "out", "--force").code == 0


def test_a_deterministic_plan_is_the_same_again(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """All but the clock of the run stamp is equal."""
    network, _ = tiny("tie")
    plans = []
    for folder in ("a", "b"):
        done = setka("plan", network, "-o", folder, "--deterministic", "--seed", "5")
        assert done.code == 0, done.err
        plan = Plan.model_validate_json((tmp_path / folder / "plan.json").read_bytes())
        assert plan.run is not None
        assert plan.run.seed == 5
        plans.append(plan.replace(run=plan.run.replace(wall_s=0, started_at="")))
    assert plans[0] == plans[1]


def test_contradicting_locks_are_named(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """No plan exists: code 1, the conflict in words, nothing written."""
    network, _ = tiny("contradicting_locks")
    done = setka("plan", network, "-o", "out")
    assert done.code == 1
    assert "cannot hold together" in done.out
    assert "row 1" in done.out
    assert "row 2" in done.out
    assert "without any one of them: 1 of 1 have a place, 1 by first choice" in done.out
    assert "The fewest locks that have to go: 1" in done.out
    assert not (tmp_path / "out").exists()


def test_locks_that_have_to_go_are_dropped_when_asked(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """The plan is one of the network without them: named first, in the end and among the assumptions; it is
    audited with the same option, and only with it."""
    network, _ = tiny("contradicting_locks")
    done = setka("plan", network, "-o", "out", "--drop-locks")
    assert done.code == 0, done.err
    assert "ATTENTION: planning without these locks (1 in all)" in done.err
    assert "ATTENTION: these locks are not in the plan (1 in all)" in done.out
    assert "made without the lock" in (tmp_path / "out/internal/tables.json").read_text(encoding="utf-8")
    assert "made without the lock" not in (tmp_path / "out/public/tables.json").read_text(encoding="utf-8")
    assert setka("verify", network, "out/plan.json").code == 1
    for file in ("out/plan.json", "out/internal/timetable.xlsx"):
        verified = setka("verify", network, file, "--drop-locks")
        assert verified.code == 0, verified.out
        assert "audited without the locks that it does not keep (1 in all)" in verified.err


def test_no_lock_is_dropped_without_need(setka: Run, tiny: Tiny) -> None:
    """Where the locks hold together the option changes nothing, and verify says so."""
    network, _ = tiny("two_sessions")
    done = setka("plan", network, "-o", "out", "--drop-locks")
    assert done.code == 0
    assert "ATTENTION" not in done.out + done.err
    verified = setka("verify", network, "out/plan.json", "--drop-locks")
    assert (verified.code, "keeps all locks" in verified.err) == (0, True)


def test_what_is_not_supported_is_refused(setka: Run, tmp_path: Path) -> None:
    """The strict mode of priorities waits for a later version: never ignored, nothing planned."""
    network = ALL["two_sessions"].network
    strict = network.replace(rules=network.rules.replace(priority_mode=PriorityMode.STRICT))
    write(strict, People(), tmp_path / "strict.json")
    for args in (("check", "strict.json"), ("plan", "strict.json", "-o", "out")):
        done = setka(*args)
        assert done.code == 2
        assert "cannot plan" in done.out + done.err
    assert not (tmp_path / "out").exists()


def test_remote_seats_are_planned_and_told(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """The plan is audited; its list of members, the chat of the school and a timetable read back say who."""
    network, _ = tiny("remote_seats")
    done = setka("plan", network, "-o", "out")
    assert done.code == 0, done.err
    plan = json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))
    assert sorted(row["mode"] for row in plan["enrolments"]) == ["remote", "seat", "seat"]
    page = (tmp_path / "out" / "internal" / "schools" / "Школа С1.html").read_text(encoding="utf-8")
    assert "remotely" in page
    for name in ("plan.json", "internal/timetable.xlsx", "internal/plan.xlsx"):
        assert setka("verify", network, f"out/{name}").code == 0


def test_time_is_up(setka: Run, tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither plan nor proof: code 3 and the reason."""
    network, _ = tiny("two_sessions")
    engine_says(monkeypatch, Unknown(Text("время вышло", "time is up")()))
    done = setka("plan", network, "-o", "out")
    assert (done.code, "time is up" in done.err) == (3, True)
    assert not (tmp_path / "out").exists()


def test_interrupted_before_any_plan(
    setka: Run, tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C outside of the search: code 3, nothing written, no traceback."""
    network, _ = tiny("two_sessions")
    engine_says(monkeypatch, KeyboardInterrupt())
    done = setka("plan", network, "-o", "out")
    assert done.code == 3
    assert "Traceback" not in done.err
    assert not (tmp_path / "out").exists()


def test_interrupted_while_a_native_module_is_loaded(
    setka: Run, tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It makes an error of its own of Ctrl-C, which is none of the program."""
    network, _ = tiny("two_sessions")
    error = ImportError("initialization failed")
    error.__cause__ = KeyboardInterrupt()
    engine_says(monkeypatch, error)
    done = setka("plan", network, "-o", "out")
    assert done.code == 3
    assert done.err.strip() == "Interrupted, nothing was written."


def test_a_wrong_plan_of_the_engine_is_never_written(
    setka: Run, tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The audit has the last word: code 1 and an internal error that names the rule."""
    network, _ = tiny("full_buses")
    damage = ALL["full_buses"].damage
    assert damage is not None
    engine_says(monkeypatch, Solved(damage.plan))
    done = setka("plan", network, "-o", "out")
    assert done.code == 1
    assert "internal error" in done.err
    assert "bus_seats" in done.err
    assert not (tmp_path / "out").exists()


def test_an_unexpected_error_is_reported(
    setka: Run, tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug ends with its trace and a request to report it, and writes nothing."""
    network, _ = tiny("two_sessions")
    engine_says(monkeypatch, ZeroDivisionError())
    done = setka("plan", network, "-o", "out")
    assert done.code == 1
    assert "Please report it" in done.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", [name for name, tiny in ALL.items() if tiny.damage])
def test_every_damage_is_a_violation(setka: Run, tiny: Tiny, name: str) -> None:
    """Code 1, and the rule by name."""
    damage = ALL[name].damage
    assert damage is not None
    done = setka("verify", *tiny(name, damage.plan))
    assert done.code == 1, damage.story
    assert all(f"({rule})" in done.out for rule in damage.rules), damage.story


def test_a_plan_of_another_network(setka: Run, tiny: Tiny) -> None:
    """The digest does not fit: a violation, not bad input."""
    plan = ALL["two_sessions"].plan
    assert plan is not None
    stamped = plan.replace(network=NetworkStamp(name="другая", sha256="0" * 64))
    assert setka("verify", *tiny("two_sessions", stamped)).code == 1


@pytest.mark.parametrize("content", ["", "{", '{"format": "setka-plan/9"}', "[]"])
def test_a_file_that_is_no_plan(setka: Run, tiny: Tiny, tmp_path: Path, content: str) -> None:
    """Bad input: code 2 and what is wrong with which field."""
    network, plan = tiny("two_sessions")
    (tmp_path / plan).write_text(content, encoding="utf-8")
    done = setka("verify", network, plan)
    assert done.code == 2
    assert "Traceback" not in done.err


def test_inputs_that_are_not_there(setka: Run, tiny: Tiny) -> None:
    """Neither network nor plan can be guessed: code 2."""
    network, _ = tiny("two_sessions")
    assert setka("check", "nowhere.xlsx").code == 2
    assert setka("verify", "nowhere.xlsx", "plan.json").code == 2
    assert setka("verify", network, "nowhere.json").code == 2
    assert setka("plan", "nowhere.xlsx", "-o", "out").code == 2


def test_faults_as_json(setka: Run, tmp_path: Path) -> None:
    """A program can read every fault with its place and cure."""
    (tmp_path / "broken.xlsx").write_text("not a workbook", encoding="utf-8")
    done = setka("check", "broken.xlsx", "--json")
    assert done.code == 2
    fault = json.loads(done.out)["faults"][0]
    assert fault["severity"] == "error"
    assert fault["problem"]
    assert fault["cure"]


def test_papers_and_calendars_are_exported_on_request(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """docx and ics have folders of their own, like those of the commands of their own."""
    network, plan = tiny("full_buses")
    asked = ("export", network, plan, "-o", "out", "--only", "docx,ics")
    done = setka(*asked)
    assert done.code == 0, done.err
    folders = {"documents", "documents-public", "calendars", "calendars-public"}
    assert {path.name for path in (tmp_path / "out").iterdir()} == folders
    assert all(str(Path("out", name)) in done.out for name in folders)
    assert setka("documents", "make", network, plan, "-o", "own").code == 0
    for name in ("documents", "documents-public"):
        assert {p.name for p in (tmp_path / "out" / name).iterdir()} == {
            p.name for p in (tmp_path / "own" / name).iterdir()
        }
    assert setka(*asked).code == 2, "they are there already"
    assert setka("export", network, plan, "-o", "out", "--only", "json").code == 0, "these are not"


def test_a_draft_is_exported_on_request_only(setka: Run, tiny: Tiny, tmp_path: Path) -> None:
    """A plan with violations: code 1 and no file, unless it is called a draft."""
    damage = ALL["full_buses"].damage
    assert damage is not None
    network, plan = tiny("full_buses", damage.plan)
    refused = setka("export", network, plan, "-o", "tables")
    assert refused.code == 1
    assert not (tmp_path / "tables").exists()
    draft = setka("export", network, plan, "-o", "tables", "--draft", "--only", "json")
    assert draft.code == 0
    assert "WARNING" in draft.err
    assert "internal/tables.json" in below(tmp_path / "tables")
    papers = setka("export", network, plan, "-o", "papers", "--draft", "--only", "json,docx")
    assert papers.code == 1, "there are no papers of a draft"
    assert not (tmp_path / "papers").exists()


def test_verify_needs_no_solver(process: Run, tiny: Tiny) -> None:
    """With OR-Tools impossible to import, and without tables and figures in memory."""
    network, plan = tiny("two_sessions")
    code = (
        "import sys; sys.modules['ortools'] = None\n"
        "from scheduler.cli.app import run\n"
        f"code = run(['verify', {network!r}, {plan!r}])\n"
        "heavy = {'pandas', 'matplotlib', 'rich'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else code)"
    )
    done = process(code=code)
    assert done.code == 0, done.err


def test_the_template_is_a_workbook(setka: Run, tmp_path: Path) -> None:
    """Written once; a second time with --force only."""
    assert setka("template", "district.xlsx").code == 0
    assert (tmp_path / "district.xlsx").stat().st_size > 5_000
    assert setka("template", "district.xlsx").code == 2
    assert setka("template", "district.xlsx", "--force", "--lang", "ru").code == 0


@pytest.mark.parametrize("name", ["small.json", "small.xlsx", "small"])
def test_a_generated_network_has_no_faults(setka: Run, name: str) -> None:
    """Whatever the kind of file, ``check`` is content with it; the same seed, the same digest."""
    done = setka("generate", "--applicants", "100", "--seed", "3", "-o", name)
    assert done.code == 0, done.err
    assert "Applicants: " in done.out
    checked = setka("check", name)
    assert checked.code == 0, checked.out


def test_demo_keeps_off_foreign_folders(setka: Run, tmp_path: Path) -> None:
    """A plan that the demo did not write stays where it is."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/plan.json").write_text("mine", encoding="utf-8")
    assert setka("demo", "-o", "mine").code == 2
    assert (tmp_path / "mine/plan.json").read_text(encoding="utf-8") == "mine"


@pytest.mark.slow
def test_demo_replaces_its_own_output(setka: Run, tmp_path: Path) -> None:
    """Twice in a row without --force; the plan is the best possible and passes the audit."""
    for _ in range(2):
        done = setka("demo")
        assert done.code == 0, done.err
    folder = tmp_path / "out/udomlya"
    plan = Plan.model_validate_json((folder / "plan.json").read_bytes())
    assert plan.status == "optimal"
    assert setka("verify", "udomlya", str(folder / "plan.json")).code == 0
    published = "".join(path.read_text(encoding="utf-8-sig") for path in folder.glob("public/csv/*.csv"))
    assert "ИТ-1" in published
    assert "Обучающийся-" not in published


def test_a_reader_who_leaves_early_does_not_change_the_exit_code(process: Run, tiny: Tiny) -> None:
    """``setka verify … | head`` still says whether there are violations."""
    damage = ALL["full_buses"].damage
    assert damage is not None
    network, plan = tiny("full_buses", damage.plan)
    code = (
        "import os, sys\n"
        "reading, writing = os.pipe()\n"
        "os.close(reading)\n"
        "os.dup2(writing, 1)\n"
        "from scheduler.cli.app import run\n"
        f"sys.exit(run(['verify', {network!r}, {plan!r}]))"
    )
    done = process(code=code)
    assert (done.code, done.err) == (1, "")
