"""Finds a plan: candidates, variables, levels, and a child process that can be killed."""
