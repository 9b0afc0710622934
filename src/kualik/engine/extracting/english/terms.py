"""Terms and durations: "22 and 10 years", "two years and six months", "life imprisonment"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.extracting.english.numbers import NUMBER, number

__all__ = ["Term", "find_terms"]

UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_UNIT = r"(?:years?|months?|weeks?|days?)"
_GAP = r"(?:\s+|-)"
AMOUNTS = re.compile(
    rf"(?<![\d,.])\b(?!(?:19|20)\d\d\b)(?P<amounts>{NUMBER}(?:(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|to"
    rf"|or)\s+){NUMBER}){{0,4}}|an?)(?P<half>\s+and\s+a\s+half)?"
    rf"{_GAP}(?P<unit>{_UNIT})\b(?P<tail_half>\s+and\s+a\s+half\b)?"
    rf"(?:(?:,?\s+(?:and\s+)?)(?P<more>{NUMBER}|an?){_GAP}(?P<unit2>{_UNIT})\b)?",
    re.IGNORECASE,
)
WORDED = re.compile(
    r"\b(?P<life>life (?:imprisonment|sentences?|in prison|term)|life behind bars|to life\b)"
    r"|\b(?P<death>death (?:sentences?|penalty)|to death\b|sentenced? of death)",
    re.IGNORECASE,
)
RANGE = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
LEADS = re.compile(r"\b(?:for|after|of|to|nearly|almost|about|than|and|given)\s+$", re.IGNORECASE)
NOT_A_TERM = re.compile(r"[\s-]*(?:old\b|earlier\b|ago\b|later\b|of age\b)", re.IGNORECASE)
FROM_THERE = re.compile(r"[\s-]*(?:before\b|after\b|since\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A length of time, or several said at once; `worded` where a duration cannot say it."""

    start: int
    end: int
    values: tuple[str, ...]
    worded: str | None = None


def find_terms(text: str) -> list[Term]:
    """Find terms and durations in a sentence.

    Args:
        text: one sentence.

    Returns:
        Terms in order, offsets into *text*; ages, "two years later" and hours are left out.
    """
    worded = list(_worded(text))
    amounts = (one for one in _amounts(text) if not any(term.start <= one.start < term.end for term in worded))
    found = [*amounts, *worded]
    return sorted(found, key=lambda term: term.start)


def _worded(text: str) -> Iterator[Term]:
    for match in WORDED.finditer(text):
        said = "death" if match["death"] else "life imprisonment"
        reprieve = re.match(r"\s+with a (?:two-year )?reprieve", text[match.end() : match.end() + 40])
        said += reprieve.group() if reprieve else ""
        end = match.end() + (reprieve.end() if reprieve else 0)
        yield Term(start=match.start(), end=end, values=(), worded=said)


def _amounts(text: str) -> Iterator[Term]:
    for match in AMOUNTS.finditer(text):
        alone = match["amounts"].casefold() in {"a", "an"} and not match["half"] and not match["tail_half"]
        led = LEADS.search(text, max(0, match.start() - 12), match.start())
        aside = NOT_A_TERM.match(text, match.end()) or (not led and FROM_THERE.match(text, match.end()))
        if aside or (alone and not led):
            continue
        ranged = RANGE.search(text, max(0, match.start() - 12), match.start())
        if re.search(r"\s(?:to|or)\s", match["amounts"]) or (ranged and " and " in match["amounts"]):
            start = ranged.start() if ranged else match.start()
            yield Term(start=start, end=match.end(), values=(), worded=text[start : match.end()])
            continue
        values = tuple(_values(match))
        if values:
            yield Term(start=match.start(), end=match.end(), values=values)


def _values(match: re.Match[str]) -> Iterator[str]:
    unit = UNITS[match["unit"].casefold().rstrip("s")]
    half = bool(match["half"] or match["tail_half"])
    for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", match["amounts"]):
        amount = _amount(part)
        if amount is None or amount != int(amount):
            return
        yield _iso(int(amount), unit, match=match, half=half)


def _iso(amount: int, unit: str, *, match: re.Match[str], half: bool) -> str:
    if half and unit == "Y":
        return f"P{amount}Y6M"
    more = _amount(match["more"]) if match["more"] else None
    if more is None or more != int(more):
        return f"P{amount}{unit}"
    second = UNITS[match["unit2"].casefold().rstrip("s")]
    return f"P{amount}{unit}{int(more)}{second}" if second != unit else f"P{amount}{unit}"


def _amount(text: str) -> float | None:
    return 1.0 if text.strip().casefold() in {"a", "an"} else number(text)
