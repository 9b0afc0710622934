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
LEADS = (
    "told|tells|tell|telling|informed|spoke to|spoke with|speak to|speak with|interview with|interview to|speaking to"
    "|speaking with|confirm to|confirmed to|comment to|commented to|respond to|responded to|replied to|said to|talk to"
    "|talked to|questions from|question from|questions by|reached by|contacted by|called by|asked by|interviewed by"
    "|obtained by|seen by|reviewed by|inquiries from|requests from|e-mail to|email to|letter to|message to|call from"
    "|statement to|video sent to|copy sent to|shared with|wrote to|writes to"
)
TOLD = re.compile(
    rf"\b(?:{LEADS}) "
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
        name = re.split("['’]s(?: |$)", match["name"])[0].rstrip(".,'’")
        if OUTLET.search(name) or name.casefold() in known_bodies("outlet"):
            counts[name] += 1
    return next(iter(counts)) if len(counts) == 1 else None
