"""Coordinated mentions, and the function that a preposition marks."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extract.found import ACTORS, GOODS, Found, Group
from kg.extract.genitives import Genitives
from kg.extract.wordorder import signers
from kg.lang import Language, TriggerForm
from kg.lang.forms import FEATURES
from kg.lang.phrases import Hit
from kg.lang.tokens import CLOSERS, HYPHENS, Tokens

REACH = 7  # tokens between a preposition and the noun it governs


class Grouper:
    """Finds groups and their markers in the sentences of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        words = language.words
        self.coordinators = words("coordinators")
        self.including = words("including")
        self.name_endings = words("name_endings")
        self.rivals = frozenset(w.casefold() for w in language.data["descriptions"].get("rivals", ()))
        self.long_coordinators = sorted(tuple(w.split()) for w in self.coordinators if " " in w)
        self.determiners = words("determiners")
        self.barriers = (
            (words("relative_pronouns") - words("determiners"))
            | words("subordinators") - frozenset(language.markers)
            | words("passive_auxiliaries")
            | words("perfect_auxiliaries")
            | words("clause_coordinators")
            | (words("pronouns") - words("determiners"))
            | words("barriers")
        )
        self.joining = words("joining_markers")
        self.particles = words("relative_particles")
        self.kin = frozenset(
            word for word, forms in language.triggers.items() if any(f.kind == "role_noun" for f in forms)
        )
        self.data_nouns = words("data_nouns")
        self.markers_behind = language.flag("markers_behind")
        self.name_suffixes = words("name_suffixes")
        self.owned = words("name_endings")
        self.caseless = language.script.segmented
        self.joint_verbs = words("joint_verbs")
        self.capital_nouns = language.flag("capital_nouns")
        self.endings = language.endings("attributive_endings")
        described = language.data["descriptions"]
        self.appositions = (
            frozenset(form.casefold() for block in described.get("noun", ()) for form in block["forms"])
            | frozenset(
                form.casefold()
                for key in ("company", "person", "medium", "body", "goods", "plant")
                for form in described.get(key, ())
            )
            | words("type_nouns")
        )
        roles = (
            w for w, forms in language.triggers.items() if len(w) > 4 and any(f.kind == "role_noun" for f in forms)
        )
        tails = {
            "chip",
            "chips",
            "prozessor",
            "prozessoren",
            "karte",
            "karten",
            *roles,
            *(w for w in self.appositions if len(w) > 4),
        }
        self.class_tails = tuple(sorted(tails))
        self.datives = words("dative_determiners")
        self.accusatives = words("accusative_determiners")
        self.partitives = words("partitives")
        self.genitives = Genitives(language, self.appositions)
        self.than = words("comparative_than")
        self.subordinators = words("subordinators")
        self.head_first = language.flag("head_first")
        self.personal = words("personal_markers")
        self.phrase_verbs = frozenset(
            form for feature in FEATURES if self.personal for form in language.phrase_forms(feature)
        )
        self.partitive_articles = words("partitive_articles")
        self.singular_articles = words("singular_articles")
        self.also = words("also_words")
        self.openers = frozenset() if language.flag("capital_nouns") else self.determiners | self.also
        self.bare_articles = self.determiners - self.partitive_articles - words("joined_articles")
        self.plurals = language.endings("group_plurals")
        self.auxiliaries = words("passive_auxiliaries") | words("perfect_auxiliaries")
        self.negators = words("negators")
        features = ("finite", "gerund", "infinitive", "participle")
        self.participles = language.endings("participle_ends")
        every = self.partitive_articles or self.participles
        self.closing = frozenset(features if every else features[:2])  # verb forms that open a phrase
        self.dative_clitics = words("dative_clitics")
        self.repeated = language.flag("repeated_markers")
        self.dates_close = language.flag("dates_close")
        self.object_clitics = words("object_clitics")
        self.infinitives = words("infinitive_markers")
        self.long = language.long_markers if language.flag("long_markers") else None

    def groups(
        self,
        tokens: Tokens,
        mentions: Sequence[Found],
        lo: int,
        hi: int,
        dates: AbstractSet[int],
        phrases: Sequence[Hit[TriggerForm]],
    ) -> list[Group]:
        """The groups of one sentence (tokens `lo` to `hi`), no attributive mentions.

        `dates` are tokens of dates and sums, `phrases` the triggers of several words.
        """
        inside = [m for m in mentions if lo <= m.lo < hi and not m.attributive]
        makers = [m for m in reversed(mentions) if lo <= m.lo < hi and m.attributive and m.type == "company"]
        walls = {i for m in inside for i in range(m.lo, m.hi)} | (dates if self.dates_close else frozenset())
        walls |= self._infinitives(tokens, lo, phrases)
        own = {
            m.lo
            for m in inside
            if m.kind == "pronoun" and m.possessive and tokens.lows[m.lo - 1] in self.language.markers
        }  # "in seinen Autos"
        aside = {i for m in mentions if lo <= m.lo < hi and m.attributive for i in range(m.lo, m.hi)}
        out: list[Group] = []
        ends = {h.hi: h for h in self.long.find(tokens.lows, lo, hi)} if self.long is not None else {}
        adverbs = {i for h in ends.values() if not h.value for i in range(h.lo, h.hi)}  # "unter anderem"
        for mention in inside:
            if out and self._joins(tokens, out[-1], mention, aside):
                if not out[-1].joint and any(low in self.joining for low in tokens.lows[out[-1].hi : mention.lo]):
                    out[-1].joint = len(out[-1].members)
                out[-1].members.append(mention)
                out[-1].hi = mention.hi
                out[-1].possessive = mention.possessive
                continue
            if self._and_its_rival(tokens, out, mention):
                out[-2].members.append(mention)
                out[-2].hi = mention.hi
                out.pop()
                continue
            if mention.type in GOODS and self._among_them(tokens, out, mention):
                continue
            list_ = self._list_of_made(out) if mention.type in GOODS else None
            if list_ is not None and self._joins(tokens, Group(list_.lo, out[-1].hi, list_.members), mention, aside):
                list_.members.append(mention)
                list_.hi = mention.hi
                continue
            at = next((m.lo for m in makers if m.lo < mention.lo and m.referent is mention.maker), mention.lo)
            functions, marker = self._marker(
                tokens,
                at if mention.lo - at <= 5 else mention.lo,
                lo,
                walls - own if mention.type in GOODS or mention.kind == "business" else walls,
                adverbs,
            )
            if marker + 1 in ends:
                functions, marker = ends[marker + 1].value, ends[marker + 1].lo
            if "obj" in functions and not self._personal(tokens, marker, mention, hi):
                functions = tuple(f for f in functions if f != "obj")
            if mention.kind == "pronoun" and mention.possessive:
                functions, marker = (), -1  # "für seine Sparte": the preposition governs the noun behind
            if mention.kind == "pronoun" and marker >= 0 and tokens.lows[marker] in self.subordinators:
                functions, marker = (), -1  # "as it supplies"
            if not functions and self.genitives.marks(tokens, mention.lo, lo):
                functions = ("of",)
            case = "" if functions else self._case(tokens, mention.lo, lo, walls)
            if functions and marker < 0 and self.genitives.doubts(tokens, mention):
                case = "doubtful"
            if mention.kind == "pronoun" and not mention.possessive and tokens.lows[mention.lo] in self.dative_clitics:
                functions, marker, case = (), -1, "dative"
            elif (
                mention.kind == "pronoun" and tokens.lows[mention.lo] in self.object_clitics and not mention.possessive
            ):
                functions, marker, case = (), -1, "accusative"
            owns = mention.possessive and not (self.caseless and "against" in functions)  # "对世创的收购"
            out.append(Group(mention.lo, mention.hi, [mention], functions, marker, owns, case=case))
        if self.caseless:
            self._hand_on(tokens, out)
            for group in out:
                if group.hi < hi and tokens.lows[group.hi] in self.data_nouns:
                    group.possessive = True  # "中国海关数据显示": whose data, no party
        if self.markers_behind:
            long = {h.lo: h.value for h in self.long.find(tokens.lows, lo, hi)} if self.long is not None else {}
            for group in out:
                group.functions, group.marker = self._behind(tokens, group, hi, walls)
                group.functions = long.get(group.marker, group.functions)
        out = [part for group in out for part in signers(tokens, group, self.joint_verbs)]
        return [part for group in out for part in self._appositions(tokens, group)]

    def _infinitives(self, tokens: Tokens, lo: int, phrases: Sequence[Hit[TriggerForm]]) -> set[int]:
        """ "intends to turn out chips": where a verb of several words begins behind "to"."""
        if self.infinitives.isdisjoint(self.language.markers):
            return set()
        return {hit.lo for hit in phrases if hit.lo > lo and tokens.lows[hit.lo - 1] in self.infinitives}

    def _appositions(self, tokens: Tokens, group: Group) -> list[Group]:
        """ "the owner of Nexperia, Wingtech,": two firms with but a comma between are no list."""
        if len(group.members) != 2 or {m.type for m in group.members} != {"company"}:
            return [group]
        first, second = group.members
        between = range(first.hi, second.lo)
        if not between or tokens.words[first.hi] != "," or any(self._links(tokens.lows[i]) for i in between):
            return [group]
        if self.markers_behind:  # "A, B에 X 공급": the marker is the second one's
            return [
                Group(first.lo, first.hi, [first], possessive=first.possessive),
                Group(second.lo, second.hi, [second], group.functions, group.marker, second.possessive),
            ]
        return [
            Group(first.lo, first.hi, [first], group.functions, group.marker, first.possessive, case=group.case),
            Group(second.lo, second.hi, [second], possessive=second.possessive),
        ]

    def _links(self, low: str) -> bool:
        return low in self.coordinators or low in self.including

    def _hand_on(self, tokens: Tokens, groups: Sequence[Group]) -> None:
        """ "替中芯国际旗下的中芯北方": the marker before the owner governs what it owns."""
        for owner, owned in pairwise(groups):
            between = tokens.lows[owner.hi : owned.lo]
            kin = [low for low in between if low not in self.particles]
            if len(kin) == 1 and kin[0] in self.kin and not owned.functions and owner.type in ACTORS:
                owned.functions, owned.marker = owner.functions, owner.marker
                owner.functions, owner.marker, owner.possessive = (), -1, True

    def _behind(self, tokens: Tokens, group: Group, hi: int, walls: set[int]) -> tuple[tuple[str, ...], int]:
        """The functions of the particle behind a noun phrase ("TSMCから"), a closing bracket or a suffix between."""
        i = end = group.hi
        while i < min(hi, end + 6):
            functions = self.language.markers.get(tokens.lows[i])
            if tokens.words[i] == "(" and ")" in tokens.words[i : i + 6]:
                i = end = i + tokens.words[i : i + 6].index(")") + 1  # "ローム(6963)は"
                continue
            if i in walls:
                break
            if functions:
                return functions, i
            if tokens.lows[i] in self.owned:
                group.possessive = True
                break
            suffix = tokens.words[i] in CLOSERS or tokens.lows[i] in self.name_suffixes
            if not suffix and not self._counts(tokens, i):  # "GPU1万個を"
                break
            i += 1
        return (), -1

    def _among_them(self, tokens: Tokens, groups: list[Group], mention: Found) -> bool:
        """ "26 components of foreign origin, among them chips by Intel": examples join what they are examples of."""
        before = tokens.lows[max(0, mention.lo - 3) : mention.lo]
        if not any(" ".join(before[i:]) in self.including or before[i] in self.including for i in range(len(before))):
            return False
        while groups and groups[-1].members[0].kind == "pronoun" and groups[-1].hi >= mention.lo - 2:
            groups.pop()  # "them"
        whole = next((g for g in reversed(groups) if g.type in GOODS), None)
        if whole is None or mention.lo - whole.hi > 8:
            return False
        whole.members.append(mention)
        whole.hi = mention.hi
        return True

    def _and_its_rival(self, tokens: Tokens, groups: Sequence[Group], mention: Found) -> bool:
        """ "Sumco and its rival Shin-Etsu supply …": two parties, the pronoun between only tells what they are."""
        if len(groups) < 2 or mention.type != "company":
            return False
        before, owner = groups[-2], groups[-1]
        pronoun = owner.members[0]
        if pronoun.kind != "pronoun" or not pronoun.possessive or before.type != "company":
            return False
        between = tokens.lows[before.hi : owner.lo]
        nouns = tokens.words[owner.hi : mention.lo]
        return (
            len(between) == 1
            and between[0] in self.coordinators
            and 1 <= len(nouns) <= 3
            and all(w.isalpha() for w in nouns)
            and nouns[-1].casefold() in self.rivals
        )

    @staticmethod
    def _list_of_made(groups: Sequence[Group]) -> Group | None:
        """ "processors from Qualcomm, modems from MediaTek and …": the goods before the maker that stands last."""
        if not groups or not all(m.of_goods for m in groups[-1].members):
            return None
        return next((g for g in reversed(groups) if g.type in GOODS), None)

    def _case(self, tokens: Tokens, at: int, lo: int, walls: set[int]) -> str:
        """ "dem Ausrüster Huawei": the case that an article shows beyond doubt, or nothing."""
        for i in range(at if tokens.lows[at] in self.determiners else at - 1, max(lo, at - 5) - 1, -1):
            low, word = tokens.lows[i], tokens.words[i]
            if i in walls and i < at:
                return ""
            if low in self.datives:
                return "dative"
            if low in self.accusatives:
                return "accusative"
            if low in self.determiners or not word.isalpha():
                return ""
            if word[0].isupper() and i < at and low not in self.appositions and not self._class(low):
                return ""
        return ""

    def _class(self, low: str) -> bool:
        """Whether a German noun ends in a class noun that a name may follow ("Grafikchip H20", "Chiphersteller X")."""
        return low.endswith(self.class_tails)

    def _article(self, tokens: Tokens, i: int, lo: int) -> bool:
        """ "livre des puces", "pas de puces": what looks like a preposition is the article of an object."""
        if tokens.lows[i] not in self.partitive_articles:
            return False
        if tokens.lows[i] in self.singular_articles:
            after = tokens.words[min(i + 1, len(tokens) - 1)]
            return after[0].isupper() or (after.isalpha() and not after.endswith(self.plurals))
        if i == lo:
            return tokens.lows[i] not in self.language.markers or tokens.lows[i] == "des"
        before = tokens.lows[i - 1]
        if tokens.lows[i] in self.determiners and tokens.words[i - 1][0].isupper() and i - 1 > lo:
            return True  # "achète à TSMC des processeurs"
        if not tokens.words[i - 1].isalpha() or before in self.auxiliaries | self.negators | self.coordinators:
            return True
        if self.head_first and before in self.language.markers and tokens.lows[i] in self.determiners:
            return True  # "à des clients"
        forms = self.language.triggers.get(before, ())
        if any(f.kind == "verb" for f in forms):
            noun = any(f.kind != "verb" for f in forms)
            return not (
                noun and i - 2 >= lo and tokens.lows[i - 2] in self.determiners | frozenset(self.language.markers)
            )
        return any(tokens.lows[k] in self.auxiliaries for k in range(max(lo, i - 3), i - 1)) and before.endswith(
            self.participles
        )

    def _head(self, tokens: Tokens, i: int, at: int) -> bool:
        """ "le fabricant de puces Nvidia": the preposition belongs to the class noun, not to the name."""
        if not self.head_first or i + 1 >= at or tokens.lows[i + 1] in self.appositions | self.determiners:
            return False
        if i + 2 == at and self._adjective(tokens.lows[i + 1]):
            return False  # "filiale du chinois Wingtech"
        return any(low in self.appositions for low in tokens.lows[max(0, i - 2) : i])

    def _counts(self, tokens: Tokens, i: int) -> bool:
        return tokens.lows[i] in self.partitives or tokens.words[i].isdigit() or tokens.words[i] == "%"

    def _joins(self, tokens: Tokens, group: Group, mention: Found, aside: AbstractSet[int] = frozenset()) -> bool:
        """Whether only a comma, a coordinator, determiners and adjectives stand between."""
        first = group.members[0]
        if mention.plural and mention.kind == "pronoun" and mention.lo == group.members[-1].lo:
            return group.members[-1].plural  # "they": all that were named together
        if mention.kind in ("relative", "pronoun") or first.kind in ("relative", "pronoun"):
            return False
        states = {first.type, mention.type} == {"place", "government_body"}  # "the United States and the EU"
        if (_family(first.type) != _family(mention.type) and not states) or (
            group.possessive and not mention.possessive
        ):
            return False
        between = list(range(group.hi, mention.lo))
        if not between or len(between) > 6:
            return False
        if (
            len(group.members) == 1
            and any(tokens.words[i] == "," for i in between)
            and any(tokens.lows[i] in self.coordinators for i in between)
        ):
            return False  # "from BOE, and Foxconn assembles …": the comma ends a clause, two names take none
        if (
            mention.possessive
            and not group.possessive
            and self.coordinators.isdisjoint(tokens.lows[group.hi : mention.lo])
        ):
            return False  # "Nvidia, TSMC's second-largest customer"
        between = self._unbracketed(tokens, between)
        seen = False
        linking = self._linking(tokens, group.hi, mention.lo)
        for i in between:
            low, word = tokens.lows[i], tokens.words[i]
            if i in linking or low in self.coordinators or word in (",", "/") or low in self.including:
                seen = True
            elif low in self.determiners or word in HYPHENS:
                continue
            elif seen and (low in self.also or (tokens.lows[i - 1] in self.openers and self._adjective(low))):
                continue  # "Audi en het eveneens Amerikaanse Aptiv"
            elif seen and (i in aside or (i - 1 in aside and low in self.name_endings)):
                continue  # "SK Materials and Japan's Resonac", "the MI300 and Nvidia's H100"
            elif seen and self.repeated and self.language.markers.get(low) == group.functions:
                continue  # "chez STMicroelectronics et chez NXP", "de gallium et de germanium"
            elif word.isalpha() and word.islower() and low not in self.barriers and low not in self.language.markers:
                if not self._adjective(word) or not seen or (self.head_first and low in self.kin):
                    return False  # "Silex, filiale du chinois Wingtech"
            else:
                return False
        return seen

    def _unbracketed(self, tokens: Tokens, between: list[int]) -> list[int]:
        """ "ローム(6963)、TDK(6762)": a bracket right behind a name says nothing of what follows."""
        words = [tokens.words[i] for i in between]
        if not self.markers_behind or words[0] != "(" or ")" not in words:
            return between
        return between[words.index(")") + 1 :]

    def _linking(self, tokens: Tokens, lo: int, hi: int) -> set[int]:
        """The tokens of coordinators of several words: "as well as", "als auch"."""
        out: set[int] = set()
        for words in self.long_coordinators:
            for i in range(lo, hi + 1 - len(words)):
                if tokens.lows[i : i + len(words)] == words:
                    out.update(range(i, i + len(words)))
        return out

    def _personal(self, tokens: Tokens, marker: int, mention: Found, hi: int) -> bool:
        """ "abastece a Apple": the preposition of an object that is a party; not in "compró a Nvidia 500 chips"."""
        if marker < 0 or tokens.lows[marker] not in self.personal:
            return True  # a marker that always marks the object
        verb = tokens.lows[marker - 1] if marker else ""
        forms = self.language.triggers.get(verb, ())
        behind = tokens.lows[mention.hi] if mention.hi < hi else ""
        governs = verb in self.phrase_verbs or any(f.kind == "verb" for f in forms)
        return governs and not (behind in self.determiners or behind[:1].isdigit())

    def _plain_noun(self, tokens: Tokens, i: int) -> bool:
        """A word right before a name that tells nothing of its bearer, and is no adjective."""
        low = tokens.lows[i]
        if not tokens.words[i].islower() or not low.isalpha() or self._adjective(low) or low in self.determiners:
            return False
        return low not in self.partitives and low not in self.appositions and low not in self.kin

    def _adjective(self, word: str) -> bool:
        return word.endswith(self.endings)

    def _marker(
        self, tokens: Tokens, at: int, lo: int, walls: set[int], adverbs: AbstractSet[int]
    ) -> tuple[tuple[str, ...], int]:
        """The functions of the preposition that governs the noun phrase before token `at`, and where it stands."""
        nouns = 0
        counted = False
        opened = False  # an article has opened the phrase: "mehr als 70 Händler | die Chips"
        for i in range(at - 1, max(lo, at - REACH) - 1, -1):
            low, word = tokens.lows[i], tokens.words[i]
            if i in adverbs:
                continue
            noun = opened and word[0].isupper() and low not in self.partitives and low not in self.language.markers
            if i in walls or noun:
                break
            opened = opened or (self.capital_nouns and low in self.determiners)
            functions = self.language.markers.get(low)
            if functions and low in self.subordinators and i > lo and tokens.words[i - 1] == ",":
                break  # ", um Huawei zu beliefern"
            if functions and (self._article(tokens, i, lo) or ("of" in functions and self._head(tokens, i, at))):
                continue
            if functions and "of" in functions and i > lo and i - 1 not in walls and self._counts(tokens, i - 1):
                nouns = -1
                counted = True
                continue  # "worth of chips", "Tausende von Chips": what stands before governs
            if counted and low in self.than:
                continue  # "supply more than half of the wafers"
            if functions and not (low in self.bare_articles and i + 1 < at):
                return functions, i
            if self.head_first and low in self.including and i > lo and tokens.words[i - 1] != ",":
                continue  # "à des start-up comme Mistral AI"
            if word in ',;:()!?"“”„' or low in self.barriers or low in self.coordinators:
                break
            forms = self.language.triggers.get(low)
            if (
                forms
                and any(f.kind == "verb" and f.feature in self.closing for f in forms)
                and (word.islower() or self.caseless)
                and self.appositions.isdisjoint((f"{low} {tokens.lows[i + 1]}", f"{tokens.lows[i - 1]} {low}"))
            ):
                break
            if (
                self.capital_nouns
                and word[0].isupper()
                and low not in self.appositions
                and low not in self.partitives
                and word.isalpha()
                and not self._class(low)
            ):
                break  # "nach eigenen Angaben HBM4": the preposition governs the noun between
            if self.head_first and i == at - 1 and tokens.words[at][0].isupper() and self._plain_noun(tokens, i):
                break  # "per uscire dalla crisi Stellantis": the preposition governs the noun between
            if word[0].isupper() and low not in self.determiners:
                nouns += 1
                if nouns > 2:
                    break
        return (), -1


def _family(type: str) -> str:
    if type != "media" and type in ACTORS:
        return "actor"
    return "goods" if type in GOODS else type
