"""Names the gazetteer does not know: by legal form, apposition, shape and repetition."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any

import simplemma

from kg.extract.found import Found, Referent
from kg.extract.headfirst import HeadFirst
from kg.extract.referents import Referents
from kg.lang import Language
from kg.lang.tokens import HYPHENS, Tokens


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


JOINERS = frozenset({"&", "de", "van"})  # parts of names in any language ("Banco de Chips"); "and" and "of" join two


class NameFinder:
    """Finds unknown companies and persons between the known mentions of a text."""

    def __init__(self, language: Language, demonyms: AbstractSet[str]) -> None:
        words: Mapping[str, Any] = language.data["descriptions"]
        self.code = language.code
        self.capital_nouns = language.flag("capital_nouns")
        self.no_dictionary = language.flag("capital_names_only")
        self.legal = frozenset(w.casefold().rstrip(".") for w in words.get("legal_forms", ()))
        self.small_legal = frozenset(w for w in words.get("legal_forms", ()) if w[:1].islower())
        self.suffixes = frozenset(w.casefold() for w in words.get("company_suffixes", ()))
        self.company_nouns = frozenset(
            w.casefold() for block in words.get("noun", ()) for w in block["forms"]
        ) | frozenset(w.casefold() for w in words.get("company", ()))
        self.person_nouns = frozenset(w.casefold() for w in words.get("person", ())) | frozenset(
            w.casefold() for w in words.get("person_titles", ())
        )
        self.other_nouns = frozenset(w.casefold() for key in ("plant", "body", "medium") for w in words.get(key, ()))
        self.stop = frozenset().union(
            *(
                language.words(key)
                for key in (
                    "determiners",
                    "pronouns",
                    "subordinators",
                    "coordinators",
                    "clause_coordinators",
                    "relative_pronouns",
                    "including",
                    "passive_auxiliaries",
                    "perfect_auxiliaries",
                    "negators",
                )
            )
        ) | frozenset(language.markers)
        self.triggers = language.triggers
        self.not_names = frozenset(w.casefold() for w in words.get("people", {})) | demonyms
        self.markers = language.markers
        self.acronyms = language.words("acronyms")
        self.goods_at: set[int] = set()
        self.places_until: dict[int, Found] = {}
        self.articles = language.words("determiners")
        self.head_first = HeadFirst(language)

    def find(
        self, tokens: Tokens, known: list[Found], referents: Referents, figures: AbstractSet[int] = frozenset()
    ) -> list[Found]:
        """Unknown names, in the order of the text; `figures` are the tokens of sums and dates."""
        taken = {i for m in known for i in range(m.lo, m.hi)} | figures
        self.places_until = {m.hi: m for m in known if m.type == "place"}
        self.goods_at = {m.lo for m in known if m.kind == "generic"}
        initial = {lo for lo, _ in tokens.sentences}
        out: list[Found] = []
        aliases: dict[str, Referent] = {}
        i, n = 0, len(tokens)
        while i < n:
            hi = self._run(tokens, i, taken) if i not in taken else i
            if hi == i:
                i += 1
                continue
            found = self._judge(tokens, i, hi, initial, referents)
            if found is not None and found.referent is not None:
                out.append(found)
                aliases.setdefault(tokens.lows[found.hi - 1 if found.type == "person" else found.lo], found.referent)
            i = hi
        self._acronyms(tokens, known + out, aliases)
        self._aliases(tokens, taken, aliases, out)
        out.sort(key=lambda m: m.lo)
        return out

    def _capital(self, tokens: Tokens, i: int) -> bool:
        word = tokens.words[i]
        return (word[0].isupper() or (len(word) > 2 and word[1:2].isupper())) and word[0].isalpha()

    def _run(self, tokens: Tokens, i: int, taken: set[int]) -> int:
        if not self._capital(tokens, i) or tokens.lows[i] in self.stop:
            return i
        hi, n = i + 1, len(tokens)
        while hi < n and hi not in taken:
            if self._capital(tokens, hi) or tokens.words[hi] in self.small_legal:
                hi += 1
            elif (
                (tokens.lows[hi] in JOINERS or tokens.words[hi] in HYPHENS)
                and hi + 1 < n
                and hi + 1 not in taken
                and self._capital(tokens, hi + 1)
            ):
                hi += 2
            else:
                break
        return hi

    def _judge(self, tokens: Tokens, lo: int, hi: int, initial: set[int], referents: Referents) -> Found | None:
        if (hi + 1 < len(tokens) and tokens.words[hi] == ":" and tokens.words[hi + 1].isupper()) or (
            lo and tokens.words[lo - 1] == ":" and tokens.surface(lo, hi).isupper()
        ):
            return None  # "(NASDAQ: INTC)"
        last = tokens.lows[hi - 1].rstrip(".")
        if last in self.legal or (last in self.suffixes and hi - lo > 1):
            place = self.places_until.get(lo)
            if place is not None:
                place.attributive = True  # "Japan Investment Corp."
                return self._found(tokens, place.lo, hi, "company", referents, strong=True)
            lo = self._drop_common(tokens, lo, hi)
            return self._found(tokens, lo, hi, "company", referents, strong=True)
        before = tokens.lows[lo - 1] if lo else ""
        lead = self._leading_noun(tokens, lo, hi)
        if lead > lo and lead < hi:
            return self._found(tokens, lead, hi, self._type_of_noun(tokens.lows[lead - 1]), referents, strong=True)
        if (before in self.company_nouns and lo not in initial) or self.head_first.names_company(tokens, lo):
            return self._found(tokens, lo, hi, "company", referents, strong=True)
        if before in self.person_nouns or self.head_first.names_person(tokens, lo):
            return self._found(tokens, lo, hi, "person", referents, strong=True)
        return self._by_shape(tokens, lo, hi, initial, referents)

    def _leading_noun(self, tokens: Tokens, lo: int, hi: int) -> int:
        """Behind the class noun that opens a capitalised run ("Chiphersteller Foo" -> Foo)."""
        for i in range(lo, hi - 1):
            low = tokens.lows[i]
            if low in self.company_nouns or low in self.person_nouns:
                return i + 1
        return lo

    def _type_of_noun(self, low: str) -> str:
        return "person" if low in self.person_nouns else "company"

    def _drop_common(self, tokens: Tokens, lo: int, hi: int) -> int:
        while lo < hi - 2 and (tokens.lows[lo] in self.company_nouns or tokens.lows[lo] in self.triggers):
            lo += 1
        return lo

    def _by_shape(self, tokens: Tokens, lo: int, hi: int, initial: set[int], referents: Referents) -> Found | None:
        while lo < hi and self._common(tokens, lo, lo in initial):
            lo += 1
        while hi > lo and self._common(tokens, hi - 1, False):
            hi -= 1
        plain = [w for w in tokens.words[lo:hi] if w not in HYPHENS]
        if (
            " ".join(plain).casefold() in self.not_names
            or not plain
            or any(tokens.lows[k] in self.other_nouns or tokens.lows[k] in self.company_nouns for k in range(lo, hi))
        ):
            return None
        if len(plain) == 1:
            return self._single(tokens, lo, hi, initial, referents)
        person = len(plain) in (2, 3) and all(w[1:].islower() for w in plain if len(w) > 2)
        return self._found(tokens, lo, hi, "person" if person else "company", referents)

    def _common(self, tokens: Tokens, i: int, initial: bool) -> bool:
        """Whether a capitalised token is an ordinary word: any noun of German, the first word of a sentence."""
        word, low = tokens.words[i], tokens.lows[i]
        if low in self.triggers or word in HYPHENS or low in self.not_names or low in self.acronyms:
            return True
        if word[1:] != word[1:].lower() or not (self.capital_nouns or initial):
            return False
        return not self.no_dictionary and is_word(word, self.code, self.capital_nouns)

    def _single(self, tokens: Tokens, lo: int, hi: int, initial: set[int], referents: Referents) -> Found | None:
        word = tokens.words[lo]
        if len(word) < 3 or any(c.isdigit() for c in word) or tokens.lows[lo] in self.acronyms:
            return None
        if self.capital_nouns and lo and tokens.words[lo - 1] in HYPHENS:
            return None  # the last part of a compound
        if tokens.lows[lo] in self.not_names or (
            word[1:].islower() and not self.no_dictionary and is_word(tokens.lows[lo], self.code, self.capital_nouns)
        ):
            return None
        if tokens.lows[lo - 1] in self.articles if lo else False:
            return None
        if hi < len(tokens) and (hi in self.goods_at or tokens.words[hi].isdigit()):
            return self._found(tokens, lo, hi, "product", referents)  # "its Akida processor", "Akida 2"
        before = self.markers.get(tokens.lows[lo - 1], ()) if lo else ()
        return self._found(tokens, lo, hi, "place" if before[:1] == ("in",) else "company", referents)

    def _found(
        self, tokens: Tokens, lo: int, hi: int, type: str, referents: Referents, *, strong: bool = False
    ) -> Found:
        found = Found(lo, hi, "unknown", type)
        found.referent = referents.provisional(type, tokens.surface(lo, hi), tokens.span(lo, hi), strong=strong)
        found.possessive = hi < len(tokens) and tokens.lows[hi] in ("'s", "’s")
        return found

    @staticmethod
    def _acronyms(tokens: Tokens, mentions: list[Found], aliases: dict[str, Referent]) -> None:
        """ "Vanguard International Semiconductor (VIS)": the bracket names the same thing, here and further on."""
        for mention in mentions:
            hi = mention.hi
            if (
                hi + 2 >= len(tokens)
                or tokens.words[hi] != "("
                or tokens.words[hi + 2] != ")"
                or mention.referent is None
            ):
                continue
            acronym = tokens.words[hi + 1]
            if (
                mention.type in ("company", "government_body", "media")
                and acronym[:1].isupper()
                and 2 <= len(acronym) <= 8
                and acronym.isalnum()
            ):
                aliases.setdefault(acronym.casefold(), mention.referent)
                mention.referent.surfaces.setdefault(tokens.span(hi + 1, hi + 2), "name")
                for other in mentions:
                    if hi <= other.lo < hi + 3:
                        other.kind = "absorbed"
                mention.hi = hi + 3

    def _aliases(self, tokens: Tokens, taken: set[int], aliases: dict[str, Referent], out: list[Found]) -> None:
        """The first word of a longer name, a person's last, alone: "Silex Microsystems" … "Silex"."""
        covered = taken | {i for m in out for i in range(m.lo, m.hi)}
        covered |= {
            i + k for i, w in enumerate(tokens.words[:-1]) if w == "(" for k in (1,) if tokens.lows[i + 1] in aliases
        }
        for i, low in enumerate(tokens.lows):
            referent = aliases.get(low) or (aliases.get(low[:-1]) if low.endswith("s") else None)
            if referent is None or i in covered or not tokens.words[i][0].isupper() or len(low) < 3:
                continue
            found = Found(i, i + 1, "unknown", referent.type, referent)
            found.possessive = i + 1 < len(tokens) and tokens.lows[i + 1] in ("'s", "’s")
            referent.surfaces.setdefault(tokens.span(i, i + 1), "name")
            referent.strong = True
            out.append(found)
