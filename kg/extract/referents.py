"""The things one article speaks of, each once."""

from __future__ import annotations

from kg.extract.found import Referent
from kg.gazetteer import Entry, Gazetteer
from kg.iris import entity_id
from kg.lang.tokens import Tokens


class Referents:
    """Referents by key; asking twice for the same thing gives the same value."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.by_key: dict[str, Referent] = {}

    def all(self) -> list[Referent]:
        return list(self.by_key.values())

    def known(self, entry: Entry, tokens: Tokens, lo: int, hi: int, *, strong: bool = True) -> Referent:
        """The referent of a gazetteer entry, with one more surface."""
        referent = self.by_key.get(entry.id)
        if referent is None:
            referent = Referent(entry.id, entry.name, entry.type, entry, generic=entry.generic)
            self.by_key[entry.id] = referent
            maker = self.gazetteer.get(entry.maker)
            if maker is not None:
                referent.maker = self.by_key.get(maker.id) or Referent(maker.id, maker.name, maker.type, maker)
                self.by_key.setdefault(maker.id, referent.maker)
        referent.strong = referent.strong or strong
        referent.surfaces.setdefault(tokens.span(lo, hi), "name")
        return referent

    def by_id(self, id: str) -> Referent | None:
        """The referent of a gazetteer id that the text does not print (the country behind "Koreans")."""
        entry = self.gazetteer.get(id)
        if entry is None:
            return None
        return self.by_key.setdefault(id, Referent(id, entry.name, entry.type, entry))

    def generic(self, entry: Entry, tokens: Tokens, lo: int, hi: int, first_modifier: int) -> Referent:
        """A class of goods: "Leistungshalbleiter", with its adjectives a second surface."""
        surface = tokens.surface(lo, hi)
        key = entry.id
        name = entry.name
        referent = self.by_key.get(key)
        if referent is None:
            referent = Referent(key, name, entry.type, entry, generic=True)
            self.by_key[key] = referent
        referent.surfaces.setdefault(tokens.span(lo, hi), "generic")
        if first_modifier < lo and surface:
            referent.surfaces.setdefault(tokens.span(first_modifier, hi), "generic")
        return referent

    def made_by(self, maker: Referent, goods: Referent, tokens: Tokens, lo: int, mid: int, hi: int) -> Referent:
        """ "Nvidia's GPUs": the goods of one maker are a thing of their own."""
        key = entity_id(goods.type, f"{maker.name} {goods.name}")
        lowered = (
            goods.name
            if goods.name[:2].isupper() or goods.name[1:2].isupper()
            else goods.name[:1].lower() + goods.name[1:]
        )
        referent = self.by_key.get(key)
        if referent is None:
            referent = Referent(key, f"{maker.name} {lowered}", goods.type, goods.entry, maker, generic=True)
            self.by_key[key] = referent
        referent.surfaces.setdefault(tokens.span(lo, hi), "generic")
        referent.surfaces.setdefault(tokens.span(mid, hi), "generic")
        return referent

    def product(self, name: str, span: tuple[int, int], surface: str) -> Referent:
        """A model the gazetteer does not know."""
        return self.provisional("product", name, span, strong=True)

    def provisional(self, type: str, name: str, span: tuple[int, int], *, strong: bool = False) -> Referent:
        """A thing known by its name alone."""
        key = entity_id(type, name)
        referent = self.by_key.get(key)
        if referent is None:
            referent = Referent(key, name, type)
            self.by_key[key] = referent
        referent.strong = referent.strong or strong
        referent.surfaces.setdefault(span, "name")
        return referent
