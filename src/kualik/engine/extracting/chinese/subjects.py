"""Whose a verb is: the phrase before it, or the subject that it carries on from."""

from collections.abc import Sequence
from itertools import pairwise

from kualik.engine.extracting.chinese.here import Found, Here, Who
from kualik.engine.extracting.chinese.phrases import trimmed
from kualik.engine.extracting.chinese.speakers import speaker
from kualik.engine.extracting.chinese.story import Mention
from kualik.engine.extracting.chinese.tables import column, words

__all__ = ["begins_with", "carried", "subject"]

RESUMED = words("subjects.resumed")
AFTER_WORDS = words("subjects.after-words")
JOINS = frozenset({"的", "、", "和", "之", "与"})
HEADS = frozenset({"让", "使", "令", "的"})
BETWEEN = 6  # words between a subject and its verb that no list has
LOOKED_AT = 10  # words of a clause among which its subject ends


def begins_with(here: Here) -> list[int]:
    """Find whom a clause begins with: the first one who owns nothing and stands after no preposition.

    Args:
        here: the clause, its mentions read.

    Returns:
        One party or none.
    """
    tokens = here.tokens
    before = {after.start: token.text for token, after in pairwise(tokens)}
    able = (one for one in here.mentions if not one.owns and before.get(one.start) not in AFTER_WORDS)
    return next(([one.party] for one in able if here.story.people.is_person(one.party)), [])


def subject(here: Here, first: int, place: int) -> tuple[Who | None, str]:
    """Find the subject of a verb in the words before it.

    Args:
        here: the clause.
        first: where the words that may belong to the verb begin.
        place: the verb.

    Returns:
        Who with the rule that saw it; None where the words are nobody.
    """
    start, end = trimmed(here.story, here.clause, first, place)
    told = [one for one in here.mentions if one.end <= here.tokens[place].start]
    who = speaker(here.story, here.clause, start, end, told) if end > start else None
    if who is not None:
        return who, "say.subject"
    return _shortened(here, start, end, place, told), "say.verb-between"


def _shortened(here: Here, start: int, end: int, place: int, told: Sequence[Mention]) -> Who | None:
    """Find a subject that ends before other words: 她改口说, 当局一贯否认."""
    for stop in range(max(start + 1, place - BETWEEN), end):
        joins = here.tokens[stop].text in JOINS
        who = None if joins else speaker(here.story, here.clause, start, stop, told)
        if who is not None and not _is_someone(here, stop, place):
            return who
    return None


def _is_someone(here: Here, first: int, last: int) -> bool:
    """Say whether somebody else, or another verb of saying, stands in a stretch."""
    rest = here.tokens[first:last]
    return any(
        token.kind == "name" or token.text in HEADS or token.text in words("verbs.passive")
        or any(token.text in column(table) for table in ("cues", "people", "bodies"))
        for token in rest
    )  # fmt: skip


def carried(here: Here, first: int, found: Sequence[Found]) -> int | None:
    """Find the subject of a verb that has none of its own.

    Args:
        here: the clause.
        first: where the words that may belong to the verb begin.
        found: the verbs of the sentence before it.

    Returns:
        The subject of the verb before, or of the clauses before; None where these are two people.
    """
    last = found[-1] if found else None
    if last and first > 0 and last.clause == here.number:
        return None
    opens = here.tokens[0].text
    if last and (opens in RESUMED or opens[0] in "又还并续" or last.silent):
        return last.speaker
    between = _in_clauses(here, last.clause if last else -1)
    if last and between not in {None, last.speaker}:
        return None  # he who speaks, or he who is spoken of: nobody is better than the wrong one
    return between if between is not None else last.speaker if last else _from_before(here)


def _in_clauses(here: Here, stop: int) -> int | None:
    for back in range(here.number - 1, stop, -1):
        clause = here.sentence.clauses[back]
        start, end = trimmed(here.story, clause, 0, len(clause.tokens))
        for last in range(min(end, start + LOOKED_AT), start, -1):
            who = speaker(here.story, clause, start, last, here.at(back).mentions)
            if who and (last == end or clause.tokens[last].text not in JOINS):
                return who[0]
    return None


def _from_before(here: Here) -> int | None:
    """Carry on from the sentence before: 并称…, or a quotation that the verb closes."""
    story, opens = here.story, here.sentence.clauses[0].tokens[0]
    if here.number == 0 and here.sentence.depth == 0 and opens.text in {"并", "还", "又", "也", "随后", "同时"}:
        return story.speaker
    quoted = here.number > 0 and opens.kind == "quote"
    return story.speaker if quoted and story.people.is_person(story.speaker) else None
