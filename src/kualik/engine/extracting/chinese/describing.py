"""People known by number and noun: 一名维吾尔女子, 该男子, 三人."""

from collections.abc import Sequence

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.layout import Clause
from kualik.engine.extracting.chinese.numerals import value
from kualik.engine.extracting.chinese.story import Mention, Story, spoken_of
from kualik.engine.extracting.chinese.tables import column, mapping, words
from kualik.engine.extracting.spans import Span

__all__ = ["read_description"]

COUNTER = ("名", "位", "个")
CALLED = frozenset({"叫", "名叫", "是", "名为", "即"})
OWNING = frozenset({"有", "还有", "育有", "另有", "的"})  # before kin: "有三个孩子"
LONGEST_PHRASE = 12  # words from "一名" to the noun
LONGEST_THIS = 6  # words from "该" to the noun
MOST_NAMED = 6  # people that "the six" may mean by name


def read_description(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read people who are described and not named.

    Args:
        story: the text being read.
        clause: the clause.
        place: where the phrase may begin.
        found: the mentions before it; what is read is added.

    Returns:
        The place after the phrase; 0 where none begins.
    """
    text = clause.tokens[place].text
    if text in {"此人", "该人"}:
        return _that_one(story, clause, place, found)
    if text in words("describing.this"):
        return _this(story, clause, place, found)
    return _these(story, clause, place, found) or _counted(story, clause, place, found)


def _that_one(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    for key in reversed(story.recent):
        if story.people.is_person(key) and "official" not in story.notes.parties[key].roles:
            spoken_of(found, clause, (place, place + 1), key, "pronoun")
            break
    return place + 1


def _these(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read "三人": as many people as were named last."""
    whole = clause.tokens[place].text
    after = clause.tokens[place + 1].text if place + 1 < len(clause.tokens) else ""
    count = value(whole.removesuffix("人"))
    if count is None or not 2 <= count <= MOST_NAMED or not (whole.endswith("人") or after == "人"):
        return 0
    people = story.people
    here = [one.party for one in found if not one.owns]
    order = dict.fromkeys([*(key for key in story.recent if key not in here), *here])
    named = [key for key in order if people.is_person(key) and story.notes.parties[key].name][-count:]
    if len(named) < count:
        return 0
    last = place + 1 if whole.endswith("人") else place + 2
    span = Span(start=clause.tokens[place].start, end=clause.tokens[last - 1].end)
    label = "、".join(people.label(key) for key in named)
    party = people.described(label, span, rule="person.group", count=count)
    story.members[party] = tuple(named)
    spoken_of(found, clause, (place, last), party, "described")
    return last


def _counted(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read "一名维吾尔女子", "三名学生"."""
    tokens = clause.tokens
    count, after = _count(tokens, place)
    head = _head(tokens, after) if count is not None else None
    if head is None:
        return 0
    if tokens[head].text in mapping("kin") and place and tokens[place - 1].text in OWNING:
        return 0
    if head + 1 < len(tokens) and tokens[head + 1].kind == "name":
        return head + 1
    span = Span(start=tokens[place].start, end=tokens[head].end)
    party = story.people.described(story.words(span), span, rule="person.described", count=count)
    if count == 1:
        story.by_noun[tokens[head].text] = party
    gender = mapping("people", 2).get(tokens[head].text) or ("female" if "女" in story.words(span) else None)
    if gender:
        story.people.gender.setdefault(party, gender)
    spoken_of(found, clause, (place, head + 1), party, "described")
    return head + 1


def _count(tokens: Sequence[Token], place: int) -> tuple[int | None, int]:
    """Read how many: 一名 as one word, or a number and its counter."""
    text = tokens[place].text
    if len(text) > 1 and text.endswith(COUNTER):
        return value(text[:-1]), place + 1
    counted = place + 1 < len(tokens) and tokens[place + 1].text in words("describing.counters")
    return (value(text) if counted else None), place + 2


def _head(tokens: Sequence[Token], first: int) -> int | None:
    """Find the noun of a phrase: the first one that nothing goes on from, before the phrase breaks off."""
    head = None
    for place in range(first, min(len(tokens), first + LONGEST_PHRASE)):
        token, after = tokens[place], tokens[place + 1].text if place + 1 < len(tokens) else ""
        if token.text in column("people"):
            head = place
            if after not in column("people") and after != "的":
                return head
        elif token.kind in {"mark", "quote", "name"} or token.text in column("cues"):
            return head
    return head


def _this(story: Story, clause: Clause, place: int, found: list[Mention]) -> int:
    """Read "这名商人": the trader spoken of, or the last one of that sex; "这名商人叫X" names him."""
    tokens, head = clause.tokens, _head(clause.tokens, place + 1)
    if head is None or head - place > LONGEST_THIS:
        return 0
    told = story.by_noun.get(tokens[head].text)
    named = story.people.named.get(tokens[head + 2].start) if head + 2 < len(tokens) else None
    if told is not None and named is not None and tokens[head + 1].text in CALLED:
        story.people.renamed[told] = named
        return head + 1
    party = story.people.renamed.get(told, told) if told is not None else _last(story, tokens[head].text)
    if party is None:
        return 0
    spoken_of(found, clause, (place, head + 1), party, "pronoun")
    return head + 1


def _last(story: Story, noun: str) -> int | None:
    gender = mapping("people", 2).get(noun)
    able = (key for key in reversed(story.recent) if story.people.is_person(key) and key != story.me)
    return next((key for key in able if not gender or story.people.gender.get(key, gender) == gender), None)
