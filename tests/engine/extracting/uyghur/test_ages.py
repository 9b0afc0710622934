"""Ages."""

import pytest

from tests.engine.extracting.uyghur.samples import read


@pytest.mark.parametrize(
    "text",
    [
        "47 ياشلىق روزى تاھىر كەلدى.", "روزى تاھىر، 47 ياش، كەلدى.", "روزى تاھىر كەلدى. ئۇ 47 ياشتا ئىدى.",
        "قىرىق يەتتە ياشلىق روزى تاھىر كەلدى.", "مېنىڭ ئىسمىم روزى تاھىر. 47 ياشقا كىردىم.",
        "47 яшлиқ Рози Таһир кәлди.",
    ],
)  # fmt: skip
def test_an_age_is_given_to_whom_it_is_said_of(text: str) -> None:
    """Before, behind, in the next sentence, of oneself."""
    notes = read(text)
    assert [party.age[0] for party in notes.parties if party.age] == [47]


def test_nobody_is_two_hundred() -> None:
    """A number beyond any age is none."""
    assert all(party.age is None for party in read("200 ياشلىق روزى تاھىر كەلدى.").parties)
