"""Garbage is left alone for a while, and looked for again afterwards if it was before."""

from __future__ import annotations

import gc

import pytest

from scheduler.engine.garbage import no_collection


def stopped_by_an_error() -> None:
    """Two of them, one in the other."""
    with no_collection():
        with no_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
        raise KeyError


def test_it_is_off_within_and_as_before_after() -> None:
    """Also within itself, and after an error."""
    assert gc.isenabled()
    with pytest.raises(KeyError):
        stopped_by_an_error()
    assert gc.isenabled()
