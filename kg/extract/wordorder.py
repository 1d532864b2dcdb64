"""What relative pronouns and clitics tell of who does what, in languages whose object follows the verb."""

from __future__ import annotations

from kg.extract.found import ACTORS, Group, Trigger
from kg.lang import Language
from kg.lang.tokens import Tokens

NEAR = 4  # tokens between a verb and its subject behind it


class WordOrder:
    """Decides the function of a bare group by its form and place; says nothing where the language shows nothing."""

    def __init__(self, language: Language) -> None:
        self.subject_relatives = language.words("subject_relatives")
        self.object_relatives = language.words("object_relatives")

    def decided(
        self, tokens: Tokens, trigger: Trigger, group: Group, cost: float, before: bool
    ) -> list[tuple[str, float]] | None:
        """The functions of a group that stands out ("lui", "que", a name behind "que vend"), None of any other."""
        if group.case == "dative":  # "lui a vendu" receives, "lui a acheté" gives: the frame knows
            return [(function, cost - 0.5) for function in ("iobj", "to", "off", "at") if before]
        relative = tokens.lows[group.lo] if group.members[0].kind == "relative" else ""
        if before and relative in self.object_relatives:
            return [("obj", cost)]
        if before and relative in self.subject_relatives:
            return [("subj", cost)]
        if not before and self._inverted(tokens, trigger, group):
            return [("subj", cost), ("obj", cost + 4.0)]
        return None

    def _inverted(self, tokens: Tokens, trigger: Trigger, group: Group) -> bool:
        """ "les puces que vend Nvidia", "qu'a commandées Meta": the subject behind its verb."""
        if trigger.kind != "verb" or group.type not in ACTORS or group.lo - trigger.hi > NEAR:
            return False
        return bool(self.object_relatives.intersection(tokens.lows[max(0, trigger.lo - 2) : trigger.lo]))
