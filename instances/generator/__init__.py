"""Synthetic networks of any size with the structure of a municipal network.

``generate(GeneratorSpec(applicants=1200, seed=3))`` gives a network and its table of names. The same
spec gives the same network. Every 120 applicants or so form a municipality of their own: a town with
schools and a college, villages with bus runs, centres, courses and teachers; people choose what they
can reach, mostly at home and now and then in the neighbouring town.
"""

from instances.generator.region import generate
from instances.generator.spec import GeneratorSpec

__all__ = ["GeneratorSpec", "generate"]
