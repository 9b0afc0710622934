"""Who is a witness, and who is the same one."""

import pytest

from kualik.engine.facts import NOBODY, PUBLISHER, Stance
from kualik.engine.weighing.independence import behind_publisher, publishers, same_voice, witness_of, witnesses
from kualik.engine.weighing.testimony import Testimony


def said(*voice: str, document: str = "d1", story: str = "s1", official: bool = False, media: str = "x") -> Testimony:
    """Make a testimony by a chain of voices."""
    return Testimony(
        claim="-".join((document, *voice)),
        subject="p",
        property="state",
        value="prison",
        stance=Stance.ASSERTS,
        voice=voice,
        document=document,
        story=story,
        official=official,
        media=media,
    )


@pytest.mark.parametrize(
    ("testimony", "expected"),
    [
        (said("Daily", "Marat"), "Marat"),
        (said("Daily"), None),
        (said(PUBLISHER), None),
        (said("Daily", NOBODY), None),
        (said(), None),
        (said("Ministry of Justice", official=True), "Ministry of Justice"),
        (said("Marat", media="letter"), "Marat"),
    ],
)
def test_the_witness_is_the_last_voice_that_can_know(testimony: Testimony, expected: str | None) -> None:
    """A publisher alone does not say how it knows."""
    assert witness_of(testimony) == expected


def test_spellings_of_one_voice_are_the_same() -> None:
    """Across scripts; another father is another voice."""
    assert same_voice("Khalida Aqytkhan", "Халида Ақытхан")
    assert not same_voice("Khalida Aqytkhan", "Khalida Aqytbek")


def test_one_paper_that_cites_another_leads_to_nobody() -> None:
    """The chain says that the voice behind is not told."""
    first, second = said("Daily"), said("Weekly", "Daily", document="d2")

    assert behind_publisher(second, publishers([first, second])).voice == ("Weekly", "Daily", NOBODY)
    assert behind_publisher(first, publishers([first, second])) == first


def test_a_copy_that_leaves_one_of_two_voices_out_adds_nobody() -> None:
    """The document with most voices speaks for the story."""
    found = witnesses(
        [
            said("Daily", "Khalida Aqytkhan"),
            said("Daily", "Marat Ospan"),
            said("Weekly", "Halida Akitkan", document="d2"),
        ]
    )

    assert [one.name for one in found] == ["Khalida Aqytkhan", "Marat Ospan"]
    assert found[0].chains == (("Daily", "Khalida Aqytkhan"), ("Weekly", "Halida Akitkan"))
