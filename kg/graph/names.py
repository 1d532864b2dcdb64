"""Finds the entities of a store by any of their names, whatever the case, and near names where there is none."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from kg.errors import QueryError

NEAR: Final = 4
LIKENESS: Final = 0.6


def folded(name: str) -> str:
    """A name as it is compared: NFKC, casefolded, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


class NameIndex:
    """Names of entities: each pair is a name and the id of an entity that bears it."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._ids: dict[str, set[str]] = {}
        self._printed: dict[str, str] = {}
        for name, entity_id in sorted(pairs):
            for key in _keys(name, entity_id):
                self._ids.setdefault(key, set()).add(entity_id)
                self._printed.setdefault(key, name)

    def find(self, name: str) -> tuple[str, ...]:
        """The sorted ids of all entities with this name or id; QueryError names near ones if there is none."""
        found = self._ids.get(folded(name))
        if found:
            return tuple(sorted(found))
        near = difflib.get_close_matches(folded(name), sorted(self._ids), n=3 * NEAR, cutoff=LIKENESS)
        names = list(dict.fromkeys(self._printed[key] for key in near))[:NEAR]
        mend = f"did you mean {' or '.join(names)}?" if names else "the graph knows no similar name"
        raise QueryError(f"no entity is called {name!r}", mend=mend)


def _keys(name: str, entity_id: str) -> Iterator[str]:
    yield folded(name)
    yield folded(entity_id)
    yield folded(entity_id.replace("/", ":", 1))  # as the gazetteer and queries write it
    yield folded(entity_id.split("/", 1)[-1])
