"""The lottery: a random order of the applicants, fixed by a seed that is recorded before solving."""

from __future__ import annotations

import random
from collections.abc import Iterable


def numbers(applicants: Iterable[str], seed: int) -> dict[str, int]:
    """Applicant → lottery number, 1..n, each once; the highest number wins. The same seed, the same draw."""
    drawing = sorted(applicants)
    draw = list(range(1, len(drawing) + 1))
    random.Random(seed).shuffle(draw)
    return dict(zip(drawing, draw, strict=True))
