"""Small claim graphs in the shape of `kg.query.projection.to_networkx`, for the tests of the view.

The sentences are made up for these tests; the deals in them are not evidence of anything.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

NAMES = {
    "company/bytedance": ("ByteDance", "Q55606242"),
    "company/tencent": ("Tencent", "Q860580"),
    "company/alibaba": ("Alibaba Group", "Q1359568"),
    "company/nvidia": ("NVIDIA", "Q182477"),
    "company/tsmc": ("TSMC", "Q713418"),
    "company/sk-hynix": ("SK hynix", None),
    "company/dell": ("Dell Technologies", None),
    "company/coreweave": ("CoreWeave", None),
    "company/intel": ("Intel", "Q248"),
    "company/asml": ("ASML", "Q297879"),
    "company/smic": ("SMIC", None),
    "company/nordlicht-rechenzentren": ("Nordlicht Rechenzentren GmbH", None),
    "body/us-department-of-commerce": ("US Department of Commerce", None),
    "body/government-of-the-netherlands": ("Government of the Netherlands", None),
    "product/nvidia-h20": ("NVIDIA H20", None),
    "product/nvidia-gb200": ("NVIDIA GB200", None),
    "family/blackwell": ("Blackwell", None),
    "technology/high-bandwidth-memory": ("High Bandwidth Memory", None),
    "facility/tsmc-arizona": ("TSMC Arizona", None),
    "place/china": ("China", "Q148"),
    "media/caijing": ("Caijing", None),
}
KINDS = {"body": "government_body", "family": "product_family"}
ARTICLES = [
    {"id": "a1", "title": "Cloud rival passes H20 lot on", "outlet": "Chip Courier", "url": "https://news.example/a1",
     "published": "2025-04-29", "language": "en"},
    {"id": "a2", "title": "Lizenzpflicht trifft H20", "outlet": "Siliziumpost", "url": "https://news.example/a2",
     "published": "2025-04-16", "language": "de"},
    {"id": "a3", "title": "Who builds the next racks", "outlet": "Fab Weekly", "url": None,
     "published": None, "language": "en"},
]  # fmt: skip


def add_entity(graph: nx.MultiDiGraph, id_: str, name: str | None = None, **more: Any) -> None:
    """A node as the projection makes it; the type is read off the id."""
    known, wikidata = NAMES.get(id_, (id_.rpartition("/")[2], None))
    kind = id_.partition("/")[0]
    attributes = {"name": name or known, "type": KINDS.get(kind, kind), "wikidata": wikidata, "provisional": False}
    graph.add_node(id_, **{**attributes, **more})


def add_claim(
    graph: nx.MultiDiGraph, key: str, type_: str, head: tuple[str, list[str]], tail: tuple[str, list[str]], **more: Any
) -> None:
    """One edge per head and tail, all with the claim's key; `more` overrides attributes, `others` adds roles."""
    roles = {head[0]: head[1], tail[0]: tail[1], **more.pop("others", {})}
    for ids in roles.values():
        for id_ in ids:
            if id_ not in graph:
                add_entity(graph, id_)
    words = more.pop("sentence", None)
    attributes: dict[str, Any] = {
        "type": type_, "modality": "asserted", "disputed": False, "head_role": head[0], "tail_role": tail[0],
        "roles": roles, "amount": None, "amount_alt": None, "quantity": None, "time": None, "attributed_to": [],
        "disputed_by": [], "evidence": [mark(words)] if words else [], "dispute_evidence": [], "detail": None,
        "score": 0.9, "article": ARTICLES[0], **more,
    }  # fmt: skip
    for source in head[1]:
        for target in tail[1]:
            graph.add_edge(source, target, key=key, **attributes)


def mark(sentence: str) -> dict[str, Any]:
    """A sentence written as "[supplier:ByteDance] [trigger:sold] …" with its marks as offsets."""
    text, marks, rest = "", [], sentence
    while "[" in rest:
        before, _, rest = rest.partition("[")
        inner, _, rest = rest.partition("]")
        role, _, words = inner.partition(":")
        text += before
        marks.append([len(text), len(text) + len(words), role])
        text += words
    return {"text": text + rest, "start": 0, "marks": marks}


