"""Whose words a place in the text is."""

from kualik.engine.facts.claims import NOBODY
from tests.engine.extracting.samples import claims


def test_a_chain_goes_from_the_page_to_the_witness() -> None:
    """Each layer of "X said that Y told him" adds one."""
    said = claims("Lawyer Omar Amin said that a driver told him that Aida Bekova was arrested.", "state")

    assert said[0].voice == ("Steppe Wire", "Omar Amin", "a driver")


def test_an_agentless_report_is_nobodys() -> None:
    """Somebody speaks, and we are not told who."""
    assert claims("Aida Bekova was told that he was gone.", "content")[0].voice == ("Steppe Wire", NOBODY)


def test_the_officer_is_the_one_spoken_of_before() -> None:
    """A short form takes the fuller one."""
    said = claims('A police officer at the bureau denied the report. "He is well," the officer said.', "content")

    assert {claim.voice[-1] for claim in said} == {"A police officer at the bureau"}


def test_we_are_the_publisher() -> None:
    """A document's own authors speak for its page."""
    assert claims("We call for the release of all.", "content")[0].voice == ("Steppe Wire",)


def test_a_pronoun_that_means_nobody_known_says_nothing() -> None:
    """No speaker is made up."""
    assert claims("She said that he was gone.", "content") == []
