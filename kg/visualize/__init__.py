"""The graph for the eye: one HTML file with everything in it, and the same page for notebooks."""

from __future__ import annotations

from pathlib import Path
from typing import overload

import networkx as nx

__all__ = ["notebook_html", "view"]


@overload
def view(graph: nx.MultiDiGraph, path: None = None, *, title: str | None = None, language: str = "en") -> str: ...


@overload
def view(graph: nx.MultiDiGraph, path: str | Path, *, title: str | None = None, language: str = "en") -> Path: ...


def view(
    graph: nx.MultiDiGraph, path: str | Path | None = None, *, title: str | None = None, language: str = "en"
) -> str | Path:
    """Draw a claim graph as one self-contained HTML page, the same bytes on every run.

    Args:
        graph: the projection of a claim graph (`kg.query.projection.to_networkx`): nodes are entities, edges claims.
        path: where to write the page; its folder is made if need be.
        title: the heading; a general one by default.
        language: of the interface, "en" or "de".

    Returns:
        The page as a string, or the path it was written to.

    Raises:
        DataError: the interface does not speak this language.
        OSError: the page cannot be written.
    """
    page = _page(graph, title, language)
    if path is None:
        return page
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page, encoding="utf-8", newline="\n")
    return target


def notebook_html(graph: nx.MultiDiGraph, *, title: str | None = None, language: str = "en", height: int = 600) -> str:
    """The page of `view` in an iframe of `height` pixels, for a notebook cell."""
    from kg.visualize.page import frame

    return frame(_page(graph, title, language), height)


def _page(graph: nx.MultiDiGraph, title: str | None, language: str) -> str:
    # pyvis loads IPython, half a second that `import kg` should not cost
    from kg.visualize.network import ClaimNetwork
    from kg.visualize.payload import clean, picture
    from kg.visualize.texts import load_texts

    texts = load_texts(language)
    heading = clean(title).strip() or texts.ui("default_title")
    return str(ClaimNetwork(picture(graph, texts), texts, heading).generate_html())
