"""Names the gazetteer does not know: by legal form, apposition, shape and repetition."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from kg.extract.bodies import BodyFinder
from kg.extract.found import Found, Referent
from kg.extract.headfirst import HeadFirst
from kg.extract.kinds import MODEL, NOT_MODEL, PLURAL, KindFinder
from kg.extract.longnames import NameJoiner
from kg.extract.referents import Referents
from kg.extract.runs import Page, RunFinder, page
from kg.extract.shortforms import ShortForms, forget
from kg.gazetteer import Gazetteer
from kg.lang import Language
from kg.lang.tokens import HYPHENS, Tokens

STOPS = (
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
PLACED = ("make", "capacity", "plant", "enlarge", "invest", "design")  # what they tell of happens somewhere


class NameFinder:
    """Finds unknown companies, bodies, persons and goods between the known mentions of a text."""

    def __init__(self, language: Language, gazetteer: Gazetteer, demonyms: AbstractSet[str]) -> None:
        words: Mapping[str, Any] = language.data["descriptions"]
        self.capital_nouns = language.flag("capital_nouns")
        stop = frozenset().union(*map(language.words, STOPS)) | frozenset(language.markers)
        self.kinds = KindFinder(language, gazetteer)
        self.runs = RunFinder(words.get("legal_forms", ()), stop)
        self.bodies = BodyFinder(language, self.kinds, self.runs)
        self.joiner = NameJoiner(language, self.kinds, self.runs)
        self.short = ShortForms(language, self.kinds, self.runs)
        self.suffixes = self.kinds.suffixes
        self.company_nouns = self.kinds.company_nouns
        self.person_nouns = self.kinds.person_nouns
        self.other_nouns = frozenset(w.casefold() for key in ("plant", "body", "medium") for w in words.get(key, ()))
        self.triggers = language.triggers
        self.not_names = frozenset(w.casefold() for w in words.get("people", {})) | demonyms
        self.markers = language.markers
        self.acronyms = language.words("acronyms")
        self.articles = language.words("determiners")
        self.head_first = HeadFirst(language)
        self.place_markers = language.words("place_markers")
        self.place_nouns = language.words("place_nouns")
        self.town_markers = language.words("town_markers")
        self.participles = language.endings("participle_ends")
        self.openers = language.words("relative_pronouns") | language.words("coordinators")
        self.places_behind = frozenset(w for w, functions in language.markers.items() if functions[:1] == ("in",))

    def find(
        self, tokens: Tokens, known: list[Found], referents: Referents, figures: AbstractSet[int] = frozenset()
    ) -> list[Found]:
        """Unknown names, in the order of the text; `figures` are the tokens of sums and dates."""
        here = page(tokens, referents, known, figures, capital_nouns=self.capital_nouns)
        self._designations(here)
        out = [*self.bodies.find(here), *self.joiner.find(here)]
        weak: list[tuple[int, int]] = []
        for lo, hi in list(self.runs.runs(here)):
            out.extend(self._certain(here, lo, hi, weak))
        heads = self.short.heads(here, [*out, *known])
        several: list[Found] = []
        for lo, hi in weak:
            found = self._by_shape(here, lo, hi, heads)
            if found is not None and found.referent is not None:
                several.append(found)
                if found.type == "person":
                    heads.setdefault(tokens.lows[found.hi - 1 : found.hi], found.referent)
        self._one_place(here, several)
        out.extend(several)
        acronyms = self.short.acronyms(here, [*known, *out])
        heads = {**self.short.heads(here, out), **heads, **{(low,): r for low, r in acronyms.items()}}
        out = [m for m in out if m.kind != "absorbed"]
        out.extend(self._again(here, heads, out))
        self._namesakes(here, heads)
        return sorted(out, key=lambda m: m.lo)

    def _designations(self, here: Page) -> None:
        """A model without maker is named where goods stand before it: "the reference silicon, the AKD1000"."""
        for mention in here.known:
            referent = mention.referent
            if mention.kind != "product" or referent is None or referent.strong:
                continue
            noun = here.until.get(mention.lo)
            if noun is not None and noun.kind == "generic":
                noun.kind = "absorbed"
                forget(here, noun)
                mention.lo = noun.lo
                referent.strong = True
            referent.strong = referent.strong or self.kinds.renames(here, mention.lo)

    @staticmethod
    def _one_place(here: Page, found: list[Found]) -> None:
        """ "in Imari … Output at Imari": what stands behind "in" once is a place wherever it stands alone."""
        places = {here.tokens.lows[m.lo : m.hi]: m.referent for m in found if m.type == "place"}
        for mention in found:
            place = places.get(here.tokens.lows[mention.lo : mention.hi])
            if mention.type == "company" and place is not None and mention.referent is not None:
                forget(here, mention)
                mention.type, mention.referent = "place", place
                place.surfaces.setdefault(here.tokens.span(mention.lo, mention.hi), "name")

    # --- names that their words or a noun before them show ----------------------------------------------------
    def _certain(self, here: Page, lo: int, hi: int, weak: list[tuple[int, int]]) -> list[Found]:
        """The names of a run that need no guess; the rest of it goes to `weak`."""
        if self._ticker(here.tokens, lo, hi) or _dateline(here.tokens, lo, hi):
            return []
        out: list[Found] = []
        while lo < hi:
            legal = self.runs.legal_end(here.tokens, lo, hi)
            end = legal[0] if legal is not None else hi
            if legal is not None and end == lo:
                self._extend(here, lo, legal[1])
            elif legal is not None:
                start = self._drop_common(here, self._behind_titles(here, lo, end), end)
                out.append(self._found(here, start, legal[1], "company", strong=True))
            else:
                out.extend(self._segments(here, lo, hi, weak))
            lo = max(end, legal[1]) if legal is not None else hi
        return out

    @staticmethod
    def _ticker(tokens: Tokens, lo: int, hi: int) -> bool:
        """ "(NASDAQ: INTC)"."""
        before = hi + 1 < len(tokens) and tokens.words[hi] == ":" and tokens.words[hi + 1].isupper()
        return before or (lo > 0 and tokens.words[lo - 1] == ":" and tokens.surface(lo, hi).isupper())

    @staticmethod
    def _extend(here: Page, lo: int, hi: int) -> None:
        """A legal form behind a known firm belongs to its name; alone it is no name."""
        before = here.until.get(lo)
        if before is not None and before.type == "company" and not before.possessive and before.referent is not None:
            before.hi = hi
            before.referent.surfaces.setdefault(here.tokens.span(before.lo, hi), "name")
        here.taken.update(range(lo, hi))

    def _behind_titles(self, here: Page, lo: int, hi: int) -> int:
        return self.kinds.behind_nouns(here, lo, hi)

    def _segments(self, here: Page, lo: int, hi: int, weak: list[tuple[int, int]]) -> list[Found]:
        """The parts of a run between titles and class nouns: "Zenith | Chief Executive | Raja Patel"."""
        out: list[Found] = []
        start, type = lo, self._type_before(here, lo)
        for i in range(lo, hi + 1):
            low = here.low(i)
            noun = i < hi and (low in self.person_nouns or (low in self.company_nouns and low not in self.suffixes))
            if i < hi and not noun:
                continue
            if start < i:
                found = self._segment(here, start, i, type)
                if found is not None:
                    out.append(found)
                elif i == hi or low in self.person_nouns:
                    weak.append((start, i))
            start, type = i + 1, "person" if low in self.person_nouns else "company"
        return out

    def _type_before(self, here: Page, lo: int) -> str | None:
        """The type that a lower-case noun before a run gives it: "chip designer X", "analyst Y"."""
        before = here.low(lo - 1)
        if before in self.person_nouns or self.head_first.names_person(here.tokens, lo):
            return "person"
        if (before in self.company_nouns and lo not in here.initial) or self.head_first.names_company(here.tokens, lo):
            return "company"
        return self.kinds.christened(here, lo)

    def _segment(self, here: Page, lo: int, hi: int, type: str | None) -> Found | None:
        while lo < hi and here.word(lo) in HYPHENS:
            lo += 1
        while hi > lo and here.word(hi - 1) in HYPHENS:
            hi -= 1
        names = [here.word(i) for i in range(lo, hi) if here.word(i) not in HYPHENS]
        if " ".join(names).casefold() in self.company_nouns:
            return None  # "ein Joint Venture"
        if not names or all(len(name) == 1 for name in names):
            return None  # "N.J."
        plain = lo in here.titled and all(self.kinds.dictionary(w) for w in names[:-1])
        if here.low(hi - 1) in self.suffixes and (len(names) > 1 or self._behind_place(here, lo)) and not plain:
            start = self._drop_common(here, lo, hi)
            return self._found(here, start, hi, "company", strong=True)
        if type is None and self.kinds.introduced(here, hi):
            owner = here.until.get(lo - 1) if "of" in self.markers.get(here.low(lo - 1), ()) else None
            if owner is not None and owner.type == "company":
                return self._found(here, lo, hi, "place")  # "Gigaphoton of Oyama, a Komatsu subsidiary"
            return self._found(here, lo, hi, "company", strong=True)
        if self.kinds.renames(here, lo) and not self._common(here, lo, initial=True):
            return self._found(here, lo, hi, "product", strong=True)
        if self._behind_class_noun(here, lo, hi):
            return self._found(here, lo, hi, "product", strong=True)
        if self.capital_nouns and all(map(self.kinds.dictionary, names)) and (type != "company" or len(names) < 2):
            return None  # two nouns right behind a class noun are a name: "die Firma Orbis Datentechnik"
        if type == "person" or (type == "company" and len(names) > 1 and names[0].casefold() in self.kinds.given):
            return self._found(here, lo, hi, "person", strong=True)
        if type is not None and not (lo in here.titled and self._common(here, lo, initial=True)):
            return self._found(here, lo, hi, type, strong=True)
        return None

    @staticmethod
    def _behind_place(here: Page, lo: int) -> bool:
        """ "Taiwan Glass", "Sendai Electronics": a country or a town opens the name."""
        place = here.until.get(lo)
        return place is not None and place.type == "place" and not place.possessive and lo not in here.titled

    def _behind_class_noun(self, here: Page, lo: int, hi: int) -> bool:
        """ "den Funkchip NL-300": a designation right behind its class noun, which it takes in."""
        noun = here.until.get(lo)
        if noun is None or noun.kind != "generic" or not self.kinds.designation(here, lo, hi) or noun.referent is None:
            return False
        noun.kind = "absorbed"
        forget(here, noun)
        return True

    def _drop_common(self, here: Page, lo: int, hi: int) -> int:
        while lo < hi - 2 and (
            here.low(lo) in self.company_nouns
            or here.low(lo) in self.triggers
            or (lo in here.titled and self.kinds.dictionary(here.word(lo)))
            or (here.low(lo) in self.not_names and lo > 0 and here.low(lo - 1) in self.articles)  # "het Servische X BV"
        ):
            lo += 1
        return lo

    # --- names by their shape ---------------------------------------------------------------------------------
    def _by_shape(self, here: Page, lo: int, hi: int, heads: dict[tuple[str, ...], Referent]) -> Found | None:
        whole = self.short.resolve(here, lo, hi, heads)
        if whole is not None:
            return self._short_form(here, lo, hi, whole)
        while lo < hi and self._common(here, lo, initial=lo in here.initial) and not self._first_name(here, lo, hi):
            lo += 1
        while hi > lo and self._common(here, hi - 1, initial=hi - 1 in here.titled):
            hi -= 1
        lo = self._behind_compounds(here, lo, hi)
        plain = [w for w in here.tokens.words[lo:hi] if w not in HYPHENS and w != "."]
        if all(len(w) == 1 for w in plain):
            return None  # "N.J."
        nouns = self.other_nouns | self.company_nouns
        if not plain or " ".join(plain).casefold() in self.not_names or not nouns.isdisjoint(here.tokens.lows[lo:hi]):
            return None
        short = self.short.resolve(here, lo, hi, heads)
        if short is not None:
            return self._short_form(here, lo, hi, short)
        if len(plain) == 1:
            return self._single(here, lo, hi)
        if any(w.islower() for w in plain) and any(w in HYPHENS for w in here.tokens.words[lo:hi]):
            return self._found(here, lo, hi, "place")  # "Bruyères-le-Châtel"
        type = self.kinds.of_many(here, lo, hi)
        return self._found(here, lo, hi, type, strong=type == "company" and self.kinds.sure(here, lo, hi))

    def _first_name(self, here: Page, lo: int, hi: int) -> bool:
        """ "Roman Kurilow": a word that is also a first name, before one that no dictionary has."""
        if here.low(lo) not in self.kinds.given or hi < lo + 2 or lo in here.titled:
            return False
        return here.word(lo + 1)[1:].islower() and not self.kinds.dictionary(here.word(lo + 1))

    def _behind_compounds(self, here: Page, lo: int, hi: int) -> int:
        """Behind the nouns that open a run: "BCD-Plattform | Treo", "-Sparte | Peak Mining"."""
        compounds = (
            i + 1
            for i in range(lo, hi - 1)
            if here.word(i) in HYPHENS and self.capital_nouns and self.kinds.dictionary(here.word(i + 1))
        )
        start = max(compounds, default=lo - 1) + 1
        while start < hi and here.word(start) in HYPHENS:
            start += 1
        return start

    def _common(self, here: Page, i: int, *, initial: bool) -> bool:
        """Whether a capitalised token is an ordinary word: any noun of German, the first word of a sentence."""
        word, low = here.word(i), here.low(i)
        if low in self.triggers or word in HYPHENS or low in self.not_names or low in self.acronyms:
            return True
        if word[1:] != word[1:].lower() or not (self.capital_nouns or initial):
            return False
        return self.kinds.dictionary(word)

    def _single(self, here: Page, lo: int, hi: int) -> Found | None:
        word, before = here.word(lo), here.low(lo - 1) if lo else ""
        if self.capital_nouns and lo and here.word(lo - 1) in HYPHENS:
            return None  # the last part of a compound
        if MODEL.fullmatch(word) and not NOT_MODEL.fullmatch(word):
            return self._found(here, lo, hi, "product") if before in self.articles else None
        if len(word) < 3 or any(c.isdigit() for c in word) or here.low(lo) in self.acronyms or PLURAL.fullmatch(word):
            return None
        if here.low(lo) in self.not_names or self.kinds.dictionary(word):
            return None
        if hi in here.at and here.at[hi].kind == "generic" and lo not in here.titled:
            return self._found(here, lo, hi, "product")  # "its Akida processor"
        if here.word(hi).isdigit() and hi not in here.taken:
            return self._found(here, lo, hi, "product")  # "Akida 2"
        if before in self.articles:
            return None
        if here.low(lo) in self.kinds.given and here.low(hi) not in self.kinds.name_endings:
            return self._found(here, lo, hi, "person")
        state = here.at.get(hi + 1) if here.word(hi) == "," else None
        if state is not None and state.type == "place" and not state.possessive:
            return self._found(here, lo, hi, "place")  # "the firm from Saxonburg, Pennsylvania"
        owner = here.until.get(lo - 1)
        if (
            "of" in self.markers.get(before, ())
            and owner is not None
            and owner.type == "company"
            and here.word(hi) == ","
        ):
            return self._found(here, lo, hi, "place")  # "Gigaphoton of Oyama, a Komatsu subsidiary"
        at = lo - 2 if lo > 1 and before in self.not_names else lo - 1  # "im österreichischen Althofen"
        if self.markers.get(here.low(at) if at >= 0 else "", ())[:1] == ("in",) or self._town(here, lo, hi):
            return self._found(here, lo, hi, "place")
        return self._found(here, lo, hi, "company", strong=self.kinds.sure(here, lo, hi))

    def _town(self, here: Page, lo: int, hi: int) -> bool:
        """ "l'usine de Foo à Bernin (Isère)": the preposition marks receivers too, so what stands around tells."""
        known = here.until.get(lo - 1)
        if here.low(lo - 1) in self.town_markers and known is not None and known.type == "company":
            return True  # "Technoprobe di Cernusco"
        if lo < 1 or here.low(lo - 1) not in self.place_markers:
            return False
        before, after = here.low(lo - 2) if lo > 1 else "", here.word(hi)
        if after == "(" or (after == "," and here.low(hi + 1) in self.places_behind):
            return True
        if lo - 1 in here.initial or not before.isalpha() or before in self.openers or before in self.other_nouns:
            return True
        if before in self.place_nouns:
            return True
        if known is not None and known.type == "facility":
            return True
        forms = self.triggers.get(before, ())
        makes = any(f.frame in PLACED for f in forms)
        return makes or (not forms and before.endswith(tuple(e + x for e in self.participles for x in ("", "e", "a"))))

    # --- mentions ---------------------------------------------------------------------------------------------
    def _found(self, here: Page, lo: int, hi: int, type: str, *, strong: bool = False) -> Found:
        tokens = here.tokens
        place = here.until.get(lo)
        if type == "product" and place is not None and place.kind == "absorbed":
            found = Found(place.lo, hi, "product", type)
            name = tokens.surface(lo, hi)
            found.referent = here.referents.provisional(type, name, tokens.span(lo, hi), strong=strong)
            return here.take(found)
        town = place is not None and place.type == "place" and not place.possessive
        if type == "company" and strong and place is not None and town and here.word(lo - 1) not in HYPHENS:
            place.attributive = True  # "Japan Investment Corp."
            here.places[place.lo] = lo
            lo = place.lo
        found = Found(lo, hi, "unknown", type)
        noun = here.at.get(hi)
        if type == "product" and noun is not None and noun.kind == "generic" and lo not in here.titled:
            noun.kind = "absorbed"  # "the Garuda-2 processor"
            forget(here, noun)
            found.hi, found.maker = noun.hi, noun.maker
        found.referent = here.referents.provisional(type, tokens.surface(lo, hi), tokens.span(lo, hi), strong=strong)
        if found.hi > hi and noun is not None and noun.referent is not None:
            found.referent.class_entry = noun.referent.entry
        found.possessive = here.low(hi) in self.kinds.name_endings and here.tokens.glued(hi)
        return here.take(found)

    def _short_form(self, here: Page, lo: int, hi: int, referent: Referent) -> Found:
        found = Found(lo, hi, "unknown", referent.type, referent)
        found.possessive = here.low(hi) in self.kinds.name_endings and here.tokens.glued(hi)
        referent.surfaces.setdefault(here.tokens.span(lo, hi), "name")
        referent.strong = True
        return here.take(found)

    def _again(self, here: Page, heads: dict[tuple[str, ...], Referent], found: list[Found]) -> list[Found]:
        """Short forms before the long name, or inside runs that held no name by themselves."""
        weak = {m.lo: m for m in found if m.hi - m.lo == 1 and m.kind == "unknown"}
        out: list[Found] = []
        for i in range(len(here.tokens)):
            mention = weak.get(i)
            if i in here.taken and mention is None:
                continue
            referent = self.short.resolve(here, i, i + 1, heads)
            if referent is None:
                continue
            if mention is None:
                out.append(self._short_form(here, i, i + 1, referent))
            elif mention.referent is not referent and mention.referent is not None and not mention.referent.strong:
                mention.referent.surfaces.clear()
                mention.referent, mention.type = referent, referent.type
                referent.surfaces.setdefault(here.tokens.span(i, i + 1), "name")
                referent.strong = True
        return out

    def _namesakes(self, here: Page, heads: dict[tuple[str, ...], Referent]) -> None:
        """ "Petra Lindner" … "Lindner": a known surname stands for who was named in full."""
        for mention in here.known:
            bearer = heads.get(here.tokens.lows[mention.lo : mention.hi]) if mention.type == "person" else None
            if (
                bearer is None
                or bearer is mention.referent
                or mention.hi - mention.lo > 1
                or mention.kind == "absorbed"
            ):
                continue
            forget(here, mention)
            mention.referent = bearer
            bearer.surfaces.setdefault(here.tokens.span(mention.lo, mention.hi), "name")


def _dateline(tokens: Tokens, lo: int, hi: int) -> bool:
    """ "KINGS LANGLEY - ", "HILLSBORO (Reuters)": where a report was written, at the head of its first sentence."""
    words = tokens.words[lo:hi]
    opens = hi < len(tokens) and tokens.words[hi] in "-–—(" and not tokens.glued(hi)
    capitals = all(w.isalpha() and w.isupper() and len(w) > 2 for w in words) and sum(map(len, words)) > 4
    return opens and capitals and lo in {first for first, _ in tokens.sentences[:3]}
