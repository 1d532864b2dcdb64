"""Sources and denials laid upon the claims of a text: how far a source reaches, and what a denial hits."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.attribution import Source, Voices
from kg.extract.found import Draft, Referent

RULES = frozenset({"export_restriction", "license_requirement", "entity_listing"})
ASIDES = frozenset({"ownership", "product_relation"})  # said in passing, and nobody's report
DEALERS = ("supplier", "buyer", "partner", "investor", "customer", "manufacturer")  # who may announce a deal together
DECIDED = frozenset(
    {"acquisition", "entity_listing", "partnership", "subsidy", "supply", "order"}
)  # held by a decision
BACK = 8  # sentences that a denial reaches back
LEAD = 2  # sentences in which an opening waits for its source


def testify(drafts: Sequence[Draft], voices: list[Voices], opening: int = 0) -> None:
    """Set attribution, its effect on modality, and disputes. `opening` is the first sentence behind the headline."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    reached = _reach(voices, opening)
    for draft in drafts:
        voice = voices[draft.sentence]
        background = voice.empty and draft.type in RULES  # not what the source reports
        if not background and not _aside(draft, by_sentence[draft.sentence]):
            draft.attributed = _sources(draft, voice, reached[draft.sentence])
            if not draft.attributed and draft.sentence <= opening + 1:
                draft.attributed = _announced(draft, voices)
            _date(draft, voices)
        _colour(draft, voice)
    for number, voice in enumerate(voices):
        if voice.denies:
            _dispute(number, voice, by_sentence)


def _aside(draft: Draft, beside: Sequence[Draft]) -> bool:
    """ "Harman, a unit of Samsung, …": background beside what the sentence tells."""
    return draft.type in ASIDES and draft.trigger.kind != "verb" and any(d.type not in ASIDES for d in beside)


def _sources(draft: Draft, voice: Voices, reached: Sequence[Source]) -> list[Source]:
    if any(draft.trigger.hi <= b <= voice.at or voice.at < b <= draft.trigger.lo for b in voice.breaks) and (
        voice.at >= 0 and not voice.indirect
    ):
        return []  # "X sells Y; Z said …"
    sources = list(reached)
    if voice.parties and not sources:
        sources += _dealers(draft)
    if not sources:
        sources += [s for s in voice.finders if not _is_party(draft, s)]
    return sources


def _dealers(draft: Draft) -> list[Source]:
    roles = draft.roles()
    firms: list[Source] = [r for role in DEALERS for r in roles.get(role, ()) if r.type == "company"]
    return list(dict.fromkeys(firms))[:2]


def _announced(draft: Draft, voices: Sequence[Voices]) -> list[Source]:
    """A party that is quoted behind an unsourced opening announces its own deal in it."""
    for voice in voices[draft.sentence + 1 : draft.sentence + 1 + LEAD]:
        if voice.parties:
            return _dealers(draft)
        if not voice.empty:
            return [s for s in voice.sources if _is_party(draft, s)]
    return []


def _date(draft: Draft, voices: Sequence[Voices]) -> None:
    """ "as both firms announced on Wednesday": the day on which a party tells of its deal is the day of the deal.

    Of what lasts or moves (a plant, deliveries) it tells nothing.
    """
    if draft.time is not None or draft.type not in DECIDED or draft.trigger.kind == "role_noun":
        return
    if draft.type == "supply" and not {"supplier", "buyer"} <= draft.fills.keys():
        return
    own = [s for s in draft.attributed if _is_party(draft, s)]
    if not own or own != draft.attributed[: len(own)]:
        return
    behind = voices[draft.sentence + 1 : draft.sentence + 1 + LEAD] if voices[draft.sentence].empty else []
    for voice in (voices[draft.sentence], *behind):
        if voice.day is not None or not voice.empty:
            draft.time = voice.day
            return


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


def _is_party(draft: Draft, source: Source) -> bool:
    """Whether a source speaks of its own deal: a party, who speaks for one, or who belongs to one."""
    if isinstance(source, str):
        return False
    referents = [r for rs in draft.roles().values() for r in rs]
    works_for = source.entry.works_for if source.entry is not None else None
    return any(r is source for r in referents) or (works_for is not None and works_for in {r.key for r in referents})


def _colour(draft: Draft, voice: Voices) -> None:
    if draft.modality == "rumoured" and draft.trigger.mood == "conditional" and draft.attributed:
        draft.modality = "reported"  # the conditional of hearsay, and somebody it is heard from
    if draft.modality not in (None, "asserted"):
        return

    houses = [s for s in draft.attributed if not isinstance(s, str) and s.type == "company"]
    outsider = bool(houses) and not any(
        _is_party(draft, s) for s in houses
    )  # an analyst with the house that employs him

    def speaks_for_itself(source: Source) -> bool:
        if isinstance(source, str):
            return False
        works_for = source.entry.works_for if source.entry is not None else None
        official = works_for is not None and works_for.startswith("body/")
        return _is_party(draft, source) or (source.type == "person" and not official and not outsider)

    if (draft.attributed and not any(speaks_for_itself(s) for s in draft.attributed)) or (
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
            elif named and not back and draft.trigger.lo >= voice.denial and draft.modality in (None, "asserted"):
                draft.modality = "negated"  # "X denies having sold chips to Y": it says itself that it has not
                draft.attributed = list(deniers)


def _add(draft: Draft, deniers: Sequence[Referent], number: int) -> None:
    draft.disputed.extend(r for r in deniers if all(r is not d for d in draft.disputed))
    if number not in draft.dispute_evidence:
        draft.dispute_evidence.append(number)
    if number in draft.evidence and len(draft.evidence) > 1:
        draft.evidence.remove(number)
