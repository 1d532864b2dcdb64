"""From the paths on the command line to extractions: a bad input is one line on stderr, and the others go on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from kg.cli.console import Status, Talk
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.model import Article, Extraction

T = TypeVar("T")
STDIN = "-"


class Intake:
    """Reads articles and keeps count of what could be read and what could not.

    talk: where complaints and progress go.
    language: the language of all articles; None detects it. jobs: processes to read with; None: as many as pay.
    parser: the spaCy pipeline that gives a second opinion, or `auto`.
    """

    def __init__(
        self, talk: Talk, language: str | None = None, jobs: int | None = None, parser: str | None = None
    ) -> None:
        self._talk = talk
        self._language = language
        self._jobs = jobs
        self._parser = parser
        self._read = 0
        self._failed = 0

    def extractions(self, paths: list[str]) -> Iterator[Extraction]:
        """What each article of the paths says, one after the other; `-` stands for standard input."""
        from kg.pipeline import extract_all

        return self._counted(outcome for _, outcome in extract_all(self._articles(paths), self._jobs, self._parser))

    def results(self, paths: list[str], read: Callable[[Article], T]) -> Iterator[T]:
        """What `read` makes of each article of the paths."""

        def attempt(article: Article) -> T | KgError:
            try:
                return read(article)
            except KgError as error:
                return error

        return self._counted(map(attempt, self._articles(paths)))

    def _counted(self, outcomes: Iterable[T | KgError]) -> Iterator[T]:
        """What was read, with progress; errors are told and counted."""
        with self._talk.progress("reading articles") as progress:
            for outcome in progress.over(outcomes):
                if isinstance(outcome, KgError):
                    self._complain(outcome)
                else:
                    self._read += 1
                    yield outcome

    def status(self) -> Status:
        """OK, or what the exit status has to tell of the inputs that failed."""
        if not self._failed:
            return Status.OK
        return Status.SOME_FAILED if self._read else Status.NOTHING_DONE

    def _articles(self, paths: list[str]) -> Iterator[Article]:
        from kg.article import read, read_stdin

        files = [path for path in paths if path != STDIN]
        streams = [sys.stdin] if STDIN in paths else []
        return chain(
            read(files, language=self._language, on_error=self._complain, on_note=self._talk.note),
            *(
                read_stdin(stream, language=self._language, on_error=self._complain, on_note=self._talk.note)
                for stream in streams
            ),
        )

    def _complain(self, error: KgError) -> None:
        self._failed += 1
        self._talk.complain(error)
