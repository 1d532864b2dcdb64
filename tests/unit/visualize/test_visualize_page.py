"""The page as text: what stands in it, what must not, and that it is the same every time."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import networkx as nx
import pytest
import view_graphs

import kg.visualize as visualize
from kg import resources
from kg.errors import DataError

ROOT = Path(visualize.__file__).parents[2]


@pytest.fixture(scope="module")
def page() -> str:
    return visualize.view(view_graphs.demo(), title="Who sells chips")


def data_of(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[1])


def test_visualize_page_is_written_to_the_path(tmp_path, page):
    target = visualize.view(view_graphs.demo(), tmp_path / "new" / "view.html", title="Who sells chips")
    assert target == tmp_path / "new" / "view.html"
    assert target.read_text(encoding="utf-8") == page


def test_visualize_page_names_no_address_to_load_from(page):
    markup = re.sub(r"<(script|style).*?</\1>", "", page, flags=re.S)
    assert not re.search(r"\b(?:src|href|action)=", markup)
    assert "@import" not in page and "url(" not in page.partition("</style>")[0]
    assert "sourceMappingURL" not in page


def test_visualize_page_policy_holds_the_hashes_of_all_scripts_and_styles(page):
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1])
    assert "unsafe" not in policy and policy.startswith("default-src 'none'")
    inline = re.findall(r"<script>(.*?)</script>", page, re.S) + re.findall(r"<style>(.*?)</style>", page, re.S)
    assert len(inline) == 3
    for text in inline:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_visualize_page_own_scripts_never_touch_markup():
    for path in sorted((resources.template_dir() / "app").glob("*.js")):
        code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
        danger = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|fetch\("
        assert not re.search(danger, code), path.name


def test_visualize_page_does_not_depend_on_the_order_of_the_graph(page):
    graph = view_graphs.demo()
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert visualize.view(turned, title="Who sells chips") == page


def test_visualize_page_does_not_depend_on_hash_seed_or_locale(page):
    code = "import view_graphs as g, kg.visualize as v; print(v.view(g.demo(), title='Who sells chips'), end='')"
    path = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    for seed, locale in (("1", "C"), ("77", "C.UTF-8")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
        run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
        assert run.stdout.decode("utf-8") == page


def test_visualize_page_each_line_knows_its_claim(page):
    data = data_of(page)
    lines = {(line["from"], line["to"]) for line in data["edges"] if line.get("claim") == "c01"}
    assert lines == {("company/bytedance", "company/tencent"), ("company/bytedance", "company/alibaba")}


def test_visualize_page_goods_without_a_line_are_tied_to_the_head(page):
    ties = {(line["from"], line["to"]): line["claims"] for line in data_of(page)["edges"] if line["kind"] == "tie"}
    assert ties["company/dell", "product/nvidia-gb200"] == ["c11"]
    assert ("company/bytedance", "product/nvidia-h20") not in ties, "joined by the stock claim already"


def test_visualize_page_a_sum_shared_by_two_buyers_is_written_as_a_total(page):
    labels = {claim["id"]: claim["label"] for claim in data_of(page)["claims"]}
    assert labels["c01"] == ["Sale · ≈\u00a0CNY 2bn in all", "“” reported · ⚡ disputed"]
    assert labels["c03"] == ["Order · ≥\u00a0USD 16bn"]


def test_visualize_page_parallel_lines_bend_apart():
    graph = nx.MultiDiGraph()
    for key in "abc":
        view_graphs.add_claim(graph, key, "supply", ("supplier", ["company/asml"]), ("buyer", ["company/tsmc"]))
    view_graphs.add_claim(graph, "d", "order", ("buyer", ["company/tsmc"]), ("supplier", ["company/asml"]))
    curves = [json.dumps(line["smooth"]) for line in data_of(visualize.view(graph))["edges"]]
    # seen from one side: the line that runs back bends the same way round, which is the other side
    assert len(set(curves)) >= 3 and "false" not in curves


def test_visualize_page_a_large_graph_opens_on_its_hubs():
    data = data_of(visualize.view(view_graphs.large(320, 400)))
    opened = [node for node in data["nodes"] if not node.get("hidden")]
    assert len(opened) == 60
    assert min(node["degree"] for node in opened) >= max(node["degree"] for node in data["nodes"] if node.get("hidden"))


def test_visualize_page_speaks_german_and_nothing_unknown():
    assert "Bestellung" in visualize.view(view_graphs.demo(), language="de")
    with pytest.raises(DataError, match="use one of: de, en"):
        visualize.view(view_graphs.demo(), language="xx")


def test_visualize_page_word_files_hold_the_same_keys():
    files = sorted((resources.template_dir() / "texts").glob("*.toml"))
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]
    keys = [
        {(name, key) for name, table in words.items() if isinstance(table, dict) and name != "units" for key in table}
        for words in tables
    ]
    assert len(files) >= 2 and all(found == keys[0] for found in keys)


def test_visualize_page_third_party_code_comes_with_its_licences():
    vendor = resources.template_dir() / "vendor"
    version = re.search(r"@version (\S+)", (vendor / "vis-network.min.js").read_text(encoding="utf-8"))[1]
    readme = (vendor / "README.md").read_text(encoding="utf-8")
    assert f"| {version} |" in readme
    assert {"LICENSE-APACHE-2.0", "LICENSE-MIT", "LICENSES-bundled.txt"} <= {path.name for path in vendor.iterdir()}


def test_visualize_page_notebook_frame_is_locked_in():
    frame = visualize.notebook_html(view_graphs.demo())
    assert frame.startswith("<iframe srcdoc=") and 'height="600"' in frame
    assert 'sandbox="allow-scripts allow-downloads allow-popups"' in frame
    assert "<script" not in frame, "the page inside is one escaped attribute"
