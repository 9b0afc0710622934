"""How sure a rule is."""

import pytest

from kualik.engine.extracting.writing.confidence import ALL, DOUBT, DOUBTFUL, UNKNOWN, confidence, expected, table

SHARES = {
    ("english", "say.subject", "content"): 0.9,
    ("english", ALL, "content"): 0.8,
    (ALL, ALL, "content"): 0.7,
    (ALL, ALL, ALL): 0.65,
    ("english", DOUBT, ALL): 0.3,
}


def test_every_share_of_the_table_is_a_share() -> None:
    """Between 0 and 1, and known by language, rule and property."""
    assert all(0.0 <= share <= 1.0 and all(key) for key, share in table().items())


def test_an_unknown_rule_is_a_low_guess_and_a_doubtful_claim_a_lower_one() -> None:
    """What was never counted is not called sure."""
    assert expected({}, "english", "no-such-rule", "content", doubtful=False) == UNKNOWN
    assert expected({}, "english", "no-such-rule", "content", doubtful=True) == DOUBTFUL < UNKNOWN


@pytest.mark.parametrize(
    ("language", "rule", "name", "share"),
    [
        ("english", "say.subject", "content", 0.9),
        ("english", "say.other", "content", 0.8),
        ("russian", "say.subject", "content", 0.7),
        ("russian", "say.subject", "age", 0.65),
    ],
)
def test_the_narrowest_class_that_was_counted_speaks(language: str, rule: str, name: str, share: float) -> None:
    """The rule, else the property in the language, else in all."""
    assert expected(SHARES, language, rule, name, doubtful=False) == share


def test_a_doubt_never_makes_surer() -> None:
    """The lower of both."""
    assert expected(SHARES, "english", "say.subject", "content", doubtful=True) == 0.3
    assert expected(SHARES | {("english", DOUBT, ALL): 0.99}, "english", "x", "content", doubtful=True) == 0.8


def test_a_reader_is_known_by_its_language_whatever_its_version() -> None:
    """A new version keeps the shares until they are counted anew."""
    assert confidence("english-rules/2", "x") == confidence("english-rules/3", "x")
