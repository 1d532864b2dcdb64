"""What a reader does with the view: look, click, type, filter, take along."""

from __future__ import annotations

import csv
import io
import itertools
import json

import pytest

import kg.visualize as visualize


@pytest.fixture(scope="module")
def demo_page(graphs):
    return visualize.view(graphs["demo"](), title="Who sells chips to whom")


@pytest.fixture
def demo(show, demo_page):
    return show(demo_page)


def test_view_reading_makes_no_request_and_no_complaint(demo):
    demo.click_line("c01")
    demo.page.keyboard.press("Escape")
    demo.page.keyboard.press("t")
    assert [url for url in demo.requests if not url.startswith("file:")] == []
    assert len(demo.requests) == 1, "the file itself and nothing beside it"
    assert demo.messages == [] and demo.dialogs == []


def test_view_reading_labels_do_not_overlap(demo):
    labels = demo.labels()
    names = [label for label in labels if label["kind"] == "node"]
    assert len(names) == demo.page.evaluate("JSON.parse(document.getElementById('data').textContent).nodes.length")
    for one, other in itertools.combinations(labels, 2):
        apart_x = one["x"] + one["width"] <= other["x"] + 0.5 or other["x"] + other["width"] <= one["x"] + 0.5
        apart_y = one["y"] + one["height"] <= other["y"] + 0.5 or other["y"] + other["height"] <= one["y"] + 0.5
        assert apart_x or apart_y, (one, other)


def test_view_reading_every_claim_of_a_small_graph_is_named_on_its_line(demo):
    claims = set(demo.page.evaluate("JSON.parse(document.getElementById('data').textContent).claims.map(c => c.id)"))
    assert claims - {label["target"] for label in demo.labels()} == set()


def test_view_reading_labels_lie_inside_the_canvas(demo):
    stage = demo.page.locator("#canvas").bounding_box()
    for label in demo.labels():
        assert label["x"] >= stage["x"] and label["x"] + label["width"] <= stage["x"] + stage["width"]
        assert label["y"] >= stage["y"] and label["y"] + label["height"] <= stage["y"] + stage["height"]


def test_view_reading_click_on_a_line_shows_the_whole_claim(demo):
    demo.click_line("c01")
    panel = demo.panel()
    for words in (
        "Sale", "ByteDance", "Tencent", "Alibaba Group", "NVIDIA H20", "about CNY 2 billion",
        "1 Mar 2025", "31 May 2025",
        "Reported: handed on", "Caijing → South China Morning Post", "called the account untrue",
        "Cloud rival passes H20 lot on",
        "Chip Courier", "29 Apr 2025", "disputed",
    ):  # fmt: skip
        assert words in panel
    marks = demo.page.eval_on_selector_all("#panel blockquote mark", "marks => marks.map(m => m.textContent)")
    assert "passed onclaim" in marks and "about 2 billion yuanamount" in marks and "Tencentbuyer" in marks
    assert "ByteDance" in demo.page.inner_text("#denies")


def test_view_reading_both_currencies_are_shown(demo):
    demo.click_line("c02")
    assert "about CNY 100 billion" in demo.panel() and "USD 13.7 billion" in demo.panel()


def test_view_reading_links_go_to_the_web_and_tell_nobody(demo):
    demo.click_line("c01")
    link = demo.page.locator("#panel .source a")
    assert link.get_attribute("href") == "https://news.example/a1"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("referrerpolicy") == "no-referrer"


def test_view_reading_click_on_an_entity_groups_its_claims_by_role(demo):
    demo.click_node("company/nvidia")
    panel = demo.panel()
    for words in ("NVIDIA", "Company", "Q182477", "AS BUYER", "AS SUPPLIER", "AS AFFECTED", "AS MANUFACTURER"):
        assert words.lower() in panel.lower()
    demo.page.click("#panel [data-claim=c04]")
    assert "Licence requirement" in demo.panel()


def test_view_reading_works_by_keyboard_alone(demo):
    demo.page.locator("#panel .claim-list button").first.focus()
    demo.page.keyboard.press("ArrowDown")
    focused = demo.page.evaluate("document.activeElement.dataset.claim")
    demo.page.keyboard.press("Enter")
    assert f"claim={focused}" in demo.page.url
    assert "EVIDENCE" in demo.panel().upper()
    demo.page.keyboard.press("Escape")
    assert demo.page.evaluate("document.activeElement.dataset.claim") == focused


def test_view_reading_every_claim_can_be_reached_by_tab(demo):
    buttons = demo.page.locator("#panel .claim-list button")
    assert buttons.count() == 17
    buttons.nth(15).focus()
    demo.page.keyboard.press("Tab")
    assert demo.page.evaluate("document.activeElement.dataset.claim") == "c17"


def test_view_reading_search_suggests_and_selects(demo):
    demo.page.keyboard.press("/")
    demo.page.keyboard.type("hynix")
    assert "SK hynix" in demo.page.inner_text("#suggestions")
    demo.page.keyboard.press("Enter")
    assert "SK hynix" in demo.page.inner_text("#panel h2")
    assert "node=company" in demo.page.url


def test_view_reading_search_finds_words_of_the_evidence(demo):
    demo.page.fill("#search", "keeps halls")
    assert "Stock" in demo.page.inner_text("#suggestions")
    demo.page.fill("#search", "zzz")
    assert "Nothing found" in demo.page.inner_text("#suggestions")


