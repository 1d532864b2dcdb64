"""A language pack: the TOML files of one folder, checked and compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.lang.forms import Morphology
from kg.lang.phrases import PhraseTable
from kg.lang.segment import ENDINGS, RUN, GluedSegmenter, Script, Segmenter, lexicon_words
from kg.resources import language_dir

FILES = (
    "language",
    "morphology",
    "markers",
    "triggers",
    "modality",
    "attribution",
    "descriptions",
    "quantities",
    "dates",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of deal: its claim type and the roles each grammatical function may fill."""

    name: str
    claim: str
    functions: Mapping[str, tuple[str, ...]]
    need: tuple[tuple[str, ...], ...]
    lot: str | None = None
    money: str | None = None
    default: str | None = None
    detail: str | None = None
    swap: bool = False
    sides: bool = False
    pair: tuple[str, ...] = ()
    firms_only: str | None = None
    received: str | None = None
    denied: str | None = None
    follows: bool = False
    clears: bool = False
    signed: bool = False
    whole: bool = False
    when_obj: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """A printed word that evokes a frame. `kind`: verb, noun, role_noun, adjective or phrase."""

    frame: str
    kind: str
    feature: str = ""
    particle: str = ""
    modality: str | None = None
    voice: str = ""
    mood: str = ""  # future or conditional


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that colours a claim: its modality, and on which side of the trigger it stands."""

    modality: str
    position: str = "any"
    strength: int = 1
    claims: frozenset[str] = frozenset()  # only claims of these types; none: of all


@dataclass(frozen=True)
class Language:
    """Everything the extractor knows of one language."""

    code: str
    name: str
    own_name: str
    data: Mapping[str, Mapping[str, Any]]
    morphology: Morphology
    markers: Mapping[str, tuple[str, ...]]
    long_markers: PhraseTable[tuple[str, ...]]
    triggers: Mapping[str, tuple[TriggerForm, ...]]
    trigger_phrases: PhraseTable[TriggerForm]
    not_triggers: PhraseTable[bool]  # whether the phrase has a gap: then only its ends are hidden
    cues: PhraseTable[Cue]
    frames: Mapping[str, Frame]
    script: Script

    def segmenter(self, names: Iterable[str]) -> Segmenter | None:
        """What cuts the text into words where the language sets no spaces; `names` are known beside the lists."""
        if not self.script.segmented:
            return None
        base = self.data["language"]
        ordinary = (w for line in base.get("ordinary_words", ()) for w in line.split())
        endings = {
            key: [w for line in base[key] for w in line.split()] for key in (*ENDINGS, "name_endings") if key in base
        }
        own = lexicon_words((t for k, t in self.data.items() if k != "morphology"), self.script) | self._verb_forms()
        known = (w for name in names for w in self.script.split(name) if len(w) > 1)
        if ENDINGS[0] in endings:
            return GluedSegmenter(self.script, own, ordinary, known, base.get("cut", ()), endings)
        return Segmenter(self.script, own, ordinary, known, base.get("cut", ()))

    def _verb_forms(self) -> set[str]:
        """The forms of all verbs, so that the text is cut at them where verbs have endings (Japanese)."""
        said = self.data["attribution"]
        lemmas = {v for key in ("say_verbs", "denial_verbs", "told", "find_verbs") for v in said.get(key, ())}
        lemmas.update(slot for phrase in strings(self.data) for slot in re.findall(r"\{([^}]+)\}", phrase))
        made = (form.text for lemma in lemmas for form in self.morphology.forms(lemma))
        return {word for word in (*made, *self.triggers) if RUN.fullmatch(word)}

    def phrase_forms(self, feature: str) -> frozenset[str]:
        """The forms of the verbs in the phrases of the triggers that have this feature."""
        lemmas = {slot for phrase in strings(self.data["triggers"]) for slot in re.findall(r"\{([^}]+)\}", phrase)}
        return frozenset(f.text for lemma in lemmas for f in self.morphology.forms(lemma) if f.feature == feature)

    def words(self, key: str) -> frozenset[str]:
        """A list of `language.toml` as a set of lower-case words."""
        return _word_set(self, key)

    def endings(self, key: str) -> tuple[str, ...]:
        """A list of `language.toml` as a tuple, for `str.endswith`; empty where the language has none."""
        return tuple(self.data["language"].get(key, ()))

    def flag(self, key: str) -> bool:
        return bool(self.data["language"].get(key, False))


def strings(value: Any) -> Iterator[str]:
    """All strings of a TOML value, however deep they lie."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from strings(inner)


