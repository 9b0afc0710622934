"""Nouns of the lists in their forms."""

from kualik.engine.extracting.uyghur.nouns import is_place, noun_of


def test_kin_bodies_and_callings_are_known_in_any_case() -> None:
    """His sister's, to the ministry, the spokesman."""
    sister, ministry, speaker = (noun_of(word) for word in ("سىڭلىسىنىڭ", "مىنىستىرلىقىغا", "باياناتچىسى"))
    assert sister is not None
    assert (sister.kind, sister.value, sister.ending.case, sister.ending.owner) == ("kin", "sister", "gen", "3")
    assert ministry is not None
    assert (ministry.kind, ministry.ending.case) == ("body", "dat")
    assert speaker is not None
    assert speaker.value == "official"


def test_words_of_no_list_are_no_nouns() -> None:
    """A verb is not taken for "his father"."""
    assert noun_of("دېدى") is None


def test_places_are_known_with_their_case() -> None:
    """In Kashgar, to Ghulja; a name is none."""
    assert is_place("قەشقەردە") == "loc"
    assert is_place("غۇلجىغا") == "dat"
    assert is_place("گۈلنار") is None
