"""What a reporting verb does in its clause."""

import pytest

from kualik.engine.facts import Stance
from tests.engine.extracting.samples import claims


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry said that the man was at home.", Stance.ASSERTS),
        ("The ministry denied that the man was held.", Stance.DENIES),
        ("The ministry did not deny the report.", Stance.ACKNOWLEDGES),
        ("The ministry said that nobody was held.", Stance.DENIES),
        ("The ministry said that there were no camps.", Stance.DENIES),
        ('The ministry called the reports "lies".', Stance.DENIES),
        ("The ministry acknowledged the death.", Stance.ACKNOWLEDGES),
        ("The ministry refused to comment.", Stance.DECLINES_TO_COMMENT),
        ("The ministry would not say who was held.", Stance.DECLINES_TO_COMMENT),
        ("A man at the ministry hung up.", Stance.DECLINES_TO_COMMENT),
        ("The ministry did not respond to a letter.", Stance.DID_NOT_RESPOND),
        ("The ministry called for the release of all seven.", Stance.DEMANDS),
        ("The ministry told the crowd to leave.", Stance.DEMANDS),
        ("The ministry accused the women of lying.", Stance.ACCUSES),
        ("The ministry claims that the men are free.", Stance.ALLEGES),
        ("The ministry put the number of dead at 12.", Stance.ASSERTS),
    ],
)
def test_a_verb_takes_a_stance(text: str, stance: Stance) -> None:
    """A denial, a refusal and a silence are claims too."""
    assert [claim.stance for claim in claims(text, "content")] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "The women did not say which ones.",
        "An ambulance was called to the site.",
        "He refused to leave the house.",
        "She asked whether he was there.",
        "He answered to a number.",
        "The man could not confirm this.",
        "None of this could be confirmed.",
    ],
)
def test_a_verb_that_reports_nothing_takes_none(text: str) -> None:
    """The same words in other frames."""
    assert claims(text, "content") == []
