"""What a reader noted, written down as entities and claims."""

from dataclasses import replace

from kualik.engine.extracting.notes import Notes, Saying, Value
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.writing.custody import write_custody
from kualik.engine.extracting.writing.draft import Draft
from kualik.engine.extracting.writing.events import write_events
from kualik.engine.extracting.writing.writer import Writer
from kualik.engine.facts.claims import Document, Reading
from kualik.engine.facts.vocabulary import Schema

__all__ = ["write"]

AT_LARGE = frozenset({"barred from leaving"})


def write(document: Document, notes: Notes, *, method: str) -> Reading:
    """Write down what was noted in a document.

    Args:
        document: the document.
        notes: what its reader noted; keys of parties are places in `notes.parties`.
        method: the reader and its version, such as "russian-rules/1"; each claim's method is this and its rule.

    Returns:
        The reading. Its document names the publisher where only the text tells who that is.
    """
    if notes.publisher and not document.publisher:
        document = replace(document, publisher=notes.publisher)
    _give_roles(notes)
    writer = Writer(Draft(document, method), notes)
    for party in sorted(notes.parties, key=lambda party: party.at.start):
        if party.name and not party.body:
            writer.id_of(party.key)
    write_custody(writer)
    _write_kin(writer)
    write_events(writer)
    for saying in sorted(notes.sayings, key=lambda one: (one.span.start, one.span.end)):
        _write_statement(writer, saying)
    _write_figures(writer)
    return writer.draft.reading()


def _give_roles(notes: Notes) -> None:
    """Call those who are or were held detainees, and their kin relatives."""
    held = {one.party for one in notes.held if one.state not in AT_LARGE}
    for key in held:
        notes.parties[key].roles.add("detainee")
    for tie in notes.ties:
        for one, other in ((tie.person, tie.relative), (tie.relative, tie.person)):
            if other in held:
                notes.parties[one].roles.add("relative")


def _write_kin(writer: Writer) -> None:
    seen: set[frozenset[int]] = set()
    for tie in writer.notes.ties:
        pair = frozenset((tie.person, tie.relative))
        if len(pair) < 2 or pair in seen:
            continue
        seen.add(pair)
        person, relative = (Value(text=writer.id_of(key), span=tie.span) for key in (tie.person, tie.relative))
        id_ = writer.draft.entity(Schema.FAMILY)
        # FollowTheMoney: `relative` is the `relationship` of `person`
        writer.claim(id_, "person", relative, rule=tie.rule)
        writer.claim(id_, "relative", person, rule=tie.rule)
        writer.claim(id_, "relationship", Value(text=tie.relation, span=tie.span), rule=tie.rule)


def _write_statement(writer: Writer, saying: Saying) -> None:
    if saying.speaker is not None and writer.notes.parties[saying.speaker].body:
        writer.id_of(saying.speaker)  # a body that speaks, such as a ministry, is written down once
    outer = writer.chains.chain(saying.span, without=saying)
    voice = writer.chains.voice(saying)
    id_ = writer.draft.entity(Schema.STATEMENT)
    said = saying.content if saying.content.end > saying.content.start else saying.span
    span = Span(start=min(saying.span.start, said.start), end=max(saying.span.end, said.end))
    about = Value(text=saying.about or writer.words(said), span=span)
    doubtful = saying.doubtful or saying.speaker is None
    writer.claim(id_, "content", about, rule=saying.rule, voice=voice, stance=saying.stance, doubtful=doubtful)
    writer.claim(id_, "addressee", saying.addressee, rule=saying.rule, voice=outer)


def _write_figures(writer: Writer) -> None:
    for figure in writer.notes.figures:
        id_ = writer.draft.entity(Schema.POPULATION)
        writer.claim(id_, "size", Value(text=str(figure.value), span=figure.span), rule=figure.rule)
        writer.claim(id_, "bound", Value(text=figure.bound, span=figure.span), rule=figure.rule)
        writer.claim(id_, "group", figure.of, rule=figure.rule)
