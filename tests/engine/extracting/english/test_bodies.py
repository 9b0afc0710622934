"""Bodies under their fullest names."""

from tests.engine.extracting.english.people_samples import register


def speaker(text: str, word: str) -> str:
    """Name the body that the last occurrence of a word speaks for."""
    read = register(text)
    place = [one.i for one in read.parsed.words if one.text == word][-1]
    key = read.speaker(place)
    assert key is not None
    assert read.cast.party(key).body
    return read.cast.party(key).label


def test_a_body_keeps_the_name_that_it_has() -> None:
    """Without its article."""
    assert speaker("The Foreign Ministry denied it.", "Ministry") == "Foreign Ministry"


def test_the_ministry_is_the_one_named_before() -> None:
    """And it is the same party."""
    assert speaker("The Interior Ministry met them. The ministry denied it.", "ministry") == "Interior Ministry"


def test_a_state_that_speaks_is_a_body() -> None:
    """Beijing is nobody's name."""
    assert speaker("Beijing denied it.", "Beijing") == "Beijing"
