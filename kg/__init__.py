"""A claim graph of chip supply, read out of the news.

    >>> import kg
    >>> graph = kg.KnowledgeGraph()
    >>> for extraction in graph.add("ByteDance has sold NVIDIA H20 chips to Tencent."):
    ...     print(len(extraction.claims))
    1

Names are loaded when first used: `import kg` alone is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import DataError, InputError, KgError, MissingDependency, QueryError, StoreError
    from kg.knowledge_graph import ClaimView, KnowledgeGraph, extract
    from kg.model import Amount, Article, Claim, Entity, Extraction, Mention, Period, Quantity, Span

    __version__: str

_HOME = {
    **dict.fromkeys(("KnowledgeGraph", "ClaimView", "extract"), "kg.knowledge_graph"),
    **dict.fromkeys(
        ("Amount", "Article", "Claim", "Entity", "Extraction", "Mention", "Period", "Quantity", "Span"), "kg.model"
    ),
    **dict.fromkeys(
        ("DataError", "InputError", "KgError", "MissingDependency", "QueryError", "StoreError"), "kg.errors"
    ),
}
"""Public name -> the module it lives in."""

__all__ = [
    "Amount",
    "Article",
    "Claim",
    "ClaimView",
    "DataError",
    "Entity",
    "Extraction",
    "InputError",
    "KgError",
    "KnowledgeGraph",
    "Mention",
    "MissingDependency",
    "Period",
    "Quantity",
    "QueryError",
    "Span",
    "StoreError",
    "__version__",
    "extract",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        value: Any = version("chip-supply-kg")
    elif name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
