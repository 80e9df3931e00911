"""The lottery: a random order of the applicants, fixed by a seed that is recorded before solving."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def numbers(applicants: Iterable[str], seed: int) -> dict[str, int]:
    """Applicant → lottery number, 1..n, each once; the highest number wins. The same seed, the same draw.

    Who stands before whom does not depend on who else takes part: an applicant more or less leaves the
    order of the others as it is.
    """
    drawing = sorted(
        set(applicants), key=lambda applicant: (_drawn(applicant, seed), applicant), reverse=True
    )
    return {applicant: number for number, applicant in enumerate(drawing, start=1)}


def _drawn(applicant: str, seed: int) -> bytes:
    """What is as good as a random number for everybody: a digest of seed and applicant."""
    return hashlib.sha256(f"{seed}\n{applicant}".encode()).digest()
