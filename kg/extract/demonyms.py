"""Adjectives of countries: "Taiwanese", "niederländisch" in its inflected forms."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.lang import Language


def demonyms(language: Language, gazetteer: Gazetteer) -> dict[str, str]:
    """Each form of the adjective of a country, casefolded, with the id of the country."""
    if language.script.segmented:  # the name of a country is its adjective: "荷兰公司"
        split = language.script.split
        return {
            "".join(split(text)): entry.country or entry.id
            for entry in gazetteer.entries.values()
            if entry.type == "place"
            for text, code, kind in entry.labels
            if kind == "label" and code.split("-")[0] == language.code
        }
    endings = language.data["language"].get("adjective_endings", [""])
    return {
        word + ending: place
        for (word, code), place in gazetteer.demonyms.items()
        if code in ("", language.code)
        for ending in endings
    }
