"""The noun phrase of who speaks: the words before a verb of saying, without time, place and manner."""

from collections.abc import Sequence

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.layout import Clause
from kualik.engine.extracting.chinese.numerals import value
from kualik.engine.extracting.chinese.story import Mention, Story
from kualik.engine.extracting.chinese.tables import column, mapping, words
from kualik.engine.extracting.spans import Span

__all__ = ["has_head", "lead", "speaker", "trimmed"]

CLOSERS = words("phrases.closers")
OPENERS = words("phrases.openers")
AFTER_NAME = words("phrases.after-name")
PAPERS = words("phrases.papers")
GROUPS = words("phrases.groups")
NEGATIONS = words("phrases.negations")
OURSELVES = words("phrases.ourselves")
LONGEST = 26  # tokens


def trimmed(story: Story, clause: Clause, first: int, last: int) -> tuple[int, int]:
    """Trim the tokens [first, last) of a clause to the noun phrase that is the subject.

    Returns:
        The first token and the one after the last; an empty stretch where there is no noun phrase.
    """
    tokens = clause.tokens
    first = lead(story, clause, first, last)
    if first < last and tokens[first].text in NEGATIONS:
        return first, first
    place = first
    while place < last:
        if not _breaks(story, tokens, place):
            place += 1
            continue
        relative = _relative_end(tokens, place, last)
        if relative is None:
            break
        place = relative
    return first, place


def lead(story: Story, clause: Clause, first: int, last: int) -> int:
    """Pass over conjunctions, dates, and "in the interview" at the head of a clause."""
    tokens, kinds = clause.tokens, mapping("adverbs")
    dated = [(date.start, date.end) for date in story.dates_of(clause)]
    while first < last:
        token = tokens[first]
        if (
            any(start <= token.start < end for start, end in dated)
            or (kinds.get(token.text) in {"link", "adverb"} and token.text not in NEGATIONS)
            or token.text in "、，"
            or (token.kind in {"aside", "number"} and first + 1 < last and tokens[first + 1].kind != "han")
        ):
            first += 1
        elif (
            first + 1 < last
            and value(token.text) is not None
            and tokens[first + 1].text in words("phrases.time-units")
        ):
            first += 2
        elif token.text in {"后", "月", "来", "以后", "之后", "后来", "多"}:
            first += 1
        elif token.text in OPENERS and (closed := _closed(tokens, first, last)):
            first = closed
        elif token.text in {
            "日",
            "年",
            "月",
            "号",
            "电",
            "讯",
            "份",
            "起",
            "间",
            "初",
            "底",
            "晚",
            "凌晨",
            "春节",
            "时",
        }:
            first += 1
        else:
            break
    return first


def _closed(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Find the end of a phrase such as 在…时: the last closing word before a mention or the verb."""
    for place in range(first + 1, last):
        if tokens[place].text in CLOSERS or (
            len(tokens[place].text) > 1 and tokens[place].text.endswith(("中", "时", "后", "上", "期间", "里"))
        ):
            return place + 1
    return None


def _breaks(story: Story, tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    kind = mapping("adverbs").get(token.text)
    if kind in {"adverb", "preposition"}:
        return not (token.text in {"和", "与", "同", "跟"} and place + 1 < len(tokens) and _starts_noun(tokens, place))
    return token.kind in {"mark", "quote"} and token.text not in {"、", "·"} and token.kind != "quote"


def _starts_noun(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "和" joins two nouns rather than going with the verb."""
    return any(
        token.kind == "name"
        or token.text in column("people")
        or token.text in column("kin")
        or token.text in column("bodies")
        for token in tokens[place + 1 : place + 4]
    )


def _relative_end(tokens: Sequence[Token], place: int, last: int) -> int | None:
    """Find where a relative clause that begins with an adverb ends: after 的, before its noun."""
    for after in range(place + 1, min(last, place + 16)):
        if tokens[after].text == "的" and after + 1 < last:
            rest = [token.text for token in tokens[after + 1 : last]]
            return (
                None
                if any(word in CLOSERS for word in rest[:4]) or not has_head(tokens, after + 1, last)
                else after + 1
            )
    return None


def has_head(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(
        token.kind == "name"
        or token.text in column("people")
        or token.text in column("kin")
        or token.text in column("bodies")
        for token in tokens[first : min(last, first + 8)]
    )
