"""Where networks come from and how they are kept: workbook, CSV folder, JSON, bundled data, generator."""

from instances.bundled import bundled
from instances.writing import write

__all__ = ["bundled", "write"]
