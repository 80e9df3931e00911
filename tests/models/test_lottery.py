"""The lottery can be drawn again by anybody who reads how: the documentation's own lines give its numbers."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from models.lottery import numbers

CONCEPTS = Path(__file__).parents[2] / "docs" / "concepts.md"
APPLICANTS = [f"О-{n:03}" for n in range(1, 41)]


@pytest.mark.parametrize("seed", [0, 1, 2026])
def test_the_documentation_draws_the_same_lots(seed: int) -> None:
    """The code in the page is run as it stands."""
    (code,) = re.findall(
        r"```python\n(import hashlib.*?)```", CONCEPTS.read_text(encoding="utf-8"), re.DOTALL
    )
    drawn: dict[str, Any] = {}
    exec(code, drawn)
    assert drawn["numbers"](APPLICANTS, seed) == numbers(APPLICANTS, seed)


def test_the_least_digest_wins() -> None:
    """Three applicants by hand: the digests of "7, line feed, id" in hexadecimal, from the greatest."""
    digest = {id: hashlib.sha256(b"7\n" + id.encode("utf-8")).hexdigest() for id in ("А", "Б", "В")}
    found = numbers(digest, 7)
    assert sorted(found.values()) == [1, 2, 3]
    assert min(digest, key=lambda id: digest[id]) == max(found, key=lambda id: found[id])


def test_others_do_not_change_who_stands_before_whom() -> None:
    """Half of the applicants in the order that they have among all."""
    every, half = numbers(APPLICANTS, 5), numbers(APPLICANTS[::2], 5)
    assert sorted(half, key=lambda id: half[id]) == sorted(half, key=lambda id: every[id])
