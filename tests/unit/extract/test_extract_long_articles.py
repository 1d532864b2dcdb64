"""The work of reading grows with the length of a text, not with its square; counted in calls, not in seconds."""

from __future__ import annotations

import cProfile
import pstats

from kg.model import Article
from kg.pipeline import extract

FIRMS = ("Intel", "Samsung", "TSMC", "Micron", "Infineon", "Bosch", "Renesas", "Nvidia", "AMD", "Qualcomm")
STORY = (
    "{a} supplies {b} with memory chips. The company from {c} ordered {n} processors from {a} for $2 million in May "
    "2025, {b} said. Its plant in Dresden makes the chips, which {c} needs. It denied that a licence is required.\n"
)


def calls(stories: int) -> int:
    """How many Python functions are called to read so many short stories on one page."""
    text = "".join(
        STORY.format(a=FIRMS[k % 10], b=FIRMS[(k // 10 + 3) % 10], c=FIRMS[(k + 5) % 10], n=1000 + k)
        for k in range(stories)
    )
    profile = cProfile.Profile()
    profile.enable()
    extract(Article("long", text, language="en", published="2025-06-01"))
    profile.disable()
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_four_times_the_text_takes_about_four_times_the_work() -> None:
    calls(1)  # what is loaded once is no part of it
    assert calls(600) < 5 * calls(150)
