"""The day on which a report was filed, where its own first lines say so."""

from kualik.engine.extracting.english.dates import find_dates
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.moments import anchor

__all__ = ["filed_on"]

FIRST = 8  # paragraphs among which a line with the date may stand
LONGEST = 60  # characters of such a line


def filed_on(parsed: Parsed) -> str | None:
    """Find the day of a dateline, or of a line that is hardly more than a date.

    Args:
        parsed: the text.

    Returns:
        EDTF of the day; None where no such line gives day, month and year.
    """
    spans = [parsed.dateline.date] if parsed.dateline is not None and parsed.dateline.date else []
    spans += [one for one in parsed.paragraphs[:FIRST] if one.end - one.start < LONGEST]
    for span in spans:
        said = parsed.text[span.start : span.end]
        found = [one for one in find_dates(said, published=None) if anchor(one.edtf).day is not None]
        if found and _is_alone(said, found[0].start, found[0].end):
            return found[0].edtf
    return None


def _is_alone(said: str, start: int, end: int) -> bool:
    """Say whether a line has few words beside its date, and no sentence: "Published: 4 March 2021, 10:15"."""
    rest = (said[:start] + said[end:]).strip(" .,:|-–—/")
    words = [word for word in rest.split() if word[0].isalpha()]
    return len(words) <= 4 and not rest.endswith(("!", "?", '"'))
