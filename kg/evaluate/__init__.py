"""How good the extraction is: gold annotation against what is read, figures with their uncertainty, and errors."""

from kg.evaluate.agreement import Agreement, compare_stories, read_stories
from kg.evaluate.figures import FIGURES, Figure, Report, evaluate
from kg.evaluate.gold import GoldDocument, read_gold
from kg.evaluate.scoring import Comparison, compare

__all__ = [
    "FIGURES",
    "Agreement",
    "Comparison",
    "Figure",
    "GoldDocument",
    "Report",
    "compare",
    "compare_stories",
    "evaluate",
    "read_gold",
    "read_stories",
]
