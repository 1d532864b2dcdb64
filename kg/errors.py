"""The few errors this package raises, each saying where it went wrong and how to mend it."""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors of this package.

    `place` is the file, key or argument at fault, `message` what is wrong with it and `mend` what to do.
    """

    def __init__(self, message: str, *, place: str = "", mend: str = "") -> None:
        self.message = message
        self.place = place
        self.mend = mend
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head} ({self.mend})" if self.mend else head


class InputError(KgError):
    """An article, folder or page that cannot be read as it is."""


class DataError(KgError):
    """A file of the package or of the user that breaks its schema: language pack, gazetteer, ontology."""


class QueryError(KgError):
    """A query or named question that cannot be answered as it was asked."""


class StoreError(KgError):
    """A store that cannot be opened, written or validated."""


class MissingDependencyError(KgError):
    """An optional library or model that is not installed."""
