"""Mentions of known things: gazetteer names, class nouns of goods, and model designations."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.found import GOODS, Found
from kg.extract.headfirst import HeadFirst
from kg.extract.kinds import DASHED_MODEL, MODEL, NOT_MODEL, PLAIN_MODEL, apposed
from kg.extract.neighbours import NeighbourJoiner
from kg.extract.referents import Referents
from kg.extract.sites import print_owner
from kg.extract.widegoods import WideGoods
from kg.extract.words import parts
from kg.gazetteer import Gazetteer, Label, Node
from kg.lang import Language
from kg.lang.tokens import HYPHENS, TOKEN, Tokens

ADJECTIVE_ENDINGS = ("ed", "al", "ic", "ive", "ing", "ous", "ary", "er", "est", "ful", "able", "ese", "ean", "ian")
DEAL_NOUNS = frozenset(  # frames whose nouns take goods before them in one word: "Chipvorräte", "Waferlieferungen"
    {"hold_stock", "export", "import", "deliver", "order_noun", "smuggle", "shortage"}
)
PRECEDENCE = {"label": 0, "metonym": 1, "ambiguous": 2}
CAPITALISED = frozenset({"company", "media", "person"})  # types whose names are capitalised in every word


class MentionFinder:
    """Finds the mentions of one language's texts."""

    def __init__(self, language: Language, gazetteer: Gazetteer) -> None:
        self.language = language
        self.gazetteer = gazetteer
        self.root = gazetteer.root
        self.apposes = language.flag("markers_behind")
        self.name_endings = tuple(language.data["language"].get("name_endings", ()))
        self.generic_endings = tuple(language.data["language"].get("generic_plural", ()))
        self.endings_of_names = self.name_endings + self.generic_endings
        self.capital_nouns = language.flag("capital_nouns")
        self.endings = language.endings("attributive_endings")
        self.strong_endings = tuple(e for e in self.endings if len(e) > 1)
        self.determiners = language.words("determiners")
        self.coordinators = language.words("coordinators")
        self.compounds = language.flag("compounds")
        self.auxiliaries = language.words("passive_auxiliaries") | language.words("perfect_auxiliaries")
        words = language.data["descriptions"]
        self.company_nouns = frozenset(
            w.casefold() for w in (*words.get("company", ()), *(w for b in words.get("noun", ()) for w in b["forms"]))
        )
        self.stocks = frozenset(
            word
            for word, forms in language.triggers.items()
            if any(f.kind == "noun" and f.frame in DEAL_NOUNS for f in forms)
        )
        self.adjectives = frozenset(words.get("goods_adjectives", ()))
        self.stop = (
            self.determiners
            | language.words("pronouns")
            | language.words("subordinators")
            | language.words("coordinators")
            | language.words("relative_pronouns")
            | frozenset(language.markers)
        )
        self.joiner = NeighbourJoiner(language, self.stop)
        self.head_first = HeadFirst(language)
        words = language.data["descriptions"]
        self.bearers = (
            frozenset(form.casefold() for block in words.get("noun", ()) for form in block["forms"])
            | frozenset(
                form.casefold() for key in ("company", "plant", "person", "abstract") for form in words.get(key, ())
            )
            | frozenset(
                word
                for word, forms in language.triggers.items()
                if any(f.frame in ("subsidiary_noun", "parent_noun") for f in forms)
            )
        )
        self.purposes = frozenset(w for w, f in language.markers.items() if f[:1] == ("for",) or f == ("from",))
        self.heads = self._compound_heads() if self.compounds else {}
        self.wide = WideGoods(language, self.stop, self.bearers)

    def find(self, tokens: Tokens, referents: Referents) -> list[Found]:
        """All mentions in the order of the text; none overlaps another."""
        hits = list(self._labels(tokens))
        known = {label.entry.id for _, _, label, _ in hits if label.kind == "label"}
        out: list[Found] = []
        taken_to = 0
        for lo, hi, first, possessive in hits:
            label = self._likeliest(tokens, lo, hi, first, known) if first.kind == "ambiguous" else first
            if lo < taken_to or not self._believed(tokens, lo, hi, label, known):
                continue
            out.append(self._mention(tokens, lo, hi, label, possessive, referents))
            taken_to = hi
        out.extend(self._designations(tokens, out, referents))
        out.sort(key=lambda m: m.lo)
        self.joiner.attach_types(tokens, out)
        self.head_first.attach(tokens, out, referents)
        self.joiner.attach_class_nouns(tokens, out)
        self.joiner.attach_sizes(tokens, out)
        wide = self.wide.find(tokens, out, referents)
        if wide:
            out = sorted((m for m in [*out, *wide] if m.kind != "absorbed"), key=lambda m: m.lo)
        self._step_back(tokens, out)
        self.joiner.attach_makers(tokens, out, referents)
        out.extend(self.joiner.loose_goods(tokens, out, referents))
        return sorted((m for m in out if m.kind != "absorbed"), key=lambda m: m.lo)

    # --- names of the gazetteer ------------------------------------------------------------------------------
    def _labels(self, tokens: Tokens) -> Iterator[tuple[int, int, Label, bool]]:
        i, n = 0, len(tokens)
        opening, endings = self.root.next, self.endings_of_names
        while i < n:
            low = tokens.lows[i]
            opens = low in opening or low.endswith(endings)  # most words begin no name
            hit = self._longest(tokens, i) if opens else None
            if hit is None and self.compounds:
                hit = self._compound(tokens, i)
            if hit is None:
                i += 1
                continue
            hi, label, possessive = hit
            yield i, hi, label, possessive
            i = hi

    def _longest(self, tokens: Tokens, i: int) -> tuple[int, Label, bool] | None:
        best: tuple[int, Label, bool] | None = None
        node: Node | None = self.root
        at, n, lows = i, len(tokens), tokens.lows
        while at < n:
            if at > i and lows[at] in HYPHENS:
                at += 1
                continue
            assert node is not None
            exact = node.next.get(lows[at])
            if exact is None or not exact.labels:
                shortened = self._shortened(node, lows[at], tokens, i, at)
                if shortened is not None:
                    best = shortened
            if exact is None:
                break
            if exact.labels:
                label = self._cased(tokens, i, at + 1, exact.labels)
                if label is not None:
                    best = (at + 1, label, self._possessive_after(tokens, at + 1))
            node = exact
            at += 1
        return best

    def _shortened(self, node: Node, low: str, tokens: Tokens, i: int, at: int) -> tuple[int, Label, bool] | None:
        """A label whose last word carries an ending: "Huaweis", "Prozessors"."""
        if not low.endswith(self.endings_of_names):
            return None
        for ending in self.endings_of_names:
            if len(low) > len(ending) + 2 and low.endswith(ending):
                base = node.next.get(low[: -len(ending)])
                if base is not None and base.labels:
                    usable = [x for x in base.labels if x.entry.generic or ending in self.name_endings]
                    label = self._cased(tokens, i, at + 1, usable)
                    if label is not None:
                        return at + 1, label, not label.entry.generic
        return None

    def _possessive_after(self, tokens: Tokens, hi: int) -> bool:
        return hi < len(tokens) and tokens.lows[hi] in self.name_endings and tokens.glued(hi)

    def _cased(self, tokens: Tokens, lo: int, hi: int, labels: list[Label]) -> Label | None:
        surface = tokens.words[lo]
        usable = [x for x in labels if self._case_fits(x, surface, tokens, lo, hi)]
        if not usable:
            return None
        metonym = next((x for x in usable if x.kind == "metonym"), None)
        if metonym is not None and all(x.kind == "metonym" or x.entry.type == "place" for x in usable):
            places = [x for x in usable if x.entry.type == "place"]
            return places[0] if places and self._located(tokens, lo, hi) else metonym
        return min(usable, key=lambda x: (PRECEDENCE.get(x.kind, 3), x.entry.generic, x.entry.id))

    def _located(self, tokens: Tokens, lo: int, hi: int) -> bool:
        """Whether a capital is meant as a place: "in Washington", "WASHINGTON (dpa) -"."""
        if lo and "in" in self.language.markers.get(tokens.lows[lo - 1], ()):
            return True
        if hi + 1 < len(tokens) and tokens.words[hi] in HYPHENS and tokens.words[hi + 1].islower():
            return True  # "London-based"
        if self.language.script.segmented:
            behind = self._longest(tokens, hi) if hi < len(tokens) and tokens.glued(hi) else None
            if behind is not None and behind[1].entry.type == "company":
                return True  # "北京天科合达"
        dateline = tokens.words[lo].isupper() and len(tokens.words[lo]) > 3
        return hi < len(tokens) and (
            (tokens.words[hi] in "(/" and (lo == 0 or dateline)) or (tokens.words[hi] in ",–—:" and dateline)
        )

    def _case_fits(self, label: Label, surface: str, tokens: Tokens, lo: int, hi: int) -> bool:
        if label.language and label.language != "en" and not label.language.startswith(self.language.code):
            return False
        if label.entry.generic:
            if label.text.isupper() and not surface.rstrip("s").isupper():
                return False  # "led" is no LED
            if label.language == "en" and self.language.code != "en" and label.text[:1].islower():
                return False
            if self.capital_nouns:
                return surface[:1].isupper() or not surface[:1].isalpha()
            return True
        first = label.text[:1]
        if hi == lo + 1 and surface in self.stop:
            return False  # the operator "du" is none in French
        if hi == lo + 1 and len(surface) <= 3 and label.text.isupper():
            return surface == label.text
        if first.isupper():
            return surface[:1].isupper() and self._capitals_fit(label, tokens, lo, hi)
        if first.islower() and label.text.islower() and len(label.text) <= 4:
            return surface == label.text
        return True

    def _capitals_fit(self, label: Label, tokens: Tokens, lo: int, hi: int) -> bool:
        """ "The information was leaked", "China mobile sales": the words of a name are capitalised in print as well."""
        opens = tokens.lows[lo] in self.determiners
        if hi < lo + 2 or not (opens or label.entry.type in CAPITALISED):
            return True
        named = [word for word in TOKEN.findall(label.text) if word not in HYPHENS]
        printed = [word for word in tokens.words[lo:hi] if word not in HYPHENS]
        pairs = list(zip(named, printed, strict=False))[: 2 if opens and label.entry.type not in CAPITALISED else None]
        return all(there[:1].isupper() or not here[:1].isupper() for here, there in pairs)

    def _believed(self, tokens: Tokens, lo: int, hi: int, label: Label, known: set[str]) -> bool:
        if label.entry.generic and (
            self._modifies(tokens, hi) or (not self.capital_nouns and self._inside_name(tokens, lo))
        ):
            return False
        if self._ticker(tokens, hi) or (label.entry.generic and self.head_first.hides(tokens, lo, hi)):
            return False
        if label.kind in ("label", "metonym", "compound"):
            return True
        if label.entry.id in known:
            return True
        if label.entry.type == "company" and apposed(tokens, hi, self.determiners, self.company_nouns, self.stop):
            return True
        before = tokens.lows[lo - 1] if lo else ""
        if label.entry.type == "government_body" and self.language.script.segmented:
            return not before.isalnum() or not tokens.glued(lo)  # "政府は": the own one
        initial = lo == 0 or any(lo == s for s, _ in tokens.sentences)
        if tokens.words[lo] != label.text.split()[0]:
            return False
        if initial:
            # "Linde und Air Liquide liefern", "Arm sells": what follows tells a name from a word
            after = tokens.lows[hi] if hi < len(tokens) else ""
            verb = any(f.kind == "verb" and f.feature == "finite" for f in self.language.triggers.get(after, ()))
            return label.entry.type in ("company", "media") and (
                verb or after in self.coordinators or after in self.name_endings or self._opens_goods(after)
            )
        if label.entry.type == "company" and before in self.company_nouns and before not in self.determiners:
            return True  # "der Auftragsfertiger Flex"
        model = any(c.isdigit() for c in label.text)  # "den M4": no word of the language
        if not model and self.capital_nouns and (before in self.determiners or before.endswith(self.strong_endings)):
            return False
        # "Alan Turing", "the Hopper boys": a short name of a good is believed where its maker is named
        if label.entry.maker is None:
            return label.entry.type != "product"
        return label.entry.maker in known

    def _opens_goods(self, low: str) -> bool:
        """ "Lattice FPGAs": a class noun right behind."""
        node = self.root.next.get(low)
        return not self.capital_nouns and node is not None and any(x.entry.generic for x in node.labels)

    def _likeliest(self, tokens: Tokens, lo: int, hi: int, label: Label, known: set[str]) -> Label:
        """Of an ambiguous name's owners the one whose maker is named: "Switch" is Nintendo's where Nintendo is."""
        node: Node | None = self.root
        for low in tokens.lows[lo:hi]:
            node = node.next.get(low) if node is not None and low not in HYPHENS else node
        rivals = node.labels if node is not None else []
        surface = tokens.words[lo]
        made = (x for x in rivals if x.kind == "ambiguous" and x.entry.maker in known)
        spelt = (x for x in rivals if x.entry is label.entry and x.text.split()[0] == surface)  # "TRUMPF", "Trumpf"
        return next((x for x in made if self._case_fits(x, surface, tokens, lo, hi)), next(spelt, label))

    def _modifies(self, tokens: Tokens, hi: int) -> bool:
        """ "chip designer", "chip packaging plant", "memory market": a class noun that tells what another is about."""
        at = hi + 1 if hi + 1 < len(tokens) and tokens.words[hi] in HYPHENS else hi
        return at < len(tokens) and tokens.lows[at] in self.bearers and (at == hi + 1 or not self.capital_nouns)

    @staticmethod
    def _inside_name(tokens: Tokens, lo: int) -> bool:
        """ "Hanmi Semiconductor": a capitalised class noun after another is part of a name; "AMD GPUs" is none."""
        if tokens.words[lo].rstrip("s").isupper() or any(c.isdigit() for c in tokens.words[lo]):
            return False
        return (
            lo > 0
            and tokens.words[lo][0].isupper()
            and tokens.words[lo - 1][0].isupper()
            and tokens.words[lo - 1].isalpha()
        )

    @staticmethod
    def _ticker(tokens: Tokens, hi: int) -> bool:
        """ "(NASDAQ: INTC)": the exchange before a ticker symbol."""
        return (
            hi + 1 < len(tokens)
            and tokens.words[hi] == ":"
            and tokens.words[hi + 1].isupper()
            and len(tokens.words[hi + 1]) <= 6
        )

    # --- model designations ----------------------------------------------------------------------------------
    def _designations(self, tokens: Tokens, known: list[Found], referents: Referents) -> list[Found]:
        """Models that the gazetteer lacks: a maker before ("Nvidia X100") or a class noun after ("X100-Chips")."""
        taken = {i for m in known for i in range(m.lo, m.hi)}
        at = {m.lo: m for m in known}
        until = {m.hi: m for m in known}
        out: list[Found] = []
        for i, word in enumerate(tokens.words):
            if i in taken or not MODEL.fullmatch(word) or NOT_MODEL.fullmatch(word):
                continue
            before = until.get(i) or (until.get(i - 1) if i and tokens.words[i - 1] in HYPHENS else None)
            after = at.get(i + 1) or (at.get(i + 2) if i + 1 < len(tokens) and tokens.words[i + 1] in HYPHENS else None)
            named = (
                before is not None and before.type in ("company", "product_family", "product") and not before.possessive
            )
            classed = after is not None and after.referent is not None and after.referent.generic
            if before is not None and before.kind == "generic" and self.head_first.on:
                named, classed = False, True  # "la puce X100"
            if not (named or classed):
                if PLAIN_MODEL.fullmatch(word):  # "the AKD1000": believed where it fills a role
                    out.append(self._unplaced(tokens, i, i + 1, referents))
                continue
            prefix = (
                before.referent.name if named and before and before.referent and not before.referent.generic else ""
            )
            name = f"{prefix} {word}".strip()
            found = Found(i, i + 1, "product", "product")
            found.referent = referents.product(name, tokens.span(i, i + 1), word)
            if before is not None and before.type == "company":
                found.maker = before.referent
                found.referent.maker = before.referent
            elif named and before is not None and before.type != "company":
                found.lo = before.lo
                before.kind = "absorbed"
            out.append(found)
        for i in range(len(tokens) - 2):
            glued = tokens.words[i + 1] in HYPHENS and tokens.glued(i + 1) and tokens.glued(i + 2)
            if glued and taken.isdisjoint(range(i, i + 3)) and DASHED_MODEL.fullmatch("".join(tokens.words[i : i + 3])):
                out.append(self._unplaced(tokens, i, i + 3, referents))
        return out

    @staticmethod
    def _unplaced(tokens: Tokens, lo: int, hi: int, referents: Referents) -> Found:
        """A model that nothing around it explains."""
        name = tokens.surface(lo, hi)
        return Found(lo, hi, "product", "product", referents.provisional("product", name, tokens.span(lo, hi)))

    # --- mentions from hits ----------------------------------------------------------------------------------
    def _mention(self, tokens: Tokens, lo: int, hi: int, label: Label, possessive: bool, referents: Referents) -> Found:
        entry = label.entry
        kind = "generic" if entry.generic else "name"
        found = Found(lo, hi, kind, entry.type, possessive=possessive)
        if entry.generic:
            found.referent = referents.generic(entry, tokens, lo, hi, self._modifiers(tokens, lo))
            end = self._complement(tokens, hi)
            if end > hi:
                found.referent.surfaces.setdefault(tokens.span(lo, end), "generic")
        else:
            found.referent = referents.known(entry, tokens, lo, hi, strong=True)
            if entry.type in GOODS:
                print_owner(tokens, found, found.referent.maker)  # "Nvidia H100" names its maker
        return found

    def _modifiers(self, tokens: Tokens, lo: int) -> int:
        """The first token of the adjectives before a class noun ("fortschrittliche Halbleiter")."""
        i = lo
        while i > 0 and lo - i < 3:
            word = tokens.words[i - 1]
            if tokens.words[i - 1] in HYPHENS and i - 2 >= 0 and tokens.glued(i - 1):
                i -= 2
                continue
            if not word.isalpha() or not word.islower() or word in self.stop:
                break
            if self.capital_nouns and (not word.endswith(self.endings) or self._verb(word)):
                break
            if not self.capital_nouns and (
                not (word.endswith(ADJECTIVE_ENDINGS) or word in self.adjectives) or self._acts(tokens, i - 1)
            ):
                break
            i -= 1
        return i

    def _verb(self, low: str) -> bool:
        """Whether a word that ends like an adjective is a verb: "in Drohnen wurden Chips gefunden"."""
        return low in self.auxiliaries or any(
            f.kind == "verb" and f.feature == "finite" for f in self.language.triggers.get(low, ())
        )

    def _acts(self, tokens: Tokens, i: int) -> bool:
        """Whether a participle is the verb ("TSMC delivered HBM4"), not an adjective ("the banned chips")."""
        before = tokens.lows[i - 1] if i else ""
        adjective = before in self.determiners or before in self.language.markers
        return not adjective and any(f.kind == "verb" for f in self.language.triggers.get(tokens.lows[i], ()))

    def _complement(self, tokens: Tokens, hi: int) -> int:
        """The end of what a class noun is for or made of: "Wafer aus Siliziumkarbid (SiC)", "chips for cars"."""
        n = len(tokens)
        if hi + 1 >= n or tokens.lows[hi] not in self.purposes:
            return hi
        i = hi + 1
        if tokens.lows[i] in self.determiners:
            i += 1
        while i < n and i - hi <= 4:
            word, low = tokens.words[i], tokens.lows[i]
            if self.capital_nouns:
                if word[0].isupper() and word.isalpha():
                    i += 1
                    break
                if not word.islower() or low in self.stop:
                    return hi
            elif not word.isalpha() or not word.islower() or low in self.stop or low in self.language.triggers:
                break
            i += 1
        if i + 2 < n and tokens.words[i] == "(" and tokens.words[i + 2] == ")" and tokens.words[i + 1][:1].isupper():
            i += 3
        return i if i > hi + 1 else hi

    def _compound_heads(self) -> dict[str, Label]:
        """Last parts of German compounds: generic one-word labels ("Chips" in "Serverchips")."""
        out: dict[str, Label] = {}
        loose = self.language.words("loose_heads")
        for low, node in sorted(self.root.next.items()):
            for label in node.labels:
                if (
                    label.entry.generic
                    and len(low) >= 4
                    and low not in loose
                    and label.language in ("", self.language.code)
                ):
                    out.setdefault(low, label)
        return out

    def _compound(self, tokens: Tokens, i: int) -> tuple[int, Label, bool] | None:
        low = tokens.lows[i]
        if len(low) < 8 or (self.capital_nouns and not tokens.words[i][0].isupper()):
            return None
        for cut in range(3, len(low) - 3):
            label = self.heads.get(low[cut:])
            if label is not None and label.entry.type in GOODS and parts(low, cut, self.language.code, self.root.next):
                return i + 1, Label(label.entry, tokens.words[i], self.language.code, "compound"), False
        for cut in range(len(low) - 4, 3, -1):
            label = self.heads.get(low[:cut]) or self.heads.get(low[: cut - 1] if low[cut - 1] == "s" else "")
            if label is not None and label.entry.type in GOODS and low[cut:] in self.stocks:
                return i + 1, Label(label.entry, tokens.words[i], self.language.code, "compound"), False
        return None

    def _step_back(self, tokens: Tokens, mentions: list[Found]) -> None:
        """Goods that only describe: "der TikTok-Konzern", and what other goods are made for ("Chips für Autos")."""
        for left, right in zip(mentions, [*mentions[1:], None], strict=False):
            if left.kind != "generic" and (
                (left.type in GOODS and self._modifies(tokens, left.hi)) or self._likened(tokens, left.hi)
            ):
                left.attributive = True
            if (
                right is not None
                and left.type in GOODS
                and right.type in GOODS
                and left.kind == right.kind == "name"
                and right.lo == left.hi
            ):
                right.attributive = True  # "GB300 Blackwell processors"
            if (
                right is not None
                and left.type == "place"
                and right.type == "company"
                and right.lo - left.hi <= 1
                and (left.possessive or right.lo == left.hi)
            ):
                left.attributive = True  # "Japan's SoftBank"
            if left.type == "place" and not left.possessive and not self.head_first.on and left.hi < len(tokens):
                named = tokens.lows[left.lo - 1] in self.determiners if left.lo else False
                left.attributive |= named and tokens.lows[left.hi] in self.company_nouns  # "a Hong Kong trader"
            if self.apposes and right is not None and left.type in GOODS and right.type == "company":
                behind = tokens.lows[left.hi] in self.name_endings and right.lo - left.hi <= 2
                left.attributive |= behind and left.kind == "generic"  # "半導体設計の英アーム"
            if left.type == "place" and self.language.script.segmented and left.hi < len(tokens):
                forms = self.language.triggers.get(tokens.lows[left.hi], ())
                left.attributive |= any(f.frame == "subsidiary_noun" for f in forms)  # "台积电亚利桑那子公司"
            if (
                right is not None
                and left.kind == "generic"
                and right.kind == "generic"
                and right.lo < self._complement(tokens, left.hi)
            ):
                right.attributive = True

    def _likened(self, tokens: Tokens, hi: int) -> bool:
        """ "ChatGPT-ähnlich", "Beijing-based": the name is part of an adjective; not in "TSMC-made", where it acts."""
        if (
            hi + 1 >= len(tokens)
            or tokens.words[hi] not in HYPHENS
            or not tokens.words[hi + 1].islower()
            or not tokens.glued(hi + 1)
        ):
            return False
        if self.compounds and not self.capital_nouns and not tokens.lows[hi + 1].endswith(self.endings):
            return False  # "Nvidia-leverancier": a noun
        forms = self.language.triggers.get(tokens.lows[hi + 1], ())
        return not any(f.kind == "verb" and f.feature == "participle" and f.frame != "contain" for f in forms)
