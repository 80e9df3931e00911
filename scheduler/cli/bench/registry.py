"""The instances of the benchmark, by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from models.network import Network

UDOMLYA = "udomlya"
SIZES = {"x1": 120, "x10": 1200, "x100": 12_000}
"""Size → applicants: a district, a big municipality, a region."""

SCARCITY = {"loose": 0.2, "scarce": 0.8}
"""How scarce rooms, teachers and seats on buses are, by the generator's knobs."""

COURSES: tuple[Literal[1, 2], ...] = (1, 2)
SEEDS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Instance:
    """A network that can be made at any time, the same one each time. ``courses``: how many a student may
    take; the bundled network has neither size nor seed."""

    name: str
    applicants: int | None = None
    courses: Literal[1, 2] = 1
    scarcity: str = ""
    seed: int | None = None

    def network(self) -> Network:
        """Makes or reads it."""
        if self.applicants is None or self.seed is None:
            from instances import read
            from instances.bundled import bundled_path

            reading = read(bundled_path(self.name))
            assert reading.network is not None, "bundled networks have no faults"
            return reading.network
        from instances.generator import GeneratorSpec, generate

        how = SCARCITY[self.scarcity]
        spec = GeneratorSpec(
            applicants=self.applicants,
            seed=self.seed,
            courses_per_student=self.courses,
            room_scarcity=how,
            teacher_scarcity=how,
            seat_scarcity=how,
        )
        return generate(spec)[0]


def _all() -> Iterator[Instance]:
    yield Instance(UDOMLYA)
    for size, applicants in SIZES.items():
        for courses in COURSES:
            for scarcity in SCARCITY:
                for seed in SEEDS:
                    name = f"{size}-k{courses}-{scarcity}-s{seed}"
                    yield Instance(name, applicants, courses, scarcity, seed)


INSTANCES = {instance.name: instance for instance in _all()}
"""Name → instance, small ones first."""


def matching(patterns: Sequence[str]) -> list[Instance]:
    """The instances whose names match any of the patterns (``x1-k2-*``), in the order of the registry."""
    return [
        instance
        for name, instance in INSTANCES.items()
        if any(fnmatchcase(name, pattern) for pattern in patterns)
    ]
