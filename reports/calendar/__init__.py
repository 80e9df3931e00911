"""Calendars for phones (iCalendar, RFC 5545): of groups and centres to publish; of teachers, students and
schools for the office; and a ZIP for every school."""
