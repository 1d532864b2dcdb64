"""What a sentence leaves unsaid is taken from the ones before it."""

from __future__ import annotations

from told import one, told


def test_goods_that_are_still_the_topic_are_not_named_again() -> None:
    claim = one("Oracle praised the MI300X. Meta ordered 3,000 from AMD.")
    assert (claim.type, claim.roles["product"]) == ("order", ("AMD Instinct MI300X",))


def test_parties_said_before_go_on() -> None:
    text = "Dell will deliver 9,000 servers to Meta. Last week 500 of the servers were delivered."
    assert {c.roles.get("supplier") for c in told(text)} == {("Dell Technologies",)}
    assert {c.roles.get("buyer") for c in told(text)} == {("Meta",)}


def test_nothing_is_taken_from_a_sentence_far_away() -> None:
    far = "Oracle praised the MI300X. " + "The weather was fine. " * 9 + "Meta ordered some."
    assert "AMD Instinct MI300X" not in {name for c in told(far) for names in c.roles.values() for name in names}


def test_who_made_the_rule_is_said_once() -> None:
    text = "Washington bans the export of the H20 to China. The ban also covers the H100."
    rules = [c for c in told(text) if c.type == "export_restriction"]
    assert {name for c in rules for name in c.roles["product"]} == {"NVIDIA H20", "NVIDIA H100"}
    assert {c.roles.get("regulator") for c in rules} == {("US government",)}


def test_a_party_is_not_taken_twice() -> None:
    claim = one("Micron grew. It sells DRAM to Dell.")
    assert claim.roles["supplier"] != claim.roles["buyer"]
