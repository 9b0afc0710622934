"""Whom a deed befell: the subject of a passive, the object of an active verb, or who was spoken of before."""

import re
from collections.abc import Sequence

from kualik.engine.extracting.chinese.layout import Clause, Sentence
from kualik.engine.extracting.chinese.numerals import value
from kualik.engine.extracting.chinese.phrases import has_head, trimmed
from kualik.engine.extracting.chinese.speakers import speaker
from kualik.engine.extracting.chinese.story import Mention, Story
from kualik.engine.extracting.chinese.tables import column, mapping, words
from kualik.engine.extracting.spans import Span

__all__ = ["befallen"]

PASSIVE = words("patients.passive")
TAKING = words("patients.taking")
SUFFERED = words("patients.suffered")
GROUP_NOUNS = words("patients.group-nouns")


ONE = re.compile(r"(?:而|但|其中)*(一个|另一个|另一人|另一名|另一位|另外一[个人名位]|一人|一名|一位|后者|前者)")
TOGETHER = re.compile(r"[说称指][两二三四五六七八九十]人")  # others than the one who speaks
MANY = 50  # people; of more a text gives a figure


def befallen(story: Story, sentence: Sentence, number: int, place: int, kind: str) -> list[int]:
    """Find whom a deed befell.

    Args:
        story: the text being read.
        sentence: the sentence with the deed.
        number: the clause in the sentence.
        place: the word of the deed in the clause.
        kind: what kind of deed it is.

    Returns:
        Parties; none where the text does not say.
    """
    found = _befallen(story, sentence, number, place, kind) or (
        _owners(story, sentence, number) if kind == "bar" else []
    )
    members = [one for key in found for one in story.members.get(key, (key,))]
    return [
        key for key in members if (story.notes.parties[key].count or 1) < MANY and not story.notes.parties[key].body
    ]


def _owners(story: Story, sentence: Sentence, number: int) -> list[int]:
    """Find whose passport was taken."""
    clause = sentence.clauses[number]
    return [
        one.party
        for one in story.mentions.get(clause.start, [])
        if one.owns and story.folded[one.end : one.end + 5].lstrip("的中国").startswith("护照")
    ][:1]


def _befallen(story: Story, sentence: Sentence, number: int, place: int, kind: str) -> list[int]:
    clause = sentence.clauses[number]
    word = clause.tokens[place]
    mentions = story.mentions.get(clause.start, [])
    after = _object(story, clause, place, mentions)
    passive = next((n for n in range(place - 1, max(-1, place - 14), -1) if clause.tokens[n].text in PASSIVE), None)
    taking = next((n for n in range(place - 1, max(-1, place - 14), -1) if clause.tokens[n].text in TAKING), None)
    if passive is not None or word.text in SUFFERED or word.text.startswith("被"):
        stop = clause.tokens[passive].start if passive is not None else word.start
        return _subject(story, sentence, number, stop, mentions)
    if taking is not None:
        inside = [one for one in mentions if clause.tokens[taking].end <= one.start < word.start and not one.owns]
        return _together(story, inside[:1], inside)
    if after:
        return after
    if kind in {"sentence", "hold", "confine", "bar", "labour", "die", "disappear"} or (
        kind in {"release", "arrest"} and place + 1 >= len(clause.tokens)
    ):
        return _subject(story, sentence, number, word.start, mentions)
    return []


def _object(story: Story, clause: Clause, place: int, mentions: Sequence[Mention]) -> list[int]:
    word = clause.tokens[place]
    inside = [one for one in mentions if one.start >= word.end and not one.owns]
    if not inside:
        return []
    between = story.folded[word.end : inside[0].start]
    if len(between) > 16 or any(mark in between for mark in "在于后时因为，说称和与"):
        return []
    return _together(story, inside[:1], inside)


def _together(story: Story, chosen: Sequence[Mention], mentions: Sequence[Mention]) -> list[int]:
    """Take those that are joined to the chosen one by "and"."""
    if not chosen:
        return []
    start = mentions.index(chosen[0])
    found = [chosen[0].party]
    for before, one in zip(mentions[start:], mentions[start + 1 :], strict=False):
        between = story.folded[before.end : one.start]
        if (
            not (len(between) < 14 and between[:1] in "、和与及以，" and between[:1] and not before.owns)
            or any(mark in between for mark in "被在说的是")
            or (between[:1] == "，" and len(between) > 1)
        ):
            break
        found.append(one.party)
    return list(dict.fromkeys(found))


