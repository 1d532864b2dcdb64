"""What kind of thing an unknown name stands for: a firm, a person, a good."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from kg.extract.found import GOODS
from kg.extract.runs import NUMBER, Page
from kg.extract.words import is_word
from kg.gazetteer import Gazetteer
from kg.lang import Language, person_names
from kg.lang.tokens import HYPHENS, Tokens

MODEL = re.compile(r"(?=[A-Z0-9]*\d)(?:[A-Z]{1,6}\d{1,5}[A-Za-z]{0,3}|\d{3,4}[A-Z]{1,2})")
PLAIN_MODEL = re.compile(
    r"(?!(?:EUR|USD|INR|CNY|RMB|JPY|GBP|FY|HY|CES|MWC|IFA|ISO|AD|BC|SEC)\d)[A-Z]{2,5}\d{2,5}[A-Z]{0,2}"
)
DASHED_MODEL = re.compile(r"(?!(?:[QGHFUK]|AD|FY|Covid|COVID|Top)-)[A-Z][A-Za-z]{0,3}-\d{2,4}[A-Z]{0,2}")
CODE = re.compile(r"(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{3,}")  # "XC-LS3A6M"
NOT_MODEL = re.compile(
    r"(?:Q[1-4]|H[12]|CO2|[1-6]G|[GF]\d{1,2}|COVID\d*|\d+(?:GB|TB|MB|MW|GW|KW|NM|MM|K|M|B|T|V|A|W))", re.IGNORECASE
)
PLURAL = re.compile(r"[A-Z]{2,}s")  # "RDIMMs": a class of things, no name


class KindFinder:
    """Judges the names of one language's texts by their words and their neighbours."""

    def __init__(self, language: Language, gazetteer: Gazetteer) -> None:
        words: Mapping[str, Any] = language.data["descriptions"]
        self.language = language
        self.code = language.code
        self.no_dictionary = language.flag("capital_names_only")
        self.coordinators = language.words("coordinators")
        self.capital_nouns = language.flag("capital_nouns")
        self.suffixes = frozenset(w.casefold() for w in words.get("company_suffixes", ()))
        self.person_nouns = _lower(words, "person", "person_titles")
        self.company_nouns = frozenset(
            w.casefold() for block in words.get("noun", ()) for w in block["forms"]
        ) | _lower(words, "company", "firm_nouns")
        self.called = _lower(words, "called")
        self.goods_nouns = _lower(words, "goods")
        self.determiners = language.words("determiners")
        self.definite = language.words("definite")
        self.name_endings = language.words("name_endings")
        self.say = frozenset(
            form.text.casefold()
            for key in ("say_verbs", "plain_say_verbs")
            for lemma in language.data["attribution"].get(key, ())
            for form in language.morphology.forms(lemma)
            if form.feature == "finite"
        )
        self.given, self.family = person_names()
        self.given |= {
            text.split()[0].casefold()
            for entry in gazetteer.entries.values()
            if entry.type == "person"
            for text, _, kind in entry.labels
            if kind == "label" and len(text.split()) > 1
        } - {title.split()[0] for title in self.person_nouns}

    def dictionary(self, word: str) -> bool:
        """Whether a word is an ordinary one."""
        return not self.no_dictionary and word[1:] == word[1:].lower() and is_word(word, self.code, self.capital_nouns)

    def behind_nouns(self, page: Page, lo: int, hi: int) -> int:
        """Behind the titles and class nouns that open a run: "Hamburger Distributor | Neumüller Elektronik"."""
        nouns = (i for i in range(lo, hi - 1) if page.low(i) in self.person_nouns or page.low(i) in self.company_nouns)
        return max(nouns, default=lo - 1) + 1

    def of_many(self, page: Page, lo: int, hi: int) -> str:
        """The type of a name of several words without legal form or suffix."""
        words = [w for w in page.tokens.words[lo:hi] if w not in HYPHENS and w != "."]
        if self.designation(page, lo, hi):
            return "product"
        if len(words) > 1 and len(words[-1]) == 1 and page.word(hi - 2) in HYPHENS:
            return "product"  # "HR-V"
        if self.christened(page, lo) == "product" or self._before_goods(page, lo, hi):
            return "product"
        if self.person(page, lo, hi, words):
            return "person"
        if self._town(page, lo, hi):
            return "place"
        odd = all(w[1:].islower() and not self.dictionary(w) for w in words)
        return "person" if odd and len(words) == 2 and not self._owned_by_place(page, lo) else "company"

    def _town(self, page: Page, lo: int, hi: int) -> bool:
        """ "in Las Vegas", "Lake Forest, California"."""
        state = page.at.get(hi + 1) if page.word(hi) == "," else None
        if state is not None and state.type == "place":
            return True
        return self.language.markers.get(page.low(lo - 1), ())[:1] == ("in",)

    def _owned_by_place(self, page: Page, lo: int) -> bool:
        """ "Moscow's Ostec"."""
        owner = page.until.get(lo - 1) if page.low(lo - 1) in self.name_endings else page.until.get(lo)
        return owner is not None and (owner.possessive or owner.hi < lo) and owner.type in ("place", "government_body")

    def sure(self, page: Page, lo: int, hi: int) -> bool:
        """Whether a firm's name is so clear that it counts though no claim names it."""
        if lo in page.titled:
            return False
        words = [w for w in page.tokens.words[lo:hi] if w not in HYPHENS]
        if self._owned_by_place(page, lo):
            return True
        beside = [page.until.get(lo - 1), page.at.get(hi + 1)]
        joins = [page.low(lo - 1), page.low(hi)]
        for other, join in zip(beside, joins, strict=True):
            listed = join in self.coordinators or join == ","
            if listed and other is not None and other.type == "company" and other.kind in ("name", "unknown"):
                return True
        return len(words) > 1 and any(not self.dictionary(w.capitalize() if len(w) > 2 else w) for w in words)

    def person(self, page: Page, lo: int, hi: int, words: list[str]) -> bool:
        """Whether words are a person's name: by a first name, a family name of East Asia, or what stands around."""
        if len(words) not in (2, 3) or not all(w[1:].islower() or len(w) == 1 for w in words):
            return False
        if len(words[0]) == 1:
            return True  # "M. Ho"
        first, last = words[0].casefold(), words[-1].casefold()
        if first in self.given or (len(words) == 2 and last in self.given and first in self.family):
            return True
        odd = not any(self.dictionary(w) for w in words) or self.capital_nouns
        if odd and (first in self.family or last in self.family) and not page.titled & {lo}:
            return True
        if page.low(hi) == "," and self._titled_behind(page, hi + 1):
            return True
        said = page.low(lo - 1) in self.say and page.word(lo - 2)[:1] in "\"”“'’»«,"
        owner = page.until.get(lo - 1) if page.low(lo - 1) in self.name_endings else None
        return odd and (said or (owner is not None and owner.type == "company" and page.low(hi) in self.say))

    def _titled_behind(self, page: Page, lo: int) -> bool:
        """ "Ajay Jalan, the company's chief executive"."""
        for i in range(lo, min(lo + 7, len(page.tokens))):
            if page.low(i) in self.person_nouns:
                return True
            if page.word(i) in ",.;" or page.low(i) in self.company_nouns:
                return False
        return False

    def designation(self, page: Page, lo: int, hi: int) -> bool:
        """ "Garuda-2", "Longbow S1": a name with a number at its end."""
        last = page.word(hi - 1)
        if hi - lo > 1 and page.word(hi - 2) in HYPHENS:
            return bool(NUMBER.fullmatch(last) or CODE.fullmatch(last))
        return bool(MODEL.fullmatch(last)) and not NOT_MODEL.fullmatch(last)

    def christened(self, page: Page, lo: int) -> str | None:
        """ "a server chip called the Longbow", "a start-up named Foo": the type of what is called so."""
        i = lo - 1
        while i > 0 and (page.low(i) in self.determiners or page.word(i) in "\"“”„«»'‘’"):
            i -= 1
        if i < 1 or page.low(i) not in self.called:
            return None
        for k in range(i, max(i - 6, 0), -1):
            mention = page.until.get(k)
            if mention is not None:
                return "product" if mention.type in GOODS else None
            if page.low(k - 1) in self.goods_nouns:
                return "product"
            if page.low(k - 1) in self.company_nouns:
                return "company"
        return None

    def renames(self, page: Page, lo: int) -> bool:
        """ "its new processor, the Xyz-9": goods stand right before, and a comma between."""
        i = lo - 1
        article = page.low(i) in self.determiners
        if self.capital_nouns and self.dictionary(page.word(lo)) and not page.word(lo).isupper():
            return False
        i -= 1 if article else 0
        if page.word(i) not in (",", "(", "–", "—", ":"):
            return False
        before = page.until.get(i)
        if before is not None:
            return before.type in GOODS and before.kind == "generic"
        return article and page.low(i - 1) in self.goods_nouns

    def introduced(self, page: Page, hi: int) -> bool:
        """ "Etched, a Cupertino start-up, …": an apposition that says it is a firm, even of an ordinary word."""
        if page.word(hi) != "," or page.low(hi + 1) not in self.determiners:
            return False
        if page.low(hi + 1) in self.definite and (self.capital_nouns or self.dictionary(page.word(hi - 1))):
            return False  # "Tongmei, its Chinese subsidiary"
        noun = False
        for i in range(hi + 2, min(hi + 16, len(page.tokens))):
            if page.word(i) == ",":
                return noun
            if page.word(i) in ".;:()":
                return False
            if not noun and page.low(i) in self.language.markers:
                return False
            noun = noun or any(page.tokens.surface(i, i + n).casefold() in self.company_nouns for n in (1, 2, 3))
        return False

    def _before_goods(self, page: Page, lo: int, hi: int) -> bool:
        """ "its Akida Pulsar processor": an own name before a class noun, behind an article or a maker."""
        after = page.at.get(hi)
        if after is None or after.kind != "generic" or page.titled & {lo}:
            return False
        owned = page.low(lo - 1) in self.name_endings or (lo in page.until and page.until[lo].type == "company")
        return owned or page.low(lo - 1) in self.determiners


def _lower(words: Mapping[str, Any], *keys: str) -> frozenset[str]:
    return frozenset(w.casefold() for key in keys for w in words.get(key, ()))


def apposed(
    tokens: Tokens, hi: int, articles: AbstractSet[str], nouns: AbstractSet[str], stop: AbstractSet[str]
) -> bool:
    """ "Coherent, the laser maker from …": whether an apposition behind a word says that it is a firm."""
    if hi + 2 >= len(tokens) or tokens.words[hi] != "," or tokens.lows[hi + 1] not in articles:
        return False
    for i in range(hi + 2, min(hi + 8, len(tokens))):
        if tokens.lows[i] in nouns:
            return True
        if tokens.words[i] in ",.;:()" or tokens.lows[i] in stop:
            return False
    return False
