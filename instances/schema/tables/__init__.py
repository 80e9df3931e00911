"""All tables, in the order in which a planner fills them in."""

from instances.schema.column import Table
from instances.schema.rules import RULES_TABLE
from instances.schema.tables.decisions import GOALS, LOCKS, PERMISSIONS, PRIORITIES
from instances.schema.tables.papers import COSTS, HISTORY, REQUISITES, RESULTS
from instances.schema.tables.people import CHOICES, STUDENTS, WISHES
from instances.schema.tables.places import CENTRES, CLASSES, INSTITUTIONS, ROOMS
from instances.schema.tables.scenarios import SCENARIOS
from instances.schema.tables.teaching import COURSES, PRACTICE_PLACES, PROGRAMMES, TEACHERS
from instances.schema.tables.ways import LAST_BUSES, RUNS, STOPS, TRAVEL
from instances.schema.tables.year import CALENDAR, NORMS

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        INSTITUTIONS,
        CENTRES,
        ROOMS,
        CLASSES,
        COURSES,
        PROGRAMMES,
        TEACHERS,
        STUDENTS,
        CHOICES,
        WISHES,
        TRAVEL,
        LAST_BUSES,
        RUNS,
        STOPS,
        CALENDAR,
        RULES_TABLE,
        NORMS,
        PRIORITIES,
        GOALS,
        LOCKS,
        PERMISSIONS,
        PRACTICE_PLACES,
        REQUISITES,
        COSTS,
        RESULTS,
        HISTORY,
        SCENARIOS,
    )
}
