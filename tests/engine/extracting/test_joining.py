"""Stretches of one document in several languages."""

from kualik.engine.extracting import extract
from kualik.engine.extracting.joining import joined, part
from kualik.engine.facts.claims import Document, Reading, Spoken, Stretch
from kualik.engine.facts.vocabulary import Schema
from tests.engine.extracting.samples import document

ENGLISH = "Aigerim Tulegen, 54, was arrested in Almaty in March 2019.\n\n"
RUSSIAN = "Ержан Абенов, 38 лет, был задержан в Алматы в марте 2019 года.\n"
BOTH = Document(
    id="sha256:0",
    media_type="text/plain",
    text=ENGLISH + RUSSIAN,
    language="en",
    languages=(
        Stretch(start=0, end=len(ENGLISH), language="en"),
        Stretch(start=len(ENGLISH), end=len(ENGLISH + RUSSIAN), language="ru"),
    ),
)


def test_each_stretch_is_read_by_the_reader_of_its_language() -> None:
    """Names of both, each claim in its place of the whole text, ids that meet nowhere."""
    reading = extract(BOTH)
    names = {entity.name for entity in reading.entities if entity.schema is Schema.PERSON}
    assert names == {"Aigerim Tulegen", "Ержан Абенов"}
    assert all(BOTH.text[claim.start : claim.end] == claim.quote for claim in reading.claims)
    assert len({entity.id for entity in reading.entities}) == len(reading.entities)
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)


def test_the_whole_is_read_as_it_is() -> None:
    """A stretch that is the whole document keeps everything but takes the stretch's language."""
    start, whole = part(document(ENGLISH), Stretch(start=0, end=len(ENGLISH), language="en-GB"))
    assert (start, whole.text, whole.language) == (0, ENGLISH, "en-GB")


def test_turns_that_lie_in_a_stretch_go_with_it() -> None:
    """What an author wrote keeps its author, cut to the stretch."""
    turn = Spoken(start=2, end=len(ENGLISH) + 6, speaker="Dana")
    both = Document(id=BOTH.id, media_type=BOTH.media_type, text=BOTH.text, languages=BOTH.languages, spoken=(turn,))
    _, second = part(both, BOTH.languages[1])
    assert second.spoken == (Spoken(start=0, end=6, speaker="Dana"),)


def test_nothing_put_together_is_nothing() -> None:
    """No parts give the document without claims."""
    assert joined(BOTH, []) == Reading(document=BOTH)
