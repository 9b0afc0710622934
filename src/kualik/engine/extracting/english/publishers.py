"""Whose page a text is, where the text itself says so: "told RFE/RL", a dateline's agency."""

import re
from collections import Counter

from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.vocabulary import known_bodies

__all__ = ["find_publisher"]

OUTLET = re.compile(
    r"^[A-Z]{2,}(?:/[A-Z]{2,})+$|\b(?:News|Times|Post|Radio|TV|Television|Wire|Desk|Dispatch|Review|Bulletin|Magazine"
    r"|Agency|Herald|Tribune|Journal|Gazette|Press|Service|Reporter|Daily|Weekly|Monitor|Chronicle|Notes|Report)$"
)
TOLD = re.compile(
    r"\b(?:told|tells|informed|spoke to|spoke with|interview with|speaking to|speaking with|confirm to|confirmed to"
    r"|questions from|reached by|contacted by|obtained by|seen by|reviewed by|inquiries from|e-mail to|message to) "
    r"(?:the )?(?P<name>[A-Z](?:[\w/'’-]|\.(?=\w))*(?: (?:[A-Z](?:[\w/'’-]|\.(?=\w))*|of))*)"
)


def find_publisher(parsed: Parsed) -> str | None:
    """Find the publisher of a text.

    Args:
        parsed: the text.

    Returns:
        The agency of its dateline, else the one outlet that people in the narration spoke to, if it is only one.

    Assumes:
        A report names the outlet that its speakers spoke to only when that outlet is its own.
    """
    if parsed.dateline is not None and parsed.dateline.agency:
        return parsed.dateline.agency
    counts: Counter[str] = Counter()
    for match in TOLD.finditer(parsed.text):
        name = match["name"].rstrip(".,'’").removesuffix("'s").removesuffix("’s")
        if OUTLET.search(name) or name.casefold() in known_bodies():
            counts[name] += 1
    return next(iter(counts)) if len(counts) == 1 else None
