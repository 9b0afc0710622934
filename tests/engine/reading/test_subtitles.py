"""Tests of reading subtitles. All people are invented."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts import Document
from kualik.engine.reading import read
from kualik.engine.reading.subtitles import subtitles


def read_one(text: str) -> Document:
    """Read subtitles."""
    (document,) = read(text.encode(), name="talk.srt")
    return document


def srt(*words: str) -> str:
    """Make subtitles of one screen a minute."""
    return "\n\n".join(f"{at}\n00:{at:02}:00,000 --> 00:{at:02}:04,000\n{one}" for at, one in enumerate(words, start=1))


def said(document: Document) -> list[tuple[str, str]]:
    """Give who says what."""
    return [(one.speaker, document.text[one.start : one.end]) for one in document.spoken]


def test_voices_of_webvtt_are_speakers() -> None:
    """Who is marked speaks; a screen without a mark is nobody's."""
    document = read_one(
        "WEBVTT\n\nNOTE made by hand\n\n1\n00:00:01.000 --> 00:00:04.000 align:start\n<v Sara Nur>They took him,\n"
        "from <i>home</i>.</v>\n\n00:00:05.000 --> 00:00:06.000\n<v Sara Nur>At night.\n\n01:05.000 --> 01:08.000\n"
        "<v.loud Aman>Who &amp; why?\n\n01:09.000 --> 01:10.000\nSilence.\n"
    )

    assert said(document) == [("Sara Nur", "They took him, from home. At night."), ("Aman", "Who & why?")]
    assert document.text.split("\n\n") == [
        "Sara Nur (00:00:01):",
        "They took him, from home. At night.",
        "Aman (00:01:05):",
        "Who & why?",
        "(00:01:09) Silence.",
    ]
    assert document.reader == "subtitles 1"


def test_names_in_srt_are_speakers_until_the_next() -> None:
    """A dash begins somebody else's words, and does not say whose."""
    document = read_one(srt("SARA: They took", "him at night.", "- Who did?", "SARA: Six men."))

    assert said(document) == [("SARA", "They took him at night."), ("SARA", "Six men.")]
    assert "(00:03:00) Who did?" in document.text


def test_sentences_become_whole_where_nobody_is_named() -> None:
    """Screens are joined; a paragraph ends at a full stop after a good length."""
    text = read_one(srt(*["They took him from his home", "in the night."] * 12)).text

    assert "home in the night. They" in text
    assert 2 <= len(text.split("\n\n")) <= 4
    assert all(line.endswith("night.") for line in text.split("\n\n"))


def test_a_time_in_a_text_makes_no_subtitles() -> None:
    """There must be two, with an arrow."""
    assert subtitles("At 00:01:00,000 he left.\n00:01:00,000 --> 00:02:00,000\nOnce.") is None


@given(st.lists(st.text(alphabet="ab:<v >-\n.&", max_size=30), min_size=2, max_size=8))
def test_any_subtitles_give_stretches_in_the_text(words: list[str]) -> None:
    """Whatever stands on the screen."""
    part = subtitles(srt(*words))

    assert part is None or all(0 <= one.start <= one.end <= len(part.text) for one in part.spoken)
