"""Whose kin, and how many."""

import pytest

from kualik.engine.extracting.english.kin_phrases import closes, find_phrase
from tests.engine.extracting.english.people_samples import mention, register


@pytest.mark.parametrize(
    ("text", "word", "count", "order", "partitive"),
    [
        ("Aliya Bekova's two sons left.", "sons", 2, "", ""),
        ("Aliya Bekova's sons left.", "sons", None, "", ""),
        ("Aliya Bekova's eldest son left.", "son", 1, "eldest", ""),
        ("The eldest of Aliya Bekova's four brothers left.", "brothers", 1, "", "eldest"),
        ("Three sons of the late Aliya Bekova left.", "sons", 3, "", ""),
    ],
)
def test_a_phrase_tells_whose_which_and_how_many(
    text: str, word: str, count: int | None, order: str, partitive: str
) -> None:
    """The owner stands before or behind."""
    read = register(text)
    place = next(one.i for one in read.parsed.words if one.text == word)
    noun = read.cast.wholes.kin(place)
    assert noun is not None
    found = find_phrase(read.cast, place, noun)
    assert found is not None
    assert (found.owner, found.count, found.order, found.partitive) == (0, count, order, partitive)


@pytest.mark.parametrize(
    "text", ["Mothers of soldiers wrote.", "A mother left.", "Police's sons left.", "She has no son. It rained."]
)
def test_kin_of_nobody_are_no_phrase(text: str) -> None:
    """In general, of a body, or denied."""
    read = register(text)
    places = [one.i for one in read.parsed.words if read.cast.wholes.kin(one.i)]
    nouns = [(place, read.cast.wholes.kin(place)) for place in places]
    assert all(noun is not None and find_phrase(read.cast, place, noun) is None for place, noun in nouns)


def test_an_apposition_is_closed() -> None:
    """A comma behind the name tells it."""
    read = register("His wife, Aliya Bekova, left. His wife, Dina Omarova said, left.")
    first, second = mention(read, "Bekova"), mention(read, "Omarova")
    assert first is not None
    assert second is not None
    assert closes(read.cast, first)
    assert not closes(read.cast, second)
