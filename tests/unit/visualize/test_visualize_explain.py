"""The page that explains a reading runs nothing and hides nothing."""

from __future__ import annotations

from html.parser import HTMLParser

from kg.model import Article
from kg.pipeline import explain
from kg.visualize.explain import render_explanations

TEXT = "Infineon <b>supplies</b> BMW with microcontrollers. ‘Script’ <script>alert(1)</script> ends it."


def page(text: str = TEXT) -> str:
    return render_explanations([explain(Article("a", text, "A <title>", language="en"))])


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_page_escapes_the_article_and_has_no_script() -> None:
    reader = Reader()
    reader.feed(page())
    assert "script" not in reader.tags and "b" not in reader.tags[reader.tags.index("section") :][:1]
    assert "<script>alert(1)</script>" in "".join(reader.words)


def test_page_shows_claim_roles_and_reasons() -> None:
    shown = page("Infineon supplies BMW with microcontrollers.")
    for words in ("supplier", "Infineon", "the subject, before “supplies”", "mention company", "of the frame supply"):
        assert words in shown


def test_page_is_the_same_every_time_and_says_where_there_is_no_claim() -> None:
    assert page() == page()
    assert "No claim was found." in page("It rained all day.")
