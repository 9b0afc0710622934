"""A small grammar of English clauses: tags for words, and who stands before a verb.

There is no dictionary of all words and no parser. Closed classes are known; a subject is found by going
left from its verb to the edge of its clause. Where the edge is in doubt nothing is returned: a wrong
speaker is worse than none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.tokens import Token
from kualik.engine.extracting.words import (
    MONTHS,
    NUMBERS,
    TIMES,
    WEEKDAYS,
)

__all__ = ["Phrase", "head", "main_subject", "object_after", "subject_before", "verb_group"]

UNITS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "million"})
WINDOW = 45  # tokens that a subject with its clauses may span
LONGEST = 24  # tokens of a subject without what stands between commas


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase as a stretch of tokens [first, last); `apposition` is what stands beside it between commas."""

    first: int
    last: int
    apposition: tuple[int, int] | None = None


def verb_group(marks: Sequence[Tag], verb: int) -> int:
    """Find where the group of a verb begins: auxiliaries, negations and adverbs before it belong to it."""
    first = verb
    while first > 0 and marks[first - 1] in {Tag.AUXILIARY, Tag.ADVERB}:
        first -= 1
    return first


def subject_before(tokens: Sequence[Token], marks: Sequence[Tag], verb: int) -> Phrase | None:
    """Find the subject of a verb.

    Args:
        tokens: the sentence.
        marks: its tags.
        verb: the place of the verb.

    Returns:
        The phrase, or None when its edge is in doubt. For "X and said" it is the subject of the verb before.
    """
    last = _skip_time(tokens, marks, verb_group(marks, verb))
    if last == 0:
        return None
    if tokens[last - 1].lower == "to" and last > 1 and marks[last - 2] in {Tag.PARTICIPLE, Tag.VERB}:
        return subject_before(tokens, marks, last - 2)
    if tokens[last - 1].text == ")":
        return _phrase(tokens, marks, _close_bracket(tokens, last))
    return _subject_at(tokens, marks, last - 1)


def _subject_at(tokens: Sequence[Token], marks: Sequence[Tag], place: int) -> Phrase | None:
    """Find the subject that ends at a place, by what stands there."""
    mark = marks[place]
    if mark is Tag.PRONOUN and not _is_partitive(tokens, place):
        return Phrase(first=place, last=place + 1)
    if mark is Tag.RELATIVE:
        return _antecedent(tokens, marks, place)
    if mark is Tag.COMMA:
        return _around_commas(tokens, marks, place)
    ends = mark in {Tag.NOUN, Tag.DETERMINER, Tag.PARTICIPLE, Tag.PRONOUN}
    described = mark is Tag.VERB and _relative_before(marks, place, max(0, place - LONGEST)) is not None
    return _phrase(tokens, marks, place + 1) if ends or described else None


def _is_partitive(tokens: Sequence[Token], pronoun: int) -> bool:
    return pronoun > 0 and tokens[pronoun - 1].lower == "of"


def _skip_time(tokens: Sequence[Token], marks: Sequence[Tag], last: int) -> int:
    """Step over "on Tuesday", "in a statement" has no verb after it, "at first" between subject and verb."""
    for width in (2, 3):
        first = last - width
        if first > 0 and marks[first] is Tag.PREPOSITION and marks[first - 1] not in {Tag.PREPOSITION, Tag.AND}:
            inner = [token.lower for token in tokens[first + 1 : last]]
            if any(word in WEEKDAYS or word in MONTHS or word in {"first", "least", "past"} for word in inner):
                return verb_group(marks, first)
    return last


def _antecedent(tokens: Sequence[Token], marks: Sequence[Tag], relative: int) -> Phrase | None:
    if tokens[relative].lower == "that" and relative and marks[relative - 1] is not Tag.NOUN:
        return None
    last = relative - 1 if relative and marks[relative - 1] is Tag.COMMA else relative
    while last > 1 and marks[last - 1] is Tag.PREPOSITION:
        last -= 1
    if last == 0 or marks[last - 1] not in {Tag.NOUN, Tag.PRONOUN}:
        return None
    return _phrase(tokens, marks, last, commas=True)


def _around_commas(tokens: Sequence[Token], marks: Sequence[Tag], comma: int) -> Phrase | None:
    """Find "X" in "X, who did that, said"."""
    depth = max(0, comma - WINDOW)
    for place in range(comma - 1, depth, -1):
        if marks[place] is Tag.EDGE and tokens[place].text in {";", ".", "!", "?"}:
            return None
        if marks[place] is Tag.COMMA and marks[place - 1] in {Tag.NOUN, Tag.PARTICIPLE, Tag.EDGE, Tag.PRONOUN}:
            before = _close_bracket(tokens, place)
            phrase = _phrase(tokens, marks, before) if before else None
            if phrase and not _is_adverbial(tokens, marks, phrase):
                return Phrase(first=phrase.first, last=phrase.last, apposition=(place + 1, comma))
    return None


