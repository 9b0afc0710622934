"""Whether one person tells the whole of a document: only then does "I" mean the same one throughout."""

from kualik.engine.facts.claims import Document

__all__ = ["told_by_one"]


def told_by_one(document: Document) -> bool:
    """Say whether nothing in a document's form gives parts of it to different people.

    Args:
        document: the document, with whose words its stretches are where its form says so.

    Returns:
        False for a chat, a transcript of several, a letter that quotes another: whoever says "I" in one message has
        not said it in the next, and "my brother was arrested" there is another's brother.
    """
    speakers = {one.speaker for one in document.spoken}
    covered = sum(one.end - one.start for one in document.spoken)
    return not speakers or (len(speakers) == 1 and 2 * covered > len(document.text))
