"""Who says "I" throughout: the writer of a letter, the witness of a testimony, the one who answers in an interview."""

import re
from collections.abc import Sequence

from kualik.engine.extracting.chinese.layout import Sentence
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["answers", "asks", "find_narrator"]

NAMED = re.compile(
    r"(?:我(?:叫|名叫|的名字叫|是)|(?:口述者?|受访者|讲述者?|自述者?|当事人|受访人|证人|写信人|申诉人)[：:，是为\s]*)$"
)
OF = re.compile(r"^的?(?:口述|自述|讲述|证词|来信|一封信)")
ANSWER = frozenset({"答", "A", "受访者", "回答"})
QUESTION = frozenset({"问", "Q", "记者", "本报", "主持人"})
OFTEN = 4  # times that a narrator says "I" outside quotations
SHUNS = ("我不想说", "我不能说", "不便", "无可奉告", "我不愿", "不想谈", "不方便")


def find_narrator(story: Story) -> int | None:
    """Find who tells the text in the first person, where it says who that is.

    Args:
        story: the text, not read yet.

    Returns:
        A party; None where nobody says "I" again and again, or it is not told who.
    """
    often = sum(
        token.text in {"我", "我们"}
        for sentence in story.sentences
        for clause in sentence.clauses
        for token in clause.tokens
    )
    if often < OFTEN:
        return None
    for start, party in story.people.named.items():
        end = next((end for end in range(start + 2, start + 20) if OF.match(story.folded[end : end + 6])), None)
        if NAMED.search(story.folded, max(0, start - 10), start) or (
            end is not None and "·" not in story.folded[end:end] and start < 60
        ):
            return party
    return None


def answers(story: Story, paragraph: Sequence[Sentence]) -> bool:
    """Note an answer of an interview as a saying of the narrator.

    Args:
        story: the text being read, its narrator known.
        paragraph: the sentences of one paragraph.

    Returns:
        Whether the paragraph is such an answer.
    """
    first = paragraph[0].clauses[0]
    if (
        story.narrator is None
        or len(first.tokens) != 1
        or first.tokens[0].text not in ANSWER
        or first.after not in {"：", ":"}
    ):
        return False
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
            speaker=story.narrator,
        )
    )
    return True


def asks(paragraph: Sequence[Sentence]) -> bool:
    """Say whether a paragraph is a question of an interview."""
    first = paragraph[0].clauses[0]
    return len(first.tokens) == 1 and first.tokens[0].text in QUESTION and first.after in {"：", ":"}
