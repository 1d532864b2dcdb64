"""Which of the candidates get the roles of a frame: the cheapest that stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.found import Group
from kg.extract.needs import SEVERAL, types_of
from kg.extract.sides import SENDERS
from kg.lang import Frame

LIMIT = 13.0  # a candidate that costs more is not believed
SECOND_LIMIT = 3.0  # "combines X with Y": a second part must stand near as well
FREE = {("component_use", "component"): 1, ("product_relation", "product"): 2}  # more of them must stand near
MANY = {**SEVERAL, ("component_use", "component"): 2}  # how many groups may share a role


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group that may fill a role by some function, and how far-fetched that is."""

    cost: float
    group: int
    role: str
    function: str


class Chooser:
    """Chooses by cost, and sets right who is the subject in a language whose verb stands second (`v2`)."""

    def __init__(self, *, v2: bool) -> None:
        self.v2 = v2

    def choose(self, frame: Frame, groups: Sequence[Group], candidates: list[Candidate]) -> dict[str, list[Candidate]]:
        """Role -> the candidates that fill it."""
        fills: dict[str, list[Candidate]] = {}
        used: set[int] = set()
        for candidate in sorted(candidates, key=lambda c: (c.cost, c.group, c.role)):
            role, number = candidate.role, candidate.group
            if candidate.cost > LIMIT or number in used:
                continue
            if role in fills and (len(fills[role]) >= MANY.get((frame.claim, role), 1)):
                continue
            if candidate.cost > SECOND_LIMIT and len(fills.get(role, ())) >= FREE.get((frame.claim, role), LIMIT):
                continue
            if candidate.function == "subj" and frame.claim == "component_use" and self._subject_taken(fills, role):
                continue  # "runs on a chip that TSMC makes": a frame has but one subject
            if candidate.function == "subj" and any(c.function == "subj" for c in fills.get(SENDERS.get(role, ""), ())):
                continue
            chosen = [groups[c.group] for held in fills.values() for c in held]
            if self._same_thing(groups[number], chosen):
                continue
            fills.setdefault(role, []).append(candidate)
            used.add(number)
        for held in fills.values():
            held.sort(key=lambda c: (c.function != "subj") != frame.swap)
        if self.v2:
            self._subject_first(frame, groups, fills)
        return fills

    @staticmethod
    def _subject_taken(fills: Mapping[str, list[Candidate]], role: str) -> bool:
        return any(c.function == "subj" for other, held in fills.items() if other != role for c in held)

    def _subject_first(self, frame: Frame, groups: Sequence[Group], fills: dict[str, list[Candidate]]) -> None:
        """Of two bare parties before a German verb the first is the subject ("hat A B übernommen")."""
        bare = {c.function: (role, c) for role, held in fills.items() for c in held if not groups[c.group].functions}
        subject = bare.get("subj")
        for objects in (bare.get("obj"), bare.get("iobj")):
            if subject is not None and objects is not None and subject[0] != objects[0]:
                self._swap(frame, groups, fills, subject, objects)

    def _swap(
        self,
        frame: Frame,
        groups: Sequence[Group],
        fills: dict[str, list[Candidate]],
        subject: tuple[str, Candidate],
        objects: tuple[str, Candidate],
    ) -> None:
        a, b = groups[subject[1].group], groups[objects[1].group]
        if a.case or b.case:
            return
        swappable = b.type in types_of(frame.claim, subject[0]) and a.type in types_of(frame.claim, objects[0])
        if b.lo < a.lo and swappable and not b.possessive:
            fills[subject[0]], fills[objects[0]] = fills[objects[0]], fills[subject[0]]

    @staticmethod
    def _same_thing(group: Group, chosen: Iterable[Group]) -> bool:
        mine = {id(m.referent) for m in group.members}
        return any(g.lo == group.lo or mine & {id(m.referent) for m in g.members} for g in chosen)
