"""Find whose words are whose in a transcript: paragraphs that begin with a label and a colon."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.facts import Spoken

__all__ = ["spoken_in"]

PARAGRAPH = re.compile(r"[^\n]+")
LABEL = re.compile(
    r"\s{0,8}(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s{1,3})?(?P<who>\w[^:：\n.!?,;。！？，；、]{0,40}?)"
    r"(?:\s?[\[(（][^\n\])）]{1,40}[\])）])?\s?[:：](?!//)\s*(?=\S)"
)
LONGEST_HEAD = 160  # characters
MOST_NAME_WORDS = 5
LEAST_TURNS, LEAST_SHARE = 4, 0.4  # paragraphs with a label, and their share of all, in a transcript
LEAST_TURNS_EACH = 2.0
LEAST_LENGTH = 20  # characters of a turn in the middle of all; what is shorter is a form that was filled in
UNNAMED = frozenset(
    "a q answer question ответ вопрос о в жауап сұрақ ж с 答 问 問 جاۋاب سوئال".split()  # noqa: SIM905 (a dozen quotation marks would hide the list)
)
"""Labels of whoever asks and answers: they name nobody."""
NOTES = "[(*（【"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A paragraph that begins with a label: which one it is, whose, and where the words begin and end."""

    number: int
    who: str
    start: int
    end: int


def spoken_in(text: str) -> tuple[Spoken, ...]:
    """Find the turns of a transcript.

    Args:
        text: any text.

    Returns:
        The stretch of each turn whose speaker is named, up to the next label or to a note in brackets; nothing where
        the text is no transcript.

    Assumes:
        A transcript has two or more labels, each again and again, before turns of some length; in a form that was
        filled in labels come once for each person, and what follows is short.
    """
    paragraphs = list(PARAGRAPH.finditer(text))
    found = [one for number, match in enumerate(paragraphs) if (one := _labelled(text, match, number))]
    if not _is_transcript(found, paragraphs=len(paragraphs)):
        return ()
    ends = [one.number for one in found[1:]] + [len(paragraphs)]
    return tuple(
        Spoken(start=one.start, end=_end(text, paragraphs, one, before), speaker=one.who)
        for one, before in zip(found, ends, strict=True)
        if one.who.casefold() not in UNNAMED
    )


def _labelled(text: str, paragraph: re.Match[str], number: int) -> Labelled | None:
    end = paragraph.end()
    label = LABEL.match(text, paragraph.start(), min(end, paragraph.start() + LONGEST_HEAD))
    if label is None or label["who"][0].islower() or len(label["who"].split()) > MOST_NAME_WORDS:
        return None
    return Labelled(number=number, who=" ".join(label["who"].split()), start=label.end(), end=end)


def _is_transcript(found: Sequence[Labelled], *, paragraphs: int) -> bool:
    if len(found) < max(LEAST_TURNS, LEAST_SHARE * paragraphs):
        return False
    labels = Counter(one.who for one in found)
    lengths = sorted(one.end - one.start for one in found)
    repeated = len(labels) > 1 and len(found) >= LEAST_TURNS_EACH * len(labels)
    return repeated and lengths[len(lengths) // 2] >= LEAST_LENGTH and not _is_form([one.who for one in found])


def _is_form(labels: Sequence[str]) -> bool:
    """Know a form by three labels or more that come in one order, again and again."""
    size = len(set(labels))
    return size > 2 and all(one == other for one, other in zip(labels, labels[size:], strict=False))


def _end(text: str, paragraphs: Sequence[re.Match[str]], turn: Labelled, before: int) -> int:
    """Go on through paragraphs without a label, as far as they are no notes."""
    end = turn.end
    for paragraph in paragraphs[turn.number + 1 : before]:
        if text[paragraph.start()] in NOTES:
            break
        end = paragraph.end()
    return end
