"""Definite nouns: behind an article, or with the article glued to their end ("bolaget", "kretsarna")."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lang import Language


class Articles:
    """Tells by the article, before the noun or at its end, that a noun takes up something known."""

    def __init__(self, language: Language) -> None:
        self.owners = language.endings("owner_endings")
        self.endings = language.endings("article_endings") + self.owners
        self.seeming = language.endings("not_article_endings")
        self.definite = language.words("definite")

    def glued(self, low: str) -> bool:
        """Whether the noun carries its article: "fabriken", "bolagets"."""
        return bool(self.endings) and low.endswith(self.endings) and not low.endswith(self.seeming)

    def owns(self, low: str) -> bool:
        """Whether a noun with a glued article owns what follows: "bolagets fabrik"."""
        return bool(self.owners) and low.endswith(self.owners)

    def start(self, lows: Sequence[str], lo: int, hi: int, more: frozenset[str] = frozenset()) -> int:
        """Where the definite noun at `lo` to `hi` starts, its article included; -1 if it is not definite."""
        if lo > 0 and (lows[lo - 1] in self.definite or lows[lo - 1] in more):
            return lo - 1
        return lo if self.glued(lows[hi - 1]) else -1
