"""What a synthetic network is made from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from models.base import Record

MUNICIPALITY_APPLICANTS = 120
"""Applicants of one municipality, about."""

Knob = float


class GeneratorSpec(Record):
    """Size, seed and knobs; every knob goes from 0 (none) to 1 (hard).

    ``rural_share``: share of the applicants who come from village schools. ``popularity_skew``: 0 is
    equal demand for all courses, 1 a steep fall from the first to the last. ``room_scarcity`` takes
    rooms and the days they are free, ``teacher_scarcity`` the days and hours of teachers and seats in
    sought-after courses, ``seat_scarcity`` the seats on school buses.
    """

    applicants: int = Field(default=120, ge=100, le=20_000)
    seed: int = 1
    courses_per_student: Literal[1, 2] = 1
    rural_share: Knob = Field(default=0.3, ge=0, le=1)
    popularity_skew: Knob = Field(default=0.5, ge=0, le=1)
    room_scarcity: Knob = Field(default=0.5, ge=0, le=1)
    teacher_scarcity: Knob = Field(default=0.5, ge=0, le=1)
    seat_scarcity: Knob = Field(default=0.5, ge=0, le=1)

    @property
    def num_municipalities(self) -> int:
        return max(1, round(self.applicants / MUNICIPALITY_APPLICANTS))
