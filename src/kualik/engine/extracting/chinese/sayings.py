"""Who says, denies, demands what: the verbs of saying in each sentence, with their subject and content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.chinese import phrases
from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.layout import Clause, Sentence
from kualik.engine.extracting.chinese.mentions import read_mentions
from kualik.engine.extracting.chinese.story import Mention, Story
from kualik.engine.extracting.chinese.tables import column, mapping, words
from kualik.engine.extracting.notes import Saying, Value
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["read_sayings"]

PASSIVE = words("sayings.passive")
WEAK = words("sayings.weak")
NOMINAL_AFTER = words("sayings.nominal-after")
RESUMED = words("sayings.resumed")
TURNED = words("sayings.turned")
CONFIRM = frozenset({"证实", "承认", "证实说", "承认说", "公开承认", "供认", "默认", "坦白"})
MEDIA = ("报", "社", "网", "台", "电视", "媒体", "杂志", "新闻", "之声", "之音", "报道", "周刊")
CALLING = words("sayings.calling")
OF_CALLS = words("sayings.of-calls")
REPORTED = words("sayings.reported")
BETWEEN = 6  # words between a subject and its verb that no list has
NOUN_HEADS = column("people") | column("bodies") | frozenset({"让", "使", "令", "的"})
AFTER_WORDS = words("sayings.after-words")
OBJECTS = words("sayings.objects")
CAUSES = words("sayings.causes")
LATEST_CUE = 40  # tokens of a clause among which its verb is looked for
EMPTY = Span(start=0, end=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One verb of saying: where it is, whose, and where its words begin and end."""

    clause: int
    cue: Token
    span: Span
    speaker: int | None
    stance: Stance
    rule: str
    content: Span = EMPTY
    resumed: bool = False
    addressee: Value | None = None
    silent: bool = False


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
        story.teller = _teller(story, found)
        mentions = read_mentions(story, clause)
        _note_called(story, clause)
        for one in _in_clause(story, sentence, number, mentions, found):
            found.append(one)
            if one.speaker is not None and not one.silent:
                story.speaker = one.speaker
        story.firsts = _subjects(story, clause, mentions) + story.firsts
    finished = [_with_content(sentence, found, place) for place in range(len(found))]
    for one in finished:
        if one.silent or one.content.end > one.content.start:
            story.notes.sayings.append(_saying(story, one))
    story.teller = told
    _note_subject(story, finished)
    _read_quotes(story, sentence, finished)


def _subjects(story: Story, clause: Clause, mentions: Sequence[Mention]) -> list[int]:
    """Find whom a clause begins with: the first one who owns nothing and stands after no preposition."""
    before = {after.start: token.text for token, after in zip(clause.tokens, clause.tokens[1:], strict=False)}
    able = [
        one
        for one in mentions
        if not one.owns and before.get(one.start) not in AFTER_WORDS and story.people.is_person(one.party)
    ]
    return [one.party for one in able[:1]]


def _note_subject(story: Story, found: Sequence[Found]) -> None:
    """Note whom the sentence was about: who spoke in it, or whom it spoke of first."""
    spoke = [
        one.speaker
        for one in found
        if one.speaker is not None and story.people.is_person(one.speaker) and not one.silent
    ]
    if spoke:
        story.note_subject(spoke[0])
    elif story.firsts:
        story.note_subject(story.firsts[-1])


def _note_called(story: Story, clause: Clause) -> None:
    who = _called_in(story, clause)
    if who is not None and who[0] is not None:
        story.called = who[0]


def _teller(story: Story, found: Sequence[Found]) -> int | None:
    """Whose words the clause is: of who spoke last in the sentence, or of who tells the whole."""
    said = [one for one in found if one.speaker is not None and not one.silent]
    return said[-1].speaker if said else story.me


def _read_quotes(story: Story, sentence: Sentence, found: Sequence[Found]) -> None:
    """Read what stands inside quotation marks, where "I" is who speaks."""
    me, teller = story.me, story.teller
    for start, inner in sentence.inner.items():
        over = [one for one in found if one.content.start <= start < one.content.end and one.speaker is not None]
        spoken = any(
            unit.kind == "quote" and unit.start == start for clause in sentence.clauses for unit in clause.tokens
        )
        if over:
            story.me = over[-1].speaker if story.people.is_person(over[-1].speaker) else None
            story.teller = over[-1].speaker
        elif spoken and len(sentence.clauses) == 1 and story.people.is_person(story.speaker):
            story.me = story.teller = story.speaker
        else:
            story.me = me if not spoken else None
        for one in inner:
            read_sayings(story, one)
        story.me, story.teller = me, teller


