"""Options that several commands share, and the store that a command without `--store` means."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli.console import Talk
from kg.errors import InputError, StoreError

OUT: Final = Path("exports")
STORE: Final = OUT / "store"
DEMO: Final = OUT / "demo"
DEMO_STORE: Final = DEMO / "store"


def _known_language(value: str | None) -> str | None:
    if value is None:
        return None
    from kg.article import check_language

    try:
        return check_language(value, place="--lang")
    except InputError as error:
        raise typer.BadParameter(error.message) from None


Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress and no notes on stderr; errors are still told.")
]
Store = Annotated[
    Path | None,
    typer.Option(
        "--store",
        envvar="KG_STORE",
        help=f"Folder of the graph. Default: {STORE}; questions fall back on {DEMO_STORE} where only the demo was run.",
        show_default=False,
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        callback=_known_language,
        help="Language of the articles (`de`, `en`, …); detected when not given.",
        show_default=False,
    ),
]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH…", help="Files or folders: .txt .md .html .json .jsonl; `-` is standard input."),
]


class Rows(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    json = "json"


class Answer(StrEnum):
    """How the answer of a SPARQL query is written."""

    table = "table"
    csv = "csv"
    json = "json"
    ttl = "ttl"


class Export(StrEnum):
    """File formats of the graph."""

    ttl = "ttl"
    trig = "trig"
    nq = "nq"
    jsonld = "jsonld"
    csv = "csv"
    graphml = "graphml"


def existing_store(store: Path | None, talk: Talk) -> Path:
    """The folder to ask: the one named, or `exports/store`, or what `kg demo` left.

    Raises StoreError, telling what to run, where there is none.
    """
    if store is not None:
        if not store.is_dir():
            raise StoreError("no such store", place=str(store), mend="make it with `kg build PATH… --store DIR`")
        return store
    for folder in (STORE, DEMO_STORE):
        if folder.is_dir():
            if folder == DEMO_STORE:
                talk.note(f"asking the graph of the demo ({DEMO_STORE}); `kg build PATH…` makes your own")
            return folder
    raise StoreError("no graph here yet", place=str(STORE), mend="run `kg build PATH…` or `kg demo` first")


Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        help="Processes to read with. Default: one, or one for each core where the articles are many.",
        show_default=False,
    ),
]
Parser = Annotated[
    str | None,
    typer.Option(
        "--parser",
        metavar="NAME",
        help="Installed spaCy pipeline that gives a second opinion on who does what, or `auto`. Default: none.",
        show_default=False,
    ),
]
