"""Who says "I" throughout: the writer of a letter, the witness of a testimony, the one who answers in an interview."""

import re
from collections.abc import Sequence

from kualik.engine.extracting.chinese.layout import Clause, Sentence
from kualik.engine.extracting.chinese.merging import INVERSE
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.chinese.tables import mapping
from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["answers", "asks", "find_narrator"]

NAMED = re.compile(
    r"(?:我(?:叫|名叫|的名字叫|是)|(?:口述者?|受访者|讲述者?|自述者?|当事人|受访人|证人|写信人|申诉人)[：:，是为\s]*)$"
)
ASKED = re.compile(
    r"([\u4e00-\u9fff·]{2,16}?(?:发言人|大使|领事|负责人|主席|部长|主任|局长|参赞)[\u4e00-\u9fff·]{0,8}?)(?:就[^\n]{1,40})?答[^\n，。]{0,8}?记者问"
)
HEAD = 120  # characters in which a title stands
OWNS = re.compile(r"[\u4e00-\u9fff·]{2,14}?的([\u4e00-\u9fff]{2,3})")
OF = re.compile(r"^的?(?:口述|自述|讲述|证词|来信|一封信)")
ANSWER = frozenset({"答", "A", "受访者", "回答"})
QUESTION = frozenset({"问", "Q", "记者", "本报", "主持人"})
COLONS, QUOTES = frozenset("：:"), frozenset('“「『"')
OFTEN = 4  # times that a narrator says "I" outside quotations
SHUNS = ("我不想说", "我不能说", "不便", "无可奉告", "我不愿", "不想谈", "不方便")


def find_narrator(story: Story) -> int | None:
    """Find who tells the text in the first person, where it says who that is.

    Args:
        story: the text, not read yet.

    Returns:
        A party; None where nobody says "I" again and again, or it is not told who.
    """
    answering = _answering(story)
    if answering is not None:
        return answering
    often = sum(
        token.text in {"我", "我们"}
        for sentence in story.sentences
        for clause in sentence.clauses
        for token in clause.tokens
    )
    if often < OFTEN:
        return None
    for start, party in story.people.named.items():
        introduced = NAMED.search(story.folded, max(0, start - 10), start)
        kin = _kin_of(story, start, party) if introduced else None
        if kin is not None:
            return kin
        end = next((end for end in range(start + 2, start + 20) if OF.match(story.folded[end : end + 6])), None)
        if introduced or (end is not None and "·" not in story.folded[end:end] and start < 60):
            return party
    return None


def _answering(story: Story) -> int | None:
    """Find who answers the questions that a title announces: 使馆发言人答记者问."""
    asked = ASKED.search(story.folded, 0, HEAD)
    if asked is None:
        return None
    span = Span(start=asked.start(1), end=asked.end(1))
    named = [party for start, party in story.people.named.items() if span.start <= start < span.end]
    party = named[0] if named else story.people.described(story.words(span), span, rule="person.described")
    story.notes.parties[party].roles.add("official")
    return party


def _kin_of(story: Story, start: int, party: int) -> int | None:
    """Describe the narrator who says 我是X的女儿: X is her parent; None where the name is the narrator's own."""
    match = OWNS.match(story.folded, start)
    term = next((match[1][:size] for size in (3, 2) if match and match[1][:size] in mapping("kin")), None)
    if match is None or term is None:
        return None
    span = Span(start=start, end=match.start(1) + len(term))
    narrator = story.people.described(f"{story.people.label(party)}的{term}", span, rule="kin.term")
    story.kin.update({(narrator, relation): party for relation in INVERSE.get(mapping("kin")[term], ())})
    return narrator


def answers(story: Story, paragraph: Sequence[Sentence]) -> int | None:
    """Note an answer of an interview, or a turn that a name opens, as a saying.

    Args:
        story: the text being read, its narrator known.
        paragraph: the sentences of one paragraph.

    Returns:
        Who speaks in the paragraph; None where it is no such turn.
    """
    first = paragraph[0].clauses[0]
    who = _whose_turn(story, first) if len(first.tokens) == 1 and first.after in COLONS else None
    if who is None or story.folded[first.end + 1 : first.end + 3].lstrip()[:1] in QUOTES or not _is_said(paragraph):
        return None
    content = Span(start=first.end + 1, end=paragraph[-1].end)
    words = story.folded[content.start : content.end].strip()
    stance = (
        Stance.DECLINES_TO_COMMENT
        if words.startswith(SHUNS)
        else Stance.DEMANDS
        if words.startswith(("请", "我要求", "我希望"))
        else Stance.ASSERTS
    )
    story.notes.sayings.append(
        Saying(
            span=Span(start=first.start, end=first.end + 1),
            content=content,
            stance=stance,
            rule="say.answer",
            speaker=who,
        )
    )
    return who


def _whose_turn(story: Story, first: Clause) -> int | None:
    """Find who opens a paragraph: the one who answers, or a name."""
    token = first.tokens[0]
    return story.narrator if token.text in ANSWER else story.people.named.get(token.start)


def _is_said(paragraph: Sequence[Sentence]) -> bool:
    """Say whether a turn tells anything, and does not only ask: 塔依尔：什么学校？."""
    return len(paragraph[0].clauses) > 1 or len(paragraph) > 1


def asks(paragraph: Sequence[Sentence]) -> bool:
    """Say whether a paragraph is a question of an interview."""
    first = paragraph[0].clauses[0]
    return len(first.tokens) == 1 and first.tokens[0].text in QUESTION and first.after in {"：", ":"}