def _saying(story: Story, one: Found) -> Saying:
    return Saying(
        span=one.span,
        content=one.content,
        stance=one.stance,
        rule=one.rule,
        speaker=one.speaker,
        addressee=one.addressee,
    )


def _in_clause(
    story: Story, sentence: Sentence, number: int, mentions: Sequence[Mention], found: Sequence[Found]
) -> Iterator[Found]:
    """Find the verbs of saying in a clause, each with its subject."""
    clause = sentence.clauses[number]
    refused = _refusal(story, sentence, number, mentions, found)
    if refused:
        yield refused
        return
    first = 0
    for place, token in enumerate(clause.tokens[:LATEST_CUE]):
        if token.kind != "han" or token.text not in column("cues") or place < first:
            continue
        one = _at_cue(story, sentence, number, (first, place), mentions, [*found])
        if one:
            yield one
            found = [*found, one]
            first = place + 1
    if first == 0 and (reported := _reported(story, clause, number, mentions)):
        yield reported
    elif first == 0 and clause.after in {":", "："}:
        yield from _colon(story, sentence, number, mentions)


def _reported(story: Story, clause: Clause, number: int, mentions: Sequence[Mention]) -> Found | None:
    """Read "按照他的统计，": somebody is named as the source by a noun."""
    tokens = clause.tokens
    first = next((n for n, token in enumerate(tokens[:6]) if token.text in {"据", "根据", "按照", "另据", "按"}), None)
    noun = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].text in REPORTED), None)
    if first is None or noun is None or noun <= first + 1 or clause.after not in {"，", ","} or len(tokens) - noun > 2:
        return None
    last = noun - 1 if tokens[noun - 1].text in {"的", "所"} else noun
    start, end = phrases.trimmed(story, clause, first + 1, last)
    who = phrases.speaker(story, clause, start, end, mentions) if end > start else None
    if who is None or who[0] is None:
        return None
    span = Span(start=tokens[first].start, end=tokens[noun].end)
    return Found(
        clause=number, cue=tokens[noun], span=span, speaker=who[0], stance=Stance.ASSERTS, rule="say.according"
    )


def _colon(story: Story, sentence: Sentence, number: int, mentions: Sequence[Mention]) -> Iterator[Found]:
    """Read "X：“…”": the colon is the verb."""
    clause = sentence.clauses[number]
    following = sentence.clauses[number + 1] if number + 1 < len(sentence.clauses) else None
    if following is None or following.tokens[0].kind != "quote" or len(following.tokens[0].text) < 6:
        return
    first, last = phrases.trimmed(story, clause, 0, len(clause.tokens))
    who = phrases.speaker(story, clause, first, last, mentions)
    if who is None or who[0] is None:
        return
    yield Found(
        clause=number,
        cue=clause.tokens[-1],
        span=Span(start=who[1].start, end=clause.end),
        speaker=who[0],
        stance=Stance.ASSERTS,
        rule="say.colon",
    )