def demo() -> nx.MultiDiGraph:
    """Twenty-one entities and seventeen claims of many kinds, one of them disputed."""
    graph = nx.MultiDiGraph()
    add_claim(
        graph, "c01", "sale", ("supplier", ["company/bytedance"]), ("buyer", ["company/tencent", "company/alibaba"]),
        others={"product": ["product/nvidia-h20"], "manufacturer": ["company/nvidia"]}, modality="reported",
        disputed=True, amount={"value": 2e9, "currency": "CNY", "approx": "about"},
        time={"text": "this spring", "start": "2025-03-01", "end": "2025-05-31"},
        attributed_to=["Caijing", "South China Morning Post"], disputed_by=["ByteDance"],
        evidence=[mark("According to [attribution:Caijing], [supplier:ByteDance] [trigger:passed on] [product:NVIDIA "
                       "H20 cards] worth [amount:about 2 billion yuan] to [buyer:Tencent] and [buyer:Alibaba].")],
        dispute_evidence=[mark("[disputed_by:ByteDance] [denial:called the account untrue].")],
    )  # fmt: skip
    add_claim(
        graph,
        "c02",
        "inventory",
        ("holder", ["company/bytedance"]),
        ("product", ["product/nvidia-h20"]),
        modality="reported",
        amount={"value": 1e11, "currency": "CNY", "approx": "about"},
        amount_alt={"value": 13.7e9, "currency": "USD", "approx": "exact"},
        attributed_to=["Caijing"],
        sentence="[holder:It] [trigger:keeps] [product:H20 parts] for [amount:some 100 billion yuan] in its halls.",
    )
    add_claim(
        graph,
        "c03",
        "order",
        ("buyer", ["company/tencent"]),
        ("supplier", ["company/nvidia"]),
        others={"product": ["product/nvidia-h20"]},
        amount={"value": 16e9, "currency": "USD", "approx": "at_least"},
        time={"text": "first quarter", "start": "2025-01-01", "end": "2025-03-31"},
        sentence="[buyer:Tencent] [trigger:ordered] [product:H20 chips] for [amount:no less than $16 billion].",
    )
    add_claim(
        graph,
        "c04",
        "license_requirement",
        ("regulator", ["body/us-department-of-commerce"]),
        ("affected", ["company/nvidia"]),
        others={"product": ["product/nvidia-h20"], "destination": ["place/china"]},
        article=ARTICLES[1],
        sentence="[affected:NVIDIA] [trigger:braucht nun eine Genehmigung] für die [product:H20].",
    )
    add_claim(
        graph,
        "c05",
        "manufacture",
        ("manufacturer", ["company/nvidia"]),
        ("product", ["product/nvidia-h20"]),
        sentence="The [product:H20] is [manufacturer:NVIDIA]'s.",
    )
    add_claim(
        graph,
        "c06",
        "product_relation",
        ("product", ["product/nvidia-h20"]),
        ("product", ["family/blackwell"]),
        detail="slower_than",
        sentence="The [product:H20] is slower than [product:Blackwell].",
    )
    add_claim(
        graph,
        "c07",
        "component_use",
        ("product", ["family/blackwell"]),
        ("component", ["technology/high-bandwidth-memory"]),
        sentence="[product:Blackwell] boards [trigger:carry] [component:High Bandwidth Memory].",
    )
    add_claim(
        graph,
        "c08",
        "supply",
        ("supplier", ["company/sk-hynix"]),
        ("buyer", ["company/nvidia"]),
        others={"product": ["technology/high-bandwidth-memory"]},
        quantity={"value": 70, "unit": "percent", "approx": "about"},
        sentence="[supplier:SK hynix] [trigger:covers] [quantity:some 70 percent] of [buyer:NVIDIA]'s [product:HBM].",
    )
    add_claim(
        graph,
        "c09",
        "manufacture",
        ("manufacturer", ["company/tsmc"]),
        ("customer", ["company/nvidia"]),
        others={"product": ["family/blackwell"], "facility": ["facility/tsmc-arizona"]},
        modality="planned",
        article=ARTICLES[2],
        sentence="[manufacturer:TSMC] [trigger:will make] [product:Blackwell] chips for [customer:NVIDIA].",
    )
    add_claim(
        graph,
        "c10",
        "investment",
        ("investor", ["company/tsmc"]),
        ("facility", ["facility/tsmc-arizona"]),
        amount={"value": 100e9, "currency": "USD", "approx": "exact"},
        modality="planned",
        article=ARTICLES[2],
        sentence="[investor:TSMC] [trigger:puts] another [amount:100 billion dollars] into [facility:Arizona].",
    )
    add_claim(
        graph,
        "c11",
        "delivery",
        ("supplier", ["company/dell"]),
        ("buyer", ["company/coreweave"]),
        others={"product": ["product/nvidia-gb200"]},
        article=ARTICLES[2],
        sentence="[supplier:Dell] has [trigger:shipped] [product:GB200] racks to [buyer:CoreWeave].",
    )
    add_claim(
        graph,
        "c12",
        "supply",
        ("supplier", ["company/nvidia"]),
        ("buyer", ["company/dell"]),
        others={"product": ["product/nvidia-gb200"]},
        article=ARTICLES[2],
        sentence="[supplier:NVIDIA] [trigger:supplies] [buyer:Dell].",
    )
    add_claim(
        graph,
        "c13",
        "export_restriction",
        ("regulator", ["body/us-department-of-commerce"]),
        ("destination", ["place/china"]),
        article=ARTICLES[1],
        sentence="[regulator:Washington] [trigger:sperrt] die Ausfuhr nach [destination:China].",
    )
    add_claim(
        graph,
        "c14",
        "export_restriction",
        ("regulator", ["body/government-of-the-netherlands"]),
        ("affected", ["company/asml"]),
        others={"destination": ["place/china"]},
        article=ARTICLES[1],
        sentence="[regulator:Den Haag] [trigger:verlangt] von [affected:ASML] Zurückhaltung.",
    )
    add_claim(
        graph,
        "c15",
        "supply",
        ("supplier", ["company/asml"]),
        ("buyer", ["company/smic"]),
        modality="ended",
        article=ARTICLES[1],
        sentence="[supplier:ASML] [trigger:beliefert] [buyer:SMIC] nicht mehr.",
    )
    add_claim(
        graph,
        "c16",
        "acquisition",
        ("buyer", ["company/tsmc"]),
        ("target", ["company/intel"]),
        modality="rumoured",
        article=ARTICLES[2],
        sentence="[buyer:TSMC] may be weighing a [trigger:stake] in [target:Intel]'s plants.",
    )
    add_claim(
        graph,
        "c17",
        "order",
        ("buyer", ["company/nordlicht-rechenzentren"]),
        ("supplier", ["company/dell"]),
        others={"product": ["product/nvidia-gb200"]},
        modality="negotiating",
        article=ARTICLES[2],
        quantity={"value": 12000, "unit": "units", "approx": "about"},
        sentence="[buyer:Nordlicht] is [trigger:in talks] with [supplier:Dell].",
    )
    add_entity(graph, "media/caijing")
    graph.nodes["company/nordlicht-rechenzentren"]["provisional"] = True
    return graph


