"""Every language pack is sound: its files keep the schema and its examples are read as they say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from shutil import copytree
from types import SimpleNamespace
from typing import Any

import pytest

from kg import resources
from kg.evaluate import pack_hints, packs
from kg.lang import known_languages, load


def examples(code: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = tomllib.loads((resources.language_dir() / code / "examples.toml").read_text("utf-8"))[
        "example"
    ]
    return data


@pytest.mark.parametrize("code", known_languages())
def test_pack_has_no_fault(code: str) -> None:
    assert [str(fault) for fault in packs.check_pack(code).faults] == []


@pytest.mark.parametrize("code", known_languages())
def test_pack_has_examples_of_both_kinds_and_few_goals(code: str) -> None:
    sentences = examples(code)
    positive = [example for example in sentences if example["claims"]]
    assert len(positive) >= 40
    assert len(sentences) - len(positive) >= 10
    assert sum(bool(example.get("open")) for example in sentences) <= len(sentences) / 10


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the English pack that may be broken."""
    folder = tmp_path / "lang"
    folder.mkdir()
    for name in ("frames.toml", "schema.toml"):
        (folder / name).write_bytes((resources.language_dir() / name).read_bytes())
    copytree(resources.language_dir() / "en", folder / "en")
    monkeypatch.setattr(packs, "language_dir", lambda: folder)
    return folder / "en"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("language.toml", "determiners =", "determinors =", "en/language.toml [determinors]: nothing reads this key"),
        ("language.toml", "determiners =", "determinors =", "en/language.toml [determiners]: the key is missing"),
        ("language.toml", 'subordinators = ["because"', 'subordinators = ["Because"', "'Because': has a capital"),
        ("language.toml", 'so_words = ["as"]', 'so_words = ["as", "as"]', "[so_words] 'as': stands twice"),
        ("language.toml", "compounds = false", 'compounds = "no"', "[compounds]: is to be of the kind flag"),
        ("markers.toml", "[markers]", "[markers", "en/markers.toml: no TOML"),
        ("attribution.toml", "denial_verbs = [", 'denial_verbs = ["", ', "[denial_verbs]: is no word"),
    ],
)
def test_a_broken_file_is_named_with_key_and_entry(pack: Path, file: str, old: str, new: str, told: str) -> None:
    text = (pack / file).read_text("utf-8")
    assert old in text
    (pack / file).write_text(text.replace(old, new, 1), "utf-8")
    assert any(told in str(fault) for fault in packs.check_files("en"))


def test_a_missing_file_is_named(pack: Path) -> None:
    (pack / "dates.toml").unlink()
    assert [str(fault) for fault in packs.check_files("en")] == ["en/dates.toml: the file is missing"]


def test_examples_that_are_not_read_are_faults_and_goals_that_are_reached_too() -> None:
    right = {
        "text": "Micron supplies Dell with DRAM.",
        "claims": ["supply | supplier=Micron | buyer=Dell Technologies"],
    }
    wrong = {"text": "Dell supplies Micron with servers.", "claims": ["sale | supplier=Micron"]}
    none = {"text": "Micron supplies HP with DRAM.", "claims": []}
    odd = {"text": "Micron supplies Apple with DRAM.", "claims": ["supply | seller=Micron"]}

    def why(*examples: dict[str, Any]) -> list[str]:
        return [fault.why for fault in packs.check_examples("en", examples)]

    assert why(right) == []
    given = "supply | buyer=Micron | product=Servers | supplier=Dell Technologies"
    assert why(wrong) == [f"does not yield sale | supplier=Micron, but gives {given}"]
    assert why(none) == ["must yield no claim, but gives supply | buyer=HP | product=DRAM | supplier=Micron"]
    assert why(odd) == ["no role and no field: 'seller=Micron'"]
    assert why({**wrong, "open": True}) == []
    assert why({**right, "open": True}) == ["is read by now: take `open` away"]
    assert why(right, right) == ["stands twice"]


def test_references_of_a_pack_must_lead_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = [{"frame": "sell", "verb": ["sell", "sell"], "colour": "red", "modality": "perhaps"}]
    assert [f"{f.entry}: {f.why}" for f in packs._triggers("x", blocks)] == [
        "colour: nothing reads this key",
        "perhaps: is no modality",
        "sell: stands twice",
    ]
    cues = [{"modality": "planned", "words": ["will", "Will"], "position": "above"}]
    assert [f"{f.entry}: {f.why}" for f in packs._cues("x", cues)] == [
        "above: is no position: before, after or any",
        "Will: stands twice",
    ]


def test_a_name_of_two_things_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(packs.check_names("sv")) == []
    owners = {"titan": ("product/openai-titan", "product/titanium")}
    monkeypatch.setattr(packs, "_owners", lambda: owners)
    labels = {"product/titanium": [("Titan", "sv", "label"), ("titanium", "en", "label")]}
    entries = {key: SimpleNamespace(id=key, labels=own) for key, own in labels.items()}
    monkeypatch.setattr(packs, "gazetteer", lambda: SimpleNamespace(entries=entries))
    assert [str(fault) for fault in packs.check_names("sv")] == [
        "ontology/gazetteer [@sv] 'Titan': stands for product/openai-titan and product/titanium"
    ]
    assert list(packs.check_names("de")) == []


def test_every_key_of_the_schema_is_of_a_known_kind() -> None:
    for keys in packs._schema().values():
        for kind, meaning in keys.values():
            assert kind.rstrip("!") in packs.KINDS and meaning


def test_every_pack_loads_with_its_own_code() -> None:
    assert [load(code).code for code in known_languages()] == known_languages()


def test_what_a_pack_lacks_is_told_without_being_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not any("no forms" in hint for hint in pack_hints.pack_hints("sv"))
    monkeypatch.setattr(pack_hints, "_lemmas", lambda language: {"leverera", "inne+hålla", "kringgå"})
    assert [hint for hint in pack_hints.pack_hints("sv") if "forms" in hint] == [
        "no forms are made of kringgå: add them to [irregular], or set `+` before the verb they end in"
    ]
    monkeypatch.setattr(pack_hints, "_nameless", lambda code: iter(["Wafers"]))
    assert "ontology/gazetteer has no @sv name for 1 generic goods: Wafers" in pack_hints.pack_hints("sv")
