"""Commands that read articles: demo, extract, build."""

from __future__ import annotations

import json
import shlex
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options
from kg.cli.inputs import Intake

if TYPE_CHECKING:
    from kg.knowledge_graph import KnowledgeGraph
    from kg.model import Extraction

EXPORTS = {
    "ttl": "graph.ttl",
    "trig": "graph.trig",
    "csv": "claims.csv",
    "graphml": "graph.graphml",
}
"""What `build` and `demo` write beside `claims.jsonl` and `view.html`: format -> file name."""


def demo(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Where the files go.")] = options.DEMO,
    quiet: options.Quiet = False,
) -> None:
    """Read the bundled sample articles and show what was found.

    The articles are made up. Writes the graph as Turtle, TriG, CSV, GraphML and JSON lines, and a page to look at.

    Example: [bold]kg demo[/bold], then [bold]kg ask disputed[/bold]
    """
    from kg.cli.tables import print_claims
    from kg.resources import samples_dir

    talk = console.Talk(quiet)
    store = out / "store"
    intake = Intake(console.Talk(quiet=True))  # what lies beside the samples is nobody's business
    with _graph(store) as graph:
        found = _fill(graph, intake, [str(samples_dir())])
        for id in sorted(
            {article.id for article in graph.articles()} - {extraction.article.id for extraction in found}
        ):
            graph.remove(id)  # left by the samples of an older version
        print_claims(graph.claims())
        talk.note(_summary(graph))
        files = _write(graph, out)
        lines = out / "claims.jsonl"
        lines.write_text("".join(map(_line, found)), encoding="utf-8", newline="\n")
    talk.note(f"written to {out}: {', '.join((*files, lines.name))}")
    talk.note(_try_next(out, store))
    raise typer.Exit(intake.status())


def extract(
    paths: options.Paths,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write there instead of to stdout.")
    ] = None,
    lang: options.Language = None,
    jobs: options.Jobs = None,
    parser: options.Parser = None,
    quiet: options.Quiet = False,
) -> None:
    """Print what each article says: one JSON object a line, with entities, mentions, claims and their evidence.

    Examples: [bold]kg extract news/ -o claims.jsonl[/bold] · [bold]kg extract - --lang de < article.txt[/bold]
    """
    intake = Intake(console.Talk(quiet), lang, jobs, parser)
    with out.open("w", encoding="utf-8", newline="\n") if out else nullcontext(sys.stdout) as stream:
        for extraction in intake.extractions(paths):
            stream.write(_line(extraction))
    raise typer.Exit(intake.status())


def build(
    paths: options.Paths,
    store: options.Store = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="Where graph.ttl, claims.csv, view.html … go.")
    ] = options.OUT,
    export: Annotated[bool, typer.Option(help="Write the files; without them only the store is filled.")] = True,
    lang: options.Language = None,
    jobs: options.Jobs = None,
    parser: options.Parser = None,
    quiet: options.Quiet = False,
) -> None:
    """Add articles to a graph; one that is in it already replaces its former reading.

    Examples: [bold]kg build news/[/bold] · [bold]kg build a.html b.jsonl --store my-graph -o my-files[/bold]
    """
    talk = console.Talk(quiet)
    intake = Intake(talk, lang, jobs, parser)
    folder = store or options.STORE
    with _graph(folder) as graph:
        found = _fill(graph, intake, paths)
        talk.note(_summary(graph))
        if found and export:
            talk.note(f"written to {out}: {', '.join(_write(graph, out))}")
    ask = "kg ask" if folder == options.STORE else f"kg ask … --store {shlex.quote(str(folder))}"
    talk.note(f"the graph is in {folder}; `{ask}` puts questions to it")
    raise typer.Exit(intake.status())


def register(app: typer.Typer) -> None:
    """Hang the commands of this module into the app."""
    for command in (demo, extract, build):
        app.command()(command)


def _graph(folder: Path) -> KnowledgeGraph:
    from kg.knowledge_graph import KnowledgeGraph

    return KnowledgeGraph(folder)


def _fill(graph: KnowledgeGraph, intake: Intake, paths: list[str]) -> list[Extraction]:
    """Everything the paths hold, read and added; sorted by article, so that the order of files leaves no trace."""
    found = sorted(intake.extractions(paths), key=lambda extraction: extraction.article.id)
    graph.add(found)
    return found


def _line(extraction: Extraction) -> str:
    return json.dumps(extraction.to_dict(), ensure_ascii=False) + "\n"


def _write(graph: KnowledgeGraph, out: Path) -> list[str]:
    """Write every export into the folder and name the files."""
    out.mkdir(parents=True, exist_ok=True)
    for format, name in EXPORTS.items():
        graph.export(format, out / name)
    graph.view(out / "view.html")
    return [*EXPORTS.values(), "view.html"]


def _summary(graph: KnowledgeGraph) -> str:
    claims = list(graph.claims())
    disputed = sum(claim.disputed for claim in claims)
    counts = (
        (len(graph.articles()), "article", "articles"),
        (len(claims), f"claim ({disputed} disputed)", f"claims ({disputed} disputed)"),
        (len(graph.events()), "event", "events"),
        (len(graph.entities()), "entity", "entities"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts)


def _try_next(out: Path, store: Path) -> str:
    """Lines that can be pasted: `kg` as it was called, and `--store` where the default leads to another graph."""
    default = store == options.DEMO_STORE and not options.STORE.is_dir()
    where = "" if default else f" --store {shlex.quote(str(store))}"
    questions = (
        "ask suppliers ByteDance",
        "ask disputed",
        "ask evidence Infineon",
        "query 'SELECT ?buyer (COUNT(*) AS ?n) { ?claim chip:buyer ?buyer } GROUP BY ?buyer'",
    )
    lines = [f"  {console.command_name()} {question}{where}" for question in questions]
    page = out / "view.html"
    return "\n".join(
        ["try next:", *lines, f"and open {page} in a browser; `kg build PATH…` reads articles of your own"]
    )
