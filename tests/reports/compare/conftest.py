"""The base and its scenarios, counted by hand, and the plans that are hard to print, with a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from models.text import Lang
from reports.compare.comparison import Comparison
from reports.compare.folders import export_comparison


def _module() -> ModuleType:
    spec = spec_from_file_location("pair", Path(__file__).parents[1] / "pair.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def plans() -> ModuleType:
    """The module ``pair`` itself."""
    return _module()


@pytest.fixture(scope="session")
def comparisons(plans: Any) -> Any:
    """The base beside "open" and "lose"."""
    return plans.pair()


@pytest.fixture(scope="session")
def opened(comparisons: Any) -> Any:
    """The base beside the scenario that opens a centre."""
    return comparisons[0]


@pytest.fixture(scope="session")
def lost(comparisons: Any) -> Any:
    """The base beside the scenario that gives a course up."""
    return comparisons[1]


@pytest.fixture(scope="session")
def hostile_pair(plans: Any, hostile: Any) -> Any:
    """The plan that is hard to print beside three others."""
    return plans.hostile_pair(hostile)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes comparisons and names the folder."""

    def write(found: Sequence[Comparison], lang: Lang = "ru") -> Path:
        export_comparison(found, tmp_path, lang=lang)
        return tmp_path

    return write


@dataclass
class Page(HTMLParser):
    """A page as a browser would read it: its tags with their attributes, and its words."""

    source: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    skipped: bool = False

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.skipped = tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self.skipped = self.skipped and tag not in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture
def taken_apart() -> type[Page]:
    """Takes the text of a page apart."""
    return Page
