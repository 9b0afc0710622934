"""How somebody without a name is called."""

import pytest

from kualik.engine.extracting.english.labels import count_of, is_body, label_of, short_phrase
from tests.engine.extracting.english.people_samples import register


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("A woman from Almaty who answered the phone hung up.", "woman", "woman from Almaty"),
        ("The head of the village police, Omar, left.", "head", "head of the village police"),
        ("Aliya Bekova left. Her lawyer stayed.", "lawyer", "lawyer of Aliya Bekova"),
    ],
)
def test_a_label_is_the_phrase_without_article_and_clauses(text: str, word: str, label: str) -> None:
    """And "her" is said in full."""
    read = register(text)
    place = next(one.i for one in read.parsed.words if one.text == word)
    assert label_of(read.cast, place) == label
    first, last = short_phrase(read.parsed, place)
    assert first <= place < last


@pytest.mark.parametrize(
    ("text", "word", "count"),
    [
        ("Two men left.", "men", 2),
        ("A man left.", "man", 1),
        ("Some men left.", "men", None),
        ("Two dozen men left.", "men", 24),
        ("Both men left.", "men", 2),
    ],
)
def test_a_phrase_is_counted(text: str, word: str, count: int | None) -> None:
    """Where it gives a number."""
    read = register(text)
    place = next(one.i for one in read.parsed.words if one.text == word)
    assert count_of(read.parsed, place) == count


def test_a_ministry_is_a_body_and_a_minister_is_not() -> None:
    """Nor are a mother and a people."""
    read = register("The ministry met the minister, a mother and some Kazakhs in Almaty.")
    words = {word.text: word.i for word in read.parsed.words}
    assert is_body(read.cast, words["ministry"])
    assert is_body(read.cast, words["Almaty"])
    assert not any(is_body(read.cast, words[one]) for one in ("minister", "mother", "Kazakhs"))
