"""Noun phrases whose head comes first: "puce H20", "puces Nvidia", "le fabricant de puces taïwanais TSMC".

Romance languages put behind the noun what German and English put before it. Switched on by `head_first`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.found import GOODS, Found
from kg.extract.referents import Referents
from kg.lang import Language
from kg.lang.tokens import HYPHENS, Tokens, words_of

LONGEST = 7  # tokens of a class noun phrase


class HeadFirst:
    """Class nouns and what stands behind them, in one language's texts."""

    def __init__(self, language: Language) -> None:
        self.on = language.flag("head_first")
        self.language = language
        words = language.data["descriptions"]
        self.classes: dict[tuple[str, ...], tuple[str, ...]] = {}
        if self.on:
            for block in words.get("noun", ()):
                for form in block["forms"]:
                    self.classes[tuple(words_of(form))] = tuple(block["sectors"])
            for form in words.get("company", ()):
                self.classes.setdefault(tuple(words_of(form)), ())
        self.firsts = frozenset(form[0] for form in self.classes)
        self.people = frozenset(form.casefold() for form in words.get("person", ()))
        self.determiners = language.words("determiners")
        self.endings = language.endings("attributive_endings")
        self.of = frozenset(w for w, functions in language.markers.items() if "of" in functions)
        self.stop = (
            self.determiners
            | language.words("pronouns")
            | language.words("coordinators")
            | language.words("relative_pronouns")
            | language.words("subordinators")
            | language.words("passive_auxiliaries")
            | language.words("perfect_auxiliaries")
            | frozenset(language.markers)
        )
        self.role_nouns = frozenset(
            word for word, forms in language.triggers.items() if any(f.kind == "role_noun" for f in forms)
        )

    # --- class nouns -----------------------------------------------------------------------------------------
    def phrase(self, tokens: Tokens, i: int) -> tuple[int, tuple[str, ...]] | None:
        """The class noun phrase that starts here: its end and sectors ("fabricant de puces")."""
        if tokens.lows[i] not in self.firsts:
            return None
        for hi in range(min(len(tokens), i + LONGEST), i, -1):
            words = tuple(w for w in tokens.lows[i:hi] if w not in HYPHENS)
            if words in self.classes and tokens.words[hi - 1] not in HYPHENS:
                return hi, self.classes[words]
        return None

    def adjectives(self, tokens: Tokens, at: int, demonyms: Mapping[str, str]) -> tuple[int, str | None]:
        """Where the adjectives behind a noun end, and the country one of them names ("taïwanais")."""
        country = None
        for k in range(at, min(at + 3, len(tokens))):
            low = tokens.lows[k]
            if not tokens.words[k].islower() or not (low in demonyms or self._adjective(low)):
                return k, country
            country = country or demonyms.get(low)
        return min(at + 3, len(tokens)), country

    def _adjective(self, low: str) -> bool:
        return low not in self.stop and low not in self.language.triggers and low.endswith(self.endings)

    def names_company(self, tokens: Tokens, lo: int) -> bool:
        """Whether a class noun of companies stands before a name, adjectives between: "la société taïwanaise Foo"."""
        return self.on and any(
            (found := self.phrase(tokens, i)) is not None and self._leads(tokens, found[0], lo)
            for i in range(max(0, lo - LONGEST), lo)
        )

    def names_person(self, tokens: Tokens, lo: int) -> bool:
        """ "le ministre français Dupont"."""
        return self.on and any(
            tokens.lows[i] in self.people and self._leads(tokens, i + 1, lo) for i in range(max(0, lo - 3), lo)
        )

    def _leads(self, tokens: Tokens, hi: int, lo: int) -> bool:
        return hi <= lo and lo - hi <= 2 and all(self._adjective(low) for low in tokens.lows[hi:lo])

    def hides(self, tokens: Tokens, lo: int, hi: int) -> bool:
        """ "le fabricant de puces": goods that only say what firm it is."""
        for i in range(max(0, lo - LONGEST), lo):
            found = self.phrase(tokens, i) if self.on else None
            if found is not None and found[0] >= hi:
                return True
        return False

    # --- goods -----------------------------------------------------------------------------------------------
    def attach(self, tokens: Tokens, mentions: Sequence[Found], referents: Referents) -> None:
        """Join class noun and model ("puce H20"), goods and maker ("puces Nvidia", "puces avancées de Nvidia")."""
        if not self.on:
            return
        for at, left in enumerate(mentions):
            if left.kind != "generic" or left.referent is None:
                continue
            behind = mentions[at + 1 : at + 3]
            maker = behind[0] if behind and behind[0].type == "company" else None
            model = behind[-1] if behind and (maker is None or len(behind) > 1) else None
            if maker is None:
                model = behind[0] if behind else None
            elif model is maker or model is None or model.lo != maker.hi:
                model = None
            glued = bool(behind) and self._glued(tokens, left.hi, behind[0].lo)
            if model is not None and model.kind in ("name", "product") and model.type in GOODS and glued:
                self._absorb(tokens, left, model, maker)
            elif maker is not None and glued and not self._of_a_firm(tokens, left.lo):
                left.maker = maker.referent
                maker.attributive = True
                if maker.referent is not None:
                    left.referent = referents.made_by(maker.referent, left.referent, tokens, left.lo, left.lo, maker.hi)

    def _glued(self, tokens: Tokens, hi: int, lo: int) -> bool:
        """Whether nothing but adjectives stands between."""
        return 0 <= lo - hi <= 2 and all(self._adjective(low) for low in tokens.lows[hi:lo])

    def _of_a_firm(self, tokens: Tokens, lo: int) -> bool:
        """ "le fournisseur de puces Infineon": the name belongs to the noun before."""
        return (
            lo > 1
            and tokens.lows[lo - 1] in self.of
            and any(low in self.role_nouns or low in self.firsts for low in tokens.lows[max(0, lo - 4) : lo - 1])
        )

    @staticmethod
    def _absorb(tokens: Tokens, left: Found, model: Found, maker: Found | None) -> None:
        assert left.referent is not None
        left.referent.surfaces.pop(tokens.span(left.lo, left.hi), None)
        if model.referent is not None:
            model.referent.surfaces.setdefault(tokens.span(left.lo, model.hi), "name")
        if maker is not None:
            maker.attributive = True
            model.maker = maker.referent
        else:
            model.lo = left.lo
        left.kind = "absorbed"
