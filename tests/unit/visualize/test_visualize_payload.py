"""What the page is told: sentences cut at their marks, figures in words, addresses that may become links."""

from __future__ import annotations

import json

import networkx as nx
import pytest
import view_graphs

from kg.visualize.lettering import wrap
from kg.visualize.page import to_json
from kg.visualize.payload import clean, is_web_address, marked, picture
from kg.visualize.texts import load_texts

EN, DE = load_texts("en"), load_texts("de")


def test_visualize_payload_sentence_is_cut_at_its_marks():
    piece = view_graphs.mark("[supplier:Acme] [trigger:sold] it.")
    assert marked(piece, EN) == [["Acme", ["supplier"]], [" ", []], ["sold", ["claim"]], [" it.", []]]


def test_visualize_payload_overlapping_marks_share_their_words():
    piece = {"text": "H20 chips", "marks": [[0, 9, "product"], [0, 3, "trigger"]]}
    assert marked(piece, EN) == [["H20", ["claim", "product"]], [" chips", ["product"]]]


def test_visualize_payload_offsets_count_characters_even_after_a_rocket():
    piece = {"text": "🚀 Acme", "marks": [[2, 6, "buyer"]]}
    assert marked(piece, DE) == [["🚀 ", []], ["Acme", ["Käufer"]]]


@pytest.mark.parametrize("marks", [[[5, 2, "buyer"]], [[-9, 99, "buyer"]], [[50, 60, "buyer"]], []])
def test_visualize_payload_bad_offsets_lose_no_text(marks):
    assert "".join(text for text, _ in marked({"text": "short", "marks": marks}, EN)) == "short"


@pytest.mark.parametrize(
    ("amount", "english", "german", "short"),
    [
        ({"value": 2e9, "currency": "CNY", "approx": "about"}, "about CNY 2 billion", "rund 2 Milliarden CNY",
         "≈\u00a0CNY 2bn"),
        ({"value": 13.7e9, "currency": "USD", "approx": "exact"}, "USD 13.7 billion", "13,7 Milliarden USD",
         "USD 13.7bn"),
        ({"value": 16e9, "currency": "USD", "approx": "at_least"}, "at least USD 16 billion",
         "mindestens 16 Milliarden USD",
         "≥\u00a0USD 16bn"),
        ({"value": 420_000, "currency": "EUR", "approx": "at_most"}, "at most EUR 420,000", "höchstens 420.000 EUR",
         "≤\u00a0EUR 420,000"),
        ({"value": 2e6, "value_max": 3e6, "currency": "EUR", "approx": "range"}, "EUR 2–3 million",
         "2–3 Millionen EUR", "EUR 2–3m"),
        ({"value": 1.5e12, "currency": "JPY"}, "JPY 1.5 trillion", "1,5 Billionen JPY", "JPY 1.5tn"),
        (None, "", "", ""),
        ({"value": float("nan"), "currency": "EUR"}, "", "", ""),
        ({"value": "many", "currency": "EUR"}, "", "", ""),
    ],
)  # fmt: skip
def test_visualize_payload_amounts_in_words(amount, english, german, short):
    assert EN.amount(amount) == english
    assert DE.amount(amount) == german
    assert EN.amount(amount, short=True) == short


def test_visualize_payload_quantities_in_words():
    assert EN.quantity({"value": 90, "unit": "percent", "approx": "exact"}) == "90 %"
    assert DE.quantity({"value": 12000, "unit": "units", "approx": "about"}) == "rund 12.000 Stück"


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ({"text": "last spring", "start": "2025-03-01", "end": "2025-05-31"}, "last spring (1 Mar 2025 – 31 May 2025)"),
        ({"text": "on 4 May 2025", "start": "2025-05-04", "end": "2025-05-04"}, "on 4 May 2025 (4 May 2025)"),
        ({"text": "", "start": "2025-05-04", "end": None}, "from 4 May 2025"),
        ({"text": "soon", "start": None, "end": None}, "soon"),
        ({"text": "", "start": None, "end": "nonsense"}, "until nonsense"),
        (None, ""),
    ],
)
def test_visualize_payload_periods_in_words(time, words):
    assert EN.period(time) == words


@pytest.mark.parametrize("url", ["https://a.example/x?y=1#z", "http://a.example", "HTTPS://A.example:8080/ä"])
def test_visualize_payload_web_addresses_become_links(url):
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//a.example", "ftp://a.example", "https://", "https://a b", "https://u@h/",
            'https://a/"x', "https://a/<x>", "", "/etc/passwd", "https:\\\\a.example"],
)  # fmt: skip
def test_visualize_payload_other_addresses_do_not(url):
    assert not is_web_address(url)


def test_visualize_payload_clean_leaves_words_and_takes_tricks():
    assert clean("a\u202eb\ud800c\x00d\u2066") == "ab\ufffdcd"
    assert clean("e\u0301") == "é" and clean(None) == "" and clean("שלום\u200f") == "שלום\u200f"


def test_visualize_payload_json_is_safe_inside_a_script_element():
    value = {"x": "</script><!--&\u2028\ud800é"}
    text = to_json(value)
    assert text.isascii() and not set("<>&") & set(text)
    assert json.loads(text) == value


def test_visualize_payload_bare_graph_is_enough():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="c")
    shown = picture(graph, EN)
    assert shown.nodes["a"]["name"] == "a" and shown.nodes["a"]["type"] == "unknown"
    assert shown.claims["c"]["type"] == "other" and shown.claims["c"]["evidence"] == []


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("TSMC", ["TSMC"]),
        ("Government of the Netherlands", ["Government of the", "Netherlands"]),
        ("   ", ["?"]),
        ("A" * 70, ["A" * 19, "A" * 19, "A" * 18 + "…"]),
    ],
)
def test_visualize_payload_names_are_wrapped(name, lines):
    assert wrap(name) == lines
