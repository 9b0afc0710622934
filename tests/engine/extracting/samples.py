"""Short fictional texts read for the tests of this folder."""

from kualik.engine.extracting import extract
from kualik.engine.facts import Claim, Document, Reading
from kualik.engine.facts.flat import facts

REPORT = """Mothers Gather Again Near Consulate In Almaty
ALMATY, March 4 -- About a dozen women gathered near the Chinese Consulate in Almaty on Thursday to demand the release \
of relatives held in Xinjiang. Police did not allow them to get close to the building, and no diplomat came out.

One of the protesters, 54-year-old Aigerim Tulegen, who said her two sons had been sentenced to 12 and 9 years in \
prison "only because they prayed," fainted and was taken home. Police at the site refused to comment to Steppe Wire.

Beijing denies that the facilities are camps, saying its actions are aimed at extremism, but people who have fled the \
region say those held there are beaten. The Tarim Institute has said that as many as 300,000 Uyghurs have been held.
"""


def document(
    text: str, *, language: str = "en", published: str | None = None, publisher: str | None = None
) -> Document:
    """Make a document of a text."""
    return Document(
        id="sha256:0", media_type="text/plain", text=text, language=language, published=published, publisher=publisher
    )


def read(text: str, *, published: str | None = None) -> Reading:
    """Read a text in English, published by Steppe Wire."""
    return extract(document(text, published=published, publisher="Steppe Wire"))


def found(text: str, kind: str, *, published: str | None = None) -> list[dict[str, object]]:
    """Read a text and give its flat facts of one kind."""
    reading = read(text, published=published)
    return [fact for fact in facts(reading.entities, reading.claims) if fact["kind"] == kind]


def claims(text: str, name: str) -> list[Claim]:
    """Read a text and give its claims of one property."""
    return [claim for claim in read(text).claims if claim.property == name]
