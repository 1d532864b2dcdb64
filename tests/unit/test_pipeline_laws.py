"""What holds of every extraction, whatever the text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import DataError
from kg.gazetteer import gazetteer
from kg.iris import claim_id
from kg.lang import known_languages, load
from kg.model import Article, Extraction
from kg.pipeline import extract

NEWS = {
    "en": "According to Caixin (via Reuters), Tencent, Baidu and Alibaba bought 5,000 Nvidia H20 chips from ByteDance "
    "for about 2 billion yuan in March. ByteDance denied the report. The carmaker BMW, whose supplier Nexperia is "
    "owned by Wingtech, plans to order diodes. Foxglove Works Ltd (FWX) builds a plant in Dresden. Washington bans the "
    "export of the H20 to China. It could be sold if the rule ends.",
    "de": "Laut Caixin (via Reuters) kauften Tencent, Baidu und Alibaba im März 5.000 H20-Chips für rund 2 Milliarden "
    "Yuan von Bytedance. Bytedance dementierte den Bericht. Der Autobauer BMW, dessen Lieferant Nexperia zu Wingtech "
    "gehört, will Dioden bestellen. Die Fuchsbau GmbH (FBX) baut ein Werk in Dresden. Washington verbietet den Export "
    "des H20 nach China. Er könnte verkauft werden, falls die Regel endet.",
}
PROGRAM = """
import json, sys
from kg.model import Article
from kg.pipeline import extract
for language, text in json.load(sys.stdin).items():
    found = extract(Article("news", text, language=language, published="2025-05-14"))
    print(json.dumps(found.to_dict()), ascii(found))
"""


def read(text: str, language: str = "en") -> Extraction:
    return extract(Article("any", text, language=language, published="2025-05-14"))


def check(extraction: Extraction) -> None:
    """All offsets hold, all references lead somewhere, all ids are unique and follow from the content."""
    text = extraction.article.text
    ids = [e.id for e in extraction.entities]
    assert len(set(ids)) == len(ids)
    for entity in extraction.entities:
        assert entity.name and (gazetteer().get(entity.id) is None) == entity.provisional
        for mention in entity.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.text
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda m: (m.start, m.end))
    assert len({c.id for c in extraction.claims}) == len(extraction.claims)
    for claim in extraction.claims:
        assert claim.roles and all(claim.roles.values())
        used = {id for filled in claim.roles.values() for id in filled} | set(claim.disputed_by)
        assert used <= set(ids)
        assert claim.evidence and 0 < claim.score <= 1
        for span in (*claim.evidence, *claim.dispute_evidence, *(mark for _, mark in claim.marks)):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
        assert claim.id == claim_id("any", claim.type, claim.roles, claim.evidence)
    json.dumps(extraction.to_dict())


@lru_cache(maxsize=2)
def vocabulary(language: str) -> list[str]:
    """Words that mean something to the extractor, and some that mean nothing."""
    pack = load(language)
    names = sorted({text for e in gazetteer().entries.values() for text, code, _ in e.labels if code in ("", language)})
    cues = [word for cue in pack.data["modality"]["cue"] for word in cue["words"]]
    own = [word for value in pack.data["language"].values() if isinstance(value, list) for word in value]
    figures = ["$5 million", "3 Mrd. Euro", "5,000", "10 %", "2024", "March", "im März", "Q1", "13,7", "X900", "H20"]
    marks = [*",.;:()-–'\"„“»«!?…", "'s", "\n", "\n\n", "\u200b", "\u202e", "\ud800", "🙂", "長江", "İ", "ß", "ﬁ"]
    picked = names[:: max(1, len(names) // 300)]
    return [*picked, *sorted(pack.triggers)[::4], *sorted(pack.markers), *cues[::3], *own[::3], *figures, *(marks * 8)]


@pytest.mark.parametrize("language", sorted(NEWS))
def test_extraction_of_news_obeys_the_laws(language: str) -> None:
    extraction = read(NEWS[language], language)
    check(extraction)
    assert len(extraction.claims) >= 5


@settings(max_examples=120, deadline=None)
@given(st.data(), st.sampled_from(["de", "en"]))
def test_extraction_of_any_words_and_names_obeys_the_laws(data: st.DataObject, language: str) -> None:
    words = data.draw(st.lists(st.sampled_from(vocabulary(language)), max_size=50))
    check(read(data.draw(st.sampled_from([" ", " ", ""])).join(words), language))


@settings(max_examples=120, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=300), st.sampled_from(known_languages()))
def test_extraction_of_any_characters_obeys_the_laws(text: str, language: str) -> None:
    check(read(text, language))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(NEWS)), st.integers(0, 600), st.integers(0, 600), st.text(max_size=5))
def test_extraction_of_broken_news_obeys_the_laws(language: str, lo: int, hi: int, patch: str) -> None:
    text = NEWS[language]
    check(read(text[:lo] + patch + text[hi:], language))


@pytest.mark.parametrize("language", sorted(NEWS))
def test_the_same_text_twice_is_the_same_extraction(language: str) -> None:
    assert read(NEWS[language], language) == read(NEWS[language], language)


def test_reading_another_article_between_changes_nothing() -> None:
    before = read(NEWS["en"])
    read(NEWS["de"], "de")
    read("Foxglove Works Inc. sells Nvidia X900 chips to Bosch.")
    assert read(NEWS["en"]) == before


def test_the_hash_seed_changes_no_byte() -> None:
    said = set()
    for seed in ("1", "4711"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input=json.dumps(NEWS),
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            timeout=120,
            check=True,
        )
        said.add(done.stdout)
    assert len(said) == 1
    assert len(said.pop()) > 1000


def test_ids_depend_on_the_article_and_on_nothing_else() -> None:
    text = "AMD sells processors to Oracle."
    first = extract(Article("a", text, language="en"))
    other = extract(Article("b", text, language="en"))
    titled = extract(Article("a", text, title="News", language="en", outlet="Reuters", published="2024-01-01"))
    assert first.claims[0].id != other.claims[0].id
    assert first.claims == titled.claims
    assert [e.id for e in first.entities] == [e.id for e in other.entities]


@pytest.mark.parametrize("language", known_languages())
@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", ".", ",,,", "()", "\ufeff", "\x00"])
def test_extraction_of_nothing_is_nothing(text: str, language: str) -> None:
    extraction = read(text, language)
    assert (extraction.entities, extraction.claims) == ((), ())


def test_extraction_in_a_language_without_a_pack_names_it() -> None:
    for language in ("", "qq"):
        with pytest.raises(DataError, match=r"known: .*de.*en"):
            read("AMD sells processors to Oracle.", language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "AMD sells processors to Oracle. " * 6250),
        ("de", "AMD verkauft Prozessoren an Oracle. " * 5500),
        ("en", "," * 50_000),
        ("de", "," * 50_000),
        ("en", "Tencent, " * 20_000),
        ("de", "Tencent " * 20_000),
        ("en", "Zorblax Inc. " * 10_000),
        ("de", "Zorblax GmbH " * 10_000),
        ("en", "sells " * 30_000),
        ("de", "liefert " * 30_000),
        ("en", "(" * 50_000),
        ("en", "$5 million " * 10_000),
        ("en", "a" * 200_000),
        ("de", "A-" * 50_000),
        ("en", "which " * 20_000),
        ("de", "die " * 20_000),
    ],
    ids=lambda value: value[:12].strip(),
)
def test_extraction_of_long_and_dull_texts_returns(language: str, text: str) -> None:
    check(read(text, language))
