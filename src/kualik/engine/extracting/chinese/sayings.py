"""Who says, denies, demands what: the verbs of saying of each sentence, with their contents."""

from collections.abc import Sequence
from dataclasses import replace

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.here import Found, Here
from kualik.engine.extracting.chinese.layout import Sentence
from kualik.engine.extracting.chinese.mentions import read_mentions
from kualik.engine.extracting.chinese.silences import called
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.chinese.subjects import begins_with
from kualik.engine.extracting.chinese.tables import words
from kualik.engine.extracting.chinese.verbs import verbs_in
from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.spans import Span

__all__ = ["read_sayings"]

TURNED = words("sayings.turned")


def read_sayings(story: Story, sentence: Sentence) -> None:
    """Read the mentions and sayings of a sentence, then of the quotations in it.

    Args:
        story: the text being read; sayings go to its notes.
        sentence: one sentence; those before it were read.
    """
    found: list[Found] = []
    told = story.teller
    story.firsts = []
    for number, clause in enumerate(sentence.clauses):
        here = Here(story=story, sentence=sentence, number=number)
        story.teller = _teller(story, found)
        read_mentions(story, clause)
        reached = called(story, clause)
        story.called = reached[0] if reached else story.called
        found += verbs_in(here, found)
        story.speaker = next((one.speaker for one in reversed(found) if not one.silent), story.speaker)
        story.firsts = begins_with(here) + story.firsts
    finished = [_with_content(sentence, found, place) for place in range(len(found))]
    story.notes.sayings += (_saying(one) for one in finished if one.silent or one.content.end > one.content.start)
    story.teller = told
    _note_subject(story, finished)
    _read_quotes(story, sentence, finished)


def _note_subject(story: Story, found: Sequence[Found]) -> None:
    """Note whom the sentence was about: who spoke in it, or whom it spoke of first."""
    spoke = [one.speaker for one in found if not one.silent and story.people.is_person(one.speaker)]
    sources = {one.speaker for one in found if one.rule == "say.according" or _is_nameless(story, one.speaker)}
    told = [party for party in reversed(story.firsts) if party not in sources] if sources else []
    for party in (told or spoke or story.firsts[-1:])[:1]:
        story.note_subject(party)


def _is_nameless(story: Story, party: int) -> bool:
    """Say whether somebody is only described, as a source is: 一名知情人."""
    one = story.notes.parties[party]
    return one.rule == "person.described" and one.name is None and story.people.is_person(party)


def _teller(story: Story, found: Sequence[Found]) -> int | None:
    """Whose words the clause is: of who spoke last in the sentence, or of who tells the whole."""
    return next((one.speaker for one in reversed(found) if not one.silent), story.me)


def _read_quotes(story: Story, sentence: Sentence, found: Sequence[Found]) -> None:
    """Read what stands inside quotation marks, where "I" is who speaks."""
    me, teller = story.me, story.teller
    units = {unit.start for clause in sentence.clauses for unit in clause.tokens if unit.kind == "quote"}
    for start, inner in sentence.inner.items():
        over = [one.speaker for one in found if one.content.start <= start < one.content.end]
        alone = [story.speaker] if len(sentence.clauses) == 1 and story.people.is_person(story.speaker) else []
        if start in units:
            story.teller = (over or alone or [teller])[-1]
            story.me = story.teller if (over or alone) and story.people.is_person(story.teller) else None
        for one in inner:
            read_sayings(story, one)
        story.me, story.teller = me, teller


def _saying(one: Found) -> Saying:
    return Saying(
        span=one.span, content=one.content, stance=one.stance, rule=one.rule, speaker=one.speaker,
        addressee=one.addressee,
    )  # fmt: skip


def _with_content(sentence: Sentence, found: Sequence[Found], place: int) -> Found:
    """Find what is said: the quotation before the verb, or all after it up to who speaks next."""
    one = found[place]
    if one.silent:
        return replace(one, content=Span(start=one.span.end, end=one.span.end))
    start, end = one.cue.end, sentence.end
    for other in found[place + 1 :]:
        if other.clause != one.clause and _is_apart(sentence, one, other):
            end = max(start, min(other.span.start, sentence.clauses[other.clause].start))
            break
    if sentence.depth:
        end = _until_i(sentence, one, end)
    quote = _quote_before(sentence, one)
    if quote is not None:
        ends = one.clause + 1 == len(sentence.clauses) and one.cue is sentence.clauses[one.clause].tokens[-1]
        start, end = quote.start, one.cue.end if ends else end
    return replace(one, content=Span(start=start, end=max(start, end)))


def _until_i(sentence: Sentence, one: Found, end: int) -> int:
    """Within a quotation, what another one says ends where the speaker says "I" again."""
    later = (clause for clause in sentence.clauses[one.clause + 1 :] if clause.start < end)
    own = (clause.start for clause in later if any(token.text == "我" for token in clause.tokens[:4]))
    return max(one.cue.end, min(own, default=end))


def _is_apart(sentence: Sentence, one: Found, other: Found) -> bool:
    """Say whether a later verb stands beside this one, and not inside what it says."""
    clause = sentence.clauses[other.clause]
    beside = clause.before in {"；", ";"} or clause.tokens[0].text in TURNED
    return other.resumed or other.silent or other.speaker == one.speaker or beside


def _quote_before(sentence: Sentence, one: Found) -> Token | None:
    """Find the quotation that a verb closes: “…，”她说."""
    tokens = sentence.clauses[one.clause].tokens
    rest = [token for token in tokens if token.start >= one.cue.end]
    if len(rest) > 2 or one.clause > 2:
        return None
    if tokens[0].kind == "quote" and tokens[0] is not one.cue:
        return tokens[0]
    before = sentence.clauses[one.clause - 1].tokens[0] if one.clause == 1 else None
    return before if before is not None and before.kind == "quote" else None
