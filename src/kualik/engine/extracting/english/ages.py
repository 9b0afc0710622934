"""Ages: "68-year-old", ", 68,", "aged 68", "(68)", "is 68 years old", "at the age of 68"."""

import re

from kualik.engine.extracting.english.compounds import OLDEST, Wholes
from kualik.engine.extracting.english.numbers import NUMBER, number
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.spans import Span

__all__ = ["age_after", "age_before", "age_said"]

AFTER = re.compile(
    r",? ?[(\[]? ?(?P<cue>now |then |aged |age |who is |who was |was |is |already |barely |just )*"
    r"(?P<age>\d{1,3})(?P<old>[ -]years?[ -](?:old|of age))?"
    r"(?P<end>[,.;:](?!\d)|[)\]—–]|$|\n| -|\s(?=who|was|is|from|and [A-Z]))"
)
BRACKET = re.compile(r" ?\([^()\n\d]{2,50}\)")
TOLD = re.compile(
    rf"(?:, )?(?:\b(?:am|is|was|turned|turns|turning|are|were|he's|she's|now|then|just|only|barely|already) )+(?:about "
    rf"|around |nearly |almost )?(?P<age>{NUMBER})(?P<old>[ -]years?[ -](?:old|of age))?(?P<after>\s*\w*)",
    re.IGNORECASE,
)
AT = re.compile(rf"\bat (?:the age of )?(?P<age>\d{{2,3}}|{NUMBER})(?P<end> years old|,| when|\.|$)", re.IGNORECASE)
NOT_AN_AGE = re.compile(r"^\s*(?:to|or|and) \d")


def _age(said: str) -> int | None:
    value = number(said.casefold())
    return int(value) if value is not None and 0 < value <= OLDEST else None


def age_after(parsed: Parsed, last: int) -> tuple[int, Span] | None:
    """Read the age that follows a name or a noun: ", 68,", " (68)", ", aged 68", ", who is 68 years old".

    Args:
        parsed: the text.
        last: the word after the name.
    """
    start = parsed.words[last - 1].end
    bracket = BRACKET.match(parsed.text, start, start + 60)
    start = bracket.end() if bracket else start
    match = AFTER.match(parsed.text, start, start + 60)
    if match is None or NOT_AN_AGE.match(parsed.text, match.end("age"), match.end("age") + 12):
        return None
    told = match.group()
    marked = told.startswith((",", " (", "(", " [", "[")) or match["old"] or "age" in (match["cue"] or "")
    loose = match["end"].isspace() and not match["old"] and not told.startswith(",")
    age = _age(match["age"])
    if age is None or not marked or loose:
        return None
    return age, Span(start=match.start("age"), end=match.end("old") if match["old"] else match.end("age"))


def age_before(parsed: Parsed, wholes: Wholes, first: int) -> tuple[int, Span] | None:
    """Read "68-year-old" in the few words before a name or noun.

    Args:
        parsed: the text.
        wholes: its hyphened words.
        first: the first word of the name.
    """
    floor = max(parsed.sentences[parsed.words[first].sentence].first, first - 9)
    place = first - 1
    while place >= floor:
        word = parsed.words[place]
        whole = wholes.of(place)
        age = wholes.age(place)
        if age is not None:
            return age, parsed.span(whole.first, whole.last)
        if word.text in {",", ";", ".", ":", '"', "“", "”"} or word.tag.startswith("V") or word.lower in {"and", "'s"}:
            return None
        place = whole.first - 1
    return None


def age_said(parsed: Parsed, subject: int) -> tuple[int, Span] | None:
    """Read "X is 68", "she was 68 years old", "he turned 70" where a word is the subject.

    Args:
        parsed: the text.
        subject: the head word of the subject.
    """
    word = parsed.words[subject]
    if word.dep not in {"nsubj", "nsubjpass"}:
        return None
    sentence = parsed.sentences[word.sentence]
    match = TOLD.match(
        parsed.text, parsed.words[min(parsed.rights[subject] + 1, len(parsed.words) - 1)].start, sentence.end
    )
    if match is None:
        return None
    after = match["after"].strip().casefold()
    turned = "turn" in match.group().casefold()
    if not match["old"] and not turned and after not in {"", "when", "at", "if", "years", "and"}:
        return None
    age = _age(match["age"])
    whole = match["old"] or turned or (age or 0) > 4
    return (
        (age, Span(start=match.start("age"), end=match.end("old") if match["old"] else match.end("age")))
        if age and whole
        else None
    )
