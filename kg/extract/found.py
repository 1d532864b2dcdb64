"""What the reader holds while it reads one article: mutable, and never handed to another room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.gazetteer import Entry
from kg.model import Amount, Period, Quantity

ORGANISATIONS = frozenset({"company", "government_body"})
ACTORS = frozenset({"company", "government_body", "person", "media"})
CONTROL = frozenset({"export_restriction", "license_requirement", "license_grant"})
GOODS = frozenset({"product", "product_family", "technology"})


@dataclass(slots=True, eq=False)
class Referent:
    """A thing the article speaks of: one gazetteer entry, or one name the gazetteer does not know."""

    key: str  # entity id, "company/bytedance"
    name: str
    type: str
    entry: Entry | None = None
    maker: Referent | None = None
    surfaces: dict[tuple[int, int], str] = field(default_factory=dict)  # character span -> kind
    strong: bool = False  # named in the text, so listed even when no claim uses it
    generic: bool = False
    class_entry: Entry | None = None  # of goods the gazetteer lacks: the class noun beside the name
    site: str = ""  # of a plant: its own name, its number or its town
    town: str = ""  # of a plant
    proper: str = ""  # of a plant: what is its own name or number, without a class noun
    hosts: bool = False  # of a plant: it holds computers
    last: int = -1  # of a plant: the token behind its latest mention


@dataclass(slots=True, eq=False)
class Found:
    """A mention: tokens `lo` to `hi`. `head` is where the name without its class noun ends ("H20" in "H20-Chips")."""

    lo: int
    hi: int
    kind: str  # name, product, generic, description, pronoun, unknown, facility
    type: str
    referent: Referent | None = None
    attributive: bool = False  # a maker before its product, a country before a noun: no argument of its own
    possessive: bool = False
    maker: Referent | None = None
    makers: list[Found] = field(default_factory=list)  # who is named behind the goods: "memory by Samsung and Micron"
    of_goods: bool = False  # such a maker itself
    in_noun: bool = False  # "ChatGPT-Entwickler": part of a role noun
    plural: bool = False
    base: Referent | None = None  # of a variant: what it is a version of


@dataclass(slots=True, eq=False)
class Group:
    """Coordinated mentions ("A, B und C") and the functions that their preposition marks; none: a bare phrase."""

    lo: int
    hi: int
    members: list[Found]
    functions: tuple[str, ...] = ()
    marker: int = -1  # token of the preposition
    possessive: bool = False
    case: str = ""  # dative, accusative: where an article shows it
    joint: int = 0  # the first member behind a word that means "and" or "with" ("A与B"); 0: none

    @property
    def type(self) -> str:
        return self.members[0].type

    @property
    def country(self) -> bool:
        """Whether it is a country, not a town or region in one."""
        entry = self.members[0].referent.entry if self.members[0].referent is not None else None
        return self.type == "place" and entry is not None and entry.country is None


@dataclass(slots=True, eq=False)
class Trigger:
    """A word that evokes a frame, with the reading of its form in this sentence."""

    lo: int
    hi: int
    frame: str
    kind: str  # verb, noun, role_noun, adjective, phrase
    voice: str  # active, passive
    modality: str | None = None
    finite: bool = False
    attributive: bool = False
    infinitive: bool = False
    serial: bool = False  # a verb of a language where verbs follow each other without a sign
    particle: int = -1
    again: bool = False  # "these orders": the deal spoken of before
    lone_actor: bool = False  # only one bare party in the sentence
    deal: int = -1  # where the dealing stands that a licence in its sentence is for: "a licence to sell"
    mood: str = ""  # future or conditional, where the verb form itself says so
    of_goods: bool = False  # of a relative clause about goods: "chips que vende Nvidia"
    called: bool = False  # a role noun behind "as", of the subject: "was chosen as supplier of"
    barred: bool = False  # a leave that is denied, and so a ban: its negation is spent
    agent: bool = False  # a noun with its agent behind: "takeover by JIC"


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making. `fills` maps a role to the groups' members that fill it."""

    type: str
    frame: str
    trigger: Trigger
    sentence: int
    fills: dict[str, list[Found]]
    cost: float
    amount: Amount | None = None
    amount_alt: Amount | None = None
    quantity: Quantity | None = None
    time: Period | None = None
    modality: str | None = None
    attributed: list[Referent | str] = field(default_factory=list)
    disputed: list[Referent] = field(default_factory=list)
    evidence: list[int] = field(default_factory=list)  # sentence numbers
    dispute_evidence: list[int] = field(default_factory=list)
    detail: str | None = None
    how: dict[str, tuple[str, int]] = field(default_factory=dict)  # role -> grammatical function, token of its marker
    because: tuple[str, int, int] | None = None  # modality as the words of the sentence have it: by which tokens
    repeats: list[Trigger] = field(default_factory=list)  # the triggers of what was said of the same deal later

    def roles(self) -> dict[str, list[Referent]]:
        """Role -> referents, each once, in the order of the text."""
        out: dict[str, list[Referent]] = {}
        for role, mentions in self.fills.items():
            seen: list[Referent] = []
            for mention in mentions:
                if mention.referent is not None and all(mention.referent is not r for r in seen):
                    seen.append(mention.referent)
            if seen:
                out[role] = seen
        return out


def by_sentence(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """The drafts of each sentence, in their order."""
    out: dict[int, list[Draft]] = {}
    for draft in drafts:
        out.setdefault(draft.sentence, []).append(draft)
    return out
