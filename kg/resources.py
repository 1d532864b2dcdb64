"""Where the files that travel with the package lie, in a checkout and in an installed wheel alike."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@lru_cache(maxsize=1)
def ontology_dir() -> Path:
    """The folder of Turtle files: inside the wheel `kg/ontology`, in a checkout `ontology` beside the package."""
    inside = PACKAGE / "ontology"
    return inside if inside.is_dir() else PACKAGE.parent / "ontology"


def gazetteer_dir() -> Path:
    """The folder of gazetteer files (`*.ttl`)."""
    return ontology_dir() / "gazetteer"


def language_dir() -> Path:
    """The folder with one folder of TOML per language."""
    return PACKAGE / "lang"


def samples_dir() -> Path:
    """The folder of bundled sample articles."""
    return PACKAGE / "samples"


def queries_dir() -> Path:
    """The folder of named questions (`*.rq`)."""
    return PACKAGE / "query" / "questions"


def template_dir() -> Path:
    """The folder of the HTML view: template, styles, vendored assets and their licences."""
    return PACKAGE / "visualize" / "templates"
