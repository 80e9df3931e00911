"""What people get to see: the independent audit of a plan, tables, papers."""
