"""A short text with notes on it, to write down in tests."""

from kualik.engine.extracting.notes import Notes, Saying, Tie
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.claims import Document
from kualik.engine.facts.vocabulary import Stance

__all__ = ["TEXT", "document", "notes", "span"]

TEXT = "Aida Bekova said her son Timur was jailed for five years in 2018. The consulate denies that Timur is held."


def span(words: str) -> Span:
    """Find where words stand in the text."""
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


def document(publisher: str | None = None) -> Document:
    """Make the document."""
    return Document(id="sha256:00", media_type="text/plain", text=TEXT, language="en", publisher=publisher)


def notes() -> Notes:
    """Note a mother (0), her son (1) and a consulate (2), what she says and what it denies."""
    found = Notes(publisher="Vostok Times")
    found.party(at=span("Aida Bekova"), rule="name", name="Aida Bekova")
    found.party(at=span("Timur"), rule="name", name="Timur")
    found.party(at=span("The consulate"), rule="body", description="The consulate", body=True)
    first, second = TEXT.split(". ")
    found.sayings += [
        Saying(
            span=span(first), content=span(first.removeprefix("Aida Bekova said ")), stance=Stance.ASSERTS,
            rule="said", speaker=0,
        ),
        Saying(span=span(second[:-1]), content=span("Timur is held"), stance=Stance.DENIES, rule="denied", speaker=2),
    ]  # fmt: skip
    found.ties.append(Tie(person=1, relation="son", relative=0, span=span("her son Timur"), rule="kin"))
    return found
