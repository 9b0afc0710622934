"""One document read through: its people, who speaks where, who is kin to whom, who was held."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kualik.engine.extracting.attribution import Saying, find_sayings
from kualik.engine.extracting.custody import Episode, Scene, find_episodes
from kualik.engine.extracting.dates import Date, dates_in, find_dates, reference
from kualik.engine.extracting.kinship import Place, Tie, find_kin
from kualik.engine.extracting.names import candidates
from kualik.engine.extracting.people import People
from kualik.engine.extracting.publisher import publisher_of
from kualik.engine.extracting.quotations import follow_quotes
from kualik.engine.extracting.register import register
from kualik.engine.extracting.silences import find_silences
from kualik.engine.extracting.tagging import Tag, tags
from kualik.engine.extracting.tokens import Sentence, Span, Text, split
from kualik.engine.extracting.voices import OURSELVES, Said, Voices, resolve, whole_quote
from kualik.engine.extracting.words import PERSONAL
from kualik.engine.facts import edtf
from kualik.engine.facts.claims import PUBLISHER, Document
from kualik.engine.facts.vocabulary import Stance

__all__ = ["Story", "read_story"]

ANSWER = re.compile(r"(?:A|Answer)\s*[:.]\s")
QUESTION = re.compile(r"(?:Q|Question)\s*[:.]\s")
TESTIMONY = re.compile(r"\b(?:[Tt]estimony of|I, |[Mm]y name is) ?$")
LONGEST_DATELINE = 60  # characters of a line that is a place and a date
LONGEST_DATELINE = 60  # characters of a line that is a place and a date
ALIKE = 0.8  # share of words that make a standfirst a copy of a later sentence


@dataclass(slots=True, kw_only=True)
class Story:
    """All that was found in one document, before it is written down as claims."""

    document: Document
    text: Text
    marks: list[list[Tag]]
    dates: list[Date]
    voices: Voices
    people: People = field(default_factory=People)
    said: list[Said] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    episodes: list[Episode] = field(default_factory=list)
    narrator: int | None = None


def read_story(document: Document) -> Story:
    """Read one document in English.

    Args:
        document: the document; its text is not changed.

    Returns:
        The story, sentence by sentence in the order of the text.
    """
    text = _without_standfirst(split(document.text))
    marks = [tags(sentence.tokens) for sentence in text.sentences]
    sayings = [_sayings(one, marks[n]) for n, one in enumerate(text.sentences)]
    base = (publisher_of(document, [one for some in sayings for one in some]),)
    if base[0] != PUBLISHER:
        document = replace(document, publisher=base[0])
    story = Story(
        document=document, text=text, marks=marks, voices=Voices(base),
        dates=find_dates(document.text, published=document.published or published_in(text)),
    )  # fmt: skip
    register(text, candidates(text, marks), story.people)
    _find_narrator(story)
    _hear(story, sayings)
    story.said = follow_quotes(text, story.said, story.voices)
    _read_custody(story)
    return story


def _sayings(sentence: Sentence, marks: Sequence[Tag]) -> list[Saying]:
    if sentence.heading:
        return []
    found = find_sayings(sentence, marks)
    cues = {saying.cue for saying in found}
    return [*found, *(one for one in find_silences(sentence, marks) if one.cue not in cues)]


def _without_standfirst(text: Text) -> Text:
    """Take a paragraph under the title that a later sentence repeats as part of the heading."""
    sets = [frozenset(token.lower for token in sentence.tokens if token.text.isalnum()) for sentence in text.sentences]
    marked = list(text.sentences)
    for place, sentence in enumerate(text.sentences[:4]):
        alone = sum(other.paragraph == sentence.paragraph for other in text.sentences[:6]) == 1
        copied = any(
            len(sets[place] & other) > ALIKE * max(len(sets[place]), len(other))
            for other in sets[place + 1 : place + 12]
        )
        if alone and copied and len(sets[place]) > 5:
            marked[place] = replace(sentence, heading=True)
    return replace(text, sentences=tuple(marked))


def published_in(text: Text) -> str | None:
    """Find the day of publication in the dateline, or in a heading that is a place and a date."""
    spans = [text.dateline.date] if text.dateline and text.dateline.date else []
    spans += [
        Span(start=one.start, end=one.end)
        for one in text.sentences[:8]
        if one.heading and one.end - one.start < LONGEST_DATELINE
    ]
    for span in spans:
        found = find_dates(text.text[span.start : span.end], published=None)
        if found and edtf.is_edtf(found[0].edtf) and reference(found[0].edtf):
            return found[0].edtf
    return None


def _find_narrator(story: Story) -> None:
    """Find who says "I" throughout: "Testimony of …", or the one interviewed."""
    text = story.document.text
    named = sorted(
        (one for one in story.people.all if one.named_at), key=lambda one: one.named_at.start if one.named_at else 0
    )
    for person in named:
        assert person.named_at is not None
        if TESTIMONY.search(text[max(0, person.named_at.start - 16) : person.named_at.start]):
            story.narrator = person.key
            story.voices.base = (*story.voices.base, person.label)
            person.roles.add("witness")
            return
    answers = [one for one in _paragraph_starts(story) if ANSWER.match(text, one.start)]
    if len(answers) > 1 and named:
        story.narrator = named[0].key
        named[0].roles.add("witness")


def _paragraph_starts(story: Story) -> list[Sentence]:
    seen: set[int] = set()
    starts: list[Sentence] = []
    for sentence in story.text.sentences:
        if sentence.paragraph not in seen:
            seen.add(sentence.paragraph)
            starts.append(sentence)
    return starts


def _hear(story: Story, sayings: Sequence[Sequence[Saying]]) -> None:
    answers = _answers(story)
    for said in answers:
        story.voices.add(said)
        story.said.append(said)
    for number, sentence in enumerate(story.text.sentences):
        if sentence.heading:
            continue
        teller = _teller(story, sentence)
        opens = number == 0 or story.text.sentences[number - 1].paragraph != sentence.paragraph
        here = Place(number=number, sentence=sentence, marks=story.marks[number], teller=teller, opens=opens)
        story.ties += find_kin(here, story.people, own=False)
        _note_pronouns(story, number, sentence)
        for saying in sayings[number]:
            heard = resolve(story.text, number, whole_quote(story.text, saying), story.people, story.said)
            if heard is not None:
                heard = replace(heard, label=story.voices.base[0]) if heard.label == OURSELVES else heard
                story.voices.add(heard)
                story.said.append(heard)
        here = replace(here, teller=_teller(story, sentence))
        story.ties += find_kin(here, story.people, own=True)


def _note_pronouns(story: Story, number: int, sentence: Sentence) -> None:
    """Find whom every "he" and "her" means, for those after them."""
    for token, mark in zip(sentence.tokens, story.marks[number], strict=True):
        if mark is Tag.PRONOUN and PERSONAL[token.lower] in {"male", "female"}:
            story.people.meant(
                at=token.start, sentence=number, gender=PERSONAL[token.lower], quote=token.quote, owner=False
            )


def _answers(story: Story) -> list[Said]:
    """Take each answer of an interview as one saying of the one interviewed."""
    text = story.document.text
    if story.narrator is None:
        return []
    ends = {one.paragraph: one.end for one in story.text.sentences}
    found: list[Said] = []
    for first in _paragraph_starts(story):
        match = ANSWER.match(text, first.start)
        if match:
            end = ends[first.paragraph]
            content = Span(start=match.end(), end=end)
            saying = Saying(start=first.start, end=end, cue=first.start, stance=Stance.ASSERTS, content=content)
            label = story.people.all[story.narrator].label
            found.append(Said(saying=saying, label=label, person=story.narrator, end=end))
    return found


def _teller(story: Story, sentence: Sentence) -> int | None:
    """Find who says "my" in a sentence: the speaker of its quotation, or the narrator."""
    quoted = next((token for token in sentence.tokens if token.quote >= 0), None)
    if quoted is not None:
        over = [said for said in story.voices.over(quoted.start + 1, quoted.start + 1) if said.person is not None]
        if over:
            return over[-1].person
        if story.narrator is None:
            return None
    return story.narrator


def _read_custody(story: Story) -> None:
    for number, sentence in enumerate(story.text.sentences):
        if sentence.heading or QUESTION.match(story.document.text, sentence.start):
            continue
        scene = Scene(
            text=story.document.text, number=number, sentence=sentence, marks=story.marks[number], people=story.people,
            dates=dates_in(story.dates, sentence), teller=_teller(story, sentence), contents=_contents(story, sentence),
        )  # fmt: skip
        for episode in find_episodes(scene):
            over = story.voices.over(episode.trigger.start, episode.trigger.end)
            unsaid = {Stance.DENIES, Stance.DEMANDS, Stance.DECLINES_TO_COMMENT, Stance.DID_NOT_RESPOND}
            if not any(said.saying.stance in unsaid for said in over):
                story.episodes.append(episode)


def _contents(story: Story, sentence: Sentence) -> list[Span]:
    return [
        Span(start=said.saying.content.start, end=said.end)
        for said in story.voices.around(sentence.start, sentence.end)
    ]
