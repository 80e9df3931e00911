"""A plan made as a planner makes it with paper and pencil: no solver, every rule kept, within seconds."""

from scheduler.engine.by_hand.planner import plan_by_hand

__all__ = ["plan_by_hand"]
