"""The same story told in several languages should give the same claims: how far it does.

A version of a story is a document with the keys of gold and "story", the name that all versions of the story share. Its
"claims" may be missing: the versions are laid beside each other, not beside gold. Two claims are the same if their type
is and every role holds the same linked entities, neither more nor fewer; amounts, dates, modality and sources are left
out, because the press of two countries may round and hedge differently. The agreement of two versions is the Jaccard
index of their sets of claims: those they share over all that either has. Two versions of which neither yields a claim
do not agree.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.evaluate.figures import DRAWS, TAIL
from kg.evaluate.gold import article, documents, parsed
from kg.model import Article, Extraction
from kg.pipeline import extract

Key = tuple[str, tuple[tuple[str, str], ...]]
"""A claim as it is compared: its type and its sorted pairs of role and entity id."""
COUNTS_AS_STORY: Final = 2  # versions


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of a story: the strict figure, and `partial`, where a claim counts as far as its fillers agree."""

    story: str
    languages: tuple[str, str]
    agreement: float
    partial: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that some versions of a story yield and others do not, in one line with names."""

    story: str
    claim: str
    found: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mean:
    """One row: the mean of the pairs of a "story", a "language", two "languages", or of all stories ("all"); 0 to 1.

    `low` and `high` bound the 95 % interval over redrawn stories, for "all" alone.
    """

    kind: str
    name: str
    pairs: int
    agreement: float
    partial: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a comparison gives: the means, all pairs, and every claim that is not in all versions of its story."""

    means: tuple[Mean, ...]
    pairs: tuple[Pair, ...]
    differences: tuple[Difference, ...]

    def of(self, kind: str, name: str) -> float:
        """One mean; KeyError if there is no such row."""
        for mean in self.means:
            if (mean.kind, mean.name) == (kind, name):
                return mean.agreement
        raise KeyError((kind, name))


def read_stories(
    paths: Sequence[str | Path], on_error: Callable[[InputError], None] | None = None
) -> dict[str, list[Article]]:
    """The versions of each story, by its name and sorted by language; InputErrors as in `read_gold`."""
    found: dict[str, dict[str, Article]] = {}
    for path in map(Path, paths):
        for place, text in documents(path):
            try:
                data = parsed(text, place)
                version = _version(data, place)
                if version.language in found.setdefault(str(data["story"]), {}):
                    raise InputError(
                        f"story {data['story']!r} has two versions in {version.language!r}",
                        place=place,
                        mend="keep one of them",
                    )
            except InputError as error:
                if on_error is None:
                    raise
                on_error(error)
            else:
                found[str(data["story"])][version.language] = version
    return {name: [found[name][code] for code in sorted(found[name])] for name in sorted(found) if found[name]}


def _version(data: Mapping[str, object], place: str) -> Article:
    try:
        if not data["story"]:
            raise ValueError("story is empty")
        return article(data)
    except KeyError as error:
        raise InputError(f"key {error} is missing", place=place, mend="see `kg evaluate --help`") from None
    except (TypeError, ValueError) as error:
        raise InputError(f"not a version of a story: {error}", place=place, mend="see `kg evaluate --help`") from None


def compare_stories(
    stories: Mapping[str, Sequence[Article]],
    *,
    read: Callable[[Article], Extraction] = extract,
    draws: int = DRAWS,
) -> Agreement:
    """Read every version and lay it beside the others of its story; stories of one version are passed over."""
    pairs: list[Pair] = []
    differences: list[Difference] = []
    for story, versions in stories.items():
        if len(versions) < COUNTS_AS_STORY:
            continue
        readings = {version.language: read(version) for version in versions}
        claims = {code: keys(reading) for code, reading in readings.items()}
        pairs += [
            Pair(story, (a, b), jaccard(claims[a], claims[b]), partial(claims[a], claims[b]))
            for a, b in combinations(claims, 2)
        ]
        differences += _differences(story, claims, readings.values())
    return Agreement(tuple(_means(pairs, draws)), tuple(pairs), tuple(differences))


def keys(reading: Extraction) -> frozenset[Key]:
    """The claims of an article as they are compared."""
    return frozenset(
        (claim.type, tuple(sorted((role, id) for role, ids in claim.roles.items() for id in ids)))
        for claim in reading.claims
    )


def jaccard(a: frozenset[Key], b: frozenset[Key]) -> float:
    """What both have over what either has; 0 where neither has anything."""
    return len(a & b) / len(a | b) if a or b else 0.0


def partial(a: frozenset[Key], b: frozenset[Key]) -> float:
    """The softer figure: claims of one type are paired, the best first, each counts by the Jaccard index of fillers."""
    likeness = sorted(
        (-_share(x[1], y[1]), x, y) for x in a for y in b if x[0] == y[0] and not set(x[1]).isdisjoint(y[1])
    )
    left, right, common = set(a), set(b), 0.0
    for share, x, y in likeness:
        if x in left and y in right:
            left.discard(x)
            right.discard(y)
            common -= share
    return common / (len(a) + len(b) - common) if a or b else 0.0


def _share(x: Sequence[tuple[str, str]], y: Sequence[tuple[str, str]]) -> float:
    return len(set(x) & set(y)) / len(set(x) | set(y))


def _means(pairs: Sequence[Pair], draws: int) -> list[Mean]:
    """All stories, each story, each language, each two. A story weighs the same however many versions it has."""
    stories = {pair.story: [p for p in pairs if p.story == pair.story] for pair in pairs}
    by_story = [_mean("story", story, part) for story, part in stories.items()]
    codes = sorted({code for pair in pairs for code in pair.languages})
    by_language = [_mean("language", code, [p for p in pairs if code in p.languages]) for code in codes]
    if not by_story:
        return []
    couples = sorted({pair.languages for pair in pairs})
    by_couple = [_mean("languages", " ".join(c), [p for p in pairs if p.languages == c]) for c in couples]
    strict, soft = [m.agreement for m in by_story], [m.partial for m in by_story]
    low, high = _interval(strict, draws) if len(strict) > 1 else (None, None)
    whole = Mean("all", "all", len(pairs), sum(strict) / len(strict), sum(soft) / len(soft), low, high)
    return [whole, *by_story, *by_language, *by_couple]


def _mean(kind: str, name: str, pairs: Sequence[Pair]) -> Mean:
    n = len(pairs)
    return Mean(kind, name, n, sum(p.agreement for p in pairs) / n, sum(p.partial for p in pairs) / n)


def _interval(values: Sequence[float], draws: int) -> tuple[float, float]:
    """The middle 95 % of the mean over `draws` sets of stories, drawn with replacement; the same every time."""
    dice = random.Random(len(values))
    means = sorted(sum(dice.choices(values, k=len(values))) / len(values) for _ in range(draws))
    at = int(TAIL * draws)
    return means[at], means[-1 - at]


def _differences(
    story: str, claims: Mapping[str, frozenset[Key]], readings: Iterable[Extraction]
) -> Iterable[Difference]:
    names = {entity.id: entity.name for reading in readings for entity in reading.entities}
    for key in sorted(frozenset().union(*claims.values())):
        found = tuple(code for code, part in claims.items() if key in part)
        if len(found) < len(claims):
            missing = tuple(code for code in claims if code not in found)
            yield Difference(story, _line(key, names), found, missing)


def _line(key: Key, names: Mapping[str, str]) -> str:
    type, fillers = key
    roles = [
        f"{role} {', '.join(names.get(id, id) for r, id in fillers if r == role)}"
        for role in dict.fromkeys(role for role, _ in fillers)
    ]
    return f"{type.replace('_', ' ')}: {' · '.join(roles)}"
