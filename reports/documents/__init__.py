"""The department's documents: Word files from templates that the planner edits."""
