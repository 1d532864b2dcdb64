"""Many articles are read in several processes, and nothing of the result tells so."""

from __future__ import annotations

from itertools import count

from kg.errors import KgError
from kg.extract.reader import reader
from kg.model import Article, Extraction
from kg.pipeline import extract_all

TEXT = "Samsung supplies HBM{} chips to Nvidia."


def news(number: int, language: str = "en") -> Article:
    return Article(f"a{number}", TEXT.format(number), language=language)


def plain(outcomes: list[tuple[Article, Extraction | KgError]]) -> list[tuple[str, object]]:
    return [(a.id, str(o) if isinstance(o, KgError) else o.to_dict()) for a, o in outcomes]


def test_two_processes_give_the_same_in_the_same_order_as_one() -> None:
    articles = [news(n) for n in range(50)]
    assert plain(list(extract_all(articles, jobs=2))) == plain(list(extract_all(articles, jobs=1)))


def test_an_article_that_cannot_be_read_comes_back_as_its_error_and_the_others_go_on() -> None:
    articles = [news(0), news(1, "tlh"), news(2)]
    for jobs in (1, 2):
        good, bad, after = (outcome for _, outcome in extract_all(articles, jobs=jobs))
        assert isinstance(bad, KgError) and "tlh" in str(bad) and bad.message
        assert isinstance(good, Extraction) and isinstance(after, Extraction)


def test_articles_are_taken_from_an_endless_stream_as_they_are_asked_for() -> None:
    stream = extract_all((news(n) for n in count()), jobs=2)
    assert [next(stream)[0].id for _ in range(40)] == [f"a{n}" for n in range(40)]
    stream.close()  # type: ignore[attr-defined]


def test_a_language_is_loaded_once_whether_a_parser_is_named_as_none_or_not_at_all() -> None:
    assert reader("en") is reader("en", None)
