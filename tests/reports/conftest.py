"""The plans that are hard to print, for all reports."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def _module() -> ModuleType:
    """The module beside this one, wherever the tests are started."""
    spec = spec_from_file_location("hostile", Path(__file__).with_name("hostile.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def hostile_plans() -> ModuleType:
    """The module ``hostile`` itself."""
    return _module()


@pytest.fixture(scope="session")
def hostile(hostile_plans: Any) -> Any:
    """Long names full of signs, thirty schools, forty groups on one day."""
    return hostile_plans.hostile()


@pytest.fixture(scope="session")
def one_school(hostile_plans: Any) -> Any:
    """One school with one student in one group."""
    return hostile_plans.one_school()


@pytest.fixture(scope="session")
def no_groups(hostile_plans: Any) -> Any:
    """A network in which nothing is opened."""
    return hostile_plans.no_groups()
