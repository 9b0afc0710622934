"""Protests and other happenings written down as claims."""

from bisect import bisect_left

from kualik.engine.extracting.dates import dates_in
from kualik.engine.extracting.gatherings import Gathering, find_gatherings
from kualik.engine.extracting.occasions import Occasion, find_occasions
from kualik.engine.extracting.tokens import Span
from kualik.engine.extracting.writer import DOUBTFUL, LIKELY, Writer
from kualik.engine.facts.vocabulary import Schema

__all__ = ["write_events"]


def write_events(writer: Writer) -> None:
    """Write down every protest and other happening of a story."""
    for gathering in find_gatherings(writer.story.text, writer.story.dates):
        _write_gathering(writer, gathering)
    _write_occasions(writer)


def _write_gathering(writer: Writer, one: Gathering) -> None:
    draft, voice = writer.draft, writer.voice(one.span)
    id_ = draft.entity(Schema.PROTEST)
    draft.claim(id_, "eventType", one.type, one.span, voice=voice)
    if one.date:
        date = f"{one.date.edtf}/.." if one.recurrence and one.date.since else one.date.edtf
        draft.claim(id_, "date", date, Span(start=one.date.start, end=one.date.end), voice=voice)
    _write_place(writer, id_, one, voice)
    slots = (("actor", one.who), ("target", one.target), ("demand", one.demand), ("crowd", one.crowd),
             ("recurrence", one.recurrence), ("incident", one.incident))  # fmt: skip
    for name, span in slots:
        if span:
            draft.claim(id_, name, writer.words(span), span, voice=voice, confidence=LIKELY)
    for label, span in one.responses:
        draft.claim(id_, "response", label, span, voice=writer.voice(span), confidence=LIKELY)
    forced = one.violent or one.peaceful
    if forced:
        draft.claim(id_, "violence", "true" if one.violent else "false", forced, voice=writer.voice(forced))


def _write_occasions(writer: Writer) -> None:
    """Write down other happenings, unless a custody was told by the same words."""
    story = writer.story
    told = sorted((episode.span.start, episode.span.end) for episode in story.episodes)
    for number, sentence in enumerate(story.text.sentences):
        if sentence.heading:
            continue
        near = told[bisect_left(told, (sentence.start, 0)) : bisect_left(told, (sentence.end, 0))]
        for one in find_occasions(story.document.text, sentence, story.marks[number], dates_in(story.dates, sentence)):
            if one.type != "other" or not any(start < one.span.end and one.span.start < end for start, end in near):
                _write_occasion(writer, one)


def _write_occasion(writer: Writer, one: Occasion) -> None:
    draft, voice = writer.draft, writer.voice(one.span)
    id_ = draft.entity(Schema.APPEAL if one.type in {"press conference", "petition", "hearing"} else Schema.INCIDENT)
    draft.claim(id_, "eventType", one.type, one.span, voice=voice, confidence=DOUBTFUL)
    if one.date:
        draft.claim(id_, "date", one.date.edtf, Span(start=one.date.start, end=one.date.end), voice=voice)
    for name, span in (("place", one.place), ("actor", one.who)):
        if span:
            draft.claim(id_, name, writer.words(span), span, voice=voice, confidence=DOUBTFUL)


def _write_place(writer: Writer, id_: str, one: Gathering, voice: tuple[str, ...]) -> None:
    city = writer.words(one.city).removeprefix(", ") if one.city else None
    dateline = writer.story.text.dateline
    city = city or (dateline.place if dateline and not one.recurrence else None)
    site = writer.words(one.site) if one.site else None
    place = ", ".join(part for part in (site, city) if part and not (part == city and site and city in site))
    span = one.site or one.city or one.span
    if place:
        writer.draft.claim(id_, "place", place, span, voice=voice, confidence=LIKELY)
