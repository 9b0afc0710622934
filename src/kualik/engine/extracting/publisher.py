"""Whose page a text is, where the text itself says so."""

import re
from collections.abc import Sequence

from kualik.engine.extracting.attribution import Saying
from kualik.engine.facts.claims import PUBLISHER, Document

__all__ = ["publisher_of"]

OUTLET = re.compile(
    r"^[A-Z]{2,}(?:/[A-Z]{2,})+$|\b(?:News|Times|Post|Radio|TV|Television|Wire|Desk|Dispatch|Review"
    r"|Bulletin|Magazine|Agency|"
    r"Herald|Tribune|Journal|Gazette|Press|Service|Reporter|Daily|Weekly|Monitor|Chronicle)$"
)


def publisher_of(document: Document, sayings: Sequence[Saying]) -> str:
    """Name the publisher of a document.

    Args:
        document: the document.
        sayings: what is said in it, speakers not yet made out.

    Returns:
        The publisher that came with the document; else the one outlet that people in the narration spoke
        to ("told RFE/RL"), if it is only one; else the word for one that is not known.

    Assumes:
        A report names the outlet that its speakers spoke to only when that outlet is its own.
    """
    if document.publisher:
        return document.publisher
    quoted = [one for one in sayings if one.addressee]
    names = {document.text[one.addressee.start : one.addressee.end] for one in quoted if one.addressee}
    outlets = {name for name in names if OUTLET.search(name)}
    return outlets.pop() if len(outlets) == 1 else PUBLISHER
