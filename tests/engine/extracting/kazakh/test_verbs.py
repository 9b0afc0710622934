"""Forms of verbs."""

import pytest

from kualik.engine.extracting.kazakh.verbs import is_finite_word, verb

STEMS = {"айт": 1, "ұста": 1, "сотта": 1, "хабарла": 1, "отыр": 1, "босат": 1}


@pytest.mark.parametrize(
    ("word", "stem", "tense", "passive", "denied"),
    [
        ("айтты", "айт", "past", False, False), ("ұсталды", "ұста", "past", True, False),
        ("ұсталмаған", "ұста", "perfect", True, True), ("соттапты", "сотта", "hearsay", False, False),
        ("хабарлайды", "хабарла", "present", False, False), ("айтып", "айт", "converb", False, False),
        ("сотталғанын", "сотта", "nominal", True, False), ("босатуды", "босат", "infinitive", False, False),
        ("отыр", "отыр", "present", False, False),
    ],
)  # fmt: skip
def test_a_form_tells_its_tense_voice_and_denial(word: str, stem: str, tense: str, passive: bool, denied: bool) -> None:  # noqa: FBT001 - columns of a table
    """Each form is read off its endings."""
    read = verb(word, STEMS)
    assert read is not None
    assert (read[0], read[1].tense, read[1].passive, read[1].denied) == (stem, tense, passive, denied)


def test_a_noun_that_begins_like_a_verb_is_no_verb() -> None:
    """Of "айтарлықтай" is an adverb; what follows the stem is no ending."""
    assert verb("айтарлықтай", STEMS) is None
    assert not is_finite_word("ауыл")
    assert is_finite_word("келді")
