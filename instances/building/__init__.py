"""Builds the network from the rows that were read: ids, references, defaults."""