@lru_cache(maxsize=512)
def _cached_words(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(v.casefold() for v in values)


def _word_set(language: Language, key: str) -> frozenset[str]:
    return _cached_words(tuple(language.data["language"].get(key, ())))


def known_languages() -> list[str]:
    """Codes of the languages that have a pack, sorted."""
    return sorted(p.parent.name for p in language_dir().glob("*/language.toml"))


@lru_cache(maxsize=1)
def frames() -> Mapping[str, Frame]:
    """The frames of `frames.toml`, common to all languages."""
    path = language_dir() / "frames.toml"
    out: dict[str, Frame] = {}
    plain = {f.name for f in fields(Frame)} - {"name", "functions"}
    for name, table in _read(path).items():
        if "claim" not in table:
            raise DataError("a frame needs a claim type", place=f"{path.name} [{name}]", mend="add `claim`")
        out[name] = Frame(
            name,
            table["claim"],
            {k: tuple(v) for k, v in table.items() if k not in plain},
            tuple(tuple(n) for n in table.get("need", ())),
            table.get("lot"),
            table.get("money"),
            table.get("default"),
            table.get("detail"),
            bool(table.get("swap")),
            bool(table.get("sides")),
            tuple(table.get("pair", ())),
            table.get("firms_only"),
            table.get("received"),
            table.get("denied"),
            bool(table.get("follows")),
            bool(table.get("clears")),
            bool(table.get("signed")),
            bool(table.get("whole")),
            table.get("when_obj", {}),
        )
    return out


@lru_cache(maxsize=1)
def person_names() -> tuple[frozenset[str], frozenset[str]]:
    """First names, and family names of East Asia, lower-case: `names.toml`, common to all languages."""
    data = _read(language_dir() / "names.toml")
    given, family = (frozenset(w.casefold() for w in data.get(key, ())) for key in ("given", "family"))
    return given, family


@lru_cache(maxsize=16)
def load(code: str) -> Language:
    """The language pack with this ISO 639-1 code; DataError names file and key of a fault."""
    folder = language_dir() / code
    if not (folder / "language.toml").is_file():
        raise DataError(
            f"no language pack for {code!r}", place=str(code), mend="known: " + ", ".join(known_languages())
        )
    data = {name: _read(folder / f"{name}.toml") for name in FILES}
    base = data["language"]
    script = Script(base)
    endings = base.get("participle_endings", base.get("adjective_endings", ()))
    morphology = Morphology(data["morphology"], endings)
    markers: dict[str, tuple[str, ...]] = {}
    long_markers: PhraseTable[tuple[str, ...]] = PhraseTable(morphology, script.split)
    for phrase, functions in data["markers"].get("markers", {}).items():
        if " " in phrase:
            long_markers.add(phrase, tuple(functions))
        else:
            markers[phrase.casefold()] = tuple(functions)
    triggers, phrases = _triggers(folder / "triggers.toml", data["triggers"], morphology, script)
    not_triggers: PhraseTable[bool] = PhraseTable(morphology, script.split)
    for phrase in data["triggers"].get("not_triggers", ()):
        not_triggers.add(phrase, "..." in phrase)
    cues: PhraseTable[Cue] = PhraseTable(morphology, script.split)
    for cue in data["modality"].get("cue", ()):
        of = frozenset(cue.get("claims", ()))
        value = Cue(cue["modality"], cue.get("position", "any"), int(cue.get("strength", 1)), of)
        cues.add_all(cue["words"], value)
    return Language(
        code,
        base["name"],
        base["own_name"],
        data,
        morphology,
        markers,
        long_markers,
        triggers,
        phrases,
        not_triggers,
        cues,
        frames(),
        script,
    )


def _triggers(
    path: Path, data: Mapping[str, Any], morphology: Morphology, script: Script
) -> tuple[dict[str, tuple[TriggerForm, ...]], PhraseTable[TriggerForm]]:
    found: dict[str, dict[TriggerForm, None]] = {}
    phrases: PhraseTable[TriggerForm] = PhraseTable(morphology, script.split)
    for number, block in enumerate(data.get("trigger", ()), start=1):
        frame = block.get("frame")
        if frame not in frames():
            raise DataError(
                f"unknown frame {frame!r}",
                place=f"{path.parent.name}/{path.name} [[trigger]] {number}",
                mend="use a frame of frames.toml",
            )
        modality, voice = block.get("modality"), block.get("voice", "")
        for lemma in block.get("verb", ()):
            for form in morphology.forms(lemma):
                entry = TriggerForm(
                    frame, "verb", form.feature, form.particle, modality, voice or form.voice, form.mood
                )
                found.setdefault(form.text.casefold(), {})[entry] = None
        for kind in ("noun", "role_noun", "adjective"):
            for word in block.get(kind, ()):
                entry = TriggerForm(frame, kind, kind, modality=modality, voice=voice)
                if len(word.split()) > 1 or "-" in word:
                    phrases.add(word, entry)
                else:
                    found.setdefault(word.casefold(), {})[entry] = None
        phrases.add_all(block.get("phrase", ()), TriggerForm(frame, "phrase", "finite", modality=modality, voice=voice))
    return {word: tuple(forms) for word, forms in found.items()}, phrases


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(str(error), place=f"{path.parent.name}/{path.name}", mend="mend the TOML") from error
