"""Tables of a plan as XLSX, CSV and JSON: a folder to publish, without names, and one for the office."""
