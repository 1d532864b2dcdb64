"""Asking the graph: named questions, SPARQL, tables, the projection to networkx."""

from kg.query.questions import Question, ask, questions
from kg.query.result import Result
from kg.query.sparql import sparql

__all__ = ["Question", "Result", "ask", "questions", "sparql"]
