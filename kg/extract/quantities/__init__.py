"""The number grammar: amounts of money, quantities and counts, read from text by the data of a language."""

from kg.extract.quantities.reader import FoundQuantity, QuantityReader

__all__ = ["FoundQuantity", "QuantityReader"]
