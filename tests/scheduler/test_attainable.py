"""What every applicant could get alone is one number, whichever side computes it: no plan is needed."""

from __future__ import annotations

from typing import Any

import pytest

from instances import read
from instances.bundled import bundled, bundled_path
from instances.generator import GeneratorSpec, generate
from instances.tiny import ALL
from models.network import Network
from reports.audit.attainable import attainable_points as audited_points
from scheduler.engine.attainable import attainable_points
from scheduler.engine.model import PlanModel


def assert_same_points(network: Network) -> None:
    """The engine's attainable points are the audit's, applicant by applicant."""
    assert attainable_points(PlanModel(network)) == audited_points(network)


def test_courses_without_groups() -> None:
    """Nothing can be had of a course that no group, or nobody, may belong to."""
    network = ALL["tie"].network
    for changes in ({"max_groups": 0}, {"max_size": 0, "target_size": 0, "min_size": 0}):
        courses = tuple(course.replace(**changes) for course in network.courses)
        assert_same_points(network.replace(courses=courses))


def test_micro_networks(micro: Any) -> None:
    """Where each rule bites."""
    assert_same_points(micro.network)


@pytest.mark.parametrize("name", ALL)
def test_networks_solved_by_hand(name: str) -> None:
    """Remote seats, practice, parity, half-years, teachers who leave."""
    assert_same_points(ALL[name].network)


@pytest.mark.parametrize("name", bundled())
def test_bundled_networks(name: str) -> None:
    """The networks that come along."""
    network = read(bundled_path(name)).network
    assert network is not None
    assert network.choices
    assert_same_points(network)


@pytest.mark.parametrize(
    "spec",
    [
        GeneratorSpec(seed=1),
        GeneratorSpec(seed=2, rural_share=0.8, seat_scarcity=1),
        GeneratorSpec(seed=3, courses_per_student=2, room_scarcity=1, teacher_scarcity=1),
    ],
    ids=str,
)
def test_generated_networks(spec: GeneratorSpec) -> None:
    """Municipalities with villages and buses, with one course a student and two."""
    assert_same_points(generate(spec)[0])
