"""A language pack is read from its folder, and a fault in it is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from kg.errors import DataError
from kg.lang import Cue, Language, TriggerForm, frames, known_languages, load
from kg.lang import pack as module
from kg.model import ClaimType, Modality, Role

FOLDER_OF = {
    "language": 'name = "Quenya"\nown_name = "Quenya"\ncompounds = true\ndeterminers = ["I", "i"]',
    "morphology": '[[verb]]\nmatch = "(.*)a"\ninfinitive = ["{0}a"]\nfinite = ["{0}ar"]\nparticiple = ["{0}ina"]',
    "markers": '[markers]\n"ana" = ["to"]\n"et ho" = ["from"]',
    "triggers": '[[trigger]]\nframe = "sell"\nverb = ["vaca"]\nnoun = ["Vaca-le", "vacale"]\nphrase = ["{vaca} oa"]',
    "modality": '[[cue]]\nmodality = "planned"\nwords = ["nauva"]\nposition = "before"\nstrength = 2',
}


@pytest.fixture
def language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Language]:
    """Loads a made-up language whose files a test may replace."""

    def make(**files: str) -> Language:
        folder = tmp_path / "qq"
        folder.mkdir(exist_ok=True)
        for name, text in {**FOLDER_OF, **files}.items():
            (folder / f"{name}.toml").write_text(text, "utf-8")
        monkeypatch.setattr(module, "language_dir", lambda: tmp_path)
        return load.__wrapped__("qq")

    frames()  # the frames are those of the package
    return make


def test_known_languages_are_the_folders_with_a_language_file() -> None:
    assert {"de", "en"} <= set(known_languages())
    assert known_languages() == sorted(known_languages())


@pytest.mark.parametrize("code", ["", "qq", "DE", "english"])
def test_an_unknown_language_is_named_with_those_that_exist(code: str) -> None:
    with pytest.raises(DataError, match=r"known: .*de.*en"):
        load(code)


def test_a_pack_is_compiled_from_its_files(language: Callable[..., Language]) -> None:
    pack = language()
    assert (pack.code, pack.name, pack.own_name) == ("qq", "Quenya", "Quenya")
    assert pack.words("determiners") == {"i"}
    assert pack.words("no such list") == frozenset()
    assert pack.flag("compounds") and not pack.flag("ordinal_dot")
    assert pack.markers == {"ana": ("to",)}
    assert [h.value for h in pack.long_markers.find(["et", "ho"])] == [("from",)]


def test_triggers_are_forms_nouns_and_phrases(language: Callable[..., Language]) -> None:
    pack = language()
    assert pack.triggers["vacar"] == (TriggerForm("sell", "verb", "finite"),)
    assert pack.triggers["vacina"] == (TriggerForm("sell", "verb", "participle"),)
    assert pack.triggers["vacale"] == (TriggerForm("sell", "noun", "noun"),)
    assert [h.value.kind for h in pack.trigger_phrases.find(["vaca", "le"])] == ["noun"]
    assert [h.value.kind for h in pack.trigger_phrases.find(["vacar", "oa"])] == ["phrase"]


def test_cues_carry_their_modality_and_side(language: Callable[..., Language]) -> None:
    assert [h.value for h in language().cues.find(["nauva"])] == [Cue("planned", "before", 2)]


def test_a_missing_file_is_an_empty_one(language: Callable[..., Language], tmp_path: Path) -> None:
    language()
    for name in ("morphology", "markers", "triggers", "modality"):
        (tmp_path / "qq" / f"{name}.toml").unlink()
    pack = load.__wrapped__("qq")
    assert pack.triggers == {} and pack.markers == {}


def test_broken_toml_is_named(language: Callable[..., Language]) -> None:
    with pytest.raises(DataError, match=r"qq/markers\.toml"):
        language(markers="[markers\n")


def test_an_unknown_frame_is_named_with_its_block(language: Callable[..., Language]) -> None:
    second = '\n[[trigger]]\nframe = "juggle"\nnoun = ["x"]'
    with pytest.raises(DataError, match=r"unknown frame 'juggle'") as caught:
        language(triggers=FOLDER_OF["triggers"] + second)
    assert caught.value.place == "qq/triggers.toml [[trigger]] 2"


def test_a_frame_without_a_claim_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "frames.toml").write_text('[juggle]\nsubj = ["supplier"]', "utf-8")
    monkeypatch.setattr(module, "language_dir", lambda: tmp_path)
    with pytest.raises(DataError, match=r"frames\.toml \[juggle\]"):
        frames.__wrapped__()


def test_frames_speak_of_claims_and_roles_of_the_model() -> None:
    for frame in frames().values():
        assert {frame.claim, frame.lot or frame.claim, frame.money or frame.claim} <= set(get_args(ClaimType))
        assert {role for held in frame.functions.values() for role in held} <= set(get_args(Role))
        assert {role for need in frame.need for role in need} <= set(get_args(Role))
        assert frame.default is None or frame.default in get_args(Modality)


def test_frames_lead_only_to_frames() -> None:
    known = frames()
    for frame in known.values():
        others = {frame.firms_only, frame.received, *frame.when_obj.values()} - {None}
        assert others <= set(known), frame.name


def test_frames_can_fill_what_they_need() -> None:
    for frame in frames().values():
        fillable = {role for held in frame.functions.values() for role in held}
        for need in frame.need:
            assert set(need) <= fillable, (frame.name, need)


def test_a_pack_is_read_once() -> None:
    assert load("de") is load("de")
