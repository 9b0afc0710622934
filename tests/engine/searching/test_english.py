"""English inflections are taken off, and nothing else."""

import pytest

from kualik.engine.searching.english import stem


@pytest.mark.parametrize(
    "forms",
    [
        ("sentence", "sentences", "sentenced", "sentencing"), ("deny", "denies", "denied"), ("stop", "stopped"),
        ("child", "children"), ("take", "took", "taken"), ("wife", "wives"), ("organise", "organized"),
        ("police", "police"), ("illness", "illnesses"), ("labour", "labor"),
    ],
)  # fmt: skip
def test_inflected_forms_are_one(forms: tuple[str, ...]) -> None:
    """British and American spelling too."""
    assert len({stem(one) for one in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("prison", "prisoner"), ("camp", "campaign"), ("his", "hiss")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    """What is derived is a word of its own."""
    assert stem(one) != stem(other)
