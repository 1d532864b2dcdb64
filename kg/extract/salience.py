"""Who a reader has in mind: the parties named before, ranked as antecedents of a pronoun or a description."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from kg.extract.found import Found
from kg.lang import Language
from kg.lang.tokens import HYPHENS, Tokens

HERE, BEFORE, OLDER = 0.0, 1.0, 0.9  # cost of the same sentence, of the one before, of each one further back
OBJECT, OBLIQUE, OWNER, MAKER = 0.6, 1.0, 0.8, 1.2  # cost of what is no subject
BODY = 0.8  # a public body is less likely meant than a firm
WEAK = 0.4  # a name that nobody knows
THEME = -0.5  # cost of what a particle makes the theme of its sentence
TOPIC = 0.1  # worth of each time it was named, up to five
LEAD = 0.2  # worth of standing in the headline or the first sentence
AHEAD = 0.3  # cost of a name that only follows: "Through its subsidiary, JSR sells …"
REACH = 5  # sentences
HORIZON = 400  # mentions: what was named before those nobody has in mind any more

History = Sequence[tuple[int, Found]]


class Salience:
    """Ranks antecedents in the texts of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        words = language.words
        self.capital_nouns = language.flag("capital_nouns")
        self.v2 = language.data["language"].get("subject_order") == "v2"
        self.behind = language.flag("markers_behind")
        self.suffixes = words("name_suffixes")
        self.determiners = words("determiners")
        self.relatives = words("relative_pronouns")
        self.coordinators = words("coordinators")
        self.endings = language.endings("attributive_endings")
        self.auxiliaries = words("passive_auxiliaries") | words("perfect_auxiliaries") | words("modal_verbs")
        self.openers = words("subordinators") | words("clause_coordinators") | words("coordinators")
        self.leading = words("subordinators") | frozenset(language.markers)
        self.subordinators = words("subordinators") - frozenset(language.markers)

    def ranked(
        self,
        tokens: Tokens,
        i: int,
        history: History,
        sentence_of: Sequence[int],
        types: frozenset[str],
        reach: int = REACH,
    ) -> list[tuple[float, Found]]:
        """The mentions of these types named before token `i`, each referent once, the likeliest first."""
        sentence = sentence_of[i]
        named: dict[int, int] = {}
        leading: set[int] = set()
        best: dict[int, tuple[float, int, Found]] = {}
        subjects: set[int] = set()
        for order, (at, mention) in enumerate(history):
            referent = mention.referent
            if referent is None or referent.generic or mention.type not in types or mention.kind == "pronoun":
                continue
            key, number = id(referent), sentence_of[at]
            named[key] = named.get(key, 0) + 1
            if number == 0:
                leading.add(key)
            back = sentence - number
            if back > reach:
                continue
            cost = HERE if back == 0 else BEFORE + OLDER * (back - 1)
            cost += self._function(tokens, mention, number in subjects)
            if mention.type == "company" or mention.type == "government_body":
                subjects.add(number)
            if mention.type == "government_body":
                cost += BODY
            if mention.kind == "unknown" and not referent.strong:
                cost += WEAK
            if key not in best or cost <= best[key][0]:
                best[key] = (cost, order, mention)
        out = [
            (cost - TOPIC * min(named[key], 5) - (LEAD if key in leading else 0.0), order, mention)
            for key, (cost, order, mention) in best.items()
        ]
        return [(cost, mention) for cost, _, mention in sorted(out, key=lambda c: c[:2])]

    def ahead(self, tokens: Tokens, i: int, known: Sequence[Found], bounds: tuple[int, int]) -> Found | None:
        """The subject that an opening phrase or clause looks forward to: "In its fab in Arizona, TSMC makes …"."""
        lo, hi = bounds
        low = tokens.lows[lo]
        if low not in self.leading or i - lo > 12:
            return None
        comma = next((k for k in range(i + 1, hi) if tokens.words[k] == ","), hi)
        start = i + 1 if self.v2 and low not in self.subordinators else comma
        for mention in known:
            if mention.lo >= hi:
                break
            if mention.lo <= start or mention.type != "company" or mention.possessive or mention.attributive:
                continue
            if tokens.words[mention.lo - 1] == "," and self._relative_follows(tokens, comma, mention.lo):
                return mention
            if self.oblique(tokens, mention) or self._relative_at(tokens, mention.lo, i):
                continue
            return mention
        return None

    def _relative_follows(self, tokens: Tokens, comma: int, hi: int) -> bool:
        return any(tokens.lows[k] in self.relatives for k in range(comma, min(comma + 3, hi)))

    def _relative_at(self, tokens: Tokens, hi: int, i: int) -> bool:
        """Whether the mention stands in a relative clause that opened behind the pronoun."""
        for k in range(hi - 1, i, -1):
            if tokens.words[k] == ",":
                return False
            if tokens.lows[k] in self.relatives and tokens.words[k - 1] == ",":
                return True
        return False

    def coordinated(self, tokens: Tokens, mention: Found, history: History) -> list[Found]:
        """The firms named together with this one: "Samsung Electronics and SK hynix"."""
        firms = [m for _, m in history if m.type == mention.type and m.referent is not None and not m.attributive]
        at = next((k for k, m in enumerate(firms) if m is mention), -1)
        if at < 0:
            return []
        lo = hi = at
        while lo > 0 and self._listed(tokens, firms[lo - 1].hi, firms[lo].lo):
            lo -= 1
        while hi + 1 < len(firms) and self._listed(tokens, firms[hi].hi, firms[hi + 1].lo):
            hi += 1
        run = firms[lo : hi + 1]
        joined = any(tokens.lows[k] in self.coordinators for k in range(run[0].hi, run[-1].lo))
        return run if joined and len({id(m.referent) for m in run}) > 1 else []

    def _listed(self, tokens: Tokens, lo: int, hi: int) -> bool:
        return 0 < hi - lo <= 4 and all(
            tokens.words[k] in (",", *HYPHENS)
            or tokens.lows[k] in self.coordinators
            or tokens.lows[k] in self.determiners
            or (tokens.words[k].islower() and tokens.lows[k].endswith(self.endings))
            for k in range(lo, hi)
        )

    def _particle(self, tokens: Tokens, mention: Found) -> tuple[str, ...]:
        """What the particle behind a mention or its list marks ("インテルやAMD向けに"); "subj" where none is."""
        listed = False
        for k in range(mention.hi, min(mention.hi + 9, len(tokens))):
            low = tokens.lows[k]
            listed = listed or low in self.coordinators
            if low in self.language.markers and low not in self.coordinators:
                return self.language.markers[low]
            if low not in self.suffixes and not listed:
                break
        return ("subj",)

    def _function(self, tokens: Tokens, mention: Found, later: bool) -> float:
        if self.behind and self._particle(tokens, mention)[:2] == ("subj", "obj"):
            return THEME
        if mention.possessive:
            return OWNER
        if mention.attributive:
            return MAKER
        if self.oblique(tokens, mention):
            return 2 * OBLIQUE if self.behind else OBLIQUE
        return OBJECT if later else 0.0

    def oblique(self, tokens: Tokens, mention: Found) -> bool:
        """Whether a preposition governs the mention: "from TSMC", "beim Auftragsfertiger TSMC"."""
        if self.behind:
            return "subj" not in self._particle(tokens, mention)
        for k in range(mention.lo - 1, max(-1, mention.lo - 6), -1):
            low, word = tokens.lows[k], tokens.words[k]
            if low in self.language.markers and low not in self.subordinators:
                return True
            if low in self.auxiliaries or low in self.openers or not (word.isalpha() or word in HYPHENS):
                return False
            if low in self.determiners:
                continue
            if word.islower() and not low.endswith(self.endings):
                return False
        return False

    def apart(self, tokens: Tokens, mention: Found, i: int) -> bool:
        """Whether a clause ends between: a pronoun never stands for its own subject, nor for "X, which it …"."""
        inside = range(mention.hi, i)
        if not any(tokens.words[k] in ",;:" or tokens.lows[k] in self.openers for k in inside):
            return False
        opened = next((k for k in range(mention.hi, min(mention.hi + 4, i)) if tokens.lows[k] in self.relatives), None)
        if opened is None or not any(tokens.words[k] == "," for k in range(mention.hi, opened)):
            return True
        return any(tokens.words[k] in ",;:" for k in range(opened, i))


def named_behind(known: Sequence[Found], i: int, most: int = HORIZON) -> Sequence[Found]:
    """The next mentions that start behind token `i`; `known` is in the order of the text."""
    at = bisect.bisect_right(known, i, key=lambda m: m.lo)
    return known[at : at + most]


def named_before(known: Sequence[Found], i: int, most: int = HORIZON) -> Sequence[Found]:
    """The last mentions that start before token `i`; `known` is in the order of the text."""
    at = bisect.bisect_left(known, i, key=lambda m: m.lo)
    return known[max(0, at - most) : at]


def sentence_index(tokens: Tokens) -> list[int]:
    """Token -> the number of its sentence."""
    out = [0] * (len(tokens) + 1)
    for number, (lo, hi) in enumerate(tokens.sentences):
        for i in range(lo, hi):
            out[i] = number
    return out
