"""Words that tell of custody, each with those whom it befell."""

import pytest

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.triggers import find_triggers


def _found(text: str) -> list[tuple[str, str, list[str]]]:
    parsed = parse(f"A heading\n\n{text}")
    return [
        (parsed.words[one.i].lower, one.state, [parsed.words[i].text for i in one.whose])
        for one in find_triggers(parsed)
    ]


@pytest.mark.parametrize(
    ("text", "word", "state", "whose"),
    [
        ("Two sons of Saule were sentenced to 22 and 10 years in prison.", "sentenced", "prison", ["sons"]),
        ("Police in Almaty detained six protesters on Monday.", "detained", "unspecified", ["protesters"]),
        ("Officers took Nurlan and Askar to a police station.", "took", "police custody", ["Nurlan", "Askar"]),
        ("Her husband was taken away in May 2017.", "taken", "unspecified", ["husband"]),
        ("Her brother, who is serving 14 years in Karamay, is ill.", "serving", "prison", ["brother"]),
        ("Her brother remains in detention.", "remains", "unspecified", ["brother"]),
        ("Baqyt spent two years in a re-education camp.", "spent", "camp", ["Baqyt"]),
        ("The court handed Petrov a three-year sentence.", "handed", "prison", ["Petrov"]),
        ("Her sister has not been seen since.", "seen", "disappeared", ["sister"]),
        ("Gulnur lost contact with her brother in 2017.", "lost", "disappeared", ["brother"]),
        ("Anna has been missing since March.", "missing", "disappeared", ["Anna"]),
        ("Nur died in custody in 2019.", "died", "died in custody", ["Nur"]),
        ("He was not allowed to leave the country.", "allowed", "barred from leaving", ["He"]),
        ("Officials confiscated her passport.", "confiscated", "barred from leaving", ["her"]),
        ("The women were let go in the evening.", "let", "released", ["women"]),
        ("He came out of the camp in 2018.", "came", "released", ["He"]),
        ("Two officers put him into a van.", "put", "police custody", ["him"]),
        ("A sixth man was put under house arrest.", "put", "house arrest", ["man"]),
        ("The arrest of her father shocked us.", "arrest", "police custody", ["father"]),
        ("The jailed journalist Dana Ospan wrote a letter.", "jailed", "prison", ["journalist"]),
    ],
)
def test_custody_is_seen_with_whom_it_befell(text: str, word: str, state: str, whose: list[str]) -> None:
    """Passive, active, given terms, places, absence, release, nouns and adjectives."""
    assert _found(text) == [(word, state, whose)]


@pytest.mark.parametrize(
    "text",
    [
        "He could be jailed for life.",
        "Nobody knows whether she was arrested.",
        "They fear being arrested.",
        "They demanded the release of all.",
        "She was never arrested.",
        "The protesters held a rally.",
        "Debates are to be held in June.",
        "Release him immediately.",
        "If he were detained, we would leave.",
    ],
)
def test_what_did_not_happen_is_no_custody(text: str) -> None:
    """What is possible, feared, demanded, denied or only conditional is left out; so is a rally that is held."""
    assert [one for one in _found(text) if one[2] != ["all"]] == []


def test_a_heading_tells_nothing() -> None:
    """Headings repeat what the text says, and shorten it."""
    parsed = parse("Police Arrest Six Women In Almaty\n\nIt rained all day, and the street was empty.")
    assert find_triggers(parsed) == []
