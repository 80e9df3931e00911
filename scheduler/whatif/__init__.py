"""What if: a scenario, planned like its base and as near to it as the goals allow."""

from scheduler.whatif.run import Answer, plan_scenario

__all__ = ["Answer", "plan_scenario"]
