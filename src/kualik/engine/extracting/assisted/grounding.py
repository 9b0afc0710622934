"""What of a language model's answer stands in the text: the rest is dropped, and counted by its reason."""

from collections import Counter
from dataclasses import dataclass, field

from kualik.engine.extracting.assisted.answering import Answer, ProposedCustody, ProposedPerson, ProposedStatement
from kualik.engine.extracting.assisted.locating import Located, near, outside_quotations
from kualik.engine.extracting.assisted.values import age_in, date_at, term_at
from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.claims import Document
from kualik.engine.facts.tables import Tables
from kualik.engine.facts.vocabulary import CUSTODY_STATES, Stance

__all__ = ["Dropped", "Grounded", "KeptCustody", "KeptPerson", "KeptStatement", "ground"]

PRONOUNS = Tables("kualik.engine.extracting.assisted")
LONGEST_NAME = 120  # characters of a name or description


class Dropped:
    """Why a proposal is not kept."""

    FORM = "not in the form asked for"
    QUOTE = "its words are not in the text"
    SPEAKER = "its speaker is not in that sentence or the one before"
    VERB = "its verb of saying is not in that sentence"
    WHO = "whom it is about is not in that sentence or the one before"
    VOICES = "it runs over the words of more than one voice"
    RULES = "the rules name another speaker there"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStatement:
    """A statement whose words, verb and speaker stand in the text; `span` holds all of it."""

    span: Span
    content: Span
    speaker: Value
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCustody:
    """A custody whose passage and person stand in the text, with the values our grammars read there."""

    span: Span
    who: Value
    state: str
    speaker: Value | None = None
    sentence: Value | None = None
    since: Value | None = None
    place: Value | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPerson:
    """A name that stands in the text, with the age in its passage."""

    name: Value
    age: Value | None = None


@dataclass(slots=True, kw_only=True)
class Grounded:
    """What was kept of a model's answers about one document, and how much was not.

    `values` counts values of kept proposals that no grammar of ours could read in their place.
    """

    statements: list[KeptStatement] = field(default_factory=list)
    custody: list[KeptCustody] = field(default_factory=list)
    persons: list[KeptPerson] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    values: int = 0


def ground(document: Document, answers: list[tuple[Span, Answer]]) -> Grounded:
    """Keep of a model's answers what stands in the text.

    Args:
        document: the document.
        answers: each with the stretch of text that it is about.

    Returns:
        What stands in the text where it should. That a passage stands there does not make its reading right.
    """
    ground = _Ground(document)
    for chunk, answer in answers:
        ground.found.dropped[Dropped.FORM] += answer.malformed
        for statement in answer.statements:
            ground.statement(chunk, statement)
        for custody in answer.custody:
            ground.custody(chunk, custody)
        for person in answer.persons:
            ground.person(chunk, person)
    ground.found.dropped += Counter()  # without the reasons that were not met
    return ground.found


class _Ground:
    """One document, and what was found in it so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.located = Located(document.text)
        self.found = Grounded()

    def statement(self, chunk: Span, told: ProposedStatement) -> None:
        reasons = [Dropped.QUOTE]
        stance = Stance(told.stance) if told.stance in set(Stance) else None
        for content in self.located.places(told.quote, within=chunk) if stance else ():
            sentence, two = near(self.document.text, content)
            speaker, verb = self._speaker(told.speaker, two), self._outside(told.verb, sentence)
            if stance and speaker and verb:
                parts = [
                    content,
                    verb,
                    *([speaker.span] if sentence.holds(speaker.span.start, speaker.span.end) else []),
                ]
                span = Span(start=min(one.start for one in parts), end=max(one.end for one in parts))
                self.found.statements.append(KeptStatement(span=span, content=content, speaker=speaker, stance=stance))
                return
            reasons.append(Dropped.VERB if speaker else Dropped.SPEAKER)
        self.found.dropped[reasons[-1] if stance else Dropped.FORM] += 1

    def custody(self, chunk: Span, told: ProposedCustody) -> None:
        if told.state not in CUSTODY_STATES:
            self.found.dropped[Dropped.FORM] += 1
            return
        reasons = [Dropped.QUOTE]
        for place in self.located.places(told.quote, within=chunk):
            sentence, two = near(self.document.text, place)
            who, speaker = self._named(told.who, two), self._speaker(told.speaker, two)
            if who and (speaker or not told.speaker.strip()):
                self.found.custody.append(
                    KeptCustody(
                        span=place, who=who, state=told.state, speaker=speaker,
                        sentence=self._term(told.sentence, sentence), since=self._date(told.since, sentence),
                        place=self._named(told.place, two) if told.place.strip() else None,
                    )
                )  # fmt: skip
                return
            reasons.append(Dropped.SPEAKER if who else Dropped.WHO)
        self.found.dropped[reasons[-1]] += 1

    def person(self, chunk: Span, told: ProposedPerson) -> None:
        for place in self.located.places(told.quote, within=chunk):
            if name := self._named(told.name, place):
                years = age_in(told.age)
                age = next(self.located.places(told.age, within=place), None) if years else None
                self.found.values += bool(told.age.strip()) and age is None
                kept = Value(text=str(years), span=age) if age else None
                self.found.persons.append(KeptPerson(name=name, age=kept))
                return
        self.found.dropped[Dropped.QUOTE] += 1

    def _named(self, words: str, within: Span) -> Value | None:
        """Find a name or description as it stands in the text; a pronoun is none."""
        if not words.strip() or len(words) > LONGEST_NAME or words.strip().casefold() in PRONOUNS.words("pronouns"):
            return None
        span = next(self.located.places(words, within=within), None)
        return None if span is None else Value(text=self._words(span), span=span)

    def _speaker(self, words: str, within: Span) -> Value | None:
        """Find a speaker outside everybody's quotation marks: who is named in them is spoken of."""
        named = self._named(words, within)
        if named is None:
            return None
        span = self._outside(words, within)
        return None if span is None else Value(text=named.text, span=span)

    def _outside(self, words: str, within: Span) -> Span | None:
        places = self.located.places(words, within=within)
        return next((one for one in places if outside_quotations(self.document.text, within, one)), None)

    def _words(self, span: Span) -> str:
        return " ".join(self.document.text[span.start : span.end].split())

    def _term(self, words: str, sentence: Span) -> Value | None:
        return self._value(words, sentence, date=False)

    def _date(self, words: str, sentence: Span) -> Value | None:
        return self._value(words, sentence, date=True)

    def _value(self, words: str, sentence: Span, *, date: bool) -> Value | None:
        if not words.strip():
            return None
        place = next(self.located.places(words, within=sentence), None)
        read = self._read(place, sentence, date=date) if place else None
        self.found.values += read is None
        return Value(text=read, span=place) if read and place else None

    def _language(self, place: int) -> str:
        stretches = (one.language for one in self.document.languages if one.start <= place < one.end)
        return next(stretches, self.document.language).casefold()

    def _read(self, place: Span, sentence: Span, *, date: bool) -> str | None:
        text = self.document.text[sentence.start : sentence.end]
        inside = Span(start=place.start - sentence.start, end=place.end - sentence.start)
        language = self._language(sentence.start)
        if date:
            return date_at(text, inside, language=language, published=self.document.published)
        return term_at(text, inside, language=language)


def _hull(*parts: Span, within: Span) -> Span:
    """Take in all parts that lie in the sentence."""
    inside = [part for part in parts if within.holds(part.start, part.end)]
    return Span(start=min(part.start for part in inside), end=max(part.end for part in inside))
