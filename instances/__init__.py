"""Where networks come from and how they are kept: workbook, CSV folder, JSON, bundled data, generator."""

from instances.bundled import bundled
from instances.reading import read
from instances.validate.unsupported import unsupported
from instances.writing import write

__all__ = ["bundled", "read", "unsupported", "write"]
