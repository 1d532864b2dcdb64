"""The public face: articles in, claims with their evidence out, by SPARQL, by name, as a network or as a page.

It stands above `kg.visualize`, so that a graph can draw itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from kg.errors import InputError, QueryError
from kg.iris import BASE
from kg.model import Article, Claim, Entity, Extraction
from kg.query.cells import ends

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Dataset

    from kg.events import Event
    from kg.graph.validate import Fault
    from kg.query import Result
    from kg.visualize.texts import Texts

Addable = str | PathLike[str] | Article | Extraction
Wanted = str | Sequence[str] | None

EXPORT_FORMATS: Final = ("ttl", "trig", "nq", "jsonld", "csv", "graphml")
GOODS: Final = ("product", "component", "facility")
QUARTERS: Final = (("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31"))
PLACES: Final = {"origin": "from", "destination": "to"}


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim of a graph with the names of its parties and the article that makes it.

    claim: the claim itself, roles filled with entity ids. article: who printed it and when, without its text.
    names: entity id -> usual English name. `print(view)` shows the claim, its evidence and who denies it.
    """

    claim: Claim
    article: Article
    names: Mapping[str, str]

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def type(self) -> str:
        return self.claim.type

    @property
    def modality(self) -> str:
        return self.claim.modality

    @property
    def disputed(self) -> bool:
        """Whether anyone denies it."""
        return bool(self.claim.disputed_by)

    @property
    def roles(self) -> dict[str, tuple[str, ...]]:
        """Role -> names of its parties."""
        return {role: self._names(ids) for role, ids in self.claim.roles.items()}

    @property
    def evidence(self) -> tuple[str, ...]:
        """The sentences that carry the claim, as printed in the article."""
        return tuple(span.text for span in self.claim.evidence)

    @property
    def denial(self) -> tuple[str, ...]:
        """The sentences that deny it."""
        return tuple(span.text for span in self.claim.dispute_evidence)

    @property
    def sources(self) -> tuple[str, ...]:
        """Who says so according to the article, the origin first."""
        return self._names(self.claim.attributed_to)

    @property
    def denied_by(self) -> tuple[str, ...]:
        """Names of those who deny it."""
        return self._names(self.claim.disputed_by)

    @property
    def who(self) -> tuple[str, ...]:
        """Names of the acting side: supplier, manufacturer, investor …"""
        return self._names(self._ends()[0])

    @property
    def whom(self) -> tuple[str, ...]:
        """Names of the other side: buyer, customer, target …"""
        return self._names(self._ends()[1])

    @property
    def goods(self) -> tuple[str, ...]:
        """Names of products, components and plants, where they are not a side themselves."""
        left = [role for role in GOODS if role not in self._end_roles()]
        return tuple(name for role in left for name in self.roles.get(role, ()))

    @property
    def others(self) -> tuple[str, ...]:
        """The parties that the arrow and the goods leave out: "from Taiwan", "to China", "manufacturer NVIDIA"."""
        shown = {*self._end_roles(), *GOODS}
        left = [(role, names) for role, names in self.roles.items() if role not in shown]
        return tuple(f"{PLACES.get(role, role)} {', '.join(names)}" for role, names in left)

    @property
    def figures(self) -> str:
        """Money and quantity in words: "about CNY 2 billion, 10,000 units"; "" for none."""
        texts, claim = _texts(), self.claim.to_dict()
        money = [texts.amount(claim.get(key)) for key in ("amount", "amount_alt")]
        number = [texts.quantity(claim.get(key)) for key in ("quantity", "quantity_alt")]
        return ", ".join(filter(None, money + number))

    @property
    def time(self) -> str:
        """When the deal holds: "2025-04-01", "2025-Q1", "2025", "from 2025-04-01"; "" where not known."""
        time = self.claim.time
        return "" if time is None else _days(time.start, time.end)

    def to_dict(self) -> dict[str, Any]:
        """The claim as `kg extract` prints it, with names in the place of entity ids."""
        out = self.claim.to_dict()
        out["roles"] = {role: list(names) for role, names in self.roles.items()}
        out["attributed_to"] = list(self.sources)
        out["disputed_by"] = list(self.denied_by)
        out["article"] = self.article.id
        return out

    def __str__(self) -> str:
        """The claim in a few lines for people."""
        label = _texts().label("claims", self.type)
        facts = [_arrow(self.who, self.whom), ", ".join(self.goods), *self.others, self.figures, self.time]
        holds = [_texts().label("modalities", self.modality)]
        if self.sources:
            holds.append(f"says {', via '.join(self.sources)}")
        if self.disputed:
            holds.append(f"denied by {', '.join(self.denied_by)}")
        lines = [f"{label}: {' · '.join(filter(None, facts))}", f"  {', '.join(holds)}"]
        lines += [f"  “{sentence}”" for sentence in self.evidence]
        lines += [f"  denial: “{sentence}”" for sentence in self.denial]
        printed = [self.article.outlet, self.article.published, self.article.url or self.article.id]
        return "\n".join([*lines, f"  in {', '.join(filter(None, printed))}"])

    def _names(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.names.get(id, id) for id in ids)

    def _ends(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The acting side and the other one; what a deal is about, and where, is no side unless nobody else is."""
        head, heads, tail, tails = ends(self.claim)
        if heads == tails or (tail in (*GOODS, *PLACES) and head not in GOODS):
            return heads, ()
        return heads, tails

    def _end_roles(self) -> tuple[str, ...]:
        head, _, tail, _ = ends(self.claim)
        return (head, tail) if self._ends()[1] else (head,)


class KnowledgeGraph:
    """A graph of claims, in memory or in a folder that lasts.

    path: the folder of a store (made when missing); None keeps the graph in memory. read_only: only look, so that
    another program may go on writing. base: the IRI below which everything is named.

    Raises StoreError if the folder holds something else or another program is writing to it.

        with KnowledgeGraph("my-graph") as graph:
            graph.add("news/")
            for claim in graph.claims(supplier="ByteDance", disputed=True):
                print(claim)
    """

    def __init__(self, path: str | PathLike[str] | None = None, *, read_only: bool = False, base: str = BASE) -> None:
        from kg.graph import Store

        folder = None if path is None else Path(path)
        if folder is not None and not read_only:
            folder.parent.mkdir(parents=True, exist_ok=True)
        self._store = Store(folder, read_only=read_only, base=base)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write everything to disk and let go of the folder."""
        self._store.close()

    def __len__(self) -> int:
        """How many claims the graph holds."""
        return sum(1 for _ in self._store.claims())

    def __bool__(self) -> bool:
        """Always true: an empty graph is a graph."""
        return True

    def __repr__(self) -> str:
        return f"KnowledgeGraph({str(self._store.path or 'memory')!r})"

    # ------------------------------------------------------------------------------------------------ writing

    def add(self, source: Addable | Iterable[Addable], *, language: str | None = None) -> list[Extraction]:
        """Read articles and put what they claim into the graph; one that is in it already is replaced.

        source: a path (file or folder), the text of an article, an Article, an Extraction made before, or several of
        them. A string is taken for a path where such a file exists. language: of texts that do not name their own.

        Returns one Extraction an article, by article id. Raises InputError for the first source that cannot be read,
        before anything is written.
        """
        sources = [source] if isinstance(source, str | PathLike | Article | Extraction) else list(source)
        found = [item for item in sources if isinstance(item, Extraction)]
        if unread := [item for item in sources if not isinstance(item, Extraction)]:
            found += _read(unread, language)
        found.sort(key=lambda extraction: extraction.article.id)
        self._store.add_all(found)
        return found

    def remove(self, article_id: str) -> None:
        """Take an article and all it claims out of the graph; StoreError if it is not there."""
        self._store.retract(article_id)

    # ------------------------------------------------------------------------------------------------ reading

    def claims(
        self,
        type: Wanted = None,
        *,
        modality: Wanted = None,
        disputed: bool | None = None,
        article: str | None = None,
        entity: Wanted = None,
        **roles: Wanted,
    ) -> Iterator[ClaimView]:
        """The claims that fit, by article and place in it; `print(claim)` shows one with its evidence.

        type, modality: a code or several. disputed: only those that somebody denies, or that nobody does. article: an
        article's id. entity: a party in any role. roles: `supplier="ByteDance"`, a name in any language, or several.
        Raises QueryError for a role, type, modality or name that does not exist.
        """
        wanted = {"type": type, "modality": modality, "disputed": disputed, "article": article, "entity": entity}
        found = list(self._store.claims(**wanted, **roles))  # type: ignore[arg-type]  # names and types as above
        names = {known.id: known.name for known in self._store.entities()} if found else {}
        articles = {known.id: known for known in self._store.articles()} if found else {}
        for claim in found:
            yield ClaimView(claim, articles[claim.article], names)

    def events(self) -> list[Event]:
        """The deals that the claims are about: several claims, sources and denials folded into one."""
        return self._store.events()

    def entities(self) -> list[Entity]:
        """Companies, products, bodies … that the articles speak of, by id."""
        return self._store.entities()

    def articles(self) -> list[Article]:
        """The articles by id, without their texts, which the graph does not keep."""
        return self._store.articles()

    def query(self, sparql: str | PathLike[str]) -> Result:
        """Ask in SPARQL: a query or the path of a file with one.

        The default graph is the union of all; the prefixes chip:, prov:, schema:, company: … are known. The result
        has `columns` and `rows`, iterates as one dict a row, and turns into a DataFrame with `.to_df()`.
        Raises QueryError with the line that is wrong.
        """
        from kg.query import sparql as put

        return put(self._store, sparql if isinstance(sparql, str) else Path(sparql))

    def ask(self, question: str, *args: str) -> Result:
        """Ask a named question: `graph.ask("suppliers", "Tencent")`. Raises QueryError naming those there are."""
        from kg.query.questions import ask as put

        return put(self._store, question, *args)

    @property
    def rdf(self) -> Dataset:
        """The graph as an rdflib Dataset: a live view of the store, not a copy."""
        return self._store.dataset

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Entities as nodes, one edge from head to tail a claim, keyed by the claim's id."""
        from kg.query.projection import to_networkx

        return to_networkx(self._store)

    # ------------------------------------------------------------------------------------------------ showing

    def view(self, path: str | PathLike[str], *, title: str | None = None, language: str = "en") -> Path:
        """Write the graph as one self-contained HTML page and return its path."""
        from kg.visualize import view

        return view(self.to_networkx(), Path(path), title=title, language=language)

    def export(self, format: str, path: str | PathLike[str] | None = None) -> str:
        """The graph as "ttl", "trig", "nq", "jsonld", "csv" (a row a claim) or "graphml"; the same bytes every time.

        path: written there as well. Raises QueryError for another format.
        """
        if format not in EXPORT_FORMATS:
            raise QueryError(f"no such format: {format!r}", mend=f"use one of {', '.join(EXPORT_FORMATS)}")
        text = self._exported(format)
        if path is not None:
            Path(path).write_text(text, encoding="utf-8", newline="\n")
        return text

    def _exported(self, format: str) -> str:
        if format == "graphml":
            from kg.query.projection import to_graphml

            return to_graphml(self._store)
        from kg.graph.formats import claims_csv, export_rdf

        return claims_csv(self._store) if format == "csv" else export_rdf(self._store, format)

    def validate(self) -> list[Fault]:
        """What the SHACL shapes find wrong, empty where all is well."""
        from kg.graph.validate import validate

        return validate(self._store)

    def _repr_html_(self) -> str:
        from kg.visualize import notebook_html

        return notebook_html(self.to_networkx())


def _read(sources: list[str | PathLike[str] | Article], language: str | None) -> list[Extraction]:
    """Extractions of all articles, whose ids are made unique whatever order the sources came in."""
    from kg.article import read, read_any
    from kg.pipeline import extract

    found: list[Article] = [article for source in sources for article in read_any(source, language=language)]
    found.sort(key=lambda article: (article.id, article.text))
    return [extract(article) for article in read(found)]


def extract(
    source: str | PathLike[str] | Article, language: str | None = None, parser: str | None = None
) -> Extraction:
    """Read one article: a text, an Article, or the path of a file with one article in it.

    language: ISO 639-1 code, detected where it is not given. parser: an installed spaCy pipeline that gives a second
    opinion on who does what, or "auto" for whichever is installed. Raises InputError for what cannot be read, and
    MissingDependencyError where the parser named is not installed.
    """
    from kg.article import read_any
    from kg.pipeline import extract as read

    articles = list(read_any(source, language=language))
    if len(articles) != 1:
        mend = "add it to a KnowledgeGraph instead"
        raise InputError(f"holds {len(articles)} articles, not one", place=str(source)[:80], mend=mend)
    return read(articles[0], parser)


def _texts() -> Texts:
    from kg.visualize.texts import load_texts

    return load_texts("en")


def _days(start: str | None, end: str | None) -> str:
    """Two days as shortly as they allow: whole years, quarters and months by their name."""
    if start is None or end is None:
        return f"from {start}" if start else f"until {end}" if end else ""
    whole = {f"{start[:4]}-01-01/{start[:4]}-12-31": start[:4]}
    for quarter, (first, last) in enumerate(QUARTERS, start=1):
        whole[f"{start[:4]}-{first}/{start[:4]}-{last}"] = f"{start[:4]}-Q{quarter}"
    if start[:7] == end[:7] and start.endswith("-01") and _is_last_of_month(end):
        return start[:7]
    return start if start == end else whole.get(f"{start}/{end}", f"{start} to {end}")


def _is_last_of_month(day: str) -> bool:
    return (date.fromisoformat(day) + timedelta(days=1)).day == 1


def _arrow(left: Iterable[str], right: Iterable[str]) -> str:
    tail = ", ".join(right)
    return ", ".join(left) + (f" → {tail}" if tail else "")
