"""Hand-made readings of four small articles, for tests that need claims but no extraction."""

from __future__ import annotations

from kg.iris import claim_id
from kg.model import Amount, Article, Claim, Entity, Extraction, Mention, Period, Quantity, Span

ENTITIES = {
    "company/bytedance": ("ByteDance", "company", "Q55606242", False),
    "company/tencent": ("Tencent", "company", "Q860580", False),
    "company/alibaba": ("Alibaba", "company", "Q1359568", False),
    "company/nvidia": ("NVIDIA", "company", "Q182477", False),
    "product/nvidia-h20": ("NVIDIA H20", "product", None, False),
    "product/nvidia-h100": ("NVIDIA H100", "product", None, False),
    "media/caijing": ("Caijing", "media", None, False),
    "media/south-china-morning-post": ("South China Morning Post", "media", None, False),
    "body/us-department-of-commerce": ("US Department of Commerce", "government_body", None, False),
    "place/china": ("China", "place", "Q148", False),
    "company/lindau-optik": ("Lindau Optik", "company", None, True),
    "company/長江存儲": ("長江存儲", "company", None, True),
}


def span(text: str, words: str, after: int = 0) -> Span:
    """The place of `words` in `text`."""
    start = text.index(words, after)
    return Span(start, start + len(words), words)


def entity(text: str, id: str, *names: str) -> Entity:
    """An entity with a mention for each of these words."""
    name, kind, wikidata, provisional = ENTITIES[id]
    places = [span(text, words) for words in names]
    mentions = tuple(Mention(s.start, s.end, s.text, "name") for s in sorted(places, key=lambda s: s.start))
    return Entity(id, name, kind, wikidata, mentions, provisional)


def claim(article: str, type: str, roles: dict[str, tuple[str, ...]], *evidence: Span, **more: object) -> Claim:
    """A claim with the id that its parts give it."""
    id = claim_id(article, type, roles, evidence)
    return Claim(id=id, article=article, type=type, roles=roles, evidence=evidence, **more)  # type: ignore[arg-type]


RESALE = (
    "Caijing berichtet laut South China Morning Post, ByteDance habe Tencent und Alibaba H20-Karten für etwa zwei "
    "Milliarden Yuan überlassen. Das Unternehmen nennt das falsch."
)
FILING = (
    'Nvidia says "orders" from Tencent for H20 parts reached at least $5 billion in the first quarter.'
    "\nIt is slower than the H100."
)
RULE = "The Department of Commerce now wants a licence for every H20 sent to China. Nvidia must apply."
RUMOUR = "Two insiders whisper that 長江存儲 may have bought 12 to 15 lithography tools from Lindau Optik."


def resale(article_id: str = "de-resale") -> Extraction:
    """A disputed sale, reported through two media, in German."""
    text = RESALE
    first, second = (span(text, s) for s in (text.split(". ")[0] + ".", "Das Unternehmen nennt das falsch."))
    roles = {
        "supplier": ("company/bytedance",),
        "buyer": ("company/tencent", "company/alibaba"),
        "product": ("product/nvidia-h20",),
        "manufacturer": ("company/nvidia",),
    }
    sale = claim(
        article_id,
        "sale",
        roles,
        first,
        modality="reported",
        amount=Amount(2e9, "CNY", "about"),
        amount_alt=Amount(2.74e8, "USD", "about"),
        attributed_to=("media/caijing", "media/south-china-morning-post"),
        disputed_by=("company/bytedance",),
        dispute_evidence=(second,),
        score=0.9,
        marks=(
            ("supplier", span(text, "ByteDance")),
            ("buyer", span(text, "Tencent")),
            ("trigger", span(text, "überlassen")),
        ),
    )
    found = (
        entity(text, "company/alibaba", "Alibaba"),
        entity(text, "company/bytedance", "ByteDance", "Das Unternehmen"),
        entity(text, "company/nvidia"),
        entity(text, "company/tencent", "Tencent"),
        entity(text, "media/caijing", "Caijing"),
        entity(text, "media/south-china-morning-post", "South China Morning Post"),
        entity(text, "product/nvidia-h20", "H20"),
    )
    article = Article(
        article_id, text, "Karten weitergereicht", "de", "https://example.org/a?b=1&c=2", "Beispielblatt", "2025-04-20"
    )
    return Extraction(article, found, (sale,))


def filing(article_id: str = "en-filing") -> Extraction:
    """An order with a time and a floor, and a relation between products."""
    text = FILING
    first, second = span(text, text.split("\n")[0]), span(text, "It is slower than the H100.")
    order = claim(
        article_id,
        "order",
        {"supplier": ("company/nvidia",), "buyer": ("company/tencent",), "product": ("product/nvidia-h20",)},
        first,
        amount=Amount(5e9, "USD", "at_least"),
        time=Period("in the first quarter", "2025-01-01", "2025-03-31"),
        attributed_to=("company/nvidia",),
    )
    slower = claim(
        article_id,
        "product_relation",
        {"product": ("product/nvidia-h20", "product/nvidia-h100")},
        second,
        detail="slower_than",
    )
    found = (
        entity(text, "company/nvidia", "Nvidia"),
        entity(text, "company/tencent", "Tencent"),
        entity(text, "product/nvidia-h100", "H100"),
        entity(text, "product/nvidia-h20", "H20"),
    )
    return Extraction(
        Article(article_id, text, 'A "filing"', "en", None, "Chip Gazette", "2025-04-22"), found, (order, slower)
    )


def rule(article_id: str = "en-rule") -> Extraction:
    """A licence requirement from an undated article."""
    text = RULE
    requirement = claim(
        article_id,
        "license_requirement",
        {
            "regulator": ("body/us-department-of-commerce",),
            "affected": ("company/nvidia",),
            "product": ("product/nvidia-h20",),
            "destination": ("place/china",),
        },
        span(text, text.split(". ")[0] + "."),
        span(text, "Nvidia must apply."),
    )
    found = (
        entity(text, "body/us-department-of-commerce", "Department of Commerce"),
        entity(text, "company/nvidia", "Nvidia"),
        entity(text, "place/china", "China"),
        entity(text, "product/nvidia-h20", "H20"),
    )
    return Extraction(Article(article_id, text, "", "en"), found, (requirement,))


def rumour(article_id: str = "reports/ru mour.txt") -> Extraction:
    """A rumour from a source without a name, between companies that the gazetteer does not know."""
    text = RUMOUR
    sale = claim(
        article_id,
        "sale",
        {"supplier": ("company/lindau-optik",), "buyer": ("company/長江存儲",)},
        span(text, text),
        modality="rumoured",
        quantity=Quantity(12, "tools", "range", 15),
        attributed_to=("two insiders",),
        score=0.5,
    )
    found = (entity(text, "company/lindau-optik", "Lindau Optik"), entity(text, "company/長江存儲", "長江存儲"))
    return Extraction(Article(article_id, text, "Flüstern", "en", None, "Chip Gazette", "2025-05-01"), found, (sale,))


def every() -> tuple[Extraction, ...]:
    """All four."""
    return resale(), filing(), rule(), rumour()
