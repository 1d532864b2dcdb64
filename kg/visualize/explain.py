"""The page that explains a reading: the article with what was seen drawn on it, and the reasons claim by claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.visualize.page import still

if TYPE_CHECKING:
    from kg.extract.explain import ClaimNote, Explanation


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text drawn in one way: `look` holds its CSS classes (empty: plain), `label` and `tip` explain it."""

    text: str
    look: str = ""
    label: str = ""
    tip: str = ""


def render_explanations(explanations: Sequence[Explanation]) -> str:
    """The page as one HTML file without scripts: the same bytes for the same articles."""
    articles = [
        (x.article, list(_article(x)), list(_claims(x)), [t for t in x.triggers if not t.claim]) for x in explanations
    ]
    only = explanations[0].article.title if len(explanations) == 1 else ""
    return still("explain", only or "How it was read", articles=articles)


def _article(explanation: Explanation) -> Iterator[Piece]:
    """The text in pieces; of overlapping marks the trigger wins, then the longer mention."""
    numbers = {note.trigger: str(n) for n, note in enumerate(explanation.claims, start=1) if note.trigger is not None}
    marks = []
    for t in explanation.triggers:
        made = f"{t.frame}, {t.kind.replace('_', ' ')}" + (f": {t.outcome}" if t.outcome else "")
        look = "trigger" if t.claim else "trigger idle"
        marks.append((t.span, Piece(t.span.text, look, numbers.get(t.span, ""), made)))
    for m in sorted(explanation.mentions, key=lambda m: m.span.start - m.span.end):
        label = m.type.replace("_", " ")
        marks.append((m.span, Piece(m.span.text, f"mention {m.type}", label, f"{m.name} ({label}), a {m.kind}")))
    taken: list[tuple[int, int, Piece]] = []
    for span, piece in marks:
        if all(span.end <= start or span.start >= end for start, end, _ in taken):
            taken.append((span.start, span.end, piece))
    yield from _cut(explanation.article.text, sorted(taken, key=lambda mark: mark[0]))


def _cut(text: str, marks: Sequence[tuple[int, int, Piece]]) -> Iterator[Piece]:
    at = 0
    for start, end, piece in marks:
        if start > at:
            yield Piece(text[at:start])
        yield piece
        at = end
    if at < len(text):
        yield Piece(text[at:])


def _claims(explanation: Explanation) -> Iterator[tuple[ClaimNote, list[list[Piece]]]]:
    """Each claim with its sentences, its own parts marked."""
    for note in explanation.claims:
        yield note, [list(_sentence(note, span.start, span.text)) for span in note.evidence]


def _sentence(note: ClaimNote, start: int, text: str) -> Iterator[Piece]:
    roles = sorted(note.roles, key=lambda r: r.role == "manufacturer")  # "Nvidia's H20": the words are of the goods
    spans = [(r.span, Piece(r.span.text, "mention role", r.role, r.why)) for r in roles if r.span is not None]
    if note.trigger is not None:
        spans.insert(0, (note.trigger, Piece(note.trigger.text, "trigger", "", note.why_type)))
    taken: list[tuple[int, int, Piece]] = []
    for span, piece in spans:
        lo, hi = span.start - start, span.end - start
        if lo >= 0 and hi <= len(text) and all(hi <= a or lo >= b for a, b, _ in taken):
            taken.append((lo, hi, piece))
    yield from _cut(text, sorted(taken, key=lambda mark: mark[0]))
