"""The office's workbook: the timetable as a wall grid, a sheet for every centre and school, lists to sort."""