def _close_bracket(tokens: Sequence[Token], last: int) -> int:
    """Step back over a bracket: "Zarema (Зарема), his wife, said"."""
    if tokens[last - 1].text != ")":
        return last
    for place in range(last - 2, max(-1, last - 14), -1):
        if tokens[place].text == "(":
            return place
    return 0


def _is_adverbial(tokens: Sequence[Token], marks: Sequence[Tag], phrase: Phrase) -> bool:
    first = tokens[phrase.first]
    return marks[phrase.first] is Tag.PREPOSITION or first.lower in TIMES or first.lower in WEEKDAYS


def _phrase(tokens: Sequence[Token], marks: Sequence[Tag], last: int, *, commas: bool = False) -> Phrase | None:
    first = last
    floor = max(0, last - LONGEST)
    while first > floor:
        before = first - 1
        mark = marks[before]
        if _is_edge(tokens, marks, before, agent=commas):
            break
        if mark is Tag.AND and _has_verb(marks, floor, before):
            break
        if mark in {Tag.VERB, Tag.AUXILIARY}:
            jump = _relative_before(marks, before, floor)
            if jump is None:
                break
            first = jump
            continue
        if mark is Tag.PARTICIPLE and not _is_reduced(marks, before):
            break
        first = before
        if tokens[before].lower == "whose":
            break
    if first == floor and floor > 0 and last - first >= LONGEST:
        return None
    first = _trim(tokens, marks, first, last)
    if first >= last or _is_two(tokens, marks, first, last):
        return None
    return Phrase(first=first, last=last)


def _is_two(tokens: Sequence[Token], marks: Sequence[Tag], first: int, last: int) -> bool:
    """See two noun phrases side by side ("the first thing the returned"): then the edge was missed."""
    return any(
        marks[place] is Tag.DETERMINER and marks[place - 1] is Tag.NOUN and tokens[place].lower in {"the", "a", "an"}
        for place in range(first + 1, last)
    )


def _is_edge(tokens: Sequence[Token], marks: Sequence[Tag], place: int, *, agent: bool) -> bool:
    if marks[place] is Tag.PRONOUN:
        return not _is_partitive(tokens, place)
    return marks[place] in {Tag.EDGE, Tag.BREAKER, Tag.COMMA, Tag.RELATIVE} or (agent and tokens[place].lower == "by")


def _has_verb(marks: Sequence[Tag], floor: int, before: int) -> bool:
    for place in range(before - 1, floor - 1, -1):
        if marks[place] in {Tag.EDGE, Tag.BREAKER, Tag.COMMA, Tag.RELATIVE}:
            return False
        if marks[place] in {Tag.VERB, Tag.AUXILIARY}:
            return _relative_before(marks, place, floor) is None
    return False


def _relative_before(marks: Sequence[Tag], verb: int, floor: int) -> int | None:
    """Find the noun before "who" when a verb met on the way left belongs to a relative clause."""
    for place in range(verb, max(floor, verb - 12) - 1, -1):
        if marks[place] is Tag.RELATIVE:
            return place if place > 0 and marks[place - 1] is Tag.NOUN else None
        if marks[place] in {Tag.COMMA, Tag.EDGE, Tag.BREAKER}:
            return None
    return None


def _is_reduced(marks: Sequence[Tag], place: int) -> bool:
    """Tell "people held in Xinjiang" and "a released prisoner" from "police held a man"."""
    before = marks[place - 1] if place else None
    after = marks[place + 1] if place + 1 < len(marks) else None
    if before in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.ADVERB}:
        return True
    return before is Tag.NOUN and after in {Tag.PREPOSITION, Tag.ADVERB}


def _trim(tokens: Sequence[Token], marks: Sequence[Tag], first: int, last: int) -> int:
    """Drop what leads a clause but is no part of its subject: "and", "then", "on Friday", "two hours later"."""
    while first < last and marks[first] in {Tag.AND, Tag.ADVERB, Tag.RELATIVE, Tag.AUXILIARY}:
        first += 1
    restart = first
    leads = first < last and marks[first] is Tag.PREPOSITION
    for place in range(first + 1, last):
        token, before = tokens[place], tokens[place - 1]
        fresh = marks[place] in {Tag.DETERMINER, Tag.POSSESSIVE} or token.capital
        timed = before.lower in TIMES or before.lower in WEEKDAYS or before.text.isdigit() or before.lower in MONTHS
        if fresh and timed and not (before.capital and before.lower in MONTHS and token.text.isdigit()):
            restart = place
            break
        if leads and timed and marks[place] is Tag.NOUN and token.lower not in UNITS and not token.text[0].isdigit():
            restart = place
            break
        plain = marks[place - 1] in {Tag.NOUN, Tag.PARTICIPLE} and before.lower != "'s"
        if leads and marks[place] in {Tag.DETERMINER, Tag.POSSESSIVE} and plain:
            restart = place
            break
    if restart == first and leads:
        return last
    return restart


