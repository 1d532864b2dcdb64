"""What a language pack may still lack: no faults, but worth a look for whoever writes one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.gazetteer import gazetteer
from kg.lang import Language, frames, load
from kg.lang.pack import strings

SHOWN = 8
SLOT = re.compile(r"\{([^{} ]+)\}")
GOODS = ("product", "product_family")


def pack_hints(code: str) -> Iterator[str]:
    """Verbs of which only the infinitive is known, frames without a word, goods without a name in the language."""
    language = load(code)
    bare = sorted(lemma for lemma in _lemmas(language) if _bare(language, lemma))
    if bare:
        yield f"no forms are made of {_some(bare)}: add them to [irregular], or set `+` before the verb they end in"
    silent = sorted(frames().keys() - {block.get("frame") for block in language.data["triggers"].get("trigger", ())})
    if silent:
        yield f"no word of triggers.toml evokes {_some(silent)}"
    nameless = sorted(_nameless(code))
    if nameless:
        yield f"ontology/gazetteer has no @{code} name for {len(nameless)} generic goods: {_some(nameless)}"


def _some(words: list[str]) -> str:
    return ", ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")


def _lemmas(language: Language) -> set[str]:
    data = language.data
    found = {lemma for block in data["triggers"].get("trigger", ()) for lemma in block.get("verb", ())}
    for key in ("say_verbs", "plain_say_verbs", "denial_verbs", "told", "find_verbs"):
        found.update(data["attribution"].get(key, ()))
    for file in ("triggers", "modality", "attribution"):  # braces in dates.toml mean something else
        found.update(slot for text in strings(data[file]) for slot in SLOT.findall(text))
    return found


def _bare(language: Language, lemma: str) -> bool:
    paradigms = language.data["morphology"]
    if not (paradigms.get("verb") or paradigms.get("irregular")):
        return False  # verbs of one form (Chinese)
    return all(form.feature == "infinitive" for form in language.morphology.forms(lemma))


def _nameless(code: str) -> Iterator[str]:
    for entry in gazetteer().entries.values():
        if entry.type in GOODS and entry.generic:
            languages = {language.split("-")[0] for _, language, kind in entry.labels if kind == "label"}
            if code not in languages and languages - {"", "en"}:
                yield entry.name
