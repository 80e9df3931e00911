"""Fresh forms for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.instances.collect.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Fresh forms of the two schools."""
    return Desk(tmp_path)
