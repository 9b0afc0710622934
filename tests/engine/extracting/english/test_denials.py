"""Denials and refusals in plain words."""

import pytest

from tests.engine.extracting.english.speech_samples import speakers

DENIES, ASSERTS, DECLINES = "denies", "asserts", "declines to comment"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry said there were no prisoners in the camp.", DENIES),
        ("The ministry said that nobody was held there.", DENIES),
        ("The ministry said the man was not in custody.", DENIES),
        ("The ministry called the reports lies.", DENIES),
        ("The ministry described the reports as fabrications.", DENIES),
        ("The ministry said the reports were false.", DENIES),
        ("The ministry said it was not aware of the case.", DENIES),
        ("The ministry said it could not comment.", DECLINES),
        ("The ministry said the man was in good health.", ASSERTS),
    ],
)
def test_an_authority_denies_without_the_verb(text: str, stance: str) -> None:
    """There is no, is not, lies, fabrications, not aware."""
    assert [one for _, one in speakers(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Her aunt said he did not come home that evening.", ASSERTS),
        ("Her aunt said he was never tried.", DENIES),
        ("Her aunt confirmed the arrest.", ASSERTS),
        ("The warden confirmed the arrest.", "acknowledges"),
    ],
)
def test_kin_tell_what_did_not_happen(text: str, stance: str) -> None:
    """Only what they deny outright is a denial; only an authority acknowledges by confirming."""
    assert [one for _, one in speakers(text)] == [stance]
