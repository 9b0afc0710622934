"""Where the words that somebody says begin and end."""

from tests.engine.extracting.samples import claims


def test_words_end_where_another_speaker_begins() -> None:
    """At "but" with a subject of its own."""
    said = claims("The army denies that there was a bus, but a priest says he saw it.", "content")

    assert [claim.value for claim in said] == ["there was a bus", "he saw it"]


def test_words_may_stand_before_their_speaker() -> None:
    """With the quotation whole, though it holds two sentences."""
    said = claims('"They told nobody. They left at night," Aida Bekova said.', "content")

    assert "They told nobody. They left at night" in [claim.value for claim in said]


def test_two_halves_of_what_is_said_are_two_sayings() -> None:
    """As in: that … and that …."""
    said = claims("The embassy said that the report was old, and that all students were at home.", "content")

    assert [claim.value for claim in said] == ["the report was old", "all students were at home"]


def test_a_day_between_verb_and_words_is_not_said() -> None:
    """As in: said on Thursday that …."""
    said = claims("The minister said on Thursday by telephone that families had written.", "content")

    assert [claim.value for claim in said] == ["families had written"]
