"""Tests of putting messages together."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting import extract
from kualik.engine.facts import Stance
from kualik.engine.reading import read
from kualik.engine.reading.conversation import Message, converse

WORDS = st.text(max_size=30)


def test_a_message_is_a_paragraph_with_its_author() -> None:
    """Author and time stand before the words, and the words are the author's."""
    text, (spoken,) = converse(
        [Message(speaker="Sara Nur", when="2021-03-04 10:00", text="He was taken.\nBy six men.")]
    )

    assert text == "Sara Nur (2021-03-04 10:00):\n\nHe was taken.\nBy six men."
    assert (spoken.speaker, text[spoken.start : spoken.end]) == ("Sara Nur", "He was taken.\nBy six men.")


def test_what_is_passed_on_has_two_voices() -> None:
    """Whoever forwards stands before whose words they are."""
    text, spoken = converse([Message(speaker="Sara", origin="Dala Wire", text="He was taken.")])

    assert text == "Sara (from Dala Wire):\n\nHe was taken."
    assert [one.speaker for one in spoken] == ["Sara", "Dala Wire"]
    assert {text[one.start : one.end] for one in spoken} == {"He was taken."}


def test_what_nobody_says_has_no_voice() -> None:
    """A notice stands in brackets, and a caption without a name after its time."""
    notice, caption = (
        Message(notice=True, when="2021-03-04", text="Group made"),
        Message(when="00:01:05", text="Taken."),
    )

    assert converse([notice, caption]) == ("[2021-03-04 Group made]\n\n(00:01:05) Taken.", ())


@given(st.lists(st.builds(Message, text=WORDS, speaker=WORDS, when=st.just("10:00"), origin=WORDS), max_size=6))
def test_each_stretch_holds_the_words(messages: list[Message]) -> None:
    """Whatever is said by whom, stretches lie in order inside the text, two for a message at most."""
    text, spoken = converse(messages)

    assert all(0 <= one.start <= one.end <= len(text) for one in spoken)
    assert [one.start for one in spoken] == sorted(one.start for one in spoken)
    assert len(spoken) <= 2 * len(messages)
    assert all("\n" not in one.speaker and one.speaker for one in spoken)


def test_whoever_writes_is_not_whom_it_is_about() -> None:
    """From the bytes of a chat to its claims: the author is a voice, and never the subject of the words."""
    chat = (
        "13.03.21, 10:00 - Sara Nur: my cousin Aman Bek was detained in Ghulja in 2018.\n"
        "14.03.21, 11:00 - Dina Omar: The police denied that he was sentenced to ten years in prison.\n"
    )
    (document,) = read(chat.encode(), name="_chat.txt")
    reading = extract(document)
    held = {claim.voice for claim in reading.claims if claim.property == "state"}
    (denial,) = (claim for claim in reading.claims if claim.property == "content")

    assert ("publisher", "Sara Nur") in held
    assert all(entity.name != "Sara Nur" or "detainee" not in entity.roles for entity in reading.entities)
    assert (denial.stance, denial.voice[:2]) == (Stance.DENIES, ("publisher", "Dina Omar"))
    assert len(denial.voice) == 3
