"""The office's timetable.xlsx as a plan: what its wall grid and its lists of members say after editing."""
