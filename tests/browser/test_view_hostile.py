"""Text from an article is text: whatever it looks like, nothing of it runs, loads or turns into markup."""

from __future__ import annotations

import pytest

import kg.visualize as visualize

ATTACKS = [
    "</script><script>window.xss=1;alert(1)</script>",
    "<img src=x onerror=\"window.xss=1;alert(1)\">",
    "<svg/onload=window.xss=1>",
    "<a href=\"javascript:window.xss=1\">href</a>",
    "{{7*7}}{% raw %}${7*7}<%= 7*7 %>",
    "'\";window.xss=1;//\\",
    "a\u2028window.xss=1\u2029b",
    "<!--<script>",
    "]]><![CDATA[",
    "&lt;b&gt;&#60;script&#62;",
    "left\u202eright\u202c \u2066inner\u2069",
    "lone \ud800 surrogate \udfff",
    "nul\x00 bell\x07",
    "=HYPERLINK(\"http://evil.example\")",
    "__proto__",
    "$& $1 $$",
]  # fmt: skip
URLS = [
    "javascript:window.xss=1", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x",
    "//evil.example",
    "https://a.example/\"onmouseover=\"window.xss=1", "https://user@evil.example/", " javascript:alert(1)", "file:///etc/passwd",
]  # fmt: skip


def hostile(graphs, text: str, url: str):
    """A graph with one text in every field that holds text."""
    graph = graphs["nx"].MultiDiGraph()
    graphs["add_entity"](graph, "company/a", text, names=[text], wikidata=text)
    graphs["add_entity"](graph, "company/b", "B " + text, type=text)
    graphs["add_claim"](
        graph, f"claim {text}", "sale", ("supplier", ["company/a"]), ("buyer", ["company/b"]),
        others={text: ["company/a"], "product": [f"product/{text}"]}, modality="rumoured", disputed=True,
        disputed_by=[text], attributed_to=[text], detail=text, amount={"value": 5, "currency": text, "approx": text},
        quantity={"value": float("nan"), "unit": text}, time={"text": text, "start": text, "end": text},
        evidence=[{"text": text * 2, "start": 0, "marks": [[0, 3, text], [1, 999, "buyer"], [-5, 2, "supplier"]]}],
        dispute_evidence=[{"text": text, "start": 0, "marks": []}],
        article={"id": text, "title": text, "outlet": text, "url": url, "published": text, "language": text},
    )  # fmt: skip
    graphs["add_claim"](graph, "odd", text, ("supplier", ["company/a"]), ("buyer", ["company/b"]), modality=text)
    return graph


def assert_harmless(opened) -> None:
    page = opened.page
    assert page.evaluate("window.xss") == 0
    assert opened.dialogs == [] and opened.popups == [] and opened.messages == []
    assert len(opened.requests) == 1
    strange = "img, iframe, object, embed, svg[onload], [onerror], [onmouseover], b, base, a[href^='java']"
    assert page.locator(strange).count() == 0
    assert page.locator("script").count() == 3
    for href in page.eval_on_selector_all("a", "links => links.map(link => link.href)"):
        assert href.startswith(("http://", "https://"))


@pytest.mark.parametrize("text", ATTACKS, ids=range(len(ATTACKS)))
def test_view_hostile_text_never_runs(show, graphs, text):
    opened = show(visualize.view(hostile(graphs, text, "https://news.example/x"), title=text))
    page = opened.page
    page.locator("#panel .claim-list button").first.click()
    page.locator("#panel .party").first.click()
    page.keyboard.press("t")
    page.fill("#search", text[:6])
    page.keyboard.press("Enter")
    page.evaluate("kgView.csv() + kgView.json()")
    page.locator("#legend .chip").last.click()
    assert_harmless(opened)


def test_view_hostile_addresses_are_no_links(show, graphs):
    graph = graphs["nx"].MultiDiGraph()
    for number, url in enumerate(URLS):
        ends = ("supplier", ["company/asml"]), ("buyer", ["company/tsmc"])
        article = {"id": f"a{number}", "title": "plain", "outlet": "plain", "url": url, "published": None}
        graphs["add_claim"](graph, f"c{number}", "sale", *ends, article=article)
    opened = show(visualize.view(graph))
    for number in range(len(URLS)):
        opened.page.click(f'#panel [data-claim="c{number}"]')
        assert opened.page.locator("#panel .source a").count() == 0
        opened.page.keyboard.press("Escape")
    assert_harmless(opened)


def test_view_hostile_direction_marks_do_not_reorder_evidence(show, graphs):
    opened = show(visualize.view(hostile(graphs, ATTACKS[10], "")))
    opened.page.locator("#panel .claim-list button", has_text="Sale").click()
    assert not set("\u202e\u202c\u2066\u2069") & set(opened.panel())


def test_view_hostile_cells_of_the_table_are_no_formulas(show, graphs):
    opened = show(visualize.view(hostile(graphs, ATTACKS[13], "")))
    assert "'=HYPERLINK" in opened.page.evaluate("kgView.csv()")


def test_view_hostile_policy_stops_script_that_got_in(show, graphs):
    """The second wall: even markup put into the page by hand does not run."""
    html = visualize.view(graphs["demo"]())
    opened = show(html.replace("<main>", "<script>window.xss=1</script><img src=x onerror='window.xss=1'><main>", 1))
    assert opened.page.evaluate("window.xss") == 0
    assert any("Content Security Policy" in message for message in opened.messages)
