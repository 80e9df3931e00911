"""Finds a plan: candidates, variables, levels, and a child process that can be killed."""

from scheduler.engine.settings import Progress, Settings
from scheduler.engine.solve import solve

__all__ = ["Progress", "Settings", "solve"]
