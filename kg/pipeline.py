"""The stages of the house in one function: an article goes in, its entities and claims come out."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from kg.errors import KgError
from kg.extract.explain import Explanation
from kg.extract.explain import explain as _explain
from kg.extract.parse import check_parser, installed
from kg.extract.reader import read
from kg.gazetteer import gazetteer
from kg.link import link
from kg.model import Article, Extraction

BATCH = 16  # articles handed to a process at a time
WORTH = 400  # fewer articles are read sooner than a second process has loaded its word lists

Outcome = Extraction | KgError


def extract(article: Article, parser: str | None = None) -> Extraction:
    """Read an article, link what it speaks of, and return entities and claims.

    The article's `language` must be that of a language pack; DataError otherwise. parser: an installed spaCy pipeline
    that gives a second opinion on who does what, or `auto`; MissingDependencyError where the one named is missing.
    """
    return link(read(article, parser), gazetteer())


def extract_all(
    articles: Iterable[Article], jobs: int | None = None, parser: str | None = None
) -> Iterator[tuple[Article, Outcome]]:
    """Read many articles, in their order, each with its extraction or with the KgError that prevented it.

    jobs: processes to read with; None takes one for each core, and only one where the articles are few. The result
    does not depend on it. parser: as for `extract`.
    """
    check_parser(parser)
    source = iter(articles)
    several = jobs or _cores()
    first = list(islice(source, WORTH)) if jobs is None else []
    if several == 1 or (jobs is None and len(first) < WORTH):
        for article in chain(first, source):
            yield article, _attempt(article, parser)
        return
    with ProcessPoolExecutor(several, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from _pooled(pool, chain(first, source), several, parser)


def _pooled(
    pool: ProcessPoolExecutor, articles: Iterable[Article], jobs: int, parser: str | None
) -> Iterator[tuple[Article, Outcome]]:
    """The work goes out in batches, a few ahead of what is asked for, so that memory stays the same however many."""
    source = iter(articles)
    batches = iter(lambda: tuple(islice(source, BATCH)), ())
    under_way: deque[tuple[tuple[Article, ...], Future[list[Outcome]]]] = deque()
    for batch in chain(batches, [None] * 3 * jobs):
        if batch is not None:
            under_way.append((batch, pool.submit(_attempt_all, batch, parser)))
        if under_way and (batch is None or len(under_way) > 3 * jobs):
            done, future = under_way.popleft()
            try:
                outcomes = future.result()
            except BrokenProcessPool:
                hint = "read with --jobs 1, in less memory"
                raise KgError("a process that reads articles has died", place=done[0].id, mend=hint) from None
            yield from zip(done, outcomes, strict=True)


def _cores() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _attempt_all(articles: Iterable[Article], parser: str | None) -> list[Outcome]:
    return [_attempt(article, parser) for article in articles]


def _attempt(article: Article, parser: str | None) -> Outcome:
    try:
        return extract(article, parser)
    except KgError as error:
        return error


def installed_parsers() -> dict[str, str]:
    """Language -> the spaCy pipeline that `parser="auto"` takes for it, of those installed."""
    return installed()


def explain(article: Article) -> Explanation:
    """The same reading with its reasons: mentions, trigger words and what became of them, and why each claim is so."""
    return _explain(article)[1]
