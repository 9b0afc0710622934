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
            and tokens[first + 1].text in {"天", "年", "个", "周", "多", "月", "小时"}
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


def speaker(
    story: Story, clause: Clause, first: int, last: int, mentions: Sequence[Mention]
) -> tuple[int | None, Span] | None:
    """Find who the noun phrase at the tokens [first, last) is.

    Returns:
        The party (None for "some", "it is said") with the place of the phrase; None where it is no speaker's.
    """
    tokens = clause.tokens
    while last > first and (
        tokens[last - 1].kind == "aside"
        or (tokens[last - 1].text in AFTER_NAME and _after_name(tokens, last - 1, first))
        or tokens[last - 1].text in {"都", "们"}
    ):
        last -= 1
    if last <= first or last - first > LONGEST:
        return None
    span = Span(start=tokens[first].start, end=tokens[last - 1].end)
    inside = [one for one in mentions if one.end == span.end]
    if (
        inside
        and inside[-1].kind == "described"
        and span.start < inside[-1].start
        and len(span_words := story.words(span)) < 40
        and _adds(story, span.start, inside[-1].start)
    ):
        story.notes.parties[inside[-1].party].description = "".join(span_words.split())
    if inside:
        return _joined(story, mentions, inside[-1], span)
    head = tokens[last - 1].text
    if head in OURSELVES:
        return None
    if head == "有人":
        return story.people.described(head, span, rule="person.described", count=None), span
    if head == "对方":
        return (story.called, span) if story.called is not None else None
    if head in column("people") or head in GROUPS or head in {"他们", "她们"}:
        return _person(story, span, head, tokens[first:last]), span
    if _is_body(head) or head in PAPERS:
        return story.people.described(_label(story, tokens, first, last), span, rule="body", body=True), span
    if (head in column("places") and mapping("places").get(head) == "country") or head == "北京":
        return (
            (story.people.described(story.words(span), span, rule="body", body=True), span)
            if last - first <= 2
            else None
        )
    return None


def _adds(story: Story, start: int, end: int) -> bool:
    """Say whether words before "一名官员" say more of him: a place, a body, "当地"."""
    before = story.folded[start:end]
    return (
        before.endswith(("的", "当地", "另", "另外", "本地"))
        or before in column("places")
        or _is_body(before)
        or any(
            before.endswith(word)
            for word in (before[-3:], before[-2:])
            if word in column("bodies") or word in column("places")
        )
    )


def _after_name(tokens: Sequence[Token], place: int, first: int) -> bool:
    return place > first and tokens[place - 1].kind in {"name", "aside"}


def _joined(story: Story, mentions: Sequence[Mention], mention: Mention, span: Span) -> tuple[int | None, Span]:
    """Take a name or kin phrase; two that are joined by "and" speak together."""
    before = story.folded[span.start : mention.start]
    others = [one for one in mentions if span.start <= one.start < mention.start and not one.owns]
    if others and before.endswith(("和", "与", "及", "、", "以及")):
        words = story.words(span)
        return story.people.described(words, span, rule="person.joined", count=len(others) + 1), span
    return mention.party, span


def _is_body(head: str) -> bool:
    if head in OURSELVES:
        return False
    return head in column("bodies") or (
        len(head) > 1
        and head.endswith(
            (
                "局",
                "部",
                "院",
                "厅",
                "社",
                "报",
                "网",
                "台",
                "署",
                "会",
                "方",
                "组织",
                "政府",
                "当局",
                "委",
                "法庭",
                "使馆",
                "领馆",
                "监狱",
                "看守所",
                "派出所",
                "中心",
                "公司",
                "大学",
                "团体",
                "机构",
                "联盟",
                "电视",
                "杂志",
            )
        )
        and head
        not in {
            "社会",
            "机会",
            "地方",
            "全部",
            "集会",
            "内部",
            "干部",
            "后台",
            "平台",
            "大会",
            "聚会",
            "晚会",
            "会",
            "都会",
            "只会",
            "一部",
            "西部",
            "东部",
            "南部",
            "北部",
            "双方",
            "医院",
        }
    )


def _label(story: Story, tokens: Sequence[Token], first: int, last: int) -> str:
    return story.words(Span(start=tokens[first].start, end=tokens[last - 1].end))


def _person(story: Story, span: Span, head: str, tokens: Sequence[Token]) -> int:
    """Describe an unnamed speaker by the whole phrase; "they" stays "they"."""
    plural = head in {"他们", "她们", "家属", "家人", "民众", "网民", "亲友"} or head.endswith("们")
    officials = mapping("people").get(head)
    party = story.people.described(story.words(span), span, rule="person.described", count=None if plural else 1)
    if officials and officials != "other":
        story.notes.parties[party].roles.add(officials)
    return party
