"""Which language a text is in, among those the package knows and those it has to turn away.

The package knows a language if `kg/lang` has a folder for it. The detector also weighs the larger languages that
are not known, so that a Finnish text is refused as Finnish and not read as bad German.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from kg import resources
from kg.article.clean import shown
from kg.errors import InputError

# Languages with a press of their own. Small neighbours of large languages (Luxembourgish, Galician, Afrikaans) are
# left out: in short texts they draw more wrong guesses than right ones. So are Serbian and Uzbek, which the model
# counts twice, once for each script, and which therefore win where nothing speaks for any language.
_WEIGHED = (
    "ar be bg bn ca cs da de el en es et fa fi fr he hi hr hu hy id is it ja ka kk ko lt lv mk mn ms nl no pl pt ro ru "
    "sk sl sq sv ta th tr uk ur vi zh"
)
_SAMPLE = 4_000  # characters; more do not change the answer
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LATIN_PER_EAST_ASIAN = 3  # letters that say as much as one character
_ADDRESS = re.compile(r"https?://\S+|\b[\w.-]+@[\w.-]+", re.ASCII)
_FEWEST = 3  # letters; below, there is nothing to tell a language by
_SHORT = 60  # letters; below, a language not known must win by far
_LEAD = {True: 20.0, False: 1.5}  # how many times likelier than the best known one: in short texts, in others


def known_languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that articles may be in, sorted."""
    return tuple(sorted(path.parent.name for path in resources.language_dir().glob("*/language.toml")))


def check_language(code: str, *, place: str) -> str:
    """The ISO 639-1 code in a language tag ("de", "DE", "de-AT"), which must be a language known here.

    Raises InputError, blaming `place`, if it is not.
    """
    base = code.strip().lower().replace("_", "-").partition("-")[0]
    if base not in known_languages():
        raise _not_known(base if base.isalpha() and base.isascii() else code, place)
    return base


def detect_language(text: str, *, place: str) -> str:
    """The ISO 639-1 code of the language that most of `text` is in.

    Raises InputError, blaming `place`, if that language is not known or the text is too short to tell.
    """
    known = known_languages()
    sample = _main_script(_ADDRESS.sub(" ", text[:_SAMPLE]))
    ranked: list[tuple[str, float]] = _identifier(known).rank(sample)
    best, likelihood = ranked[0]
    letters = _letters(sample)
    if letters < _FEWEST or likelihood == ranked[-1][1]:  # equal: not one letter sequence that the detector knows
        raise InputError(
            "the language cannot be told, there are too few words",
            place=place,
            mend=f"say it: language or the key 'lang', one of {', '.join(known)}",
        )
    if best in known:
        return best
    second, likelihood_of_known = next(((code, value) for code, value in ranked if code in known), ("", 0.0))
    if likelihood >= _LEAD[letters < _SHORT] * likelihood_of_known:
        raise _not_known(best, place)
    return second


def _not_known(code: str, place: str) -> InputError:
    return InputError(
        f"language {shown(code)} is not known; known: {', '.join(known_languages())}",
        place=place,
        mend="leave this text out, or name the right language if this is wrong",
    )


def _letters(sample: str) -> int:
    east_asian = len(_EAST_ASIAN.findall(sample))
    return sum(map(str.isalpha, sample)) + east_asian * (_LATIN_PER_EAST_ASIAN - 1)


def _main_script(sample: str) -> str:
    """The sample without the letters of the lesser script: a German text may quote 字节跳动, a Chinese one NVIDIA."""
    latin, east_asian = len(_LATIN.findall(sample)), len(_EAST_ASIAN.findall(sample))
    if not latin or not east_asian:
        return sample
    lesser = _EAST_ASIAN if latin > _LATIN_PER_EAST_ASIAN * east_asian else _LATIN
    return lesser.sub(" ", sample)


@lru_cache(maxsize=2)
def _identifier(known: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 0.8 s with its model: only where it is needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted({*_WEIGHED.split(), *known}.intersection(identifier.labels)))
    return identifier
