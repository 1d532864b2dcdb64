"""The stages of the house in one function: an article goes in, its entities and claims come out."""

from __future__ import annotations

from kg.extract.explain import Explanation
from kg.extract.explain import explain as _explain
from kg.extract.reader import read
from kg.gazetteer import gazetteer
from kg.link import link
from kg.model import Article, Extraction


def extract(article: Article) -> Extraction:
    """Read an article, link what it speaks of, and return entities and claims.

    The article's `language` must be that of a language pack; DataError otherwise.
    """
    return link(read(article), gazetteer())


def explain(article: Article) -> Explanation:
    """The same reading with its reasons: mentions, trigger words and what became of them, and why each claim is so."""
    return _explain(article)[1]
