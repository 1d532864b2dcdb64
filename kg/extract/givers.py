"""Who gives public money where only an adjective or a law says so: "German state aid", "grants under the Chips Act"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.found import Draft, Found
from kg.extract.referents import Referents
from kg.gazetteer import Gazetteer
from kg.lang.tokens import Tokens

ABOVE_STATES = frozenset(  # bodies that approve what states give
    {
        "body/european-commission",
        "body/directorate-general-for-competition",
        "body/court-of-justice-of-the-european-union",
    }
)
REACH = 4  # tokens between the adjective and the word for the money


class GiverFinder:
    """Finds the governments behind adjectives and laws. `demonyms`: adjective -> id of the country."""

    def __init__(self, gazetteer: Gazetteer, demonyms: Mapping[str, str]) -> None:
        self.demonyms = demonyms
        self.governments: dict[str, str] = {}  # id of a country -> id of its government
        for entry in gazetteer.entries.values():
            country = gazetteer.get(entry.country) if entry.type == "government_body" else None
            if country is None:
                continue
            of = {
                form.casefold()
                for text, language, kind in country.labels
                if kind == "label" and language in ("", "en")
                for form in (f"government of {text}", f"government of the {text}", f"{text} government")
            }
            if any(text.casefold() in of for text, _, kind in entry.labels if kind == "label"):
                self.governments.setdefault(country.id, entry.id)

    def add(self, draft: Draft, tokens: Tokens, mentions: Sequence[Found], referents: Referents) -> None:
        """Fill the giver of public money that the draft leaves open; who approves its own money gives it."""
        if draft.type != "subsidy":
            return
        if draft.frame == "approve_aid":
            self._own_money(draft)
        else:
            self._above(draft)
        if draft.fills.get("investor"):
            return
        trigger = draft.trigger
        country, at = "", trigger.lo
        for k in range(max(0, trigger.lo - REACH), min(trigger.hi, len(tokens))):
            if tokens.lows[k] in self.demonyms:
                country, at = self.demonyms[tokens.lows[k]], k
        for mention in mentions:
            entry = mention.referent.entry if mention.referent is not None else None
            if not country and entry is not None and entry.type == "policy" and entry.country:
                country, at = entry.country, mention.lo
        referent = referents.by_id(self.governments.get(country, ""))
        if referent is None or any(m.referent is referent for ms in draft.fills.values() for m in ms):
            return
        referent.surfaces.setdefault(tokens.span(at, at + 1), "description")
        draft.fills["investor"] = [Found(at, at + 1, "name", referent.type, referent)]

    @staticmethod
    def _above(draft: Draft) -> None:
        """What stands above the states has little money of its own: it approves."""
        giver = next(iter(draft.fills.get("investor", [])), None)
        if giver is not None and giver.referent is not None and giver.referent.key in ABOVE_STATES:
            draft.fills.setdefault("regulator", draft.fills.pop("investor"))

    @staticmethod
    def _own_money(draft: Draft) -> None:
        """A national body that approves aid gives it; only what stands above the states approves what others give."""
        body = next(iter(draft.fills.get("regulator", [])), None)
        entry = body.referent.entry if body is not None and body.referent is not None else None
        if "investor" not in draft.fills and entry is not None and entry.id not in ABOVE_STATES:
            draft.fills["investor"] = draft.fills.pop("regulator")


def without_permits(drafts: Sequence[Draft]) -> list[Draft]:
    """Without the permits that are approvals of aid: "Brussels approved the subsidies for Infineon"."""
    approved = {
        (d.sentence, id(m.referent)) for d in drafts if d.type == "subsidy" for m in d.fills.get("regulator", ())
    }
    return [
        d
        for d in drafts
        if d.type != "license_grant"
        or "product" in d.fills
        or not any((d.sentence, id(m.referent)) in approved for m in d.fills.get("regulator", ()))
    ]