def test_view_reading_legend_filters_types_statuses_and_entities(demo):
    def targets() -> set[str]:
        demo.page.wait_for_timeout(150)  # one frame of the canvas
        return {label["target"] for label in demo.labels()}

    demo.page.click('[data-facet="type.sale"]')
    assert "c01" not in targets()
    assert demo.page.locator('[data-facet="type.sale"]').get_attribute("aria-pressed") == "false"
    assert "16 of 17" in demo.panel()
    demo.page.click('[data-facet="modality.planned"]')
    assert not {"c09", "c10"} & targets()
    demo.page.click('[data-facet="entity.government_body"]')
    assert "body/us-department-of-commerce" not in targets() and "c13" not in targets()
    assert "hide=" in demo.page.url
    demo.page.keyboard.press("r")
    assert {"c01", "c09", "body/us-department-of-commerce"} <= targets()


def test_view_reading_legend_with_shift_shows_only_one(demo):
    demo.page.click('[data-facet="type.order"]', modifiers=["Shift"])
    assert demo.page.locator("#panel .claim-list li").count() == 2


def test_view_reading_address_restores_selection_and_filters(show, demo_page):
    opened = show(demo_page, "#claim=c02&hide=type.sale")
    assert "about CNY 100 billion" in opened.panel()
    assert "c01" not in {label["target"] for label in opened.labels()}


def test_view_reading_disputes_and_doubts_differ_by_more_than_colour(demo):
    data = json.loads(demo.page.text_content("#data"))
    dashes = {line["claim"]: json.dumps(line["dashes"]) for line in data["edges"] if line["kind"] == "claim"}
    patterns = {claim["modality"]: dashes[claim["id"]] for claim in data["claims"]}
    assert len(set(patterns.values())) == len(patterns), "each modality has a line pattern of its own"
    words = {label["target"]: label["text"] for label in demo.labels() if label["kind"] == "claim"}
    assert "disputed" in words["c01"] and "rumoured" in words["c16"] and "ended" in words["c15"]
    assert demo.page.locator('#panel [data-claim="c01"] .tag.disputed').count() == 1
    assert demo.page.locator('[data-facet="status.disputed"] svg line').count() == 2


def test_view_reading_table_sorts_and_opens_claims(demo):
    demo.page.click("#table-toggle")
    assert demo.page.locator("#drawer tbody tr").count() == 17
    demo.page.click('#drawer [data-column="amount"]')
    demo.page.click('#drawer [data-column="amount"]')
    first = demo.page.locator("#drawer tbody tr").first
    assert "100 billion" in first.inner_text()
    first.locator("button").press("Enter")
    assert "EVIDENCE" in demo.panel().upper()


def test_view_reading_help_lists_the_keys(demo):
    demo.page.keyboard.press("?")
    assert "fit the graph" in demo.page.inner_text("dialog[open]")


def test_view_reading_exports_picture_table_and_claims(demo):
    with demo.page.expect_download() as picture:
        demo.page.click("#png")
    assert picture.value.suggested_filename == "who-sells-chips-to-whom.png"
    with open(picture.value.path(), "rb") as file:  # noqa: PTH123  # the download is playwright's
        assert file.read(8) == b"\x89PNG\r\n\x1a\n"
    rows = list(csv.reader(io.StringIO(demo.page.evaluate("kgView.csv()").lstrip("\ufeff"))))
    assert rows[0][0] == "type" and len(rows) == 18
    claims = {claim["id"]: claim for claim in json.loads(demo.page.evaluate("kgView.json()"))["claims"]}
    assert claims["c01"]["amount"]["value"] == 2e9 and claims["c01"]["disputed_by"] == ["ByteDance"]


def test_view_reading_german(show, graphs):
    opened = show(visualize.view(graphs["demo"](), language="de"), "#claim=c01")
    for words in ("Verkauf", "rund 2 Milliarden CNY", "bestritten", "Käufer", "29. Apr. 2025"):
        assert words in opened.panel()
    assert opened.page.get_attribute("html", "lang") == "de"


def test_view_reading_an_empty_graph_says_so(show, graphs):
    opened = show(visualize.view(graphs["nx"].MultiDiGraph()))
    assert "Nothing was found" in opened.page.inner_text("#stage")
    opened.page.keyboard.press("t")
    opened.page.click("#fit")
    assert opened.messages == []


def test_view_reading_a_large_graph_opens_on_hubs_and_expands(show, graphs):
    opened = show(visualize.view(graphs["large"](400, 900)))
    assert "60 of 400" in opened.page.inner_text("#notice")
    before = opened.page.evaluate("kgView.shown().length")
    hub = opened.page.evaluate("kgView.shown()[0]")
    place = opened.page.evaluate("id => kgView.node(id)", hub)
    opened.page.mouse.dblclick(place["x"], place["y"])
    assert opened.page.evaluate("kgView.shown().length") > before
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("Company 399")
    opened.page.keyboard.press("Enter")
    assert "company/399" in opened.page.evaluate("kgView.shown()")
    assert opened.messages == []


def test_view_reading_notebook_frame_runs(browser, show, graphs):
    page = browser.new_context(offline=True).new_page()
    page.set_content(f"<!DOCTYPE html>{visualize.notebook_html(graphs['demo']())}")
    frame = page.frame_locator("iframe")
    frame.locator("body[data-ready]").wait_for(timeout=20_000)
    frame.locator('#panel [data-claim="c01"]').click()
    assert "Chip Courier" in frame.locator("#panel").inner_text()
    page.context.close()


def test_view_reading_claims_of_one_party_are_labelled_loops(show, graphs):
    opened = show(visualize.view(graphs["alone"]()))
    words = {label["target"]: label["text"] for label in opened.labels() if label["kind"] == "claim"}
    assert "wafers per month" in words["l1"] and "disputed" in words["l2"]
    opened.click_line("l2")
    assert opened.page.inner_text("#panel .who") == "TSMC", "named once, not from itself to itself"
