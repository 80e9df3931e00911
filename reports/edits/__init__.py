"""What was edited in a workbook since it was written: in the plan, and where it is not read."""
