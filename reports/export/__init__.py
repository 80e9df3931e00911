"""Tables of a plan as XLSX, CSV and JSON: a folder to publish, without names, and one for the office."""

from reports.export.folders import FORMATS, export
from reports.export.summary import Summary, summarise

__all__ = ["FORMATS", "Summary", "export", "summarise"]