def _at_cue(
    story: Story, sentence: Sentence, number: int, stretch: tuple[int, int], mentions: Sequence[Mention], found: Sequence[Found]
) -> Found | None:  # fmt: skip
    """Read one verb: whether it speaks at all, and who its subject is."""
    clause, (first, place) = sentence.clauses[number], stretch
    token = clause.tokens[place]
    before = clause.tokens[place - 1].text if place > first else ""
    if not _speaks(sentence, number, place, before):
        return None
    if token.text in {"说", "称", "表示"} and before in {"被", "据"}:
        return None
    according = next(
        (n for n in range(first, place) if clause.tokens[n].text in {"据", "根据", "另据", "按照", "又据", "而据"}),
        None,
    )
    if according is not None:
        return _according(story, sentence, number, (according, place), mentions)
    start, end = phrases.trimmed(story, clause, first, place)
    who = (
        phrases.speaker(story, clause, start, end, [one for one in mentions if one.end <= token.start])
        if end > start
        else None
    )
    rule = "say.subject"
    resumed = False
    if who is None:
        who, rule = _shortened(story, clause, first, place, mentions), "say.verb-between"
    if who is None:
        if end > start or (_has_subject(clause, first, place, mentions) and before not in RESUMED):
            return None
        carried = _carried(story, sentence, number, first, found)
        if carried is None:
            return None
        who, rule, resumed = (
            (carried, Span(start=clause.tokens[min(place, start)].start, end=token.end)),
            "say.carried",
            True,
        )
    if (
        who[0] is None
        or (who[0] == story.me and sentence.depth > 0)
        or _repeats(sentence, number, place, found, who[0])
    ):
        return None
    if any(one.text in CAUSES for one in clause.tokens[first:place]):
        return None
    if token.text in WEAK and not _followed(sentence, number, place):
        return None
    span = Span(start=min(who[1].start, token.start), end=token.end)
    stance = _stance(story, sentence, number, place, who[0])
    return Found(
        clause=number, cue=token, span=span, speaker=who[0], stance=stance, rule=f"{rule}.{_frame(token.text)}" if rule == "say.subject" else rule,
        resumed=resumed, addressee=_addressee(story, clause, first, place, mentions),
    )  # fmt: skip


def _shortened(
    story: Story, clause: Clause, first: int, place: int, mentions: Sequence[Mention]
) -> tuple[int | None, Span] | None:
    """Find a subject that ends before other words: 她改口说, 当局一贯否认."""
    start = phrases.lead(story, clause, first, place)
    for stop in range(max(start + 1, place - BETWEEN), place):
        if clause.tokens[stop].text in {"的", "、", "和", "之", "与"}:
            continue
        who = phrases.speaker(
            story, clause, start, stop, [one for one in mentions if one.end <= clause.tokens[place].start]
        )
        if who is None or who[0] is None:
            continue
        rest = clause.tokens[stop:place]
        others = any(one.start >= rest[0].start and one.end <= rest[-1].end and one.kind == "name" for one in mentions)
        if not others and not any(
            token.text in PASSIVE or token.text in column("cues") or token.text in NOUN_HEADS for token in rest
        ):
            return who
    return None


def _repeats(sentence: Sentence, number: int, place: int, found: Sequence[Found], speaker: int) -> bool:
    """Say whether a bare 说 only takes up the verb before it: 他打电话告诉我，说…."""
    if not found or found[-1].speaker != speaker or found[-1].clause != number - 1 or place > 1:
        return False
    before = sentence.clauses[number - 1]
    rest = [token for token in before.tokens if token.start >= found[-1].cue.end]
    return (
        len(rest) <= 4
        and sentence.clauses[number].tokens[place].text in {"说", "称", "表示"}
        and not any(token.kind == "quote" for token in rest)
    )


def _frame(word: str) -> str:
    return mapping("cues", 2)[word]


def _has_subject(clause: Clause, first: int, place: int, mentions: Sequence[Mention]) -> bool:
    start, end = clause.tokens[first].start, clause.tokens[place].start
    return any(start <= one.start < end and not one.owns for one in mentions if one.kind == "name")


def _speaks(sentence: Sentence, number: int, place: int, before: str) -> bool:
    """Say whether a verb is one of saying here, and no noun, passive or refusal."""
    clause = sentence.clauses[number]
    token = clause.tokens[place]
    after = clause.tokens[place + 1] if place + 1 < len(clause.tokens) else None
    if before in PASSIVE and not (
        before in {"没有", "未", "不"} and token.text in {"否认", "承认", "说", "透露"} and False
    ):
        return False
    if (
        before in OBJECTS
        and token.text in WEAK
        and (after is None or (after.text not in {"说", "称", "，"} and before not in {"法院", "官方", "媒体"}))
    ):
        return False
    if before in {"的", "一", "这", "该", "此", "上述"} and token.text not in {"说", "表示", "称"}:
        return False
    if after is None:
        return number + 1 < len(sentence.clauses) or number > 0 or sentence.depth > 0
    if after.text in NOMINAL_AFTER and after.text not in {"中", "会", "下"}:
        return False
    if after.text in {"了", "过", "着"}:
        return place + 2 < len(clause.tokens) or clause.after in {":", "："}
    return True


