"""Headless Chromium, cut off from every network, with a witness for all that a page must not do."""

from __future__ import annotations

import runpy
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

GRAPHS = Path(__file__).parents[1] / "unit" / "visualize" / "view_graphs.py"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@dataclass
class Opened:
    """A page that is open, and what was seen of it: requests, dialogs, messages of the console, new windows."""

    page: Any
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    popups: list[str] = field(default_factory=list)

    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))

    def labels(self) -> list[dict[str, Any]]:
        return list(self.page.evaluate("kgView.labels()"))

    def click_line(self, claim: str) -> None:
        """Click on the canvas where the words of the claim stand, or else on the middle of its line."""
        spots = [label for label in self.labels() if label["target"] == claim]
        if spots:
            self.page.mouse.click(spots[0]["x"] + spots[0]["width"] / 2, spots[0]["y"] + spots[0]["height"] / 2)
        else:
            place = self.page.evaluate("claim => kgView.line(claim)", claim)
            self.page.mouse.click(place["x"], place["y"])

    def click_node(self, entity: str) -> None:
        place = self.page.evaluate("id => kgView.node(id)", entity)
        self.page.mouse.click(place["x"], place["y"])


@pytest.fixture(scope="session")
def graphs() -> dict[str, Any]:
    """The graph builders of the unit tests, by name."""
    return runpy.run_path(str(GRAPHS))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install playwright)")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """`show(html, fragment="")` opens a page at 1400 x 900, offline, and waits until it has drawn itself."""
    contexts = []

    def show(html: str, fragment: str = "") -> Opened:
        path = tmp_path / "view.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True, accept_downloads=True)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.add_init_script("window.xss = 0")
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
        opened.page.on("console", lambda message: opened.messages.append(f"{message.type}: {message.text}"))
        opened.page.on("pageerror", lambda error: opened.messages.append(f"error: {error}"))
        context.on("page", lambda page: opened.popups.append(page.url))
        opened.page.goto(path.as_uri() + fragment)
        opened.page.wait_for_selector("body[data-ready]", timeout=20_000)
        return opened

    yield show
    for context in contexts:
        context.close()
