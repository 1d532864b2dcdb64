"""Sources and denials laid upon the claims of a text: how far a source reaches, and what a denial hits."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.attribution import Source, Voices
from kg.extract.found import Draft, Referent

RULES = frozenset({"export_restriction", "license_requirement", "entity_listing"})
BACK = 8  # sentences that a denial reaches back


def testify(drafts: Sequence[Draft], voices: list[Voices], opening: int = 0) -> None:
    """Set attribution, its effect on modality, and disputes. `opening` is the first sentence behind the headline."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    sources = _reach(voices, opening)
    for draft in drafts:
        rule_in_passing = (
            draft.type in RULES and voices[draft.sentence].empty
        )  # background, not what the source reports
        draft.attributed = [] if rule_in_passing else list(sources[draft.sentence])
        _colour(draft, voices[draft.sentence])
    for number, voice in enumerate(voices):
        if voice.denies:
            _dispute(number, voice, by_sentence)


def _reach(voices: Sequence[Voices], opening: int) -> list[list[Source]]:
    """The sources of each sentence, its own or those of a neighbour that reach over it."""
    out: list[list[Source]] = [list(v.sources) for v in voices]
    for number, voice in enumerate(voices):
        if number <= opening:
            continue
        if voice.indirect and voice.empty and not voice.denies and out[number - 1]:
            out[number] = list(out[number - 1])
        handed_on = [s for s in voice.sources if _handed_on(s)]
        if handed_on and not out[number - 1] and (voice.report_only or number == opening + 1):
            out[number - 1] = list(voice.sources)
    return out


def _handed_on(source: Source) -> bool:
    return isinstance(source, str) or source.type == "media"


def _colour(draft: Draft, voice: Voices) -> None:
    if draft.modality == "rumoured" and draft.trigger.mood == "conditional" and draft.attributed:
        draft.modality = "reported"  # the conditional of hearsay, and somebody it is heard from
    if draft.modality not in (None, "asserted"):
        return
    parties = {id(r) for rs in draft.roles().values() for r in rs}
    names = {r.key for rs in draft.roles().values() for r in rs}

    def is_party(source: Source) -> bool:
        if isinstance(source, str):
            return False
        works_for = source.entry.works_for if source.entry is not None else None
        official = works_for is not None and works_for.startswith("body/")
        return id(source) in parties or works_for in names or (source.type == "person" and not official)

    if (draft.attributed and not any(is_party(s) for s in draft.attributed)) or (
        voice.hearsay and not draft.attributed
    ):
        draft.modality = "reported"


def _dispute(number: int, voice: Voices, by_sentence: dict[int, list[Draft]]) -> None:
    deniers = voice.deniers
    keys = {r.key for r in deniers}
    for back in range(BACK + 1):
        for draft in by_sentence.get(number - back, ()):
            named = any(r.key in keys for rs in draft.roles().values() for r in rs)
            handed = draft.modality in ("reported", "rumoured") or any(
                isinstance(s, str) or s.key not in keys for s in draft.attributed
            )
            if handed and (named or back <= 2):
                _add(draft, deniers, number)


def _add(draft: Draft, deniers: Sequence[Referent], number: int) -> None:
    draft.disputed.extend(r for r in deniers if all(r is not d for d in draft.disputed))
    if number not in draft.dispute_evidence:
        draft.dispute_evidence.append(number)
    if number in draft.evidence and len(draft.evidence) > 1:
        draft.evidence.remove(number)
