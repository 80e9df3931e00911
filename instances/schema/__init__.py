"""The one description of all tables that reader, writer, template and handbook follow."""

from instances.schema.column import Column, Table
from instances.schema.rules import RULES_TABLE, SETTINGS, Setting
from instances.schema.tables import TABLES

__all__ = ["RULES_TABLE", "SETTINGS", "TABLES", "Column", "Setting", "Table"]
