"""Collecting applications: a form for every school, and what came back in them."""

from instances.collect.forms import file_names, write_form
from instances.collect.merging import Merge, Options, merge
from instances.collect.offer import Offer

__all__ = ["Merge", "Offer", "Options", "file_names", "merge", "write_form"]
