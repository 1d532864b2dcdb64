"""A spaCy pipeline component: `nlp.add_pipe("chip_claims")`, results in `doc._.claims`.

It needs no statistical model and works in `spacy.blank("de")` as in any trained pipeline. It stands beside the
pipeline and not in the extraction room, because what it hands over is linked.
"""

from __future__ import annotations

import warnings
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.article.language import detect_language
from kg.errors import InputError
from kg.iris import short_hash
from kg.model import Article, Claim, Extraction
from kg.pipeline import extract

SPANS = "chip_claims"
LONG_ENOUGH = 120  # characters in which a language can be told


def _register() -> None:
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=())
    if not Doc.has_extension("extraction"):
        Doc.set_extension("extraction", default=None)


class ChipClaims:
    """Reads the text of a doc.

    Sets `doc._.claims` (a tuple of `kg.model.Claim`), `doc._.extraction` (claims with their entities) and
    `doc.spans["chip_claims"]` (the trigger words, labelled with the claim type). Offsets are characters of `doc.text`.
    """

    def __init__(self, language: str, published: str | None = None) -> None:
        self.language = language
        self.published = published
        _register()

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        article = Article(short_hash(text), text, language=self.language, published=self.published)
        extraction: Extraction = extract(article)
        if not extraction.claims:
            self._warn_if_foreign(text)
        doc._.claims = extraction.claims
        doc._.extraction = extraction
        doc.spans[SPANS] = [span for claim in extraction.claims if (span := _trigger(doc, claim)) is not None]
        return doc

    def _warn_if_foreign(self, text: str) -> None:
        """Say so where nothing was read because the text is in another language than the pipeline."""
        if len(text) < LONG_ENOUGH:
            return
        try:
            found = detect_language(text, place="doc")
        except InputError:
            return
        if found != self.language:
            warnings.warn(
                f"this text looks like {found!r}, but the pipeline reads {self.language!r}: no claims were found; "
                f"use spacy.blank({found!r})",
                UserWarning,
                stacklevel=3,
            )


def _trigger(doc: Doc, claim: Claim) -> Any:
    for role, mark in claim.marks:
        if role == "trigger":
            return doc.char_span(mark.start, mark.end, label=claim.type, alignment_mode="expand")
    return None


@Language.factory("chip_claims", default_config={"published": None}, assigns=["doc._.claims", "doc._.extraction"])
def create_chip_claims(nlp: Language, name: str, published: str | None) -> ChipClaims:
    """The factory that the entry point names. `published` (YYYY-MM-DD) is the day relative dates are counted from."""
    return ChipClaims(nlp.lang or "", published)
