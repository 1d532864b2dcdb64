"""Which entity a cluster is, and what becomes of the claims."""

from __future__ import annotations

from kg.gazetteer import Entry, Gazetteer
from kg.iris import claim_id
from kg.link import judge, link
from kg.model import Amount, Article, ClaimDraft, Cluster, Mention, Period, Quantity, Reading, Span

ARTICLE = Article("a1", "Acme sold Foo chips.", language="en")
ACME = Entry("company/acme", "Acme", "company", wikidata="Q5")
GAZETTEER = Gazetteer([ACME])
EVIDENCE = (Span(0, 20, ARTICLE.text),)


def cluster(key: str, name: str, *starts: int, candidate: str | None = None, type: str = "company") -> Cluster:
    return Cluster(key, name, type, tuple(Mention(s, s + 4, "Acme", "name") for s in starts), candidate)


def draft(**fields: object) -> ClaimDraft:
    held: dict[str, object] = {"type": "sale", "roles": {"supplier": ("company/acme",), "buyer": ("company/foo",)}}
    return ClaimDraft(**{**held, "evidence": EVIDENCE, **fields})  # type: ignore[arg-type]


BOTH = (cluster("company/acme", "Acme Inc.", 0, candidate="company/acme"), cluster("company/foo", "Foo", 10))


def test_a_known_name_is_judged_the_same_with_a_reason() -> None:
    judgement = judge(BOTH[0], GAZETTEER)
    assert (judgement.cluster, judgement.entity, judgement.judgement) == ("company/acme", "company/acme", "same")
    assert "Acme" in judgement.reason


def test_an_unknown_name_is_judged_new_under_its_own_key() -> None:
    judgement = judge(BOTH[1], GAZETTEER)
    assert (judgement.entity, judgement.judgement) == ("company/foo", "new")
    assert judgement.reason


def test_a_candidate_that_the_gazetteer_lost_is_judged_new() -> None:
    assert judge(cluster("company/gone", "Gone", 0, candidate="company/gone"), GAZETTEER).judgement == "new"


def test_a_known_entity_has_the_name_and_number_of_the_gazetteer() -> None:
    acme, foo = link(Reading(ARTICLE, BOTH), GAZETTEER).entities
    assert (acme.name, acme.wikidata, acme.provisional) == ("Acme", "Q5", False)
    assert (foo.name, foo.wikidata, foo.provisional) == ("Foo", None, True)
    assert foo.mentions == BOTH[1].mentions


def test_two_clusters_of_one_entity_share_their_mentions_in_order() -> None:
    again = cluster("company/acme-inc", "Acme Inc.", 10, 0, candidate="company/acme")
    extraction = link(Reading(ARTICLE, (BOTH[0], again)), GAZETTEER)
    assert [m.start for m in extraction.entity("company/acme").mentions] == [0, 10]
    assert len(extraction.entities) == 1


def test_a_claim_speaks_of_entities_wherever_its_draft_spoke_of_clusters() -> None:
    again = cluster("company/acme-inc", "Acme Inc.", 10, candidate="company/acme")
    sold = draft(
        roles={"supplier": ("company/acme-inc", "company/acme"), "buyer": ("company/foo",)},
        attributed_to=("company/acme-inc", "two insiders"),
        disputed_by=("company/foo",),
    )
    (claim,) = link(Reading(ARTICLE, (*BOTH, again), (sold,)), GAZETTEER).claims
    assert claim.roles == {"supplier": ("company/acme",), "buyer": ("company/foo",)}
    assert claim.attributed_to == ("company/acme", "two insiders")
    assert claim.disputed_by == ("company/foo",)


def test_a_claim_keeps_all_that_its_draft_says() -> None:
    sold = draft(
        modality="planned", amount=Amount(5, "EUR"), amount_alt=Amount(6, "USD"), quantity=Quantity(7, "chips"),
        time=Period("in May", "2025-05-01", None), dispute_evidence=EVIDENCE, detail="why", score=0.5,
        marks=(("trigger", Span(5, 9, "sold")),),
    )  # fmt: skip
    (claim,) = link(Reading(ARTICLE, BOTH, (sold,)), GAZETTEER).claims
    for name in ("type", "evidence", "modality", "amount", "amount_alt", "quantity", "time", "dispute_evidence",
                 "detail", "score", "marks"):  # fmt: skip
        assert getattr(claim, name) == getattr(sold, name), name
    assert claim.article == "a1"


def test_a_claim_has_the_id_that_its_content_gives() -> None:
    (claim,) = link(Reading(ARTICLE, BOTH, (draft(),)), GAZETTEER).claims
    assert claim.id == claim_id("a1", claim.type, claim.roles, claim.evidence)


def test_a_claim_said_twice_is_one_and_the_first_holds() -> None:
    claims = link(Reading(ARTICLE, BOTH, (draft(score=0.9), draft(score=0.1))), GAZETTEER).claims
    assert [c.score for c in claims] == [0.9]


def test_claims_of_different_types_are_two() -> None:
    assert len(link(Reading(ARTICLE, BOTH, (draft(), draft(type="order"))), GAZETTEER).claims) == 2


def test_nothing_read_is_nothing_linked() -> None:
    extraction = link(Reading(ARTICLE), GAZETTEER)
    assert (extraction.article, extraction.entities, extraction.claims) == (ARTICLE, (), ())
