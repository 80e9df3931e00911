"""The lottery: a random order of the applicants, fixed by a seed that is recorded before solving."""

from __future__ import annotations

import random

from models.network import Network


def numbers(network: Network, seed: int) -> dict[str, int]:
    """Applicant → lottery number, 1..n, each once; the highest number wins. The same seed, the same draw."""
    applicants = sorted(network.choices_by_student)
    draw = list(range(1, len(applicants) + 1))
    random.Random(seed).shuffle(draw)
    return dict(zip(applicants, draw, strict=True))
