"""What one word tells, and what stands behind it."""

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.trigger import after, is_person, made


def test_the_words_after_a_verb_end_with_its_clause() -> None:
    """What another clause says of places is not the verb's."""
    parsed = parse("A heading\n\nHe was taken to a camp and she was sent to prison.")
    i = next(one.i for one in parsed.words if one.text == "taken")
    assert after(parsed, i) == "taken to a camp and she was" or "prison" not in after(parsed, i)


def test_a_belief_is_hedged() -> None:
    """Is believed to have been sent: told, with doubt."""
    parsed = parse("A heading\n\nHe is believed to have been sent to a camp. He was sent to a camp.")
    doubts = [
        made(parsed, one.i, "held", "camp", (), "custody.put").hedged for one in parsed.words if one.text == "sent"
    ]
    assert doubts == [True, False]


def test_a_day_and_a_thing_are_no_persons() -> None:
    """Neither can be arrested."""
    parsed = parse("A heading\n\nNurlan took part on Monday.")
    people = {one.text: is_person(parsed, one.i) for one in parsed.words}
    assert people["Nurlan"]
    assert not people["Monday"]
    assert not people["part"]
