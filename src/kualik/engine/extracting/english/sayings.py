"""Everything that a text gives as somebody's words, demand or silence, each with its speaker."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kualik.engine.extracting.english.continuity import Continuity
from kualik.engine.extracting.english.cues import words
from kualik.engine.extracting.english.denials import stance_in_words
from kualik.engine.extracting.english.parsed import Parsed, Sentence
from kualik.engine.extracting.english.people import Register
from kualik.engine.extracting.english.quotations import Passage, follow_quotations
from kualik.engine.extracting.english.refusals import find_refusals
from kualik.engine.extracting.english.reports import find_reports
from kualik.engine.extracting.english.silences import find_silences
from kualik.engine.extracting.english.sources import Source
from kualik.engine.extracting.english.speaking import surely_speaks
from kualik.engine.extracting.english.turns import find_turns
from kualik.engine.extracting.english.utterances import Utterance, find_utterances
from kualik.engine.extracting.english.vocabulary import people_nouns
from kualik.engine.extracting.notes import Notes, Saying, Value
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_sayings"]

SILENT = frozenset({Stance.DECLINES_TO_COMMENT, Stance.DID_NOT_RESPOND})


def find_sayings(parsed: Parsed, register: Register) -> list[Saying]:
    """Find who says, denies, demands what, and who will not speak.

    Args:
        parsed: the text.
        register: the register of people; it is told whose each quotation is.

    Returns:
        Sayings in the order of the text. A saying whose speaker is a pronoun that could be anybody is left out.

    Assumes:
        Headings are no sources.

    Source:
        shared/methods/reading.md, sections 4 and 6: frames of verbs of saying on a dependency parse, with guards.
    """
    found: list[Utterance] = []
    for sentence in parsed.sentences:
        if not sentence.heading:
            found += _apart(parsed, _silences(parsed, sentence), find_utterances(parsed, sentence))
            found += find_reports(parsed, sentence)
    passages = follow_quotations(parsed, found)
    said = [*_turns(parsed, register), *_resolved(parsed, passages, register)]
    return sorted(said, key=lambda one: (one.span.start, -one.span.end))


def _silences(parsed: Parsed, sentence: Sentence) -> list[Utterance]:
    """Find who declines and who does not answer; one word tells of one silence."""
    found = {one.cue: one for one in (*find_silences(parsed, sentence), *find_refusals(parsed, sentence))}
    return [found[cue] for cue in sorted(found)]


def _apart(parsed: Parsed, silent: Sequence[Utterance], said: Sequence[Utterance]) -> Iterator[Utterance]:
    """Leave out a verb that tells of words where it tells of silence: "would not confirm the arrest"."""
    yield from silent
    mute = {one.cue for one in silent}
    for one in said:
        joined = parsed.words[one.cue].dep == "conj" and parsed.words[one.cue].head in mute
        if one.cue not in mute and not (joined and parsed.words[one.cue].lemma == "deny"):
            yield one


def _turns(parsed: Parsed, register: Register) -> Iterator[Saying]:
    """Take every turn of one who is asked as said by them."""
    turns = find_turns(parsed)
    asked = _interviewed(register, turns[0].span.start) if turns else None
    for turn in turns:
        speaker = asked if turn.head is None else register.speaker(turn.head)
        first, last = parsed.between(turn.content)
        if speaker is None or first >= last:
            continue
        last = min(last, parsed.sentences[parsed.words[first].sentence].last)
        one = Utterance(
            cue=first, stance=Stance.ASSERTS, rule="turn.answer", source=Source(head=turn.head, how="turn"),
            first=first, last=last, begins=first, ends=last,
        )  # fmt: skip
        official = _is_official(parsed, one, register.notes, speaker)
        stance = stance_in_words(parsed, one, official=official)
        yield Saying(span=turn.span, content=turn.content, stance=stance, rule="turn.answer", speaker=speaker)


def _interviewed(register: Register, begins: int) -> int | None:
    """Find who answers "A:": the narrator, else the only person whom the lines before name."""
    if register.notes.narrator is not None:
        return register.notes.narrator
    named = [party.key for party in register.notes.parties if party.name and not party.body]
    before = [key for key in named if register.cast.party(key).at.start < begins]
    return before[0] if len(before) == 1 else None


def _resolved(parsed: Parsed, passages: Sequence[Passage], register: Register) -> Iterator[Saying]:
    """Make out the speakers in the order of the text, so that "he" and "I" can be understood by who spoke before."""
    continuity = Continuity(register)
    until, denied = 0, 0  # where the words of the outermost speaker so far end, and what was denied last
    last: tuple[int, Saying] | None = None
    outer: Saying | None = None
    for passage in passages:
        nested, one = passage.span.start < until, passage.utterance
        saying = _saying(parsed, passage, continuity, nested=nested)
        inside = passage.span.end <= denied and parsed.words[one.cue].quote < 0 and one.rule != "report.noun"
        if saying is None or inside or (outer is not None and _is_same_voice(outer, saying)):
            continue
        outer = saying if outer is None or saying.span.start >= outer.content.end else outer
        until = max(until, passage.content.end)
        denied = passage.content.end if saying.stance is Stance.DENIES and one.stance is Stance.DENIES else denied
        if last is not None and last[0] == one.cue and last[1].stance is saying.stance and passage.rule == one.rule:
            saying = _joined(last[1], saying)
        elif last is not None:
            yield last[1]
        last = one.cue, saying
    if last is not None:
        yield last[1]


def _is_same_voice(outer: Saying, one: Saying) -> bool:
    """See "relatives said they feared that …", which is one saying."""
    plain = {Stance.ASSERTS, Stance.ALLEGES}
    within = outer.content.holds(one.content.start, one.content.end) and outer.content.end > outer.content.start
    alike = outer.speaker == one.speaker and one.speaker is not None and {outer.stance, one.stance} <= plain
    return within and alike and not one.rule.startswith(("quote.", "report."))


def _joined(one: Saying, other: Saying) -> Saying:
    """Join "that …, and that …" where both have one stance."""
    span = Span(start=min(one.span.start, other.span.start), end=max(one.span.end, other.span.end))
    first, last = min(one.content.start, other.content.start), max(one.content.end, other.content.end)
    return replace(one, span=span, content=Span(start=first, end=last))


def _saying(parsed: Parsed, passage: Passage, continuity: Continuity, *, nested: bool) -> Saying | None:
    one, register = passage.utterance, continuity.register
    speaker = continuity.speaker(one.source.head) if one.source.head is not None else None
    if speaker is None and one.source.head is not None:
        return None
    if speaker is not None:
        _tell(parsed, passage, continuity, speaker)
        if not nested and one.source.head is not None and surely_speaks(parsed, one.source.head):
            continuity.spoke(one.source.head, speaker)
    official = speaker is not None and _is_official(parsed, one, register.notes, speaker)
    stance = stance_in_words(parsed, one, official=official)
    return Saying(
        span=passage.span, content=passage.content, stance=stance, rule=_rule(passage, stance), speaker=speaker,
        addressee=_addressee(parsed, one),
    )  # fmt: skip


def _tell(parsed: Parsed, passage: Passage, continuity: Continuity, speaker: int) -> None:
    """Tell the register whose the quotations are."""
    for quote in _quotes(parsed, passage):
        continuity.register.says(quote, speaker)


def _rule(passage: Passage, stance: Stance) -> str:
    if stance is passage.utterance.stance:
        return passage.rule
    return {Stance.DENIES: "deny.in-words", Stance.DECLINES_TO_COMMENT: "refuse.in-words"}.get(stance, passage.rule)


def _quotes(parsed: Parsed, passage: Passage) -> Iterable[int]:
    """Find the quotations that lie in what is said, the verb's own left out."""
    own = parsed.words[passage.utterance.cue].quote
    first, last = parsed.between(passage.content)
    return sorted({parsed.words[place].quote for place in range(first, last)} - {-1, own})


def _is_official(parsed: Parsed, one: Utterance, notes: Notes, speaker: int) -> bool:
    party = notes.parties[speaker]
    if "official" in party.roles:
        return True
    if one.source.head is None:
        return party.body
    word = parsed.words[one.source.head]
    noun = people_nouns().get(word.lemma)
    if noun is not None and noun.tells != "official":
        return word.lemma in words("official")
    if party.body:
        return True
    return word.lemma in words("official") or word.ent in {"GPE", "ORG"}


def _addressee(parsed: Parsed, one: Utterance) -> Value | None:
    if one.to is None or one.to >= len(parsed.words):
        return None
    word = parsed.words[one.to]
    if word.tag in {"PRP", "WP"}:
        return None
    first, last = min(parsed.lefts[one.to], one.to), one.to + 1
    span = Span(start=parsed.words[first].start, end=parsed.words[last - 1].end)
    return Value(text=" ".join(parsed.text[span.start : span.end].split()), span=span)
