"""How sure a rule is."""

from kualik.engine.extracting.writing.confidence import confidence, table


def test_every_share_of_the_table_is_a_share() -> None:
    """Between 0 and 1, and known by language and rule."""
    assert all(0.0 <= share <= 1.0 and ":" in key for key, share in table().items())


def test_an_unknown_rule_is_a_low_guess_and_a_doubtful_claim_a_lower_one() -> None:
    """What was never counted is not called sure."""
    assert confidence("english-rules/2", "no-such-rule") < 0.7
    assert confidence("english-rules/2", "no-such-rule", doubtful=True) < confidence("english-rules/2", "no-such-rule")
