"""Article -> Reading: mentions, triggers, roles, figures, sources, and the claims they make up."""

from kg.extract.reader import Reader, read, reader

__all__ = ["Reader", "read", "reader"]
