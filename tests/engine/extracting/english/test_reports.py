"""Words given as somebody's without a verb of saying."""

import pytest

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.reports import find_reports


def _found(text: str) -> list[tuple[str, str]]:
    parsed = parse(text)
    return [
        ("" if one.source.head is None else parsed.words[one.source.head].text, parsed.said(one.first, one.last))
        for sentence in parsed.sentences
        for one in find_reports(parsed, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("According to the nurse, he was gone.", "nurse", "he was gone"),
        ("He was gone, according to the nurse.", "nurse", "He was gone"),
        ("He was there, but she was gone, according to the nurse.", "nurse", "she was gone"),
        ("In the words of the nurse, he was gone.", "nurse", "he was gone"),
        ("By the nurse's account, he was gone.", "nurse", "he was gone"),
        ("The paper reported the arrest, citing the nurse.", "nurse", "The paper reported the arrest"),
        ("She learned from the nurse that he was gone.", "nurse", "that he was gone"),
        ("The nurse's claim that he was gone was repeated.", "nurse", "that he was gone"),
        ("A report that he was gone was repeated.", "report", "that he was gone"),
        ("The nurse is convinced that he was gone.", "nurse", "that he was gone"),
        ("The nurse was adamant that he had left.", "nurse", "that he had left"),
        ('The nurse shook her head: "Never."', "nurse", '"Never."'),
    ],
)
def test_the_source_and_its_words_are_found(text: str, who: str, what: str) -> None:
    """According to, in the words of, citing, learned from, the claim that."""
    assert (who, what) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "They were dealt with according to law.",
        "The fear that he was gone was great.",
        "She never heard from the nurse that he was gone.",
        "They closed the road, citing secrecy.",
    ],
)
def test_laws_and_fears_are_no_sources(text: str) -> None:
    """Nobody in particular says it."""
    assert _found(text) == []
