"""Language packs: one folder of TOML per language, read into `Language` values."""

from kg.lang.pack import Cue, Frame, Language, TriggerForm, frames, known_languages, load, person_names

__all__ = ["Cue", "Frame", "Language", "TriggerForm", "frames", "known_languages", "load", "person_names"]
