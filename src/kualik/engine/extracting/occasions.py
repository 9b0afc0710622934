"""Other dated happenings: press conferences, hearings, journeys, deaths, foundings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.dates import Date
from kualik.engine.extracting.grammar import subject_before, verb_group
from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.tokens import Sentence, Span
from kualik.engine.extracting.words import word_set

__all__ = ["Occasion", "find_occasions"]

PRESS = re.compile(
    r"\b(?:at|held|gave|during) (?:a|an|the) (?:press|news) conference(?: in (?P<place>[A-Z][\w-]+))?[^,.;]{0,20}"
)
PETITION = re.compile(
    r"\b(?:signed|submitted|delivered|handed (?:over|in)|sent) (?:a|an|the|their) (?:petition|appeal"
    r"|open letter)\b[^,.;]*"
)
HEARING = re.compile(
    r"\b(?:[Tt]he (?:hearing|trial) (?:lasted|was|began|opened|took|is)|(?:was|were) tried\b|went on trial"
    r"|[Bb]efore a (?:prosecutor|judge)\b"
    r"|(?:prosecutors?|judge|court)\b[^.;,]{0,30}\bordered (?:the detention|his|her|their|\w+ held)|(?:higher"
    r"|appeals?|supreme|regional|district) court "
    r"(?:left|upheld|rejected|cut|overturned|considered|heard))"
)
HAPPENED = word_set(
    "crossed entered arrived fled emigrated returned died executed founded killed visited searched raided "
    "confiscated fined charged transferred summoned expelled deported moved left"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One happening: its kind, when, where and who."""

    type: str
    span: Span
    date: Date | None = None
    place: Span | None = None
    who: Span | None = None


def find_occasions(text: str, sentence: Sentence, marks: Sequence[Tag], dates: Sequence[Date]) -> list[Occasion]:
    """Find happenings of a sentence that are neither custody nor protest.

    Args:
        text: the document.
        sentence: the sentence.
        marks: its tags.
        dates: the dates of the sentence.

    Returns:
        Occasions in order; journeys, deaths and the like only where a date is said beside them.
    """
    said = text[sentence.start : sentence.end]
    found: list[Occasion] = []
    for kind, pattern in (("press conference", PRESS), ("petition", PETITION), ("hearing", HEARING)):
        match = pattern.search(said)
        if match:
            found.append(_public(kind, match, sentence, dates))
    return found or _happened(sentence, marks, dates)


def _public(kind: str, match: re.Match[str], sentence: Sentence, dates: Sequence[Date]) -> Occasion:
    start = sentence.start + match.start()
    date = min(dates, key=lambda date: abs(date.start - start), default=None)
    place = match.groupdict().get("place")
    where = (
        Span(start=sentence.start + match.start("place"), end=sentence.start + match.end("place")) if place else None
    )
    end = sentence.start + match.end()
    if kind == "hearing":
        return Occasion(type=kind, span=Span(start=sentence.start, end=sentence.end), date=date)
    return Occasion(
        type=kind,
        span=Span(start=start, end=max(end, date.end if date and date.start > start else end)),
        date=date,
        place=where,
    )


def _happened(sentence: Sentence, marks: Sequence[Tag], dates: Sequence[Date]) -> list[Occasion]:
    tokens = sentence.tokens
    found: list[Occasion] = []
    for place, token in enumerate(tokens):
        if token.lower not in HAPPENED or marks[place] not in {Tag.VERB, Tag.PARTICIPLE} or token.quote >= 0:
            continue
        near = [date for date in dates if -60 < date.start - token.end < 60 and not date.since]
        subject = subject_before(tokens, marks, place)
        unreal = {"would", "could", "may", "might", "will", "should", "not", "never", "to", "can"}
        if near and subject and not unreal & {word.lower for word in tokens[verb_group(marks, place) : place]}:
            date = min(near, key=lambda date: abs(date.start - token.start))
            who = Span(start=tokens[subject.first].start, end=tokens[subject.last - 1].end)
            span = Span(start=min(who.start, date.start), end=max(token.end, date.end))
            found.append(Occasion(type="other", span=span, date=date, who=who))
    return found[:2]
