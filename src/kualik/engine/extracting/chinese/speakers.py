"""Who a noun phrase is, where it says or does something."""

import re
from collections.abc import Sequence

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.layout import Clause
from kualik.engine.extracting.chinese.story import Mention, Story
from kualik.engine.extracting.chinese.tables import column, mapping, words
from kualik.engine.extracting.spans import Span

__all__ = ["speaker"]

COURT = re.compile(r"[\u4e00-\u9fff]{2,20}法院")
HEAD = 120  # characters in which a judgement names its court
LONGEST = 26  # words
LONGEST_DESCRIPTION = 40  # characters
AND = ("和", "与", "及", "、", "以及")
NO_START = frozenset({"是", "为", "有", "作为", "的", "请", "让", "叫", "使"})
MORE = ("的", "当地", "另", "另外", "本地")


def speaker(
    story: Story, clause: Clause, first: int, last: int, mentions: Sequence[Mention]
) -> tuple[int, Span] | None:  # fmt: skip
    """Find who the noun phrase at the words [first, last) of a clause is.

    Args:
        story: the text being read; somebody new is given a party.
        clause: the clause.
        first: the first word of the phrase.
        last: the word after it.
        mentions: who is spoken of in the clause.

    Returns:
        The party with the place of the phrase; None where it is nobody who could speak.
    """
    last = _without_tail(clause.tokens, first, last)
    if not 0 < last - first <= LONGEST or clause.tokens[first].text in NO_START:
        return None
    if any(token.text in column("cues") for token in clause.tokens[first : last - 1]) and not _has_relative(
        clause, first, last
    ):
        return None
    span = Span(start=clause.tokens[first].start, end=clause.tokens[last - 1].end)
    inside = [one for one in mentions if one.end == span.end]
    if inside:
        return _known(story, mentions, inside[-1], span), span
    party = _new(story, clause.tokens[last - 1].text, span, last - first)
    return (party, span) if party is not None else None


def _has_relative(clause: Clause, first: int, last: int) -> bool:
    """Say whether a phrase may hold a verb: 要求释放他的人."""
    return any(token.text == "的" for token in clause.tokens[first:last])


def _without_tail(tokens: Sequence[Token], first: int, last: int) -> int:
    while last > first:
        end = tokens[last - 1]
        titled = end.text in words("speakers.after-name") and last - first > 1
        titled = titled and tokens[last - 2].kind in {"name", "aside"}
        if not (titled or end.kind == "aside" or end.text in {"都", "们"}):
            break
        last -= 1
    return last


def _new(story: Story, head: str, span: Span, length: int) -> int | None:
    """Give a party to a phrase that no mention covers: a body, an office, a paper, "somebody"."""
    if head in words("speakers.ourselves"):
        return None
    if head == "对方":
        return story.called
    if head == "本院":
        court = COURT.search(story.folded, 0, HEAD)
        return story.people.described(court.group(), span, rule="body", body=True) if court else None
    if head in column("people") or head in words("speakers.groups") or head == "有人":
        return _person(story, span, head)
    state = mapping("places").get(head) == "country" or head == "北京"
    if _is_body(head) or head in words("speakers.papers") or (state and length <= 2):
        return story.people.described(story.words(span), span, rule="body", body=True)
    return None


def _known(story: Story, mentions: Sequence[Mention], mention: Mention, span: Span) -> int:
    """Take a name or kin phrase; two that are joined by "and" speak together."""
    before = story.folded[span.start : mention.start]
    others = [one for one in mentions if span.start <= one.start < mention.start and not one.owns]
    if others and before.endswith(AND):
        return story.people.described(story.words(span), span, rule="person.joined", count=len(others) + 1)
    if mention.kind == "described" and before and span.end - span.start < LONGEST_DESCRIPTION and _adds(before):
        story.notes.parties[mention.party].description = "".join(story.words(span).split())
    return mention.party


def _adds(before: str) -> bool:
    """Say whether words before "一名官员" say more of him: a place, a body, "当地"."""
    known = column("bodies") | column("places")
    return before.endswith(MORE) or _is_body(before) or any(before[-n:] in known for n in (2, 3, len(before)))


def _is_body(head: str) -> bool:
    if head in column("bodies"):
        return True
    ends = head.endswith(tuple(words("speakers.body-endings"))) and len(head) > 1
    return ends and head not in words("speakers.no-body") and head not in words("speakers.ourselves")


def _person(story: Story, span: Span, head: str) -> int:
    """Describe an unnamed speaker by the whole phrase; "they" stays "they"."""
    plural = head in words("speakers.plural") or head.endswith("们") or head == "有人"
    party = story.people.described(story.words(span), span, rule="person.described", count=None if plural else 1)
    role = mapping("people").get(head)
    if role and role != "other":
        story.notes.parties[party].roles.add(role)
    return party
