"""Whether a word is one of the dictionary's."""

from __future__ import annotations

from functools import lru_cache

import simplemma


@lru_cache(maxsize=65536)
def is_word(word: str, language: str, capital_nouns: bool = False) -> bool:
    """Whether a word stands in the language's dictionary, and not as a proper name (simplemma; loaded at first use)."""
    low = word.lower()
    if capital_nouns:  # a capital tells nothing, and words are compounded
        return bool(simplemma.is_known(word, lang=language)) or _compound(word, language)
    return bool(simplemma.is_known(low, lang=language)) and bool(simplemma.lemmatize(low, lang=language)[:1].islower())


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
