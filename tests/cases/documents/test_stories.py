"""Near-duplicates: found among many without comparing all with all."""

import random
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kualik.cases.documents import actions, stories
from kualik.cases.documents.models import Band, Document
from kualik.cases.sources import actions as sources
from kualik.engine import facts
from kualik.engine.reading.near_duplicate import fingerprint, similarity
from tests.cases.casting import NOW, keeper

pytestmark = pytest.mark.django_db
WORDS = [f"word{number}" for number in range(500)]


def text_of(seed: int, *, words: int = 300) -> str:
    """Write a text unlike that of any other seed."""
    return " ".join(random.Random(seed).choices(WORDS, k=words))  # noqa: S311 (any words will do)


def told(text: str) -> Document:
    """Record a document with that text."""
    source = sources.add(by=keeper(), at=NOW, content=text.encode(), name="t.txt").source
    read = facts.Document(id=f"sha256:{source.pk}", media_type="text/plain", text=text, language="en", reader="test")
    (document,) = actions.record(by=keeper(), at=NOW, source=source, read=[read])
    return document


def test_a_lightly_edited_copy_leads_to_the_first_telling() -> None:
    """And so does a copy of the copy; other texts lead nowhere."""
    first = told(text_of(1))
    other = told(text_of(2))
    copy = told(text_of(1) + " one sentence more at the end")
    third = told("By our own correspondent. " + text_of(1))

    assert [document.copy_of for document in (first, other, copy, third)] == [None, None, first, first]


def test_a_text_that_shares_some_is_a_story_of_its_own() -> None:
    """Half of the words in common are no copy."""
    first = told(text_of(1))
    half = told(text_of(1, words=150) + " " + text_of(3, words=150))

    assert similarity(first.fingerprint, half.fingerprint) < stories.LEAST
    assert half.copy_of is None


def test_what_is_as_alike_as_a_copy_is_found() -> None:
    """Of 60 texts edited more and more, exactly those at or above the least likeness are copies of the first."""
    first = told(text_of(1))
    chance = random.Random(7)  # noqa: S311 (which words are changed)
    edited: list[Document] = []
    for count in range(60):
        words = text_of(1).split()
        for at in chance.sample(range(len(words)), count // 4):
            words[at] = f"edit{count}"
        edited.append(told(" ".join([*words, f"end{count}"])))

    expected = [similarity(first.fingerprint, one.fingerprint) >= stories.LEAST for one in edited]
    assert [one.copy_of == first for one in edited] == expected
    assert True in expected
    assert False in expected


def test_the_search_asks_as_much_among_many_as_among_few() -> None:
    """Two questions to the database, whatever is there; copies add no bands, so they cost later ones nothing."""
    first = told(text_of(1))
    for number in range(2, 12):
        told(text_of(number))
    for number in range(10):
        told(text_of(1) + f" edition {number}")
    probe = Document(source_id="0" * 64, fingerprint=list(fingerprint(text_of(1))))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = stories.first_telling(probe)
    assert found == first
    assert len(asked) <= 2
    assert Band.objects.count() == 11 * 16


@pytest.mark.parametrize("text", ["", "…!", "one", "a b c"])
def test_a_text_of_few_words_is_no_story(text: str) -> None:
    """Nothing has no bands; a short text has, and finds itself alone."""
    bands = stories.bands(fingerprint(text))

    assert len(bands) in {0, 16}
    assert all(-(2**63) <= value < 2**63 for value in bands)
    assert all(one != other for one, other in pairwise(sorted(bands)))
