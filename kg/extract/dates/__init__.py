"""The time grammar: dates and periods, read from text by the data of a language."""

from kg.extract.dates.reader import DateReader, FoundDate

__all__ = ["DateReader", "FoundDate"]
