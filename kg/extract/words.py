"""Whether a word is one of the dictionary's."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

import simplemma

SHORT = 4  # letters


@lru_cache(maxsize=65536)
def is_word(word: str, language: str, capital_nouns: bool = False) -> bool:
    """Whether a word stands in the language's dictionary, and not as a proper name (simplemma; loaded at first use)."""
    low = word.lower()
    if capital_nouns:  # a capital tells nothing, and words are compounded
        return bool(simplemma.is_known(word, lang=language)) or _compound(word, language)
    return bool(simplemma.is_known(low, lang=language)) and bool(simplemma.lemmatize(low, lang=language)[:1].islower())


def parts(low: str, cut: int, language: str, labels: Container[str]) -> bool:
    """Whether a short class noun ends a compound ("Auto|chip") and not a name ("Lumileds"); `labels` are heads too."""
    head = low[:cut].rstrip("-")
    return len(low) - cut > SHORT or head in labels or is_word(head, language) or is_word(head.capitalize(), language)


def _compound(word: str, language: str) -> bool:
    """Whether a word is made of two known ones ("Fußball" + "Abend"), a linking s allowed."""
    for cut in range(4, len(word) - 3):
        tail = word[cut:].capitalize()
        if simplemma.is_known(tail, lang=language):
            head = word[:cut]
            if simplemma.is_known(head, lang=language) or (
                head.endswith("s") and simplemma.is_known(head[:-1], lang=language)
            ):
                return True
    return False
