"""Asking the graph: named questions, SPARQL, tables, the projection to networkx."""

from kg.query.result import Result
from kg.query.sparql import sparql

__all__ = ["Result", "sparql"]
