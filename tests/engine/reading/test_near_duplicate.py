"""Tests of finding copies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.reading.near_duplicate import VALUES, fingerprint, similarity
from tests.engine.reading.samples import CHINESE, ENGLISH

LONG = " ".join(f"{word}{number}" for number in range(40) for word in ENGLISH.split())


@given(st.text())
def test_a_text_is_its_own_copy(text: str) -> None:
    """Same text, same fingerprint, whatever the text; without words there is none."""
    found = fingerprint(text)

    assert fingerprint(text) == found
    assert similarity(found, found) == (1.0 if found else 0.0)
    assert len(found) in {0, VALUES}
    assert all(0 <= value < 2**32 for value in found)


def test_a_fingerprint_is_the_same_everywhere() -> None:
    """Fingerprints are kept, so they must not depend on the process or the version."""
    assert set(fingerprint("one two three four five")) == {1042130451}


def test_layout_does_not_matter() -> None:
    """Line breaks, capitals and punctuation are not what a copy is known by."""
    assert fingerprint(LONG.upper().replace(" ", ",\n")) == fingerprint(LONG)


@pytest.mark.parametrize("shared", [0.0, 0.3, 0.7, 1.0])
def test_similarity_is_near_the_share_of_runs_in_common(shared: float) -> None:
    """The estimate is within three standard deviations of the true Jaccard index."""
    words = [f"word{number}" for number in range(2000)]
    cut = int(len(words) * shared)
    other = words[:cut] + [f"else{number}" for number in range(cut, len(words))]
    runs = [{tuple(text[at : at + 5]) for at in range(len(text) - 4)} for text in (words, other)]
    true = len(runs[0] & runs[1]) / len(runs[0] | runs[1])

    found = similarity(fingerprint(" ".join(words)), fingerprint(" ".join(other)))

    assert found == pytest.approx(true, abs=3 * (true * (1 - true) / VALUES) ** 0.5 + 1e-9)


def test_a_copied_chinese_text_is_found() -> None:
    """Chinese has no spaces; its characters count as words."""
    copy = CHINESE + "警方没有说明他现在在哪里。"

    assert similarity(fingerprint(CHINESE), fingerprint(copy)) > 0.5
    assert similarity(fingerprint(CHINESE), fingerprint("今天天气很好我们去公园里玩吧")) < 0.2


def test_short_texts_are_compared_whole() -> None:
    """Fewer than five words are one run."""
    assert similarity(fingerprint("Where is he?"), fingerprint("where is HE")) == 1.0
    assert similarity(fingerprint("Where is he?"), fingerprint("Where is she?")) == 0.0


def test_a_long_run_of_accents_takes_no_time() -> None:
    """Putting accents in order is done a piece at a time: all at once it would take the square of their number."""
    assert fingerprint("a" + "\u0301\u0323" * 100_000)
