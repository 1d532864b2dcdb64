"""What went wrong, claim by claim, in words that can be read beside the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.evaluate.figures import Report
from kg.evaluate.gold import Deal, GoldDocument, Sheet
from kg.evaluate.scoring import Comparison, Match, fillers

KINDS = ("missed", "spurious", "confused", "inexact")


@dataclass(frozen=True, slots=True)
class Fault:
    """One claim that is not as gold has it.

    kind: "missed" (only in gold), "spurious" (only read), "confused" (both, but they agree by less than half, which
    counts as missed and spurious) or "inexact" (found, with something wrong in it). `wanted` and `read` are the claim
    in one line, empty where there is none; `why` says what differs; `evidence` holds the sentences of gold, else those
    of the claim that was read.
    """

    document: str
    language: str
    kind: str
    type: str
    wanted: str
    read: str
    why: str
    evidence: tuple[str, ...]


def faults(report: Report) -> list[Fault]:
    """All faults of an evaluation, document by document in the order of the text."""
    return [fault for document, found, comparison in report.documents for fault in _of(document, found, comparison)]


def _of(document: GoldDocument, found: Sheet, comparison: Comparison) -> Iterator[Fault]:
    names = comparison.names
    labels = {thing.id: thing.name for thing in document.sheet.things}
    printed = {thing.id: labels.get(names.get(thing.id, ""), thing.name) for thing in found.things}
    ordered = sorted(comparison.matches, key=lambda match: _place(document.article.text, match))
    for match in ordered:
        if match.gold is not None and match.found is not None:
            why = _difference(match.gold, match.found, names, labels, printed)
            if match.same and not why:
                continue
            kind = "inexact" if match.same else "confused"
        else:
            why, kind = "", "spurious" if match.gold is None else "missed"
        deal = match.gold or match.found
        assert deal is not None
        yield Fault(
            document.article.id,
            document.article.language,
            kind,
            deal.type,
            _line(match.gold, labels),
            _line(match.found, printed),
            why,
            deal.evidence,
        )


def _place(text: str, match: Match) -> int:
    deal = match.gold or match.found
    return text.find(deal.evidence[0]) if deal is not None and deal.evidence else -1


def _line(deal: Deal | None, labels: Mapping[str, str]) -> str:
    if deal is None:
        return ""
    roles = [f"{role} {', '.join(labels.get(id, id) for id in ids)}" for role, ids in deal.roles.items()]
    return f"{deal.type.replace('_', ' ')}: {' · '.join(roles)} ({deal.modalities[0]})"


def _difference(
    gold: Deal, found: Deal, names: Mapping[str, str], labels: Mapping[str, str], printed: Mapping[str, str]
) -> str:
    wanted, read = fillers(gold), fillers(found, names)
    parts = [f"no {role} {labels.get(id, id)}" for role, id in sorted(wanted - read)]
    parts += [
        f"wrongly {role} {labels.get(id) or printed.get(id.lstrip('?'), id)}" for role, id in sorted(read - wanted)
    ]
    if gold.type != found.type:
        parts.append(f"{found.type}, not {gold.type}")
    if found.modalities[0] not in gold.modalities:
        parts.append(f"{found.modalities[0]}, not {gold.modalities[0]}")
    if gold.amount != found.amount and (gold.amount or found.amount):
        parts.append(f"amount {_amount(found)}, not {_amount(gold)}")
    if gold.time != found.time:
        parts.append(f"time {_time(found)}, not {_time(gold)}")
    return "; ".join(parts)


def _amount(deal: Deal) -> str:
    return f"{deal.amount[0]:.15g} {deal.amount[1]}" if deal.amount else "none"


def _time(deal: Deal) -> str:
    return f"{deal.time[0] or ''} to {deal.time[1] or ''}" if deal.time else "none"