def _followed(sentence: Sentence, number: int, place: int) -> bool:
    """Say whether words follow that somebody may have said."""
    clause = sentence.clauses[number]
    rest = clause.tokens[place + 1 :]
    if not rest:
        return clause.after in {"，", ",", "：", ":", "”"} and (number + 1 < len(sentence.clauses) or number > 0)
    return len(rest) >= 2 or rest[0].kind == "quote"


def _according(
    story: Story, sentence: Sentence, number: int, stretch: tuple[int, int], mentions: Sequence[Mention]
) -> Found | None:
    """Read "据X说": X speaks; 据悉, 据报道 name nobody."""
    clause, (first, place) = sentence.clauses[number], stretch
    start, end = phrases.trimmed(story, clause, first + 1, place)
    if end <= start:
        return None
    who = phrases.speaker(story, clause, start, end, mentions)
    if who is None or who[0] is None:
        return None
    token = clause.tokens[place]
    stance = Stance(mapping("cues")[token.text])
    return Found(
        clause=number,
        cue=token,
        span=Span(start=clause.tokens[first].start, end=token.end),
        speaker=who[0],
        stance=stance,
        rule="say.according",
    )


def _carried(story: Story, sentence: Sentence, number: int, first: int, found: Sequence[Found]) -> int | None:
    """Find the subject of a verb that has none: of the verb before it, or of the clause before."""
    last = found[-1] if found else None
    if last and first > 0 and last.clause == number:
        return None
    opens = sentence.clauses[number].tokens[0].text
    if last and (opens in RESUMED or opens[0] in "又还并续" or last.silent):
        return last.speaker
    for back in range(number - 1, last.clause if last else -1, -1):
        clause = sentence.clauses[back]
        start, end = phrases.trimmed(story, clause, 0, len(clause.tokens))
        for stop in range(min(end, start + 10), start, -1):
            who = phrases.speaker(story, clause, start, stop, story.mentions.get(clause.start, []))
            if who and who[0] is not None and (stop == end or clause.tokens[stop].text not in {"的", "、", "和", "之"}):
                return who[0]
    if last:
        return last.speaker
    if (
        number == 0
        and sentence.depth == 0
        and story.speaker is not None
        and sentence.clauses[0].tokens[0].text in {"并", "还", "又", "也", "随后", "同时"}
    ):
        return story.speaker
    quoted = number > 0 and sentence.clauses[0].tokens[0].kind == "quote"
    return story.speaker if quoted and story.people.is_person(story.speaker) else None


def _stance(story: Story, sentence: Sentence, number: int, place: int, speaker: int | None) -> Stance:
    """Weigh the verb, and what is said by it: a plain verb may deny by its content."""
    clause = sentence.clauses[number]
    token = clause.tokens[place]
    stance = Stance(mapping("cues")[token.text])
    if (
        token.text in CONFIRM
        and token.text.startswith("证实")
        and speaker is not None
        and not _is_authority(story, speaker)
    ):
        return Stance.ASSERTS
    if stance is not Stance.ASSERTS:
        return stance
    rest = story.folded[token.end : min(sentence.end, token.end + 60)]
    for mark in ("；", "。") if sentence.depth else ("；",):
        rest = rest.split(mark)[0]
    head = rest.lstrip('，：:,“「" ')[:26]
    if any(
        word in head
        for word in (
            "不实",
            "不属实",
            "谣言",
            "造谣",
            "捏造",
            "谎言",
            "子虚乌有",
            "毫无根据",
            "没有根据",
            "无稽之谈",
            "污蔑",
            "诬蔑",
            "虚假",
            "无中生有",
            "纯属",
            "查无此人",
            "并非事实",
            "没有此事",
            "没有这回事",
        )
    ):
        return Stance.DENIES
    if any(
        head.startswith(word)
        for word in (
            "不知情",
            "不清楚",
            "不了解",
            "不知道",
            "对此一无所知",
            "对此不知情",
            "没有听说",
            "没听说",
            "从未",
            "并不知情",
            "对此事不知情",
            "没有这",
            "没有此",
            "从来没有",
            "并没有",
            "自己没有",
            "自己并未",
            "自己从未",
            "自己并不",
            "没有看过",
            "从来没",
            "你从来没有",
            "不存在",
            "没有任何",
            "绝没有",
            "绝不",
        )
    ):
        return Stance.DENIES
    if any(
        word in head
        for word in (
            "没有可以提供",
            "须向上级",
            "请示",
            "打错",
            "无权",
            "无可奉告",
            "不便评论",
            "不便透露",
            "无法评论",
            "不予置评",
            "不能评论",
            "不方便说",
        )
    ):
        return Stance.DECLINES_TO_COMMENT
    if any(word in head for word in ("想知道", "要求释放", "要求当局")):
        return Stance.DEMANDS
    return (
        Stance.DEMANDS
        if any(head.startswith(word) for word in ("希望", "要求", "呼吁", "应立即", "必须立即", "敦促", "请求"))
        else stance
    )


