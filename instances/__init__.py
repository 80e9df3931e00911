"""Where networks come from and how they are kept: workbook, CSV folder, JSON, bundled data, generator."""

from instances.bundled import bundled
from instances.reading import read
from instances.schema.markdown import workbook_markdown
from instances.validate.unsupported import unsupported
from instances.writing import write
from instances.writing.template import write_template

__all__ = ["bundled", "read", "unsupported", "workbook_markdown", "write", "write_template"]
