"""Plants, lines and data centres: a class noun with its owner, its name or number, and its town.

Three steps for every class noun: the noun phrase around it (`PlantPhrase`), whom it belongs to, and which plant it
is: one of the gazetteer, one spoken of before ("the site"), or a new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.articles import Articles
from kg.extract.businesses import GENITIVES, BusinessFinder
from kg.extract.found import GOODS, Found, Referent
from kg.extract.headfirst import HeadFirst
from kg.extract.referents import Referents
from kg.extract.salience import named_before
from kg.extract.sites import print_owner
from kg.gazetteer import Gazetteer
from kg.lang import Language
from kg.lang.tokens import HYPHENS, Tokens

DISTRICT = 3  # characters of a part of town that no list knows
NEIGHBOURS = 12  # mentions that may stand inside a noun phrase
LEFT = 9  # tokens that a noun phrase may hold before its noun
NAMED_LATER = frozenset({"unknown", "product"})  # kinds of mentions that may turn out to be a plant's name
CLASS_GOODS = frozenset({"chips", "wafers", "semiconductors"})  # say what a plant is for, not what it makes


@dataclass(slots=True)
class PlantPhrase:
    """The noun phrase of a plant: "its new 300mm fab in Dresden, Saxony"."""

    lo: int  # its determiner, or its first modifier
    core: int  # behind the determiner
    noun: int
    end: int  # behind the noun and its number
    hi: int  # behind the town
    name: str = ""  # "Mohawk Valley", "Fab 8"
    town: str = ""
    town_span: tuple[int, int] | None = None
    owner: Referent | None = None
    definite: bool = False
    other: bool = False  # "the second plant": not the one spoken of
    plural: bool = False


class FacilityFinder:
    """Finds the plants in the texts of one language."""

    def __init__(self, language: Language, gazetteer: Gazetteer) -> None:
        self.language = language
        data = language.data["descriptions"]

        def listed(key: str) -> frozenset[str]:
            return frozenset(w.casefold() for w in data.get(key, ()))

        self.nouns = listed("plant")
        self.pairs = frozenset(tuple(noun.split()) for noun in self.nouns if noun.count(" ") == 1)
        self.plurals = listed("plants")
        self.again = listed("plant_again")
        self.in_town = listed("plant_in_town")
        self.others = listed("other_plant")
        self.not_before = listed("not_plant_before")
        self.of_nouns = listed("plant_not_of")
        self.numerals = listed("plant_numerals")
        self.hosting = tuple(listed("hosting"))
        self.businesses = BusinessFinder(language)
        self.definite = language.words("definite") | language.words("joined_articles")
        self.articles = Articles(language)
        self.determiners = language.words("determiners")
        self.possessives = language.words("possessive_pronouns")
        self.stop = (
            frozenset(language.markers)
            | language.words("coordinators")
            | language.words("relative_pronouns") - self.determiners
            | language.words("subordinators")
            | language.words("passive_auxiliaries")
            | language.words("perfect_auxiliaries")
            | language.words("modal_verbs")
            | language.words("pronouns")
        )
        self.heads = tuple(data.get("plant_heads", ()))
        self.not_heads = tuple(data.get("not_plant_heads", ()))
        self.capital_nouns = language.flag("capital_nouns")
        self.compounds = language.flag("compounds")
        self.adjuncts_before = language.flag("adjuncts_before")
        self.caseless = language.script.segmented
        self.endings = language.words("name_endings")
        self.particles = language.words("relative_particles")
        self.head_first = HeadFirst(language)
        self.town_markers = language.words("town_markers")
        self.by_site: dict[tuple[str, str], str] = {}
        for entry in gazetteer.entries.values():
            if entry.type == "facility" and entry.maker and entry.city:
                self.by_site.setdefault((entry.maker, entry.city.casefold()), entry.id)

    def find(self, tokens: Tokens, known: list[Found], referents: Referents) -> list[Found]:
        """Facility mentions between the known ones. A town inside them becomes attributive, a name "absorbed"."""
        return _Search(self, tokens, known, referents).run()

    def is_plant(self, tokens: Tokens, i: int) -> bool:
        """Whether token `i` is a class noun of plants."""
        low = tokens.lows[i]
        if self.capital_nouns and not tokens.words[i][0].isupper():
            return False
        if i and tokens.lows[i - 1] in self.not_before:
            return False
        if low in self.nouns or tokens.lows[i : i + 2] in self.pairs:
            return True
        return self.compounds and low.endswith(self.heads) and not low.endswith(self.not_heads)


class _Search:
    """One search through one text: what has been named so far."""

    def __init__(self, finder: FacilityFinder, tokens: Tokens, known: list[Found], referents: Referents) -> None:
        self.finder = finder
        self.tokens = tokens
        self.known = known
        self.referents = referents
        self.at: Mapping[int, Found] = {m.lo: m for m in known}
        self.until: Mapping[int, Found] = {m.hi: m for m in known}
        self.covered = {i for m in known for i in range(m.lo, m.hi)}
        self.base = 0  # where the sentence starts
        self.last: Referent | None = None
        self.named: dict[str, Referent] = {}  # town or number -> plant

    def run(self) -> list[Found]:
        out: list[Found] = []
        tokens = self.tokens
        for lo, hi in tokens.sentences:
            self.base = lo
            for i in range(lo, hi):
                if out and i < out[-1].hi:
                    continue
                mention = self.at.get(i)
                if mention is not None and mention.type == "facility":
                    self._known(mention)
                if i in self.covered:
                    continue
                found = self.finder.businesses.at(tokens, i, self.until, self.known, self.referents) or self._plant(i)
                if found is not None:
                    out.append(found)
        return out

    def _known(self, mention: Found) -> None:
        """A plant of the gazetteer: the town behind it belongs to it, and later "the site" may be it."""
        referent = mention.referent
        if referent is None:
            return
        genitive = mention.lo > 0 and self.tokens.lows[mention.lo - 1] in GENITIVES
        owner = self.until.get(mention.lo - 1 if genitive else mention.lo)
        if owner is not None and owner.type == "company" and owner.possessive:
            owner.attributive = True  # "Infineon's Fab 25"
            mention.maker = owner.referent
        self.last = referent
        self.named.setdefault(referent.name.casefold(), referent)
        print_owner(self.tokens, mention, referent.maker)
        phrase = PlantPhrase(mention.lo, mention.lo, mention.lo, mention.hi, mention.hi)
        self._town_after(phrase)
        if phrase.hi > mention.hi:
            referent.surfaces.setdefault(self.tokens.span(mention.lo, phrase.hi), "name")
            self.named.setdefault(phrase.town.casefold(), referent)

    def _plant(self, i: int) -> Found | None:
        finder, tokens = self.finder, self.tokens
        low = tokens.lows[i]
        weak = low in finder.again or low in finder.in_town
        if not finder.is_plant(tokens, i) and not (weak and not (finder.capital_nouns and tokens.words[i].islower())):
            return None
        weak = weak and not finder.is_plant(tokens, i)
        end = i + (2 if tokens.lows[i : i + 2] in finder.pairs else 1)
        phrase = PlantPhrase(i, i, i, end, end, plural=tokens.lows[end - 1] in finder.plurals)
        phrase.definite = finder.articles.glued(tokens.lows[end - 1])
        if (weak and not self._weak(phrase, low)) or self._site_of(low, end):
            return None
        self._before(phrase)
        self._number(phrase)
        self._owner_after(phrase)
        self._town_after(phrase)
        referent = self._which(phrase)
        if referent is None:
            return None
        self._surfaces(phrase, referent)
        referent.last = phrase.hi
        if not phrase.plural:
            self.last = referent
        return Found(phrase.lo, phrase.hi, "facility", "facility", referent, plural=phrase.plural)

    def _weak(self, phrase: PlantPhrase, low: str) -> bool:
        """A noun that means a plant only where one is taken up again ("the project") or in a town ("line in X")."""
        if low in self.finder.in_town and self._behind_town(phrase.noun):
            return True
        if low in self.finder.in_town:
            trial = PlantPhrase(phrase.lo, phrase.core, phrase.noun, phrase.end, phrase.hi)
            self._town_after(trial, probe=True)
            return trial.hi > trial.end
        before = self.tokens.lows[phrase.noun - 1] if phrase.noun > self.base else ""
        known = before in self.finder.definite or self.finder.articles.glued(low)
        return self.last is not None and known and before not in self.finder.possessives

    def _behind_town(self, noun: int) -> bool:
        """ "its Celaya works", "Ibiden's new Ogaki line": a place that an article or its owner makes part of it."""
        town = self.until.get(noun)
        unknown = town is not None and town.kind == "unknown" and town.hi - town.lo == 1 and not town.possessive
        if town is None or not (town.type == "place" or unknown):
            return False
        for k in range(town.lo - 1, max(self.base, town.lo - 3) - 1, -1):
            low = self.tokens.lows[k]
            if low in self.finder.definite or low in self.finder.determiners or low in GENITIVES:
                return True
            if not self.tokens.words[k].islower() or low in self.finder.stop:
                return False
        return False

    def _site_of(self, low: str, end: int) -> bool:
        """ "the site of a former power station": no plant, unless a firm's."""
        if low not in self.finder.of_nouns or "of" not in self._functions(end):
            return False
        owner = self.at.get(end + 1)
        return owner is None or owner.type != "company"

    # --- the noun phrase -------------------------------------------------------------------------------------
    def _before(self, phrase: PlantPhrase) -> None:
        """What stands before the noun: modifiers, a name, a town, the owner, the determiner."""
        tokens, finder = self.tokens, self.finder
        k = phrase.noun - 1
        lowest = max(self.base, phrase.noun - LEFT)
        while k >= lowest:
            mention = self.until.get(k + 1)
            if mention is not None:
                if not self._mention_before(phrase, mention):
                    return
                k = mention.lo - 1
                continue
            low, word = tokens.lows[k], tokens.words[k]
            if (low in GENITIVES or low in finder.particles) and k in self.until:
                k -= 1
                continue
            if phrase.town and finder.adjuncts_before and {"in", "at"} & set(self._functions(k)):
                owner = self.until.get(k)  # "格芯在德累斯顿的工厂"
                phrase.owner = phrase.owner or (owner.referent if owner and owner.type == "company" else None)
                return
            if low in finder.determiners or low in finder.definite:
                joined = low in finder.language.markers  # "im neuen Werk": the preposition stays outside
                phrase.lo, phrase.core = k + joined, max(phrase.core if phrase.core < phrase.noun else k + 1, k + 1)
                phrase.core = k + 1
                phrase.definite = low in finder.definite
                if low in finder.possessives:
                    phrase.owner = phrase.owner or self._company_before(k)
                return
            if not self._modifier(phrase, k, low, word):
                return
            k -= 1

    def _modifier(self, phrase: PlantPhrase, k: int, low: str, word: str) -> bool:
        """Whether a token may stand in the noun phrase; a capitalised one is part of the plant's name."""
        finder = self.finder
        if low in finder.stop or word in ',;:.()!?"“”„':
            return False
        if low in finder.others:
            phrase.other = True
        if word in HYPHENS or word[0].isdigit() or word in "$€£¥":
            phrase.lo = phrase.core = k if word not in HYPHENS else phrase.core
            return True
        glued = k + 1 < len(self.tokens) and self.tokens.words[k + 1] in HYPHENS
        if word[0].isupper():
            if finder.capital_nouns and not glued:
                return False
            if k == self.base:
                return False
            sum_ = k + 1 < len(self.tokens) and self.tokens.words[k + 1] in "$€£¥"  # "the NT$278 billion site"
            if not finder.capital_nouns and word.isalnum() and not sum_:
                phrase.name = self.tokens.surface(k, phrase.noun)
            phrase.lo = phrase.core = k
            return True
        forms = self.finder.language.triggers.get(low)
        if forms and any(f.kind == "verb" and f.feature in ("finite", "gerund") for f in forms):
            return False
        return word.isalpha()

    def _mention_before(self, phrase: PlantPhrase, mention: Found) -> bool:
        """A mention inside the noun phrase; whether what stands before it may belong to it too."""
        tokens = self.tokens
        gap = [w for w in tokens.words[mention.hi : phrase.core] if w not in HYPHENS and w not in self.finder.particles]
        if self.finder.caseless and len(gap) == 1 and len(gap[0]) <= DISTRICT and gap[0].isalpha():
            gap = []  # "上海临港工厂"
        if self.finder.caseless and mention.type in GOODS and tokens.lows[mention.hi] in self.finder.endings:
            return False  # "パワー半導体の生産ライン": what is made there stands for itself
        if mention.type == "company" and mention.kind != "unknown":
            if mention.possessive or not gap or tokens.lows[mention.hi] in GENITIVES:
                phrase.owner = phrase.owner or mention.referent
                phrase.lo = mention.lo
                mention.attributive = True
            return False
        if mention.type == "place" and not gap:
            if mention.hi != mention.lo + 1 or not phrase.town:
                phrase.town = mention.referent.name if mention.referent is not None else ""
                phrase.town_span = tokens.span(mention.lo, mention.hi)
            mention.attributive = True
        elif mention.kind in NAMED_LATER and not gap and mention.type in (*GOODS, "company", "person", "place"):
            if mention.possessive or (mention.referent is not None and mention.referent.entry is not None):
                phrase.owner = phrase.owner or (mention.referent if mention.type == "company" else None)
                return False
            self._absorb(mention)
            phrase.name = tokens.surface(mention.lo, phrase.noun)
        elif mention.type in GOODS and mention.referent is not None:
            if mention.referent.generic and mention.referent.name.casefold() in CLASS_GOODS:
                mention.attributive = True
        else:
            return False
        phrase.lo = phrase.core = mention.lo
        return True

    def _absorb(self, mention: Found) -> None:
        mention.kind, mention.attributive = "absorbed", True
        if mention.referent is not None:
            mention.referent.surfaces.pop(self.tokens.span(mention.lo, mention.hi), None)

    def _number(self, phrase: PlantPhrase) -> None:
        """ "Fab 8", "Line 2", "Fab One"; German also the town alone: "Werk Dresden"."""
        tokens, i = self.tokens, phrase.end
        if i >= len(tokens) or phrase.plural:
            return
        word = tokens.words[i]
        if i + 1 < len(tokens) and tokens.words[i + 1] == "%":
            return  # "收购工厂60%的股份"
        if self.finder.caseless and i + 1 < len(tokens) and tokens.words[i + 1][0].isalpha() and tokens.glued(i + 1):
            return  # "新工場 450億円"
        number = (word.isdigit() and len(word) < 4) or (word.isalnum() and word[0].isdigit() and len(word) < 4)
        if number or (tokens.lows[i] in self.finder.numerals and word[0].isupper()):
            phrase.end = phrase.hi = i + 1
            phrase.name = tokens.surface(phrase.noun, i + 1)
            return
        place = self.at.get(i)
        if self.finder.capital_nouns and place is not None and (place.type == "place" or place.kind == "unknown"):
            self._take_town(phrase, place, probe=False)

    # --- behind the noun -------------------------------------------------------------------------------------
    def _functions(self, i: int) -> tuple[str, ...]:
        return self.finder.language.markers.get(self.tokens.lows[i], ()) if i < len(self.tokens) else ()

    def _owner_after(self, phrase: PlantPhrase) -> None:
        """ "das Werk von Onsemi in East Fishkill": the owner between the noun and its town."""
        beside = self.at.get(phrase.hi) if self.finder.head_first.on and phrase.owner is None else None
        if beside is not None and beside.type == "company" and beside.referent is not None:
            phrase.owner = beside.referent  # "l'usine Bosch de Dresde"
            beside.attributive = True
            self._town_after(phrase, start=beside.hi)
            return
        if phrase.owner is not None or phrase.town or not {"of", "from"} & set(self._functions(phrase.hi)):
            return
        for j in (phrase.hi + 1, phrase.hi + 2):
            owner = self.at.get(j)
            if owner is not None:
                if owner.type == "company" and owner.referent is not None:
                    phrase.owner = owner.referent
                    owner.attributive = True  # "das Rechenzentrum von X" delivers nothing
                    if {"in", "at"} & set(self._functions(owner.hi)) or self._opens_town(owner.hi):
                        self._town_after(phrase, start=owner.hi)
                return

    def _town_after(self, phrase: PlantPhrase, *, start: int | None = None, probe: bool = False) -> None:
        """ "in Dresden", "at Taylor, Texas", "im walisischen Newport"."""
        k = phrase.hi if start is None else start
        if self.finder.head_first.on:
            k, _ = self.finder.head_first.adjectives(self.tokens, k, {})
        town = self.at.get(k + 1) if self._opens_town(k) else None
        owned = phrase.owner is not None or self.tokens.lows[phrase.lo] in self.finder.possessives
        unknown = owned and town is not None and town.kind == "unknown" and town.type in ("company", "person")
        if town is not None and (unknown or town.type == "place") and phrase.town_span is None:  # "l'usine de Dresde"
            self._take_town(phrase, town, probe=probe)
            return
        if phrase.town_span is not None or not {"in", "at"} & set(self._functions(k)):
            return
        for j in range(k + 1, min(k + 5, len(self.tokens))):
            place = self.at.get(j)
            if place is not None:
                unknown = place.kind == "unknown" and j == k + 1 and place.type in ("company", "person")
                if place.type == "place" or (unknown and not place.possessive):
                    self._take_town(phrase, place, probe=probe)
                return
            if j in self.covered or not (self.tokens.words[j].isalpha() and self._may_precede_town(j)):
                return

    def _opens_town(self, k: int) -> bool:
        return k < len(self.tokens) and self.tokens.lows[k] in self.finder.town_markers

    def _may_precede_town(self, j: int) -> bool:
        low, word = self.tokens.lows[j], self.tokens.words[j]
        return low not in self.finder.stop and (word.islower() or self.finder.capital_nouns)

    def _take_town(self, phrase: PlantPhrase, place: Found, *, probe: bool) -> None:
        tokens = self.tokens
        hi = place.hi
        if not probe:
            phrase.town = place.referent.name if place.referent is not None else ""
            phrase.town_span = tokens.span(place.lo, place.hi)
            if place.type != "place":
                phrase.town = tokens.surface(place.lo, place.hi)
                self._absorb(place)
            place.attributive = True
        region = self.at.get(hi + 1) if hi < len(tokens) and tokens.words[hi] in ",(" else None
        if region is not None and region.type == "place" and not probe:
            region.attributive = True
            closed = tokens.words[hi] == "(" and region.hi < len(tokens) and tokens.words[region.hi] == ")"
            hi = region.hi + (1 if closed else 0)
        phrase.hi = hi

    def _company_before(self, k: int) -> Referent | None:
        """Whom a possessive pronoun before a plant means: the firm that opened the sentence, or the last one named."""
        firms = [m for m in self.known if m.type == "company" and m.lo < k and not m.attributive and m.referent]
        here = [m for m in firms if m.lo >= self.base and not self._functions(m.lo - 1 if m.lo else 0)]
        if here:
            return here[0].referent
        return firms[-1].referent if firms else None

    # --- which plant it is -----------------------------------------------------------------------------------
    def _which(self, phrase: PlantPhrase) -> Referent | None:
        owner, name = phrase.owner, phrase.name or phrase.town
        if phrase.plural:
            if owner is None and not name:
                return None  # "fabs": of nobody and nowhere
            plural = f"{owner.name} {self.tokens.surface(phrase.noun, phrase.end)}" if owner else ""
            return self._new(phrase, plural or self.tokens.surface(phrase.core, phrase.hi))
        for key in (phrase.name, phrase.town):
            known = self.named.get(key.casefold()) if key else None
            if known is not None and not phrase.other and (owner is None or known.maker in (None, owner)):
                return known
        if not name and phrase.definite and not phrase.other and self._taken_up(phrase):
            return self.last
        referent = None
        if owner is not None and phrase.town and not phrase.name:
            referent = self.referents.by_id(self.finder.by_site.get((owner.key, phrase.town.casefold()), ""))
        if referent is None:
            called = f"{owner.name} {self._called(phrase)}" if owner else self.tokens.surface(phrase.core, phrase.hi)
            referent = self._new(phrase, called)
        for key in (phrase.name, phrase.town):
            if key:
                self.named.setdefault(key.casefold(), referent)
        return referent

    def _called(self, phrase: PlantPhrase) -> str:
        """What tells the plant from others of its owner; a data centre keeps its noun, as its owner makes nothing."""
        noun = self._noun(phrase)
        named = phrase.name or phrase.town
        return f"{named} {noun}".strip() if noun.casefold().endswith(self.finder.hosting) else named or noun

    def _noun(self, phrase: PlantPhrase) -> str:
        """The noun with what belongs to its name: no inflected adjective of a language that inflects them."""
        lo = phrase.core
        while self.finder.capital_nouns and lo < phrase.noun and self.tokens.words[lo].islower():
            lo += 1
        return self.tokens.surface(lo, phrase.end)

    def _new(self, phrase: PlantPhrase, name: str) -> Referent:
        referent = self.referents.provisional("facility", name, self.tokens.span(phrase.core, phrase.hi))
        referent.maker = referent.maker or phrase.owner
        referent.site = referent.site or self._called(phrase)
        referent.town = referent.town or phrase.town
        referent.proper = referent.proper or phrase.name
        referent.hosts = self._noun(phrase).casefold().endswith(self.finder.hosting)
        return referent

    def _taken_up(self, phrase: PlantPhrase) -> bool:
        """Whether "the plant" is the one spoken of last: of the same owner, and of the same kind."""
        last = self.last
        if last is None or (phrase.owner is not None and last.maker not in (None, phrase.owner)):
            return False
        low = self.tokens.surface(phrase.noun, phrase.end).casefold()
        hosts = low.endswith(self.finder.hosting)
        return hosts == last.name.casefold().endswith(self.finder.hosting) or low in self.finder.again

    def _surfaces(self, phrase: PlantPhrase, referent: Referent) -> None:
        span = self.tokens.span
        for lo, hi in {(phrase.lo, phrase.hi), (phrase.core, phrase.hi), (phrase.core, phrase.end)}:
            referent.surfaces.setdefault(span(lo, hi), "facility")
        if phrase.town_span is not None:
            referent.surfaces.setdefault(phrase.town_span, "facility")
            for place in named_before(self.known, phrase.hi + 1, NEIGHBOURS):
                if place.type == "place" and place.referent is not None:
                    place.referent.surfaces.pop(phrase.town_span, None)
        if phrase.name and phrase.end > phrase.noun + 1:
            referent.surfaces.setdefault(span(phrase.noun, phrase.end), "facility")
        if phrase.owner is not None:
            referent.maker = referent.maker or phrase.owner
