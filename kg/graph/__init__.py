"""Claims as RDF: writing, the store, validation and file formats."""

from kg.graph.store import Store
from kg.graph.write import to_quads

__all__ = ["Store", "to_quads"]
