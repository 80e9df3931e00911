"""The distribution as users get it: built through the sdist, installed afresh, run from elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from instances import write
from instances.tiny import ALL
from models.people import People

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command without the paths of this checkout; its output is UTF-8."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment | {"PYTHONUTF8": "1", "SETKA_LANG": "en"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist and not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    assert len(list(folder.glob("setka-*.tar.gz"))) == 1
    return next(folder.glob("setka-*.whl"))


@pytest.fixture(scope="module")
def bin_folder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a fresh environment that has the wheel and, from the moment it is used, no OR-Tools."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder / "venv", with_pip=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = (scripts / "python", "-m", "pip", "--disable-pip-version-check", "--quiet")
    installed = run(*pip, "install", "-c", ROOT / "constraints.txt", wheel, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    removed = run(*pip, "uninstall", "--yes", "ortools", cwd=folder)
    assert removed.returncode == 0, removed.stderr
    return scripts


def test_the_wheel_holds_the_four_packages_and_their_data(wheel: Path) -> None:
    """All code and data of the checkout, nothing else at the top, the licence beside."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "instances",
        "models",
        "reports",
        "scheduler",
    }
    ours = {
        path.relative_to(ROOT).as_posix()
        for package in ("instances", "models", "reports", "scheduler")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert len(ours) > 100
    assert not ours - set(names)
    assert any(name.endswith("LICENSE") for name in names)


def test_help_works_where_only_the_wheel_is(bin_folder: Path, tmp_path: Path) -> None:
    """The script of the fresh environment knows its commands."""
    done = run(bin_folder / "setka", "--help", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "verify" in done.stdout


def test_verify_works_without_ortools(bin_folder: Path, tmp_path: Path) -> None:
    """A right plan has no violations, a damaged one does, with the solver not even installed."""
    tiny = ALL["two_sessions"]
    assert tiny.plan is not None
    assert tiny.damage is not None
    write(tiny.network, People(), tmp_path / "network.json")
    for plan, code in ((tiny.plan, 0), (tiny.damage.plan, 1)):
        (tmp_path / "plan.json").write_text(plan.model_dump_json(), encoding="utf-8")
        done = run(bin_folder / "setka", "verify", "network.json", "plan.json", cwd=tmp_path)
        assert done.returncode == code, done.stdout + done.stderr


def test_the_bundled_network_is_readable(bin_folder: Path, tmp_path: Path) -> None:
    """The data came along: Udomlya has no faults."""
    done = run(bin_folder / "setka", "check", "udomlya", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