def _is_authority(story: Story, key: int) -> bool:
    party = story.notes.parties[key]
    return (
        party.body
        or "official" in party.roles
        or any(word in party.label for word in ("官员", "警", "当局", "政府", "人员", "法院", "发言人", "部", "局"))
    )


def _addressee(story: Story, clause: Clause, first: int, place: int, mentions: Sequence[Mention]) -> Value | None:
    """Find whom it is said to: 对X说, 向X表示, 告诉X."""
    tokens = clause.tokens
    start = next((n + 1 for n in range(place - 1, first - 1, -1) if tokens[n].text in {"对", "向", "跟"}), None)
    end = place
    if start is None and tokens[place].text in {"告诉", "告知", "通知", "转告", "提醒", "警告"}:
        start = end = place + 1
        while (
            end < len(tokens)
            and end - start < 5
            and tokens[end].text not in column("cues")
            and tokens[end].kind in {"han", "name", "latin"}
            and (
                end == start
                or tokens[end].text in column("people")
                or tokens[end].kind == "name"
                or tokens[end].text in {"的"}
                or tokens[end].text in column("kin")
            )
        ):
            end += 1
    if start is None or end <= start or end - start > 8:
        return None
    span = Span(start=tokens[start].start, end=tokens[end - 1].end)
    inside = [one for one in mentions if one.start >= span.start and one.end == span.end]
    return Value(text=story.people.label(inside[-1].party) if inside else story.words(span), span=span)


def _with_content(sentence: Sentence, found: Sequence[Found], place: int) -> Found:
    """Find what is said: the quotation before the verb, or all after it up to who speaks next."""
    one = found[place]
    if one.silent:
        return one
    clauses = sentence.clauses
    start, end = one.cue.end, sentence.end
    for other in found[place + 1 :]:
        clause = clauses[other.clause]
        opens = clause.tokens[0].text if clause.tokens else ""
        if other.clause != one.clause and (
            other.resumed
            or other.speaker == one.speaker
            or opens in TURNED
            or clause.before in {"；", ";"}
            or other.silent
        ):
            end = max(start, min(other.span.start, clause.start))
            break
    quote = _quote_before(sentence, one)
    if quote is not None:
        start = quote.start
        after = clauses[one.clause + 1] if one.clause + 1 < len(clauses) else None
        inside = one.cue is not clauses[one.clause].tokens[-1]
        end = end if after is not None or inside else one.cue.end
    return replace(one, content=Span(start=start, end=max(start, end)))


def _quote_before(sentence: Sentence, one: Found) -> Token | None:
    """Find the quotation that a verb closes: “…，”她说."""
    clause = sentence.clauses[one.clause]
    rest = clause.tokens[clause.tokens.index(one.cue) + 1 :] if one.cue in clause.tokens else ()
    if len(rest) > 2 or one.clause > 2:
        return None
    if clause.tokens[0].kind == "quote" and clause.tokens[0] is not one.cue:
        return clause.tokens[0]
    before = sentence.clauses[one.clause - 1] if one.clause else None
    return before.tokens[0] if before and before.tokens[0].kind == "quote" and one.clause == 1 else None


