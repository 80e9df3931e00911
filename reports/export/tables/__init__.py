"""The tables of the export, one a module; each turns a ``Source`` into a ``Table``."""
