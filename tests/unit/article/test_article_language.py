"""The language of a text is told among the known ones, and others are turned away by name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg import article, resources
from kg.errors import InputError


def detect(text: str) -> str:
    return article.detect_language(text, place="here")


def test_known_languages_are_the_folders_of_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"de", "en"} <= set(article.known_languages())
    for code in ("sv", "fi"):
        (tmp_path / code).mkdir()
    (tmp_path / "fi" / "language.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr(resources, "language_dir", lambda: tmp_path)
    assert article.known_languages() == ("fi",)
    assert detect("Yhtiö kertoi maanantaina, että se toimittaa ensimmäiset piirit asiakkaalle kesällä.") == "fi"
    with pytest.raises(InputError, match="language 'sv' is not known; known: fi"):
        article.check_language("sv", place="here")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Werke laufen wieder.", "de"),
        ("The plants are running again.", "en"),
        ("Tencent kauft Chips bei Huawei", "de"),
        ("Chips sold to Tencent", "en"),
        ("DER KONZERN LIEFERT NICHT MEHR NACH CHINA", "de"),
        ("Der Konzern 字节跳动 (ByteDance) hat nach Angaben der Zeitung 财经 neue Karten bestellt.", "de"),
        ("See https://example.org/der/die/das for what the foundry told its customers.", "en"),
        ("🚀 Die Fabrik in Dresden öffnet im Herbst 🚀", "de"),
    ],
)
def test_short_and_mixed_texts(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Yhtiö kertoi maanantaina, että se toimittaa ensimmäiset piirit asiakkaalle kesällä.", "fi"),
        ("Społka poinformowała w poniedziałek, że dostarczy klientowi pierwsze układy przed latem.", "pl"),
        ("Компания сообщила, что поставит первые микросхемы заказчику до лета.", "ru"),
        ("A vállalat hétfőn közölte, hogy az első áramköröket még a nyár előtt leszállítja az ügyfélnek.", "hu"),
        ("Η εταιρεία ανακοίνωσε ότι θα παραδώσει τα πρώτα τσιπ στον πελάτη πριν από το καλοκαίρι.", "el"),
    ],
)
def test_other_languages_are_refused_by_name(text: str, language: str) -> None:
    with pytest.raises(InputError, match=f"here: language '{language}' is not known; known: .*de.*en"):
        detect(text)


@pytest.mark.parametrize("text", ["17", "!?", "A100"])
def test_too_few_words_ask_for_the_language(text: str) -> None:
    with pytest.raises(InputError, match="cannot be told") as caught:
        detect(text)
    assert "one of" in caught.value.mend


@pytest.mark.parametrize("code", ["de", "DE", "de-AT", "de_CH", " de "])
def test_tag_is_cut_to_its_language(code: str) -> None:
    assert article.check_language(code, place="lang") == "de"


def test_heavy_libraries_are_loaded_when_they_are_needed() -> None:
    heavy = "{'py3langid', 'trafilatura', 'markdown_it', 'numpy'}"
    program = f"import sys, kg.article; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
