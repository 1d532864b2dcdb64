"""Mentions that stand side by side and belong together: a model and its class noun, goods and their maker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extract.found import GOODS, Found
from kg.extract.referents import Referents
from kg.lang import Language
from kg.lang.tokens import HYPHENS, Tokens

SIZE = re.compile(r"([\d.,]*)-?([a-z]+)")
MAKERS = frozenset(  # sectors whose firms make goods of the trade
    {"chip-designer", "idm", "foundry", "memory", "osat", "equipment", "materials", "wafers", "server", "startup"}
)

OPENING = frozenset("「『“‘\"'《")  # quotation marks that open a name


class NeighbourJoiner:
    """Joins the neighbours among the mentions of one language's texts; what another took in becomes "absorbed"."""

    def __init__(self, language: Language, stop: frozenset[str]) -> None:
        self.language = language
        self.stop = stop
        self.name_endings = tuple(language.data["language"].get("name_endings", ()))
        self.capital_nouns = language.flag("capital_nouns")
        self.hyphened = self.capital_nouns or language.flag("compounds")  # a maker takes a hyphen: "Nvidia-chips"
        self.makers_behind = language.flag("makers_behind")
        self.endings = language.endings("attributive_endings")
        self.role_nouns = frozenset(
            word for word, forms in language.triggers.items() if any(f.kind == "role_noun" for f in forms)
        )
        self.adjuncts_before = language.flag("adjuncts_before")
        self.type_nouns = language.words("type_nouns")
        self.size_units = language.words("size_units")
        self.determiners = language.words("determiners")
        self.coordinators = language.words("coordinators")
        self.role_nouns = frozenset(
            word
            for word, forms in language.triggers.items()
            if any(f.kind == "role_noun" and f.frame in ("supplier_noun", "customer_noun") for f in forms)
        )
        self.makers_goods = language.words("makers_goods")
        self.head_first = language.flag("head_first")
        self.markers = language.markers
        self.maker_gaps = language.words("maker_gaps")

    def attach_types(self, tokens: Tokens, mentions: list[Found]) -> None:
        """ "Prozessoren vom Typ Ascend 910B": the class noun before its model."""
        for left, right in pairwise(mentions):
            if left.kind != "generic" or right.kind not in ("name", "product") or right.type not in GOODS:
                continue
            between = tokens.lows[left.hi : right.lo]
            if 1 <= len(between) <= 3 and between[-1] in self.type_nouns and right.referent is not None:
                right.referent.surfaces.setdefault(tokens.span(left.lo, left.hi), "name")
                right.referent.surfaces.setdefault(tokens.span(left.lo, right.hi), "name")
                right.lo = left.lo
                left.kind = "absorbed"
                if left.referent is not None:
                    left.referent.surfaces.pop(tokens.span(left.lo, left.hi), None)

    def attach_class_nouns(self, tokens: Tokens, mentions: list[Found]) -> None:
        """ "H20" + "-Chips": one mention of the H20, known by both surfaces."""
        last: Found | None = None
        for left, right in pairwise(mentions):
            if last is not None and right.lo < last.hi:
                right.kind = "absorbed"  # "(GPUs)" behind the class noun
                continue
            if right.kind != "generic" or left.type not in GOODS:
                continue
            model = left.kind in ("name", "product") or any(c.isdigit() for c in tokens.words[left.hi - 1])
            if not model:  # "HBM2E memory" as well, not "GPU servers"
                continue
            gap = right.lo - left.hi
            if gap == 0 or (gap == 1 and tokens.words[left.hi] in HYPHENS):
                assert left.referent is not None
                left.hi = right.hi
                self._absorb_bracket(tokens, left)
                left.referent.surfaces.setdefault(tokens.span(left.lo, left.hi), "name")
                right.kind = "absorbed"
                last = left

    @staticmethod
    def _absorb_bracket(tokens: Tokens, mention: Found) -> None:
        """ "Grafikprozessoren (GPUs)": a bracketed acronym belongs to the noun."""
        hi = mention.hi
        if (
            hi + 2 < len(tokens)
            and tokens.words[hi] == "("
            and tokens.words[hi + 2] == ")"
            and tokens.words[hi + 1][:2].isupper()
        ):
            mention.hi = hi + 3

    def attach_makers(self, tokens: Tokens, mentions: list[Found], referents: Referents) -> None:
        """ "Nvidias H20", "chips from Intel": who made the goods; the maker is no party of its own."""
        live = [m for m in mentions if m.kind != "absorbed"]
        for left, right in pairwise(live):
            between = tokens.lows[left.hi : right.lo]
            if left.type == "company" and right.type in GOODS:
                self._maker_before(tokens, left, right, between, referents)
            elif left.type in GOODS and right.type in GOODS and between and OPENING.issuperset(between):
                self._called(left, right)
        for at, left in enumerate(live[:-1]):
            if left.type in GOODS and live[at + 1].type == "company" and left.referent is not None:
                self._makers_behind(tokens, left, live[at + 1 :])

    @staticmethod
    def _called(left: Found, right: Found) -> None:
        """ "壁仞的首款GPU「BR100」": whose goods they are holds for the name behind the class noun."""
        if left.kind != "generic" or right.kind == "generic" or right.referent is None:
            return
        left.attributive = True
        right.maker = right.maker or left.maker
        if right.referent.entry is None and right.referent.maker is None:
            right.referent.maker = left.maker

    def _makers_behind(self, tokens: Tokens, left: Found, behind: list[Found]) -> None:
        """ "chips from Intel", "memory by both Samsung and Micron"."""
        right = behind[0]
        between = [w for w in tokens.lows[left.hi : right.lo] if w not in self.determiners]
        if len(between) == 2 and left.maker is None and self._makes(between[0]):
            between = between[1:]  # "dies made by TSMC"
        functions = self.language.markers.get(between[0], ()) if len(between) == 1 else ()
        if left.referent is None or not {"from", "of", "by"} & set(functions) or self.adjuncts_before:
            return  # "芯片由台积电制造": the coverb belongs to the verb
        entry = left.referent.entry
        own = entry is not None and right.referent is not None and entry.maker == right.referent.key
        unmade = left.kind == "product" and left.referent.maker is None and "by" in functions
        if own:
            right.attributive = functions != ("from",)  # "bought H20 chips from Nvidia": the seller
            left.referent.surfaces.setdefault(tokens.span(left.lo, right.hi), "name")
        elif left.kind == "generic" or unmade:
            left.referent.surfaces.setdefault(tokens.span(left.lo, right.hi), "generic")
        else:
            return
        left.maker = right.referent
        left.makers = self._listed(tokens, behind)
        for maker in left.makers:
            maker.of_goods = True

    def _makes(self, low: str) -> bool:
        forms = self.language.triggers.get(low, ())
        return any(f.frame in ("make", "design") and f.feature == "participle" for f in forms)

    def _listed(self, tokens: Tokens, mentions: list[Found]) -> list[Found]:
        """The companies that are coordinated with the first: "by Texas Instruments, AMD's Xilinx and Intel"."""
        out = mentions[:1]
        last = mentions[0]
        for mention in mentions[1:]:
            between = tokens.lows[last.hi : mention.lo]
            owner = last.possessive and all(w in self.name_endings for w in between)
            if mention.type != "company" or not (
                owner or (between and all(w == "," or w in self.coordinators for w in between))
            ):
                break
            if owner:
                out.pop()
            out.append(mention)
            last = mention
        return [m for m in out if not m.possessive]

    def attach_sizes(self, tokens: Tokens, mentions: list[Found]) -> None:
        """ "12GB of LPDDR5X", "512 GB NAND-Flash": how much memory it is belongs to the goods."""
        for mention in mentions:
            if mention.type not in GOODS or mention.referent is None:
                continue
            at = mention.lo - 1
            if at > 0 and "of" in self.language.markers.get(tokens.lows[at], ()):
                at -= 1
            size = SIZE.fullmatch(tokens.lows[at]) if at >= 0 else None
            if size is None or size[2] not in self.size_units:
                continue
            if not size[1] and not (at > 0 and tokens.words[at - 1][0].isdigit()):
                continue
            mention.lo = at if size[1] else at - 1
            mention.referent.surfaces.setdefault(tokens.span(mention.lo, mention.hi), "generic")

    def _maker_before(
        self, tokens: Tokens, left: Found, right: Found, between: tuple[str, ...], referents: Referents
    ) -> None:
        if self.adjuncts_before and right.hi < len(tokens) and tokens.lows[right.hi] in self.role_nouns:
            return  # "三星的硅片供应商": whose supplier, not whose wafers
        opened = self.language.markers.get(tokens.lows[left.lo - 1], ()) if left.lo else ()
        if self.adjuncts_before and right.type == "technology" and "subj" in opened:
            return  # "由台积电3纳米工艺制造": the maker acts
        plain = [w for w in between if w not in HYPHENS and w not in self.name_endings]
        adjectives = plain and all(self._modifier(w) for w in plain)
        glued = not plain or all(w in self.maker_gaps for w in plain)  # "台积电第二代3nm制程"
        if glued and left.lo and self.language.markers.get(tokens.lows[left.lo - 1]) == ("at",) and self.hyphened:
            return  # "bestellten bei Nvidia H20-Chips"
        if not glued and not (adjectives and left.possessive and len(plain) <= 3):
            return
        known = right.referent.maker if right.referent is not None else None
        if known is not None and left.referent is not None and known.key != left.referent.key:
            return  # "sold Tencent H20 chips", "ByteDance's H20 chips"
        if right.kind == "generic" and right.hi < len(tokens) and tokens.lows[right.hi] in self.role_nouns:
            return  # "Apple's chip supplier TSMC"
        if self.makers_behind and right.kind == "generic":
            return  # "suministra a Apple chips"
        if self.hyphened and right.kind == "generic" and not left.possessive and not between:
            return  # "liefert Infineon Halbleiter": German makers take a hyphen
        if glued and not (plain or left.possessive) and between and not any(w in HYPHENS for w in between):
            return
        right.maker = left.referent
        left.attributive = True
        if right.referent is not None and right.referent.generic and left.referent is not None:
            right.referent = referents.made_by(left.referent, right.referent, tokens, left.lo, right.lo, right.hi)
        elif right.referent is not None:
            right.referent.surfaces.setdefault(tokens.span(left.lo, right.hi), "name")
            if right.referent.entry is None or right.referent.entry.maker is None:
                right.referent.maker = left.referent

    def _modifier(self, word: str) -> bool:
        return word.isalpha() and word not in self.stop and (not self.hyphened or word.endswith(self.endings))

    def loose_goods(self, tokens: Tokens, mentions: Sequence[Found], referents: Referents) -> list[Found]:
        """ "ASML machines", "Samsung's modules": nouns too wide to be goods but for the maker before them."""
        taken = {i for m in mentions for i in range(m.lo, m.hi)}
        out: list[Found] = []
        for maker in mentions:
            if maker.type != "company" or maker.kind != "name" or maker.attributive or maker.referent is None:
                continue
            if maker.referent.entry is None or not MAKERS & set(maker.referent.entry.sectors):
                continue
            at = self._noun_before(tokens, maker, taken) if self.head_first else self._noun_behind(tokens, maker, taken)
            if at is None:
                continue
            maker.attributive = True
            name = f"{maker.referent.name} {tokens.words[at]}"
            goods = referents.provisional("product_family", name, tokens.span(min(at, maker.lo), max(at + 1, maker.hi)))
            goods.generic, goods.maker = True, maker.referent
            goods.surfaces.setdefault(tokens.span(at, at + 1), "generic")
            out.append(Found(at, at + 1, "generic", "product_family", goods, maker=maker.referent))
        return out

    def _noun_before(self, tokens: Tokens, maker: Found, taken: set[int]) -> int | None:
        """ "prodotti Micron", "les machines d'ASML": where the noun stands before its maker."""
        k = maker.lo - 1
        if k > 0 and "of" in self.markers.get(tokens.lows[k], ()):
            k -= 1
        return k if k >= 0 and k not in taken and tokens.lows[k] in self.makers_goods else None

    def _noun_behind(self, tokens: Tokens, maker: Found, taken: set[int]) -> int | None:
        """Where the noun stands that a maker's name qualifies: glued by a hyphen or a genitive, adjectives between."""
        i, n = maker.hi, len(tokens)
        tied = maker.possessive or not self.hyphened
        while i < n and (tokens.words[i] in HYPHENS or tokens.lows[i] in self.name_endings):
            tied = True
            i += 1
        for k in range(i, min(n, i + (3 if maker.possessive else 1))):
            if k in taken or not tied or "\n" in tokens.text[tokens.ends[k - 1] : tokens.starts[k]]:
                return None
            if tokens.lows[k] in self.makers_goods and (tokens.words[k][0].isupper() or not self.capital_nouns):
                follows = tokens.words[k + 1] if k + 1 < n else ""
                return None if follows in HYPHENS else k
            if not self._modifier(tokens.lows[k]):
                return None
        return None


def compared(tokens: Tokens, mentions: list[Found], rivals: frozenset[str]) -> None:
    """ "the Nvidia rival Graphcore", "der Nvidia-Rivale": who only tells whose rival or whose share it is."""
    for mention in mentions:
        k = mention.hi
        while k < len(tokens) and (tokens.words[k] in HYPHENS or tokens.lows[k] in ("'s", "’s")):
            k += 1
        if mention.type == "company" and k < len(tokens) and tokens.lows[k] in rivals:
            mention.attributive = True
