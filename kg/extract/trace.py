"""What the reader saw in one article, step by step: kept while it reads, so that its choices can be explained."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extract.found import Draft, Found, Trigger
from kg.extract.providers import Parsed
from kg.lang.tokens import Tokens


@dataclass(slots=True)
class Step:
    """One sentence: its triggers, and the drafts that were left after each sieve."""

    triggers: list[Trigger]
    spent: set[int]  # ids of the triggers whose meaning another one has taken over
    filled: list[Draft]
    complete: list[Draft] = field(default_factory=list)
    near: list[Draft] = field(default_factory=list)
    kept: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class Trace:
    """One article; `shift` is where its text starts in the text of the tokens, behind the headline."""

    tokens: Tokens
    shift: int
    mentions: Sequence[Found]
    steps: list[Step] = field(default_factory=list)
    claims: Sequence[Draft] = ()
    parsed: Parsed | None = None  # what a parser makes of it, where one has joined

    def step(self, triggers: Iterable[Trigger], spent: set[int], filled: Iterable[Draft]) -> Step:
        """Open the next sentence."""
        self.steps.append(Step(list(triggers), spent, list(filled)))
        return self.steps[-1]