def object_after(tokens: Sequence[Token], marks: Sequence[Tag], verb: int, *, deep: bool = True) -> Phrase | None:
    """Find the noun phrase right after a verb: its object, or the subject of an inverted "said X".

    Args:
        tokens: the sentence.
        marks: its tags.
        verb: the place of the verb.
        deep: whether "in Almaty" and the like belong to the phrase.

    Returns:
        The phrase, without what follows it after a comma, or None.
    """
    first = verb + 1
    while first < len(tokens) and marks[first] is Tag.ADVERB and tokens[first].lower != "both":
        first += 1
    if first < len(tokens) and marks[first] is Tag.PRONOUN:
        return Phrase(first=first, last=first + 1)
    last = first
    while last < min(len(tokens), first + LONGEST) and not _ends_object(tokens, marks, first, last, deep=deep):
        last += 1
    while last > first and marks[last - 1] in {Tag.PREPOSITION, Tag.AND, Tag.DETERMINER}:
        last -= 1
    return Phrase(first=first, last=last) if last > first else None


def _ends_object(tokens: Sequence[Token], marks: Sequence[Tag], first: int, place: int, *, deep: bool) -> bool:
    mark, token = marks[place], tokens[place]
    if mark in {Tag.EDGE, Tag.COMMA, Tag.BREAKER, Tag.VERB, Tag.AUXILIARY, Tag.RELATIVE, Tag.ADVERB}:
        return True
    if mark is Tag.PRONOUN or token.lower in WEEKDAYS or (token.lower in {"last", "next"} and place > first):
        return not _is_partitive(tokens, place)
    if mark is Tag.PREPOSITION:
        after = tokens[place + 1] if place + 1 < len(tokens) else token
        dated = after.text[0].isdigit() or after.lower in MONTHS or after.lower in WEEKDAYS or after.lower == "recent"
        return place == first or dated or token.lower not in ({"of", "in", "at", "from"} if deep else {"of"})
    if place == first:
        return False
    if mark is Tag.PARTICIPLE:
        return not _is_reduced(marks, place)
    return marks[place - 1] is Tag.NOUN and (mark in {Tag.DETERMINER, Tag.POSSESSIVE} or token.lower in NUMBERS)


def main_subject(tokens: Sequence[Token], marks: Sequence[Tag], verb: int) -> Phrase | None:
    """Find the subject that "… and said" shares: that of the first finite verb of its sentence or half sentence."""
    start = max((place + 1 for place in range(verb) if _is_turn(tokens, marks, place)), default=0)
    for place in range(start, verb):
        finite = marks[place] in {Tag.VERB, Tag.AUXILIARY} or (
            marks[place] is Tag.PARTICIPLE and not _is_reduced(marks, place)
        )
        if finite and place > start and not _is_in_relative(marks, place, max(start, place - 12)):
            return subject_before(tokens, marks, place)
    return None


def _is_in_relative(marks: Sequence[Tag], verb: int, floor: int) -> bool:
    """Say whether a verb is the one of "who …"; a second verb after it is that of the sentence."""
    if _relative_before(marks, verb, floor) is None:
        return False
    relative = next(place for place in range(verb, -1, -1) if marks[place] is Tag.RELATIVE)
    return not any(marks[place] in {Tag.VERB, Tag.PARTICIPLE} for place in range(relative, verb_group(marks, verb)))


def _is_turn(tokens: Sequence[Token], marks: Sequence[Tag], place: int) -> bool:
    after_comma = place > 0 and marks[place - 1] in {Tag.COMMA, Tag.EDGE}
    turns = tokens[place].lower in {"but", "while", "although", "though", "because", "when"}
    return tokens[place].text in {";", ":", "--", "—"} or (after_comma and turns)


def head(marks: Sequence[Tag], phrase: Phrase) -> int:
    """Find the head noun of a phrase: the last noun before its first preposition, relative or participle clause."""
    for place in range(phrase.first + 1, phrase.last):
        stop = marks[place] in {Tag.PREPOSITION, Tag.RELATIVE, Tag.COMMA, Tag.AND} or (
            marks[place] is Tag.PARTICIPLE and marks[place - 1] is Tag.NOUN
        )
        if stop:
            return place - 1
    return phrase.last - 1
