"""The registry holds what the benchmark promises, by names that say what is in them."""

from __future__ import annotations

from scheduler.cli.bench.registry import INSTANCES, matching


def test_every_size_with_five_seeds() -> None:
    """Udomlya, and three sizes × one or two courses × loose or scarce × five seeds."""
    assert len(INSTANCES) == 1 + 3 * 2 * 2 * 5
    instance = INSTANCES["x10-k2-scarce-s3"]
    assert (instance.applicants, instance.courses, instance.seed) == (1200, 2, 3)


def test_patterns_choose_by_name() -> None:
    """In the order of the registry, each once."""
    names = [instance.name for instance in matching(["x1-k1-*-s2", "x1-k1-loose-*"])]
    assert names == [f"x1-k1-loose-s{seed}" for seed in range(1, 6)] + ["x1-k1-scarce-s2"]
    assert matching(["x7"]) == []


def test_scarce_networks_have_less() -> None:
    """The same instance is the same network each time; rooms are free on fewer days where they are scarce."""
    loose, scarce = (INSTANCES[f"x1-k1-{how}-s1"].network() for how in ("loose", "scarce"))
    assert INSTANCES["x1-k1-loose-s1"].network().sha256 == loose.sha256
    days = [sum(len(room.windows) for room in network.rooms) for network in (loose, scarce)]
    assert days[0] > days[1]
    assert len(INSTANCES["udomlya"].network().choices_by_student) > 100
