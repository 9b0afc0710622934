"""Tests of finding the turns of a transcript. All people are invented."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.reading import read
from kualik.engine.reading.turns import spoken_in

TALK = """Interview of 4 March 2021

SARA NUR: They took my brother from his home in the night.
I have not seen him since that day.
SPEAKER 2 (by telephone): Who took him away, do you know that?
[silence]
SARA NUR: Six men whom I had never seen before, in black.
SPEAKER 2: And what did they tell you when they left?
"""


def said(text: str) -> list[tuple[str, str]]:
    """Give who says what."""
    return [(one.speaker, text[one.start : one.end]) for one in spoken_in(text)]


def test_turns_are_their_speakers() -> None:
    """A turn goes on until the next label or a note, and the label is not part of it."""
    first, second, third, fourth = said(TALK)

    assert first == (
        "SARA NUR",
        "They took my brother from his home in the night.\nI have not seen him since that day.",
    )
    assert second == ("SPEAKER 2", "Who took him away, do you know that?")
    assert (third[0], fourth[0]) == ("SARA NUR", "SPEAKER 2")


@pytest.mark.parametrize(
    ("ask", "answer"),
    [("Айгүл", "Сара Нұр"), ("主持人", "张三"), ("ئايگۈل", "سارا نۇر"), ("[00:01:05] Anna", "[00:01:09] Sara")],
)
def test_labels_in_any_writing_are_found(ask: str, answer: str) -> None:
    """Full-width colons and times before the label too."""
    mark = "：" if ask == "主持人" else ":"
    text = "\n".join(f"{who}{mark} {'Бұл туралы не айтасыз? ' * 2}" for who in (ask, answer) * 3)

    assert {who for who, _ in said(text)} == {ask.removeprefix("[00:01:05] "), answer.removeprefix("[00:01:09] ")}
    assert len(said(text)) == 6


def test_questions_and_answers_name_nobody() -> None:
    """The letter A stands for somebody whom the label does not name."""
    assert said("\n".join(("Q: Who took him away that night?", "A: Six men whom I had never seen.") * 3)) == []


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"Name: Sara Nur {n}\nAge: 5{n}\nTaken: 4 March 2018 in Ghulja town" for n in range(5)),
        "\n".join(f"Camp {n}: it was built in 2017 by the county's office" for n in range(9)),
        "Note: he was taken.\nSource: his sister.\nHe has not been seen since that day in March.",
        "He said:\nI know.\nShe said:\nI do not.\n" * 3,
        "",
    ],
)
def test_forms_and_reports_are_no_transcripts(text: str) -> None:
    """Labels that come in one order, or once each, are fields."""
    assert said(text) == []


def test_a_file_with_a_transcript_has_voices() -> None:
    """The text is kept as it is."""
    (document,) = read(TALK.encode(), name="talk.txt")

    assert document.text == TALK
    assert document.spoken == spoken_in(TALK)


@given(st.text(alphabet="AaБ:：\n ([1", max_size=200))
def test_any_text_gives_stretches_in_order(text: str) -> None:
    """Turns do not overlap."""
    found = spoken_in(text)

    assert all(0 <= one.start <= one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
