"""Plants, lines and data centres: a class noun with its owner and its town."""

from __future__ import annotations

from kg.extract.found import Found, Referent
from kg.extract.referents import Referents
from kg.gazetteer import Gazetteer
from kg.lang import Language
from kg.lang.tokens import Tokens


class FacilityFinder:
    """Finds the plants in the texts of one language."""

    def __init__(self, language: Language, gazetteer: Gazetteer) -> None:
        self.language = language
        self.nouns = frozenset(w.casefold() for w in language.data["descriptions"].get("plant", ()))
        self.pairs = frozenset(tuple(noun.split()) for noun in self.nouns if noun.count(" ") == 1)
        self.businesses = frozenset(w.casefold() for w in language.data["descriptions"].get("business", ()))
        self.definite = language.words("definite") | language.words("joined_articles")
        self.heads = tuple(language.data["descriptions"].get("plant_heads", ()))
        self.not_heads = tuple(language.data["descriptions"].get("not_plant_heads", ()))
        self.capital_nouns = language.flag("capital_nouns")
        self.compounds = language.flag("compounds")
        self.by_site: dict[tuple[str, str], str] = {}
        for entry in gazetteer.entries.values():
            if entry.type == "facility" and entry.maker and entry.city:
                self.by_site.setdefault((entry.maker, entry.city.casefold()), entry.id)

    def find(self, tokens: Tokens, known: list[Found], referents: Referents) -> list[Found]:
        """Facility mentions between the known ones; a town inside them becomes attributive."""
        at = {m.lo: m for m in known}
        until = {m.hi: m for m in known}
        covered = {i for m in known for i in range(m.lo, m.hi)}
        out: list[Found] = []
        last: Referent | None = None
        for i, low in enumerate(tokens.lows):
            if low in self.businesses and i not in covered:
                found = self._business(tokens, i, until, known, referents)
                if found is not None:
                    out.append(found)
                    continue
            if i in covered or (out and i < out[-1].hi) or not self._is_plant(tokens, i, low):
                continue
            end = i + (2 if tokens.lows[i : i + 2] in self.pairs else 1)
            place, hi = self._town(tokens, i, end, at, until)
            if hi == i + 1 and hi < len(tokens) and tokens.words[hi].isdigit() and len(tokens.words[hi]) < 4:
                hi += 1  # "Fab 8"
            owner = self._owner(tokens, i, hi, at, until)
            definite = i > 0 and (tokens.lows[i - 1] in self.definite)
            if place is None and owner is None and definite and last is not None and hi == end:
                last.surfaces.setdefault(tokens.span(i, end), "description")
                out.append(Found(i, end, "facility", "facility", last))
                continue
            last = self._referent(tokens, i, hi, place, owner, referents)
            out.append(Found(i, hi, "facility", "facility", last))
        return out

    def _business(
        self, tokens: Tokens, i: int, until: dict[int, Found], known: list[Found], referents: Referents
    ) -> Found | None:
        """ "NXP's MEMS sensor business": a part of a firm that can be sold like one."""
        if self.capital_nouns and not tokens.words[i][0].isupper():
            return None
        for k in range(i - 1, max(0, i - 7), -1):
            word, low = tokens.words[k], tokens.lows[k]
            owner = until.get(k) if low in ("'s", "’s") else None
            if owner is None and k + 1 in until and until[k + 1].possessive and until[k + 1].type == "company":
                owner = until[k + 1]
            if owner is not None and owner.type == "company" and owner.referent is not None:
                lo = max(k + 1, owner.hi)
                lo = lo + 1 if tokens.lows[lo] in ("'s", "’s") else lo
                referent = referents.provisional(
                    "company", f"{owner.referent.name} {tokens.surface(lo, i + 1)}", tokens.span(lo, i + 1)
                )
                referent.maker = owner.referent
                for mention in known:
                    if lo <= mention.lo < i:
                        mention.attributive = True
                return Found(lo, i + 1, "business", "company", referent)
            if word in ",;:.()" or low in self.language.markers:
                return None
        return None

    def _is_plant(self, tokens: Tokens, i: int, low: str) -> bool:
        if self.capital_nouns and not tokens.words[i][0].isupper():
            return False
        if low in self.nouns or tokens.lows[i : i + 2] in self.pairs:
            return True
        return self.compounds and low.endswith(self.heads) and not low.endswith(self.not_heads)

    def _town(
        self, tokens: Tokens, i: int, end: int, at: dict[int, Found], until: dict[int, Found]
    ) -> tuple[Found | None, int]:
        """The town after ("Werk in Dresden") or right before the noun ("Texas fab")."""
        k = end
        if (k + 1 < len(tokens) and "in" in self.language.markers.get(tokens.lows[k], ())) or (
            k + 1 < len(tokens) and "at" in self.language.markers.get(tokens.lows[k], ())
        ):
            for j in (k + 1, k + 2, k + 3):
                place = at.get(j)
                if place is not None and place.type == "place":
                    place.attributive = True
                    return place, place.hi
        before = until.get(i)
        if before is not None and before.type == "place":
            before.attributive = True
            return before, end
        return None, end

    def _owner(self, tokens: Tokens, i: int, hi: int, at: dict[int, Found], until: dict[int, Found]) -> Found | None:
        for k in range(i, max(0, i - 6), -1):
            before = until.get(k)
            if before is None and k - 1 >= 0 and tokens.lows[k - 1] in ("'s", "’s"):
                before = until.get(k - 1)
            if before is not None and before.type == "company":
                if before.possessive or k == i or (k == i - 1 and tokens.words[i - 1] == "-"):
                    return before
                return None
            if k < i and not tokens.words[k].isalpha() and tokens.lows[k] not in ("'s", "’s", "-"):
                return None
        for j in (hi + 1, i + 2):
            after = at.get(j)
            if (
                after is not None
                and after.type == "company"
                and {"of", "from"} & set(self.language.markers.get(tokens.lows[j - 1], ()))
            ):
                return after
        return None

    def _referent(
        self, tokens: Tokens, i: int, hi: int, place: Found | None, owner: Found | None, referents: Referents
    ) -> Referent:
        town = place.referent.name if place is not None and place.referent is not None else ""
        company = owner.referent if owner is not None else None
        if company is not None and town:
            known = self.by_site.get((company.key, town.casefold()))
            referent = referents.by_id(known) if known else None
            if referent is None:
                referent = referents.provisional("facility", f"{company.name} {town}", tokens.span(i, hi))
        else:
            noun = tokens.surface(i, hi)
            referent = referents.provisional(
                "facility", f"{company.name} {noun}" if company else noun, tokens.span(i, hi)
            )
        if company is not None:
            referent.maker = referent.maker or company
        referent.surfaces.setdefault(tokens.span(i, i + 1), "facility")
        referent.surfaces.setdefault(tokens.span(i, hi), "facility")
        if place is not None:
            referent.surfaces.setdefault(tokens.span(place.lo, place.hi), "facility")
        return referent
