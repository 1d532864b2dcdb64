"""Hand-made extractions for the tests of this room."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "support"))


@pytest.fixture
def made() -> ModuleType:
    """The helper module with readings of four small articles."""
    import extractions

    return extractions
