"""How good the extraction is: gold annotation against what is read, figures with their uncertainty, and errors."""

from kg.evaluate.figures import FIGURES, Figure, Report, evaluate
from kg.evaluate.gold import GoldDocument, read_gold
from kg.evaluate.scoring import Comparison, compare

__all__ = ["FIGURES", "Comparison", "Figure", "GoldDocument", "Report", "compare", "evaluate", "read_gold"]