def _subject(story: Story, sentence: Sentence, number: int, stop: int, mentions: Sequence[Mention]) -> list[int]:
    """Find the subject before a place: who was spoken of last in the clause, a group, or in the clauses before."""
    clause = sentence.clauses[number]
    before = [one for one in mentions if one.end <= stop and not one.owns]
    before = [one for one in before if not _agent_of(clause, one) and not TOGETHER.search(story.folded, one.end, stop)]
    if before:
        return _chain_to(story, before)
    last = next((n for n, token in enumerate(clause.tokens) if token.start >= stop), len(clause.tokens))
    one_of = _one_of(story, sentence, number, last)
    described = one_of if one_of is not None else _group(story, clause, stop)
    if described is not None:
        return [described]
    first, end = trimmed(story, clause, 0, last)
    if end - first > 1 and has_head(clause.tokens, first, end):
        return []
    return _carried(story, sentence, number)


def _one_of(story: Story, sentence: Sentence, number: int, last: int) -> int | None:
    """Read "一个被判七年，另一个…": one of the group spoken of last."""
    clause = sentence.clauses[number]
    if clause.start in story.ones:
        return story.ones[clause.start]
    match = ONE.match(story.folded, clause.start, clause.tokens[min(last, len(clause.tokens) - 1)].end)
    if match is None:
        return None
    if match[1] in {"后者", "前者"}:
        return next(reversed(story.ones.values()), story.recent[-1] if story.recent else None)
    group = _group_before(story, sentence, number)
    if group is None:
        return None
    label = story.people.label(group)
    span = Span(start=clause.tokens[0].start, end=clause.end)
    one, other = f"{label}之一", f"{label}中的另一人"
    second = match[1].startswith("另") or one in story.parted
    story.parted.add(one)
    story.ones[clause.start] = story.people.described(other if second else one, span, rule="person.one-of")
    return story.ones[clause.start]


def _group_before(story: Story, sentence: Sentence, number: int) -> int | None:
    """Find the group of which "one" is one: in the clauses before, else in the sentences before."""
    for back in range(number - 1, -1, -1):
        for mention in reversed(story.mentions.get(sentence.clauses[back].start, [])):
            party = story.notes.parties[mention.party]
            if party.count != 1 and not party.body:
                return mention.party
    return story.groups.get(sentence.start)


def _agent_of(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention follows "to", "with", "by": it is no subject."""
    before = next((token for token in reversed(clause.tokens) if token.end <= mention.start), None)
    return before is not None and before.text in {"向", "对", "给", "由", "跟", "据", "告诉", "通知"}


def _chain_to(story: Story, mentions: Sequence[Mention]) -> list[int]:
    """Take the last mention with those joined before it."""
    found = [mentions[-1]]
    for one in reversed(mentions[:-1]):
        between = story.folded[one.end : found[0].start]
        if between.strip("（）() ")[:1] not in {"、", "和", "与", "及"} or len(between) > 14 or "的" in between:
            break
        found.insert(0, one)
    return list(dict.fromkeys(one.party for one in found))


def _group(story: Story, clause: Clause, stop: int) -> int | None:
    """Describe an unnamed subject: 两名在埃及留学的学生, 一些居民的亲人."""
    last = next((n for n, token in enumerate(clause.tokens) if token.start >= stop), len(clause.tokens))
    first, end = trimmed(story, clause, 0, last)
    while end > first:
        head = clause.tokens[end - 1]
        if head.text in column("people") or head.text in GROUP_NOUNS or head.text in {"人", "名"}:
            break
        end -= 1
    if end <= first or end - first > 16:
        return None
    count = _count(clause, first, end)
    if any(many in token.text for token in clause.tokens[first:end] for many in "百千万亿"):
        return None
    if count is None and clause.tokens[end - 1].text in {"人", "名"} and end - first < 2:
        return None
    span = Span(start=clause.tokens[first].start, end=clause.tokens[end - 1].end)
    many = count if count is not None else None
    if count is not None and count >= 100:
        return None
    if count is None and mapping("people").get(clause.tokens[end - 1].text) is None:
        return None
    return story.people.described(story.words(span), span, rule="group", count=many)


def _count(clause: Clause, first: int, end: int) -> int | None:
    for token in clause.tokens[first:end]:
        number = value(token.text.rstrip("名位个人"))
        if number is not None:
            return number
    return None


def _carried(story: Story, sentence: Sentence, number: int) -> list[int]:
    """Take the subject of the clause before, or who the sentence before was about."""
    for back in range(number - 1, -1, -1):
        clause = sentence.clauses[back]
        mentions = [one for one in story.mentions.get(clause.start, []) if not one.owns]
        people = [one for one in mentions if not story.notes.parties[one.party].body and not _agent_of(clause, one)]
        if people:
            return [people[0].party] if not _coordinated(story, people) else _together(story, people[:1], people)
        start, end = trimmed(story, clause, 0, len(clause.tokens))
        if (
            end > start
            and (who := speaker(story, clause, start, end, mentions))
            and not story.notes.parties[who[0]].body
        ):
            return [who[0]]
    told = story.topics.get(sentence.start)
    return [told] if told is not None else []


def _coordinated(story: Story, mentions: Sequence[Mention]) -> bool:
    return len(mentions) > 1 and story.folded[mentions[0].end : mentions[1].start] in {"、", "和", "与", "及"}