def large(entities: int, claims: int) -> nx.MultiDiGraph:
    """A graph with a few hubs and a long tail, made without chance."""
    graph = nx.MultiDiGraph()
    for number in range(entities):
        add_entity(graph, f"company/{number}", f"Company {number}")
    for number in range(claims):
        hub, other = (number * number) % 37, (number * 7919 + 13) % entities
        ends = ("supplier", [f"company/{hub}"]), ("buyer", [f"company/{other}"])
        add_claim(
            graph, f"c{number:05}", ("supply", "order", "sale")[number % 3], *ends, sentence=f"Sentence {number}."
        )
    return graph


def alone() -> nx.MultiDiGraph:
    """Claims of one party, which are loops: two on one company, one of them disputed, and a rule beside them."""
    graph = nx.MultiDiGraph()
    chips = {"product": ["family/blackwell"]}
    ends = ("manufacturer", ["company/tsmc"]), ("manufacturer", ["company/tsmc"])
    wafers = {"value": 50_000, "unit": "wafers per month"}
    add_claim(graph, "l1", "capacity", *ends, others=chips, modality="planned", quantity=wafers)
    add_claim(graph, "l2", "shortage", *ends, others=chips, modality="reported", disputed=True, disputed_by=["TSMC"])
    add_claim(graph, "l3", "supply", ("supplier", ["company/asml"]), ("buyer", ["company/tsmc"]))
    return graph
