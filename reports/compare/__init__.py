"""Two plans side by side: what a scenario changes against the base, for whom, and how sure that is."""