def _refusal(
    story: Story, sentence: Sentence, number: int, mentions: Sequence[Mention], found: Sequence[Found]
) -> Found | None:  # fmt: skip
    """Read who would not speak, or did not answer."""
    clause = sentence.clauses[number]
    for place, token in enumerate(clause.tokens):
        stance = mapping("refusals").get(token.text)
        if stance is None:
            stance, place = _parted_refusal(clause, place)
        if stance is None:
            continue
        if any(
            one.kind == "han" and one.text in {"的", "姓名", "具名", "真名"}
            for one in clause.tokens[place + 1 : place + 2]
        ) and token.text in {"不愿透露", "拒绝透露", "不便透露"}:
            after = clause.tokens[place + 2].text if place + 2 < len(clause.tokens) else ""
            if after in {"的", "身份"} or clause.tokens[place + 1].text == "的":
                continue
        who = _silent_one(story, sentence, number, place, mentions, found)
        if who is None:
            return None
        return Found(
            clause=number, cue=token, span=Span(start=min(who[1].start, max(who[1].start, clause.start)), end=clause.end), speaker=who[0],
            stance=Stance(stance), rule="refuse" if stance.startswith("declines") else "no-answer", silent=True,
        )  # fmt: skip
    return None


def _parted_refusal(clause: Clause, place: int) -> tuple[str | None, int]:
    """Read a negation and its verb with words between: 没有就此作出回应, 拒绝对本台置评."""
    word = clause.tokens[place].text
    if word not in {"没有", "未", "不", "拒绝", "未能", "并未", "尚未", "无", "不愿", "不予", "均未", "也未"}:
        return None, place
    for after in range(place + 1, min(len(clause.tokens), place + 10)):
        text = clause.tokens[after].text
        if text in {"置评", "评论", "受访", "接受采访", "透露", "表态", "作答"} and word in {
            "拒绝",
            "不愿",
            "未",
            "没有",
            "不",
            "不予",
        }:
            return "declines to comment", after
        if text in {"回应", "回复", "答复", "接听", "回音", "应答", "回信"} and not (
            after + 1 < len(clause.tokens) and clause.tokens[after + 1].text == "的"
        ):
            return ("declines to comment" if word in {"拒绝", "不愿"} else "did not respond"), after
    return None, place


def _silent_one(
    story: Story, sentence: Sentence, number: int, place: int, mentions: Sequence[Mention], found: Sequence[Found]
) -> tuple[int | None, Span] | None:  # fmt: skip
    """Find who is silent: the subject, the owner of the telephone, or who was called before."""
    clause = sentence.clauses[number]
    start, end = phrases.trimmed(story, clause, 0, place)
    while end - start > 1 and clause.tokens[end - 1].text in {
        "电话",
        "的",
        "手机",
        "始终",
        "办公电话",
        "热线",
        "座机",
        "号码",
    }:
        end -= 1
    if end > start:
        who = phrases.speaker(story, clause, start, end, mentions)
        if who:
            return who
    called = _called(story, sentence, number)
    if called:
        return called
    if end > start and clause.tokens[start].text not in {"电话", "对方", "但"}:
        return None
    return (
        (found[-1].speaker, Span(start=clause.start, end=clause.start))
        if found
        else _subject_before(story, sentence, number)
    )


def _subject_before(story: Story, sentence: Sentence, number: int) -> tuple[int | None, Span] | None:
    carried = _carried(story, sentence, number, 0, [])
    return (
        (carried, Span(start=sentence.clauses[number].start, end=sentence.clauses[number].start))
        if carried is not None
        else None
    )


def _called(story: Story, sentence: Sentence, number: int) -> tuple[int | None, Span] | None:
    """Find who was called or written to in this clause or the ones before: 致电X，无人接听."""
    for back in range(number, -1, -1):
        who = _called_in(story, sentence.clauses[back])
        if who:
            return who
    return None


def _called_in(story: Story, clause: Clause) -> tuple[int | None, Span] | None:
    """Find who is called or written to in one clause."""
    for place, token in enumerate(clause.tokens):
        if token.text in {"电话", "手机", "热线"} and place > 1 and clause.tokens[place - 1].text == "的":
            who = phrases.speaker(
                story,
                clause,
                phrases.lead(story, clause, 0, place - 1),
                place - 1,
                story.mentions.get(clause.start, []),
            )
            if who:
                return who
        if token.text not in CALLING:
            continue
        start = place + 1
        for end in range(min(len(clause.tokens), start + 14), start, -1):
            last = end
            while last - start > 1 and clause.tokens[last - 1].text in OF_CALLS:
                last -= 1
            who = phrases.speaker(story, clause, start, last, story.mentions.get(clause.start, []))
            if who:
                return who
    return None
