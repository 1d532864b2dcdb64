"""Unknown names in scripts without capitals and spaces: by the words that end them or stand before them."""

from __future__ import annotations

import re

from kg.extract.found import Found, Referent
from kg.extract.referents import Referents
from kg.lang import Language
from kg.lang.segment import RUN, Segmenter
from kg.lang.tokens import Tokens

KATAKANA = re.compile("[\u30a0-\u30ff]+")
LONGEST = 8  # characters of a name that only its neighbour tells


class UnspacedNames:
    """Finds firms ("吉存半导体科技") and persons ("发言人何亚东") among the words that no list knows."""

    def __init__(self, language: Language, segmenter: Segmenter) -> None:
        words = language.data["descriptions"]
        self.segmenter = segmenter
        self.suffixes = frozenset(w for w in words.get("company_suffixes", ()) if RUN.fullmatch(w))
        self.legal = frozenset(w for w in words.get("legal_forms", ()) if RUN.fullmatch(w))
        self.firm_nouns = frozenset(form for block in words.get("noun", ()) for form in block["forms"]) | frozenset(
            word
            for word, forms in language.triggers.items()
            if any(f.frame in ("subsidiary_noun", "parent_noun") and f.kind == "role_noun" for f in forms)
        )
        self.firm_nouns |= frozenset(words.get("firm_nouns", ()))
        self.persons = frozenset(words.get("person", ()))
        self.behind = language.flag("markers_behind")
        self.including = language.words("including")
        self.spaced = bool(language.words("endings"))  # Korean: "장비 업체 테스나"
        self.endings = language.words("name_endings")
        verbs = (w for w, forms in language.triggers.items() if any(f.kind == "verb" for f in forms))
        self.particles = self.endings | frozenset(language.markers)
        self.follow = self.endings | frozenset(language.markers) | frozenset(verbs)
        self.inside = frozenset(words.get("name_parts", ()))

    def find(self, tokens: Tokens, known: list[Found], referents: Referents) -> list[Found]:
        """The unknown names of a text; a class noun inside one becomes "absorbed"."""
        at = {i: m for m in known for i in range(m.lo, m.hi)}
        self._lengthen(tokens, known, at)
        out: list[Found] = []
        aliases: dict[str, Referent] = {}
        formal = [k for k, low in enumerate(tokens.lows) if low in self.legal]
        i, n = 0, len(tokens)
        while i < n:
            hi = self._formal(tokens, i, at, formal) or self._firm(tokens, i, at)
            if hi > i:
                found = self._found(tokens, i, hi, "company", referents)
                for k in range(i, hi):
                    if k in at:
                        at[k].kind = "absorbed"
                out.append(found)
                assert found.referent is not None
                if i not in at:
                    aliases.setdefault(tokens.lows[i], found.referent)
                i = hi
                continue
            hi, type = self._beside(tokens, i, at)
            if type:
                out.append(self._found(tokens, i, hi, type, referents))
                referent = out[-1].referent
                assert referent is not None
                if hi == i + 1:
                    aliases.setdefault(tokens.lows[i], referent)
                i = hi
                continue
            i += 1
        _same_firms(tokens, out)
        self._again(tokens, at, aliases, out)
        return out

    def _lengthen(self, tokens: Tokens, known: list[Found], at: dict[int, Found]) -> None:
        """ "上海积塔" + "半导体", "长鑫" + "集成电路有限公司": what ends a firm's name belongs to a known one too."""
        for mention in known:
            hi = self._longer(tokens, mention, at) if mention.type == "company" and mention.kind == "name" else 0
            if hi <= mention.hi or mention.referent is None:
                continue
            for k in range(mention.hi, hi):
                if k in at:
                    at[k].kind = "absorbed"
                at[k] = mention
            mention.hi, mention.attributive = hi, False
            mention.possessive = hi < len(tokens) and tokens.lows[hi] in self.endings
            mention.referent.surfaces.setdefault(tokens.span(mention.lo, hi), "name")

    def _longer(self, tokens: Tokens, mention: Found, at: dict[int, Found]) -> int:
        end, n = mention.hi, len(tokens)
        for k in range(end, min(n, end + 4)):
            if not tokens.glued(k) or not RUN.fullmatch(tokens.lows[k]):
                break
            if tokens.lows[k] in self.legal:
                return k + 1
            free = k + 1 == n or not tokens.glued(k + 1) or not RUN.fullmatch(tokens.lows[k + 1])
            open_ = free or tokens.lows[k + 1] in self.follow
            if k == end and tokens.lows[k] in self.suffixes and open_ and (k not in at or at[k].type != "company"):
                return k + 1
        return end

    def _unknown(self, tokens: Tokens, i: int) -> bool:
        return bool(RUN.fullmatch(tokens.lows[i])) and not self.segmenter.known(tokens.lows[i])

    def _firm(self, tokens: Tokens, i: int, at: dict[int, Found]) -> int:
        """The end of a firm's name that opens with an unknown word at `i` and ends in a word for a firm."""
        if not (
            self._town(tokens, i, at) or (i not in at and (self._unknown(tokens, i) or self._opens(tokens, i, at)))
        ):
            return i
        best, k = i, i + 1
        while k < len(tokens) and tokens.glued(k) and k - i < 6:
            low = tokens.lows[k]
            if low in self.suffixes or low in self.legal:
                best = k + 1
            elif not (self._unknown(tokens, k) and k not in at) and low not in self.inside:
                ends = k + 1 < len(tokens) and tokens.lows[k + 1] in self.suffixes | self.legal
                if len(low) > 1 or not ends or low in self.particles:
                    break  # but "莲|花|科创" is a name
            k += 1
        if best == i + 2 and len(tokens.lows[i]) == 1:
            return i  # "超硬材料"
        return best

    def _formal(self, tokens: Tokens, i: int, at: dict[int, Found], formal: list[int]) -> int:
        """The end of a full name that opens with a place: "深圳市智信新信息技术有限公司"; 0 where there is none."""
        place = at.get(i)
        end = next((k for k in formal if i + 1 < k <= i + 9), 0) if place is not None and place.type == "place" else 0
        if not end or any(
            not tokens.glued(k) or not RUN.fullmatch(tokens.lows[k]) or tokens.lows[k] in self.particles
            for k in range(i + 1, end + 1)
        ):
            return 0
        return 0 if any(k in at and at[k].type == "company" for k in range(i + 1, end)) else end + 1

    def _town(self, tokens: Tokens, i: int, at: dict[int, Found]) -> bool:
        """Whether a place opens a name, an unknown word behind it: "上海" + "新昇半导体", "日本" + "製鋼所"."""
        place = at.get(i)
        if place is None or place.type != "place" or place.hi != i + 1 or i + 1 >= len(tokens) or i + 1 in at:
            return False
        return not place.possessive and tokens.glued(i + 1) and self._unknown(tokens, i + 1)

    def _opens(self, tokens: Tokens, i: int, at: dict[int, Found]) -> bool:
        """Whether an everyday word opens a name, an unknown word behind it: "莲花" + "科创"."""
        return (
            i + 1 < len(tokens)
            and len(tokens.lows[i]) == 2
            and self.segmenter.plain(tokens.lows[i])
            and i + 1 not in at
            and tokens.glued(i + 1)
            and self._unknown(tokens, i + 1)
        )

    def _beside(self, tokens: Tokens, i: int, at: dict[int, Found]) -> tuple[int, str]:
        """What a word before an unknown one makes of it ("子公司莲花科创", "总经理张高薰"), and where that ends."""
        if not i or i in at or not (tokens.glued(i) or self.spaced):
            return i, ""
        before = tokens.lows[i - 1]
        if self.behind and before in self.endings and i > 1:
            before = tokens.lows[i - 2]  # "子会社のサイクリスタル"
        known = not self._unknown(tokens, i)
        if before not in self.persons | self.firm_nouns or (known and not self._opens(tokens, i, at)):
            return i, ""
        hi = i + 2 if known else i + 1
        if self.spaced and (hi >= len(tokens) or tokens.lows[hi] not in self.particles):
            return i, ""
        length = sum(len(low) for low in tokens.lows[i:hi])
        if before in self.persons:
            return hi, "person" if 2 <= length <= 4 and not known else ""
        longest = 3 * LONGEST if KATAKANA.fullmatch(tokens.lows[i]) else LONGEST
        return hi, "company" if 2 <= length <= longest else ""

    def _found(self, tokens: Tokens, lo: int, hi: int, type: str, referents: Referents) -> Found:
        referent = referents.provisional(type, tokens.surface(lo, hi), tokens.span(lo, hi), strong=True)
        return Found(lo, hi, "unknown", type, referent, possessive=hi < len(tokens) and tokens.lows[hi] in self.endings)

    def _again(self, tokens: Tokens, at: dict[int, Found], aliases: dict[str, Referent], out: list[Found]) -> None:
        """The same unknown word alone, further on or before."""
        covered = set(at) | {k for m in out for k in range(m.lo, m.hi)}
        for i, low in enumerate(tokens.lows):
            referent = aliases.get(low)
            if referent is None or i in covered or len(low) < 2:
                continue
            referent.surfaces.setdefault(tokens.span(i, i + 1), "name")
            out.append(Found(i, i + 1, "unknown", referent.type, referent))

    def without_groups(self, tokens: Tokens, mentions: list[Found]) -> list[Found]:
        """ "长江存储等31家中国企业": the firms named before are those meant, and the country is no party of its own."""
        groups = [m for m in mentions if m.kind == "description" and m.plural and m.referent is not None]
        out = mentions
        for group in groups:
            for place in (m for m in mentions if m.type == "place" and group.lo <= m.lo < group.hi):
                place.attributive = True
            named = (m for m in mentions if m.type == "company" and group.lo - 5 <= m.hi < group.lo)
            if any(tokens.lows[m.hi] in self.including for m in named):
                out = [m for m in out if m is not group]
        return out


def _same_firms(tokens: Tokens, found: list[Found]) -> None:
    """ "深圳市澜海信息技术有限公司" and "澜海信息": the longer name holds the shorter one."""
    firms = [m for m in found if m.type == "company" and m.referent is not None]
    full: dict[str, Referent] = {}
    for firm in firms:
        if firm.referent is not None:
            full.setdefault(tokens.surface(firm.lo, firm.hi), firm.referent)
    for firm in firms:
        name = tokens.surface(firm.lo, firm.hi)
        longer = next((r for text, r in full.items() if name in text and len(text) > len(name) > 2), None)
        if longer is not None and firm.referent is not None:
            for span, kind in firm.referent.surfaces.items():
                longer.surfaces.setdefault(span, kind)
            firm.referent.strong = False
            firm.referent.surfaces.clear()
            firm.referent = longer
