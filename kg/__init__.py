"""A claim graph of chip supply, read out of the news.

    >>> import kg
    >>> graph = kg.KnowledgeGraph()
    >>> for extraction in graph.add("ByteDance has sold NVIDIA H20 chips to Tencent."):
    ...     print(len(extraction.claims))
    1

Names are loaded when first used: `import kg` alone is quick.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from kg.version import __version__

if TYPE_CHECKING:
    from kg.errors import DataError, InputError, KgError, MissingDependencyError, QueryError, StoreError
    from kg.knowledge_graph import ClaimView, KnowledgeGraph, extract
    from kg.model import Amount, Article, Claim, Entity, Extraction, Mention, Period, Quantity, Span

_HOME = {
    **dict.fromkeys(("KnowledgeGraph", "ClaimView"), "kg.knowledge_graph"),
    **dict.fromkeys(
        ("Amount", "Article", "Claim", "Entity", "Extraction", "Mention", "Period", "Quantity", "Span"), "kg.model"
    ),
    **dict.fromkeys(
        ("DataError", "InputError", "KgError", "MissingDependencyError", "QueryError", "StoreError"), "kg.errors"
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
    "MissingDependencyError",
    "Period",
    "Quantity",
    "QueryError",
    "Span",
    "StoreError",
    "__version__",
    "extract",
]


class _Room(ModuleType):
    """`kg.extract` is a room of the house, and also what `kg.extract(text)` calls."""

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        from kg.knowledge_graph import extract

        return extract(*args, **keywords)


class _Package(ModuleType):
    def __setattr__(self, name: str, value: Any) -> None:
        # Python itself sets this attribute when anything imports kg.extract, and would hide a function of that name
        if name == "extract" and isinstance(value, ModuleType):
            value.__class__ = _Room
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name == "extract":
        return import_module("kg.extract")
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
