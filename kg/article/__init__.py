"""From files, folders, pages, streams and strings to `Article`.

The form of an article's text, to which all offsets refer, is described in `kg.article.clean`.
"""

from __future__ import annotations

from kg.article.clean import clean_text
from kg.article.files import SUFFIXES
from kg.article.language import check_language, detect_language, known_languages
from kg.article.reader import Source, read, read_any, read_path, read_stdin, read_text
from kg.article.records import MAX_CHARS
from kg.model import Article

__all__ = [
    "MAX_CHARS",
    "SUFFIXES",
    "Article",
    "Source",
    "check_language",
    "clean_text",
    "detect_language",
    "known_languages",
    "read",
    "read_any",
    "read_path",
    "read_stdin",
    "read_text",
]
