"""Text into claims: who says what, about whom, and exactly where it stands."""

from kualik.engine.extracting.old_english import read_english
from kualik.engine.facts.claims import Document, Reading

__all__ = ["extract"]


def extract(document: Document) -> Reading:
    """Read a document into entities and claims.

    Args:
        document: the document; its language decides the reader. There is one for English.

    Returns:
        The reading. In a language that has no reader it holds no claims.
    """
    if document.language.casefold().split("-")[0] == "en":
        return read_english(document)
    return Reading(document=document)
