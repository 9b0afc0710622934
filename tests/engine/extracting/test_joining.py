"""One document in several languages."""

from kualik.engine.extracting import extract
from kualik.engine.extracting.joining import in_one_language, joined, languages_of
from kualik.engine.facts.claims import Document, Reading, Stretch
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


def test_one_language_is_read_as_it_is() -> None:
    """Nothing is blanked out, and the tag keeps its region."""
    english = document(ENGLISH, language="en-GB")
    assert languages_of(english) == ("en",)
    assert in_one_language(english, "en") is english


def test_other_languages_are_blank_and_every_place_stays() -> None:
    """A reader sees spaces where it could read nothing."""
    assert languages_of(BOTH) == ("en", "ru")
    russian = in_one_language(BOTH, "ru")
    assert len(russian.text) == len(BOTH.text)
    assert russian.text.strip() == RUSSIAN.strip()
    assert russian.language == "ru"


def test_nothing_put_together_is_nothing() -> None:
    """No readings give the document without claims."""
    assert joined(BOTH, []) == Reading(document=BOTH)


def test_a_chat_that_changes_its_language_with_every_message_is_read_at_once() -> None:
    """The same person told of in ten messages is one person in each language, not one in each message."""
    text, stretches = "", []
    for _ in range(5):
        for line, tag in ((ENGLISH, "en"), (RUSSIAN, "ru")):
            stretches.append(Stretch(start=len(text), end=len(text) + len(line), language=tag))
            text += line
    chat = Document(id="sha256:0", media_type="text/plain", text=text, language="en", languages=tuple(stretches))
    people = [entity for entity in extract(chat).entities if entity.schema is Schema.PERSON]
    assert len(people) == 2
