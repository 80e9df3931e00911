"""The documentation tells the truth: commands exist, links lead somewhere, generated pages are current."""

from __future__ import annotations

import re
import runpy
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from scheduler.cli.app import MODULES, application
from scheduler.cli.clicks import Command, Commands

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def commands(text: str) -> list[str]:
    """Everything in blocks and spans of code that begins with ``setka`` and the name of a command."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return [
        " ".join(line.split()) for line in (*lines, *spans) if re.match(r"(\.venv\S*)?setka\s+[a-z]", line)
    ]


SHOWN = [(page, command) for page in PAGES for command in commands(page.read_text(encoding="utf-8"))]


def test_commands_are_shown() -> None:
    """The README shows at least those that lead to one's own plan."""
    shown = {command.split()[1] for page, command in SHOWN if page.name == "README.md"}
    assert {"demo", "template", "check", "plan", "verify", "whatif", "export", "generate", "bench"} <= shown


@pytest.mark.parametrize(("page", "line"), SHOWN, ids=[f"{page.name}: {line}" for page, line in SHOWN])
def test_every_command_shown_can_be_typed(page: Path, line: str) -> None:  # noqa: ARG001 - names the page
    """Name and options exist; where arguments are given, they are enough."""
    words = shlex.split(line)[1:]
    assert words[0] in MODULES
    command = application.get_command(click.Context(application), words[0])
    if isinstance(command, Commands) and len(words) > 1 and not words[1].startswith("-"):
        words = words[1:]
        command = command.get_command(click.Context(command), words[0])
    assert command is not None
    known = {name for param in command.params for name in (*param.opts, *param.secondary_opts)} | {"--help"}
    assert {word for word in words if word.startswith("-")} <= known
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    if len(words) > 1 and "--help" not in words:
        assert len(words) - 1 >= len(arguments)


def test_every_example_of_the_help_can_be_typed() -> None:
    """The same holds for what ``--help`` offers to paste."""
    for command in all_commands(application):
        assert command.examples
        for example in command.examples:
            test_every_command_shown_can_be_typed(ROOT, example.split(">")[0])


def all_commands(group: Commands) -> Iterator[Command | Commands]:
    """The commands of a group and of the groups in it."""
    for name in group.modules:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        yield command
        if isinstance(command, Commands):
            yield from all_commands(command)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link is a file, and every anchor a heading of it."""
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        linked = page if not name else (page.parent / name).resolve()
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), flags=re.MULTILINE)
            slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor in slugs, target


def test_generated_pages_are_current() -> None:
    """``make docs`` would change nothing."""
    pages = runpy.run_path(str(ROOT / "docs" / "generate.py"))["pages"]()
    assert set(pages) >= {"rules.md", "goals.md", "workbook.md", "plan-schema.json"}
    for name, content in pages.items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == content, f"make docs: {name}"


def test_every_decision_is_listed() -> None:
    """The list of decisions has a line for each page beside it."""
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\((\d{4}[^)]+)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in folder.glob("[0-9]*.md")}


def test_the_script_of_the_page_for_python_runs(tmp_path: Path) -> None:
    """As it stands there: it plans the bundled network, and the command line takes its plan for sound."""
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    script = tmp_path / "script.py"
    script.write_text(code, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(script)], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=300
    )
    assert "unserved 4 4 True" in run.stdout
    verify = ["-m", "scheduler.cli", "verify", "udomlya", "plan.json"]
    subprocess.run([sys.executable, *verify], cwd=tmp_path, capture_output=True, check=True, timeout=300)
