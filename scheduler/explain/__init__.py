"""Says why a choice was refused, a group opened there and then, a course did not; and what would help."""
