"""The command line: thin, over `kg.KnowledgeGraph` and the stages below it."""

from __future__ import annotations


def main() -> None:
    """Entry point of the command `kg`."""
    from kg.cli.app import main as run

    run()
