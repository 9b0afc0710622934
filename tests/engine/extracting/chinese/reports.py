"""Sentences of fictional reports, read."""

from kualik.engine.extracting.chinese import read_chinese
from kualik.engine.extracting.chinese.story import Story, begin
from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.writing import write
from kualik.engine.facts.claims import Document
from kualik.engine.facts.flat import facts


def document(text: str, *, published: str | None = "2021-06-15") -> Document:
    """Make a document of a text."""
    return Document(id="sha256:0", media_type="text/plain", text=text, language="zh", published=published)


def notes(text: str, *, published: str | None = "2021-06-15") -> Notes:
    """Read a text."""
    return read_chinese(document(text, published=published))


def story(text: str) -> Story:
    """Cut a text without reading it."""
    return begin(document(text))


def found(text: str, kind: str, *, published: str | None = "2021-06-15") -> list[dict[str, object]]:
    """Read a text and give its facts of one kind."""
    one = document(text, published=published)
    reading = write(one, read_chinese(one), method="chinese-rules/1")
    return [fact for fact in facts(reading.entities, reading.claims) if fact["kind"] == kind]


def said(text: str) -> list[tuple[object, object]]:
    """Give who says something in a text, with the stance."""
    return [(fact["speaker"], fact["stance"]) for fact in found(text, "statement")]
