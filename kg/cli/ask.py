"""Commands that ask and show a graph: query, ask, view, export, validate, languages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options
from kg.errors import InputError, QueryError

if TYPE_CHECKING:
    from kg.knowledge_graph import KnowledgeGraph

QUERY_FILES = (".rq", ".sparql", ".ru")


def query(
    text: Annotated[str, typer.Argument(metavar="FILE|TEXT", help="A SPARQL query, a file of one, or `-` for stdin.")],
    format: Annotated[options.Answer, typer.Option("--format", "-f", help="How to write the answer.")] = (
        options.Answer.table
    ),
    store: options.Store = None,
    quiet: options.Quiet = False,
) -> None:
    """Put a SPARQL query to the graph; the prefixes chip:, prov:, schema:, skos: … are known.

    Examples: [bold]kg query my.rq --format csv[/bold] · [bold]kg query 'ASK { ?claim a chip:Sale }'[/bold]
    """
    from kg.cli.tables import write_result

    asked = _sparql(text)
    with _asked(store, console.Talk(quiet)) as graph:
        write_result(graph.query(asked), format)


def ask(
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="Name of a question; none lists them all.")
    ] = None,
    args: Annotated[list[str] | None, typer.Argument(metavar="[ARGS]…", help="What the question is about.")] = None,
    format: Annotated[options.Rows, typer.Option("--format", "-f", help="How to write the answer.")] = (
        options.Rows.table
    ),
    store: options.Store = None,
    quiet: options.Quiet = False,
) -> None:
    """Put one of the named questions to the graph.

    Examples: [bold]kg ask[/bold] · [bold]kg ask suppliers Tencent[/bold] · [bold]kg ask timeline NVIDIA -f csv[/bold]
    """
    from kg.cli.tables import question_rows, write_result, write_rows

    if question is None:
        write_rows(*question_rows(), format)
        return
    with _asked(store, console.Talk(quiet)) as graph:
        write_result(graph.ask(question, *(args or ())), format)


def view(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The page to write.")] = (
        options.OUT / "view.html"
    ),
    store: options.Store = None,
    quiet: options.Quiet = False,
) -> None:
    """Write the graph as one HTML page that needs no network.

    Example: [bold]kg view -o deals.html[/bold]
    """
    talk = console.Talk(quiet)
    with _asked(store, talk) as graph:
        out.parent.mkdir(parents=True, exist_ok=True)
        graph.view(out)
    talk.note(f"open {out} in a browser")


def export(
    format: Annotated[
        options.Export | None,
        typer.Option("--format", "-f", help="Default: by the file's name, else trig.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write there instead of to stdout.")
    ] = None,
    store: options.Store = None,
    quiet: options.Quiet = False,
) -> None:
    """Write the whole graph in one format.

    Examples: [bold]kg export --format trig > graph.trig[/bold] · [bold]kg export -o deals.graphml[/bold]
    """
    chosen = format or _format_of(out)
    with _asked(store, console.Talk(quiet)) as graph:
        if out is not None:
            out.parent.mkdir(parents=True, exist_ok=True)
        written = graph.export(chosen, out)
    if out is None:
        sys.stdout.write(written)


def validate(store: options.Store = None, quiet: options.Quiet = False) -> None:
    """Check the graph against the SHACL shapes; status 1 where it breaks one.

    Example: [bold]kg validate --store my-graph[/bold]
    """
    from kg.cli.tables import write_rows

    talk = console.Talk(quiet)
    with _asked(store, talk) as graph:
        faults = graph.validate()
    if faults:
        columns = ("article", "node", "property", "value", "fault")
        rows = [(fault.article, fault.node, fault.path, fault.value, fault.text()) for fault in faults]
        write_rows(columns, rows, options.Rows.table)
        raise typer.Exit(console.Status.SOME_FAILED)
    talk.note("the graph keeps all shapes")


def register(app: typer.Typer) -> None:
    """Hang the commands of this module into the app."""
    for command in (query, ask, view, export, validate):
        app.command()(command)


@contextmanager
def _asked(store: Path | None, talk: console.Talk) -> Iterator[KnowledgeGraph]:
    """The graph to ask, open for reading only, so that a build may go on meanwhile."""
    folder = options.existing_store(store, talk)
    from kg.knowledge_graph import KnowledgeGraph

    with KnowledgeGraph(folder, read_only=True) as graph:
        yield graph


def _sparql(text: str) -> str:
    """The query itself, where a file of it or `-` was given."""
    if text == "-":
        return sys.stdin.read()
    if "\n" in text or "{" in text:
        return text
    path = Path(text)
    if path.is_file():
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise InputError("not UTF-8 text", place=text, mend="save the query as UTF-8") from None
    if path.suffix in QUERY_FILES:
        raise InputError("no such file", place=text)
    raise QueryError("neither a file nor a SPARQL query", place=text, mend="a query has braces: SELECT * { ?s ?p ?o }")


def _format_of(out: Path | None) -> options.Export:
    suffix = out.suffix.lstrip(".").lower() if out else ""
    if not suffix:
        return options.Export.trig
    if suffix not in options.Export.__members__:
        known = ", ".join(options.Export.__members__)
        raise QueryError(f"no format is called .{suffix}", place=str(out), mend=f"known: {known}; or say --format")
    return options.Export(suffix)
