"""The reader of English: a story written down as entities and claims."""

from kualik.engine.extracting.custody_claims import write_custody
from kualik.engine.extracting.draft import Draft
from kualik.engine.extracting.event_claims import write_events
from kualik.engine.extracting.populations import find_figures
from kualik.engine.extracting.split_kin import part_groups
from kualik.engine.extracting.story import Story, read_story
from kualik.engine.extracting.tokens import Span
from kualik.engine.extracting.voices import Said
from kualik.engine.extracting.writer import DOUBTFUL, LIKELY, SURE, Writer
from kualik.engine.facts.claims import NOBODY, Document, Reading
from kualik.engine.facts.vocabulary import Schema, Stance

__all__ = ["METHOD", "read_english"]

METHOD = "english-rules/1"


def read_english(document: Document) -> Reading:
    """Read a document in English into entities and claims.

    Args:
        document: the document.

    Returns:
        The reading; each claim's passage is a stretch of the document's text. Its document names the publisher where
        the text itself tells who that is.
    """
    story = read_story(document)
    part_groups(story)
    _give_roles(story)
    writer = Writer(story=story, draft=Draft(story.document, METHOD))
    for person in sorted(story.people.all, key=lambda one: one.named_at.start if one.named_at else 0):
        if person.name:
            writer.id_of(person)
    write_custody(writer)
    _write_kin(writer)
    write_events(writer)
    _write_statements(writer)
    _write_figures(writer)
    return writer.draft.reading()


def _give_roles(story: Story) -> None:
    held = {key for episode in story.episodes for key in episode.people if episode.state != "barred from leaving"}
    for key in held:
        story.people.all[key].roles.add("detainee")
    for tie in story.ties:
        for one, other in ((tie.person, tie.relative), (tie.relative, tie.person)):
            if other in held and one not in held:
                story.people.all[one].roles.add("relative")


def _write_kin(writer: Writer) -> None:
    seen: set[tuple[int, int]] = set()
    for tie in writer.story.ties:
        person, relative = (writer.story.people.all[key] for key in (tie.person, tie.relative))
        pair = (min(person.key, relative.key), max(person.key, relative.key))
        if pair in seen or person is relative or not relative.label or relative.gender == "thing":
            continue
        seen.add(pair)
        voice = writer.voice(tie.span)
        id_ = writer.draft.entity(Schema.FAMILY)
        # FollowTheMoney: `relative` is the `relationship` of `person`
        writer.draft.claim(id_, "person", writer.id_of(relative), tie.span, voice=voice)
        writer.draft.claim(id_, "relative", writer.id_of(person), tie.span, voice=voice)
        writer.draft.claim(id_, "relationship", tie.relation, tie.span, voice=voice, confidence=SURE)


def _write_statements(writer: Writer) -> None:
    for said in writer.story.said:
        saying = said.saying
        _write_body(writer, said)
        chain = writer.story.voices.chain(saying.cue, saying.cue + 1, without=said)
        voice = chain if chain[-1] == said.label else (*chain, said.label)
        id_ = writer.draft.entity(Schema.STATEMENT)
        span = Span(start=saying.start, end=max(saying.end, said.end))
        confidence = DOUBTFUL if said.label == NOBODY or saying.shared else SURE if said.person is not None else LIKELY
        content = writer.words(saying.content)
        writer.draft.claim(id_, "content", content, span, voice=voice, stance=saying.stance, confidence=confidence)
        if saying.addressee:
            to = _addressee(writer, said)
            writer.draft.claim(id_, "addressee", to, saying.addressee, voice=chain, confidence=LIKELY)


def _write_body(writer: Writer, said: Said) -> None:
    """Write down a body that speaks, such as a ministry, once, under its name."""
    if said.person is None:
        return
    person = writer.story.people.all[said.person]
    if person.gender == "thing" and person.key not in writer.ids and person.described_at:
        id_ = writer.ids[person.key] = writer.draft.entity(Schema.ORGANIZATION, name=person.label)
        voice = writer.voice(person.described_at)
        writer.draft.claim(id_, "name", person.label, person.described_at, voice=voice)


def _addressee(writer: Writer, said: Said) -> str:
    span = said.saying.addressee
    assert span is not None
    mentions = [one for one in writer.story.people.within(span) if not one.owner]
    return writer.story.people.all[mentions[-1].person].label if mentions else writer.words(span)


def _write_figures(writer: Writer) -> None:
    for sentence in writer.story.text.sentences:
        if sentence.heading:
            continue
        for figure in find_figures(writer.story.document.text, sentence):
            over = writer.story.voices.over(figure.span.start, figure.span.end)
            if any(said.saying.stance is Stance.DEMANDS for said in over):
                continue
            voice = writer.voice(figure.span)
            id_ = writer.draft.entity(Schema.POPULATION)
            writer.draft.claim(id_, "size", str(figure.value), figure.span, voice=voice, confidence=SURE)
            writer.draft.claim(id_, "bound", figure.bound, figure.span, voice=voice)
            if figure.group:
                writer.draft.claim(
                    id_, "group", writer.words(figure.group), figure.group, voice=voice, confidence=LIKELY
                )
