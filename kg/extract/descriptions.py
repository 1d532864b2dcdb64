"""What descriptions stand for: "der Konzern aus Taiwan", "the Veldhoven company", "the chips"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kg.extract.articles import Articles
from kg.extract.demonyms import demonyms
from kg.extract.found import ACTORS, Found, Referent
from kg.extract.goodsagain import GoodsAgain
from kg.extract.headfirst import HeadFirst
from kg.extract.neighbours import compared
from kg.extract.pronouns import Anaphora
from kg.extract.referents import Referents
from kg.extract.salience import HORIZON, named_behind, sentence_index
from kg.gazetteer import Entry, Gazetteer
from kg.lang import Language
from kg.lang.tokens import HYPHENS, Tokens

QUOTES = frozenset("\"“”„‟«»‹›'‘’")


class Describer:
    """Finds and resolves descriptions in the texts of one language."""

    def __init__(self, language: Language, gazetteer: Gazetteer) -> None:
        self.language = language
        self.gazetteer = gazetteer
        data: Mapping[str, Any] = language.data["descriptions"]
        self.sectors: dict[str, tuple[str, ...]] = {
            form.casefold(): tuple(block["sectors"]) for block in data.get("noun", ()) for form in block["forms"]
        }
        for form in data.get("company", ()):
            self.sectors.setdefault(form.casefold(), ())
        self.class_ends = frozenset(re.split(r"[ -]", form)[-1] for form in self.sectors)
        self.people: Mapping[str, str] = {k.casefold(): v for k, v in data.get("people", {}).items()}
        self.variants = frozenset(
            word
            for word, forms in language.triggers.items()
            if any(f.frame == "variant" and f.kind in ("noun", "role_noun") for f in forms)
        )
        self.goods = frozenset(w.casefold() for w in data.get("goods", ()))
        self.rivals = frozenset(w.casefold() for w in data.get("rivals", ()))
        self.definite = language.words("definite")
        self.articles = Articles(language)
        self.duals = language.words("duals")
        self.joined_articles = language.words("joined_articles")
        self.bare_definite = language.words("bare_definite")
        self.caseless = language.script.segmented
        self.firm_nouns = language.words("group_plurals")
        self.plural_endings = language.endings("group_plurals")
        self.town_people = language.endings("town_people_endings")
        self.determiners = language.words("determiners")
        self.possessives = language.words("possessive_pronouns")
        self.anaphora = Anaphora(language)
        self.goods_again = GoodsAgain(language, self.articles)
        self.head_first = HeadFirst(language)
        self.compounds = language.flag("compounds")
        self.worth = (
            self.class_ends
            | self.variants
            | self.goods
            | self.possessives
            | self.anaphora.relatives
            | self.anaphora.pronouns
            | self.anaphora.dative_clitics
        )
        self.capital_nouns = language.flag("capital_nouns")
        self.after_people = (
            language.words("passive_auxiliaries")
            | language.words("perfect_auxiliaries")
            | frozenset(language.markers)
            | language.words("coordinators")
            | frozenset(w for w, forms in language.triggers.items() if any(f.kind == "verb" for f in forms))
            | language.words("modal_verbs")
        )
        self.demonyms = demonyms(language, gazetteer)
        self.town_names: dict[str, frozenset[str]] = {}
        for entry in gazetteer.entries.values():
            if entry.type == "place":
                names = frozenset(text.casefold() for text, _, kind in entry.labels if kind == "label")
                self.town_names[entry.name.casefold()] = self.town_names.get(entry.name.casefold(), frozenset()) | names
        self.country_names = {v: k for (k, lang), v in sorted(gazetteer.demonyms.items(), reverse=True) if lang == "en"}

    # --- finding ---------------------------------------------------------------------------------------------
    def find(self, tokens: Tokens, known: list[Found], referents: Referents) -> list[Found]:
        """Descriptions, pronouns and goods spoken of again, resolved; in the order of the text."""
        at = {m.lo: m for m in known}
        covered = {i for m in known for i in range(m.lo, m.hi)}
        sentence_of = sentence_index(tokens)
        out: list[Found] = []
        history: list[tuple[int, Found]] = []
        compared(tokens, known, self.rivals)
        for i, low in enumerate(tokens.lows):
            mention = at.get(i)
            if mention is not None:
                self.goods_again.resolve(
                    tokens, mention, history, sentence_of, self.goods_again.apposition(tokens, mention, at)
                )
                if mention.referent is not None:
                    history.append((i, mention))
                continue
            if i in covered or self.anaphora.article(tokens, i):
                continue
            if low in self.anaphora.object_pronouns or (
                low in self.anaphora.object_clitics and self.anaphora.clitic(tokens, i)
            ):
                thing = self.anaphora.it(i, history, sentence_of)
                if thing is not None:
                    out.append(thing)
            if not self._opens(tokens, i, low):
                continue
            for found in self._at(tokens, i, low, history, known, sentence_of, referents):
                out.append(found)
                if found.kind == "relative":
                    out.extend(self.anaphora.second_antecedent(found, history))
                if found.referent is not None and found.kind not in ("pronoun", "relative"):
                    history.append((i, found))
            if len(history) > 2 * HORIZON:
                del history[:-HORIZON]
        return out

    def _opens(self, tokens: Tokens, i: int, low: str) -> bool:
        """Whether a description or pronoun may stand at a token: most words are none by themselves."""
        if self.head_first.on or low in self.worth:
            return True
        capital = tokens.words[i][0].isupper()
        if self.compounds and (capital or not self.capital_nouns):
            return True
        return capital and i > 0 and tokens.lows[i - 1] in self.definite

    def _at(
        self,
        tokens: Tokens,
        i: int,
        low: str,
        history: list[tuple[int, Found]],
        known: list[Found],
        sentence_of: list[int],
        referents: Referents,
    ) -> list[Found]:
        found: Found | None = None
        if not self.capital_nouns or tokens.words[i][0].isupper():
            phrase = self.head_first.phrase(tokens, i) if self.head_first.on else None
            if phrase is not None:
                return self._company(tokens, i, history, known, referents, sentence_of, phrase)
            if not self.head_first.on and self._class(tokens, i) is not None:
                return self._company(tokens, i, history, known, referents, sentence_of)
            if low in self.variants:
                found = self.goods_again.variant(tokens, i, history, sentence_of, referents)
            elif low in self.goods:
                found = self.goods_again.thing(tokens, i, history, sentence_of)
            if low in self.variants or low in self.goods:
                return [found] if found is not None else []
        if low in self.anaphora.relatives:
            found = self.anaphora.relative(tokens, i, history)
            if found is not None:
                return [found]
        clitic = low in self.anaphora.dative_clitics and self.anaphora.clitic(tokens, i)
        if clitic or low in self.anaphora.pronouns or low in self.possessives:
            return self.anaphora.pronoun(tokens, i, low, history, known, sentence_of)
        if tokens.words[i][0].isupper():
            found = self._people(tokens, i, low, history, sentence_of)
        return [found] if found is not None else []

    # --- companies -------------------------------------------------------------------------------------------
    def _class(self, tokens: Tokens, i: int) -> tuple[str, ...] | None:
        """The sectors of the class noun that ends here ("memory maker", "Speicherhersteller"); None: it is none."""
        known = tokens.lows[i] in self.class_ends
        for length in range(min(5, i + 1) if known else 0, 0, -1):
            if self.capital_nouns and not tokens.words[i + 1 - length][0].isupper():
                continue
            sectors = self.sectors.get(" ".join(tokens.lows[i + 1 - length : i + 1]).replace(" - ", "-"))
            if sectors is not None:
                return sectors
        if self.compounds and (not self.capital_nouns or tokens.words[i][0].isupper()):
            low = tokens.lows[i]
            return next((self.sectors[low[k:]] for k in range(2, len(low) - 4) if low[k:] in self.sectors), None)
        return None

    def _company(
        self,
        tokens: Tokens,
        i: int,
        history: list[tuple[int, Found]],
        known: list[Found],
        referents: Referents,
        sentence_of: list[int],
        phrase: tuple[int, tuple[str, ...]] | None = None,
    ) -> list[Found]:
        start, definite, country, city = self._before(tokens, i)
        definite, end = definite or self.articles.glued(tokens.lows[i]), i + 1
        if phrase is not None:  # "le fabricant de puces taïwanais"
            end, behind = self.head_first.adjectives(tokens, phrase[0], self.demonyms)
            country = country or behind
            if country and not definite and not self._several(tokens, start, i):
                group = self._group(tokens, start, i, country, referents)
                return [group] if group is not None else []
        if country and not definite and (tokens.lows[i] in self.firm_nouns or not self.caseless):
            group = self._group(tokens, start, i, country, referents)
            return [group] if group is not None else []
        if any(self._names(tokens, end - 1, m) for m in named_behind(known, end - 1, 3)):
            return []
        if not definite and tokens.lows[i] in self.bare_definite and self._opens_clause(tokens, i):
            definite = True
        if not definite:
            owned = self._owned(tokens, i, known)
            return [owned] if owned is not None else []
        country = country or self._country_after(tokens, end - 1)
        if self._several(tokens, start, i):
            return self._together(tokens, start, i, history, sentence_of)
        sectors = phrase[1] if phrase is not None else self._class(tokens, i) or ()
        referent = self._antecedent(tokens, history, known, i, sectors, country, city, sentence_of)
        if referent is None:
            return []
        found = Found(start, end, "description", referent.type, referent)
        found.possessive = self.articles.owns(tokens.lows[i]) or tokens.lows[end : end + 1] in (("'s",), ("’s",))
        for lo in sorted({start, start + 1 if start < i and tokens.lows[start] in self.determiners else start}):
            referent.surfaces.setdefault(tokens.span(lo, end), "description")
        return [found]

    @staticmethod
    def _names(tokens: Tokens, i: int, mention: Found) -> bool:
        """Whether the name of the thing described follows: "the carmaker VW", "the firm called Inova"."""
        if mention.type not in ACTORS or mention.lo not in (i + 1, i + 2):
            return False
        return mention.lo == i + 1 or tokens.words[i + 1] in QUOTES or tokens.words[i + 1] in HYPHENS

    def _several(self, tokens: Tokens, start: int, i: int) -> bool:
        return any(tokens.lows[k] in self.duals for k in range(start, i))

    def _together(
        self, tokens: Tokens, start: int, i: int, history: list[tuple[int, Found]], sentence_of: list[int]
    ) -> list[Found]:
        """ "the two companies", "die beiden Konzerne": those named together."""
        salience = self.anaphora.salience
        for _, mention in salience.ranked(tokens, i, history, sentence_of, frozenset({"company"}), reach=2):
            together = salience.coordinated(tokens, mention, history)
            if len(together) == 2:
                return [Found(start, i + 1, "pronoun", m.type, m.referent, plural=True) for m in together]
        return []

    def _opens_clause(self, tokens: Tokens, i: int) -> bool:
        """Whether a word stands at the opening of a clause: there "公司" is the firm spoken of."""
        before = tokens.words[i - 1] if i else ""
        return not i or not before[-1:].isalnum() or before.casefold() in self.language.markers or before.isdigit()

    def _owned(self, tokens: Tokens, i: int, known: list[Found]) -> Found | None:
        """ "Bittware, a Molex company": the owner inside the apposition of what it owns."""
        owner = next((m for m in known if m.hi == i and m.type == "company"), None)
        if (
            owner is None
            or owner.lo < 3
            or tokens.lows[owner.lo - 1] not in self.determiners
            or tokens.words[owner.lo - 2] != ","
        ):
            return None
        owned = next((m for m in known if m.hi == owner.lo - 2 and m.type == "company"), None)
        if owned is None or owned.referent is None or owner.referent is None:
            return None
        found = Found(i, i + 1, "owned", "company", owned.referent, attributive=True)
        found.base = owner.referent
        owner.attributive = True
        return found

    @staticmethod
    def _comma(tokens: Tokens, lo: int, hi: int) -> bool:
        return any(tokens.words[k] in ",;.:" for k in range(lo, hi))

    def _before(self, tokens: Tokens, i: int) -> tuple[int, bool, str | None, str | None]:
        """Start of the noun phrase, whether it is definite, the country of a demonym and a town before the noun."""
        country = city = None
        k = i
        while k > 0 and i - k < 5:
            low, word = tokens.lows[k - 1], tokens.words[k - 1]
            if low in self.demonyms:
                country = self.demonyms[low]
            elif low in self.determiners:
                return k - 1, low in self.definite, country, city
            elif word[0].isupper() and word.isalpha() and not self.capital_nouns and not self.caseless:
                city = word if not word.isupper() else city  # "the AI company"
            elif word in HYPHENS or (
                word.isalpha() and (word.islower() or self.caseless) and low not in self.language.markers
            ):
                pass
            else:
                break
            k -= 1
        # German joins article and preposition: "beim Konzern", "vom Hersteller"
        joined = k > 0 and tokens.lows[k - 1] in self.joined_articles
        return k, joined, country, city

    def _country_after(self, tokens: Tokens, i: int) -> str | None:
        if i + 2 < len(tokens) and "from" in self.language.markers.get(tokens.lows[i + 1], ()):
            node = self.gazetteer.root.next.get(tokens.lows[i + 2])
            for label in node.labels if node is not None else ():
                if label.entry.type == "place":
                    return label.entry.country or label.entry.id
        return None

    def _group(self, tokens: Tokens, start: int, i: int, country: str, referents: Referents) -> Found | None:
        """ "Chinese companies": a group that may be the only party of a rule or an order."""
        if not tokens.lows[i].endswith(self.plural_endings):
            return None
        adjective = self.country_names.get(country)
        if adjective is None:
            return None
        lo = next((k for k in range(start, i) if tokens.lows[k] in self.demonyms), start)
        name = f"{adjective[:1].upper()}{adjective[1:]} companies"
        referent = referents.provisional("company", name, tokens.span(lo, i + 1))
        referent.generic = True
        return Found(lo, i + 1, "description", "company", referent, plural=True)

    def _antecedent(
        self,
        tokens: Tokens,
        history: list[tuple[int, Found]],
        known: list[Found],
        i: int,
        sectors: tuple[str, ...],
        country: str | None,
        city: str | None,
        sentence_of: list[int],
    ) -> Referent | None:
        """What fits the description best; a firm nobody knows fits where no known one does."""
        firms = frozenset({"company"})
        ranked = self.anaphora.salience.ranked(tokens, i, history, sentence_of, firms, reach=len(tokens.sentences))
        candidates = [m.referent for _, m in ranked if m.referent is not None]
        if not (sectors or country or city):
            return candidates[0] if candidates else None
        candidates += [m.referent for m in named_behind(known, i) if m.type == "company" and m.referent is not None]
        loose: Referent | None = None
        for referent in candidates:
            entry = referent.entry
            if entry is None:
                loose = loose or (referent if not city and not referent.generic else None)
            elif not referent.generic and self._fits(entry, sectors, country, city):
                return referent
        return loose

    def _fits(self, entry: Entry, sectors: tuple[str, ...], country: str | None, city: str | None) -> bool:
        if country and entry.country != country:
            return False
        if sectors and not set(sectors) & set(entry.sectors):
            return False
        town = (entry.city or "").casefold()
        return not city or city.casefold() in self.town_names.get(town, (town,))

    def _people(
        self, tokens: Tokens, i: int, low: str, history: list[tuple[int, Found]], sentence_of: list[int]
    ) -> Found | None:
        """ "die Koreaner", "the Dutch", "die Münchner"."""
        lo = self.articles.start(tokens.lows, i, i + 1)
        if lo < 0 or (lo == i and low not in self.people):
            return None
        if (
            not self.capital_nouns
            and i + 1 < len(tokens)
            and tokens.words[i + 1][0].isalpha()
            and tokens.lows[i + 1] not in self.after_people
        ):
            return None  # "the Taiwanese company"
        country = self.people.get(low)
        firms = frozenset({"company"})
        for _, mention in self.anaphora.salience.ranked(
            tokens, i, history, sentence_of, firms, reach=len(tokens.sentences)
        ):
            referent = mention.referent
            if referent is None or referent.entry is None:
                continue
            entry = referent.entry
            names = self.town_names.get((entry.city or "").casefold(), ())
            of_town = (
                bool(self.town_people)
                and low.endswith(self.town_people)
                and any(len(n) > 3 and n[:5] == low[:5] for n in names)
            )
            if (country and entry.country == country) or of_town:
                referent.surfaces.setdefault(tokens.span(lo, i + 1), "description")
                referent.surfaces.setdefault(tokens.span(i, i + 1), "description")
                return Found(lo, i + 1, "description", "company", referent)
        return None
