"""What pronouns stand for: "it", "they", "whose", "das"."""

from __future__ import annotations

from kg.extract.found import GOODS, ORGANISATIONS, Found
from kg.extract.salience import AHEAD, Salience
from kg.lang import Language
from kg.lang.tokens import Tokens

SINGLE = 2.0  # how much less likely a firm named alone may be than one of several, for a singular pronoun
RIVAL = 1.0  # how much less likely a body may be than a firm, or a firm than a body, to be thought of too


class Anaphora:
    """Resolves the pronouns of one language against what was named before (`history`: place and mention)."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.pronouns = language.words("pronouns")
        self.copulas = language.words("copulas")
        self.possessives = language.words("possessive_pronouns")
        self.object_pronouns = language.words("goods_pronouns")
        self.relatives = language.words("relative_pronouns")
        self.capital_nouns = language.flag("capital_nouns")
        self.endings = language.endings("attributive_endings")
        self.possessive_relatives = language.words("possessive_relatives")
        self.goods_relatives = language.words("goods_relatives")
        self.sure_relatives = language.words("sure_relatives")
        self.restrictive = language.words("restrictive_relatives")
        self.person_pronouns = language.words("person_pronouns")
        self.plural_pronouns = language.words("plural_pronouns")
        self.latter, self.former = language.words("latter"), language.words("former")
        self.object_clitics = language.words("object_clitics")
        self.dative_clitics = language.words("dative_clitics")
        self.auxiliaries = language.words("passive_auxiliaries") | language.words("perfect_auxiliaries")
        self.determiners = language.words("determiners")
        self.markers = frozenset(language.markers)
        self.modals = language.words("modal_verbs")
        self.negators = language.words("negators")
        self.salience = Salience(language)

    def clitic(self, tokens: Tokens, i: int) -> bool:
        """Whether an article-like word is a pronoun here: right before a verb ("les livre", "lui a vendu")."""
        if tokens.lows[i] not in self.object_clitics | self.dative_clitics or i + 1 >= len(tokens):
            return False
        follower = tokens.lows[i + 1]
        forms = self.language.triggers.get(follower, ())
        verb = bool(forms) and all(f.kind == "verb" and f.feature in ("finite", "infinitive") for f in forms)
        return verb or (follower in self.auxiliaries and follower not in self.language.markers)

    def article(self, tokens: Tokens, i: int) -> bool:
        """ "het bedrijf" against "het levert": a word that is both is a pronoun only before a verb or a preposition."""
        low = tokens.lows[i]
        if low not in self.determiners or low not in self.pronouns or i + 1 >= len(tokens):
            return False
        follower = tokens.lows[i + 1]
        if not follower.isalpha() or follower in self.auxiliaries | self.modals | self.negators | self.markers:
            return False
        forms = self.language.triggers.get(follower, ())
        return not any(f.kind == "verb" and f.feature in ("finite", "participle") for f in forms)

    def pronoun(
        self,
        tokens: Tokens,
        i: int,
        low: str,
        history: list[tuple[int, Found]],
        known: list[Found],
        sentence_of: list[int],
    ) -> list[Found]:
        """The parties a pronoun may stand for: the likeliest, and where that is near a body beside a firm.

        Both carry the same span; the roles take the one that fits. "They" and its like stand for all that were named
        together.
        """
        if low in self.latter or low in self.former:
            return self._of_two(i, low, history, sentence_of)
        possessive = low in self.possessives and not self.clitic(tokens, i)
        if low in self.person_pronouns:
            ranked = self._ranked(tokens, i, possessive, history, sentence_of, frozenset({"person"}))
            # whoever is known by name leads a firm, and it is the firm that deals
            ranked = [(c, m) for c, m in ranked if m.referent is not None and m.referent.entry is None]
        else:
            ranked = self._ranked(tokens, i, possessive, history, sentence_of, ORGANISATIONS)
            ahead = self.salience.ahead(tokens, i, known, tokens.sentences[sentence_of[i]])
            if ahead is not None:
                ranked = sorted([*ranked, (AHEAD, ahead)], key=lambda c: c[0])
        if possessive and i and self._of_another(tokens.lows[i - 1]):  # "字节跳动是其客户": never its own subject's
            ranked = [(c, m) for c, m in ranked if m.lo < tokens.sentences[sentence_of[i]][0]]
        if low in self.dative_clitics and not possessive:  # never the subject of its own verb
            near = {id(m.referent) for at, m in history if sentence_of[at] == sentence_of[i]}
            ranked = [(c, m) for c, m in ranked if id(m.referent) not in near]
        if low not in self.plural_pronouns and self.plural_pronouns and len(ranked) > 1:
            ranked = self._one_of_none(tokens, ranked, history)
        if not ranked:
            return []
        cost, best = ranked[0]
        if low in self.plural_pronouns:
            together = self.salience.coordinated(tokens, best, history)
            if together:
                return [self._stand_for(i, m, possessive, plural=True) for m in together]
        out = [self._stand_for(i, best, possessive)]
        other = next((m for c, m in ranked[1:] if m.type != best.type and c - cost <= RIVAL), None)
        if other is not None:
            out.append(self._stand_for(i, other, possessive))
        return out

    def _of_another(self, before: str) -> bool:
        """Whether what stands before a possessive tells that it is none of the subject's: "歌尔持有其87%的股份"."""
        owns = any(f.frame == "own" for f in self.language.triggers.get(before, ()))
        return before in self.copulas or (owns and self.language.script.segmented)

    def _of_two(self, i: int, low: str, history: list[tuple[int, Found]], sentence_of: list[int]) -> list[Found]:
        """ "后者", "前者": the second or the first of the two parties that were named last."""
        named: list[Found] = []
        for at, mention in reversed(history):
            if sentence_of[i] - sentence_of[at] > 1 or len(named) == 2:
                break
            if mention.type in ORGANISATIONS and all(m.referent is not mention.referent for m in named):
                named.append(mention)
        if not named:
            return []
        return [self._stand_for(i, named[0 if low in self.latter else -1], possessive=False)]

    def _ranked(
        self,
        tokens: Tokens,
        i: int,
        possessive: bool,
        history: list[tuple[int, Found]],
        sentence_of: list[int],
        types: frozenset[str],
    ) -> list[tuple[float, Found]]:
        near = [
            (at, m)
            for at, m in history
            if sentence_of[at] < sentence_of[i] or possessive or self.salience.apart(tokens, m, i)
        ]
        return self.salience.ranked(tokens, i, near, sentence_of, types, reach=2)

    def _one_of_none(
        self, tokens: Tokens, ranked: list[tuple[float, Found]], history: list[tuple[int, Found]]
    ) -> list[tuple[float, Found]]:
        """ "Its customers, A and B, take half of its output": "its" is none of those named together before it."""
        together = {id(m.referent) for m in self.salience.coordinated(tokens, ranked[0][1], history)}
        single = [(c, m) for c, m in ranked if id(m.referent) not in together]
        return single if single and single[0][0] - ranked[0][0] <= SINGLE else ranked

    @staticmethod
    def _stand_for(i: int, mention: Found, possessive: bool, *, plural: bool = False) -> Found:
        return Found(i, i + 1, "pronoun", mention.type, mention.referent, possessive=possessive, plural=plural)

    def it(self, i: int, history: list[tuple[int, Found]], sentence_of: list[int]) -> Found | None:
        """The goods that "it", "them", "er" may stand for: the last ones named, a model rather than a class."""
        near = [
            m
            for at, m in history
            if sentence_of[i] - sentence_of[at] <= 1 and m.type in GOODS and m.referent is not None
        ]
        near = [m for m in near if not m.attributive] or near  # "Substrate für Prozessoren"
        named = [m for m in near if m.referent is not None and not m.referent.generic] or near
        return Found(i, i + 1, "pronoun", named[-1].type, named[-1].referent) if named else None

    def relative(self, tokens: Tokens, i: int, history: list[tuple[int, Found]]) -> Found | None:
        """A relative pronoun stands for what is named right before it: "Nexperia, das Wingtech gehört"."""
        if not history:
            return None
        last = history[-1][1]
        gap = self._without_apposition(tokens.words[last.hi : i])
        if self.capital_nouns and "," in gap:
            gap = (
                gap[gap.index(",") :] if all(w.islower() for w in gap[: gap.index(",")]) and gap.index(",") < 3 else gap
            )
        if len(gap) > 3 or (self.capital_nouns and "," not in gap):
            return None
        if any(w != "," and w.casefold() not in self.language.markers and w not in (")", "(") for w in gap):
            return None
        if self.capital_nouns and self._article(tokens, i) and not self._verb_last(tokens, i):
            return None
        if not self.capital_nouns and "," in gap and tokens.lows[i] in self.restrictive:
            return None
        if last.of_goods and tokens.lows[i] in self.goods_relatives:  # "einen Chip von AMD, den TSMC fertigt"
            last = next((m for _, m in reversed(history) if any(x is last for x in m.makers)), last)
        return Found(
            i, i + 1, "relative", last.type, last.referent, possessive=tokens.lows[i] in self.possessive_relatives
        )

    def _without_apposition(self, gap: tuple[str, ...]) -> tuple[str, ...]:
        """ "ESMC, a joint venture of which …", "ESMC, ein Joint Venture, an dem …": the firm is still meant."""
        if not 3 < len(gap) <= 9 or gap[0] != "," or gap[1].casefold() not in self.determiners:
            return gap
        end = next((k for k in range(2, len(gap)) if gap[k] == "," or gap[k].casefold() in self.markers), len(gap))
        inside = gap[2:end]
        plain = all(w.isalpha() and (self.capital_nouns or w.islower()) for w in inside)
        return (",", *(w for w in gap[end:] if w != ",")) if plain and 0 < len(inside) <= 4 else gap

    def _verb_last(self, tokens: Tokens, i: int) -> bool:
        """Whether the clause that opens here ends in its verb, as only a clause does that hangs on another."""
        if tokens.lows[i] not in self.relatives or i == 0:
            return False
        ends = [k for k in range(i + 1, min(len(tokens), i + 30)) if tokens.words[k] in ",;:.!?"] or [len(tokens)]
        stop = next((n for n, k in enumerate(ends) if k < len(tokens) and tokens.words[k] in ";:.!?"), len(ends) - 1)
        governed = tokens.lows[i - 1] in self.language.markers  # ", an der A, B und C … halten"
        return any(self._ends_in_verb(tokens, i, end - 1) for end in (ends[: stop + 1] if governed else ends[:1]))

    def _ends_in_verb(self, tokens: Tokens, i: int, last: int) -> bool:
        if last - i < 2 or not tokens.words[last].islower():
            return False
        if any(tokens.lows[k] in self.auxiliaries for k in range(i + 1, last - 2)):
            return False  # "die Chips werden knapp": a clause of its own
        low = tokens.lows[last]
        verb = any(f.kind == "verb" and f.feature != "attributive" for f in self.language.triggers.get(low, ()))
        return verb or low in self.auxiliaries

    @staticmethod
    def second_antecedent(found: Found, history: list[tuple[int, Found]]) -> list[Found]:
        """ "Zeiss SMT in Oberkochen, in which ASML holds …": behind a place the clause may speak of the firm."""
        if found.type not in ("place", "facility") or len(history) < 2:
            return []
        last, before = history[-1][1], history[-2][1]
        if before.type != "company" or last.lo - before.hi > 3:
            return []
        return [Found(found.lo, found.hi, "relative", before.type, before.referent)]

    def _article(self, tokens: Tokens, i: int) -> bool:
        """Whether "die" opens a noun phrase ("die Chips", "die neuen Chips") and no relative clause."""
        if i + 1 >= len(tokens):
            return True
        if tokens.words[i + 1][0].isupper():
            return tokens.lows[i] not in self.sure_relatives
        adjective = tokens.words[i + 1].endswith(self.endings) and len(tokens.words[i + 1]) > 3
        return adjective and i + 2 < len(tokens) and tokens.words[i + 2][0].isupper()
