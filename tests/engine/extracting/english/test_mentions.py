"""Where people are spoken of."""

from kualik.engine.extracting.english.mentions import Mentions
from kualik.engine.extracting.english.parsing import parse


def test_mentions_are_found_by_place_and_in_order() -> None:
    """Whatever order they are noted in."""
    parsed = parse("Aliya met Marat near Almaty.")
    mentions = Mentions(parsed)
    mentions.add(2, 3, 2, party=1, kind="name")
    mentions.add(0, 1, 0, party=0, kind="name")
    assert [one.party for one in mentions.within(0, 5)] == [0, 1]
    assert [one.party for one in mentions.before(4)] == [1, 0]
    found = mentions.at(0)
    assert found is not None
    assert found.subject
    assert mentions.at(1) is None


def test_what_was_noted_of_a_word_is_replaced() -> None:
    """It is one mention still."""
    mentions = Mentions(parse("Aliya left."))
    mentions.add(0, 1, 0, party=0, kind="name")
    mentions.add(0, 1, 0, party=7, kind="noun")
    assert [one.party for one in mentions.within(0, 9)] == [7]
    mentions.clear()
    assert mentions.within(0, 9) == []


def test_the_subject_is_likelier_than_the_object() -> None:
    """And sure when the rest is far behind."""
    parsed = parse("Aliya met Dina. She left.")
    mentions = Mentions(parsed)
    mentions.add(0, 1, 0, party=0, kind="name")
    mentions.add(2, 3, 2, party=1, kind="name")
    found = mentions.likeliest(4, lambda _: 0.0)
    assert found is not None
    assert (found.party, found.sure) == (0, True)
    assert mentions.likeliest(4, lambda _: None) is None
