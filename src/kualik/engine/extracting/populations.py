"""Numbers of people claimed about a population, with their bound: "as many as 2 million Uyghurs …"."""

import re
from dataclasses import dataclass

from kualik.engine.extracting.numbers import number
from kualik.engine.extracting.tokens import Sentence, Span

__all__ = ["Figure", "find_figures"]

BOUNDS = (
    ("at most", r"as many as|up to|at most|no more than|a maximum of|not more than|several thousand to|to"),
    ("at least", r"at least|no fewer than|not fewer than|no less than|a minimum of"),
    ("more than", r"more than|over|well over|upwards of|exceeding"),
    ("fewer than", r"fewer than|less than|under|below"),
    ("about", r"about|some|around|nearly|almost|roughly|approximately|an estimated|possibly|close to|estimated"),
)
_BOUND = "|".join(rf"(?P<b{place}>{words})" for place, (_, words) in enumerate(BOUNDS))
_ONE = (
    r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?: (?:million|thousand|billion))?"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|a|half a) (?:million|thousand|hundred)"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?"
)
FIGURE = re.compile(
    rf"(?:\b(?:{_BOUND}) )?(?<![\w$€£.,-])(?P<size>{_ONE})\b(?![%-]|[.,]\d)(?P<rest>[^.;]*)", re.IGNORECASE
)
PEOPLE = re.compile(
    r"^\s*(?:of )?(?:[\w'’-]+ ){0,4}?(?P<noun>people|persons|[A-Z][\w-]+s|members|prisoners|detainees"
    r"|inmates|residents|men|women|children|families|complaints|cases|verdicts|students|bodies|deaths"
    r"|victims|citizens|signatures|refugees|households|muslims|believers|villagers|arrests"
    r"|disappearances|individuals)\b",
)
OTHERS = re.compile(
    r"^\s*(?!(?:and|or|to|before|when|in|at|on|of|was|is|others)\b)(?:[\w'’-]+ ){0,3}?(?P<noun>[a-z]{3,}s)\b"
)
NUMBERED = re.compile(
    r"\b(?:number|count|counts|counted|total|toll|figure|verdicts|estimates?|speaks of|deaths"
    r"|documented|registered|recorded)\b",
    re.IGNORECASE,
)
NOT_PEOPLE = re.compile(
    r"^[\s-]*(?:years?|months?|days?|weeks?|hours?|minutes?|a\.m|p\.m|meters?|metres?|km|kilo|dollars"
    r"|tenge|pounds|tomans|rubles|euros|per ?cent|%|photographs?|camps|pages|times|o'clock|women stood"
    r"|people (?:stood|gathered|to a room)|and \d+ people to a|January|February|March|April|May|June"
    r"|July|August|September|October|November|December)",
    re.IGNORECASE,
)
CROWD = re.compile(
    r"\b(?:protest|rall(?:y|ied)|gathered|marched|picket|turnout|crowd|demonstrat|stood)\w*", re.IGNORECASE
)
STOP = re.compile(
    r",? (?:have|has|had|were|was|are|is|who are|puts?|says|said|in its|to combat|and (?:is|are|were"
    r"|that)|for the)\b|, (?:but|while|and (?:that|those))\b|[;\"”]"
)
YEARS = range(1900, 2101)  # bare numbers in it are years of the calendar
SMALLEST = 12  # a smaller number of people is a group one could name, not a population


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number claimed, its bound, and of whom."""

    value: int
    bound: str
    group: Span | None
    span: Span


def find_figures(text: str, sentence: Sentence) -> list[Figure]:
    """Find the figures of a sentence.

    Args:
        text: the document.
        sentence: the sentence.

    Returns:
        Figures in order; ages, terms, money, dates and crowds are none.
    """
    said = text[sentence.start : sentence.end]
    counted = bool(NUMBERED.search(said))
    if CROWD.search(said) and not re.search(r"\b(?:million|thousand|\d+,\d{3})\b", said):
        return []
    found: list[Figure] = []
    place = 0
    while match := FIGURE.search(said, place):
        place = match.end("size")
        figure = _figure(match, sentence.start, counted=counted)
        if figure and not (found and found[-1].span.end > figure.span.start and found[-1].value == figure.value):
            found.append(figure)
    return found


def _figure(match: re.Match[str], start: int, *, counted: bool) -> Figure | None:
    rest, size = match["rest"], match["size"].casefold()
    value, bound = number(size.replace("half a", "0.5")), _bound(match, counted=counted)
    if value is None or value < SMALLEST or NOT_PEOPLE.match(rest):
        return None
    known = bound is not None or counted
    if (size.isdigit() and value in YEARS and bound is None) or not (known or any(mark.isdigit() for mark in size)):
        return None
    people = PEOPLE.match(rest) or (OTHERS.match(rest) if known else None)
    alone = counted and (bound is not None or "," in size or not rest.strip(" ,)") or rest[0] in ",)")
    if people is None and not alone:
        return None
    group = _group(match, start) if people else None
    return Figure(
        value=int(value), bound=bound or "exactly", group=group,
        span=Span(start=start + match.start(), end=group.end if group else start + match.end("size")),
    )  # fmt: skip


def _bound(match: re.Match[str], *, counted: bool) -> str | None:
    """Name the bound; a bare "to" is one only where something is counted ("from several thousand to 60,000")."""
    place = next((place for place in range(len(BOUNDS)) if match[f"b{place}"]), None)
    if place is None or (match[f"b{place}"].casefold() == "to" and not counted):
        return None
    return BOUNDS[place][0]


def _group(match: re.Match[str], start: int) -> Span | None:
    rest = match["rest"]
    stop = STOP.search(rest)
    said = rest[: stop.start()] if stop else rest
    lead = len(said) - len(said.lstrip())
    said = said.strip().rstrip(",)")
    begin = start + match.start("rest") + lead
    return Span(start=begin, end=begin + len(said)) if said else None
