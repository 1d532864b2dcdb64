"""Verb forms made from lemmas by a language's `morphology.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FEATURES = ("infinitive", "finite", "participle", "gerund")
PASSIVE = "passive"  # finite forms that are passive by themselves (Swedish "levereras")
MOODS = ("future", "conditional")  # finite forms of their own table: what they say of the deal is read with them


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form. `particle` is the part that stands apart in a main clause ("nimmt … ab")."""

    text: str
    feature: str
    particle: str = ""
    mood: str = ""  # future or conditional, where the language has a form of its own for it
    voice: str = ""  # passive, where the form says so without an auxiliary


class Morphology:
    """Verb paradigms of one language. `endings` are those of an adjective, taken by attributive participles."""

    def __init__(self, data: Mapping[str, Any], endings: Sequence[str] = ()) -> None:
        self._paradigms = [(re.compile(p["match"]), p) for p in data.get("verb", ())]
        self._irregular: Mapping[str, Any] = data.get("irregular", {})
        self._joined = str(data.get("joined_infinitive", ""))
        self._endings = tuple(e for e in endings if e)
        self.moods: dict[str, str] = {}  # the mood of each form made so far that has one, in lower case
        self.passives: set[str] = set()  # the forms made so far that are passive by themselves, in lower case

    def forms(self, lemma: str) -> list[Form]:
        """All forms of a lemma in the notation of the lexicons: "sell", "be+liefern", "ab|nehmen"."""
        if "|" in lemma:
            prefix, base = lemma.split("|", 1)
            return self._separable(prefix, base)
        if "+" in lemma:
            prefix, base = lemma.split("+", 1)
            made = [Form(prefix + text, feature) for text, feature in self._base(base, ge="")]
            return made + self._passive(base, prefix)
        moods = [Form(text, "finite", mood=mood) for text, mood in self._base(lemma, ge="ge", features=MOODS)]
        self.moods.update((form.text.casefold(), form.mood) for form in moods)
        return [Form(text, feature) for text, feature in self._base(lemma, ge="ge")] + moods + self._passive(lemma)

    def _passive(self, base: str, prefix: str = "") -> list[Form]:
        made = self._base(base, ge="", features=(PASSIVE,))
        forms = [Form(prefix + text, "finite", voice=PASSIVE) for text, _ in made]
        self.passives.update(form.text.casefold() for form in forms)
        return forms

    def _separable(self, prefix: str, base: str) -> list[Form]:
        inseparable = "+" in base
        head, _, tail = base.partition("+")
        stem = tail if inseparable else base
        inner = head if inseparable else ""
        out: list[Form] = []
        for text, feature in self._base(stem, ge="" if inseparable else "ge"):
            whole = inner + text
            out.append(Form(prefix + whole, feature))
            if feature == "finite":
                out.append(Form(whole, feature, particle=prefix))
            elif feature == "infinitive" and self._joined:  # "abzunehmen"
                out.append(Form(f"{prefix}{self._joined}{whole}", feature))
            elif feature == "infinitive":  # "af te nemen"
                out.append(Form(whole, feature, particle=prefix))
        return out

    def _base(self, lemma: str, *, ge: str, features: Sequence[str] = FEATURES) -> list[tuple[str, str]]:
        table, groups = self._table(lemma)
        out: list[tuple[str, str]] = []
        for feature in features:
            for template in table.get(feature, ()):
                text = template.replace("{ge}", ge)
                if groups is not None:
                    text = text.replace("{0}", groups).replace("{l}", groups[-1:])
                out.append((text, feature))
                if feature in ("participle", "gerund"):
                    out.extend((text + ending, "attributive") for ending in self._endings)
        return out

    def _table(self, lemma: str) -> tuple[Mapping[str, Any], str | None]:
        if lemma in self._irregular:
            return self._irregular[lemma], None
        for pattern, paradigm in self._paradigms:
            match = pattern.fullmatch(lemma)
            if match:
                return paradigm, match.group(1)
        return {"infinitive": [lemma]}, None
