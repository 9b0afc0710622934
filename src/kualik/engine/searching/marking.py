"""Why a text was found: the places of the words that were asked for, and the stretch that shows most of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.searching.asking import Part, Question
from kualik.engine.searching.terms import ANY, Token, stems, tokens

__all__ = ["Excerpt", "excerpt", "holds", "marks"]

AROUND = 80  # characters shown before the first mark and after the last
WIDTH = 240  # characters shown at most


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text, and the marks in it, counted from the beginning of the whole text."""

    start: int
    end: int
    marks: tuple[tuple[int, int], ...]


def holds(question: Question, text: str, *, language: str = ANY) -> bool:
    """Say whether a text is one that a question asks for.

    Args:
        question: from `ask`.
        text: the text.
        language: BCP 47, of the text.

    Returns:
        Whether all that is wanted is in it, and nothing unwanted.
    """
    found = list(tokens(text))
    return all(_places(part, found, language) for part in question.wanted) and not any(
        _places(part, found, language) for part in question.unwanted
    )


def marks(question: Question, text: str, *, language: str = ANY) -> tuple[tuple[int, int], ...]:
    """Find the words of a text that answer a question.

    Args:
        question: from `ask`.
        text: the text, or a section of it.
        language: BCP 47, of the text.

    Returns:
        From where to where, in code points, in their order; those that touch are joined.
    """
    found = list(tokens(text))
    places = sorted({place for part in question.wanted for place in _places(part, found, language)})
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def excerpt(text: str, marked: Sequence[tuple[int, int]]) -> Excerpt:
    """Choose the stretch of a text that shows most of its marks.

    Args:
        text: the text.
        marked: from `marks`; may be empty.

    Returns:
        The stretch, cut between words where there are any.
    """
    if not marked:
        return Excerpt(0, _cut(text, min(len(text), WIDTH)), ())
    first = max(range(len(marked)), key=lambda place: (_within(marked, place), -place))
    shown = marked[first : first + _within(marked, first)]
    start = max(0, shown[0][0] - AROUND)
    end = min(len(text), max(shown[-1][1] + AROUND, start + WIDTH))
    return Excerpt(_begin(text, start, shown[0][0]), max(_cut(text, end), shown[-1][1]), tuple(shown))


def _within(marked: Sequence[tuple[int, int]], first: int) -> int:
    return sum(1 for start, end in marked[first:] if end - marked[first][0] <= WIDTH - AROUND) or 1


def _begin(text: str, start: int, mark: int) -> int:
    space = text.find(" ", start, mark) if start else -1
    return space + 1 if space >= 0 else start


def _cut(text: str, end: int) -> int:
    space = text.rfind(" ", max(0, end - 24), end) if end < len(text) else -1
    return space if space >= 0 else end


def _places(part: Part, found: Sequence[Token], language: str) -> list[tuple[int, int]]:
    if part.phrase:
        return _phrases(part.terms, found)
    wanted = set(part.terms)
    return [(one.start, _end(one, part)) for one in found if _fits(one, part, wanted, language)]


def _end(one: Token, part: Part) -> int:
    """Mark of two Chinese characters the one that was asked for."""
    return one.start + 1 if one.chinese and part.prefix else one.end


def _fits(one: Token, part: Part, wanted: set[str], language: str) -> bool:
    if part.prefix:
        return one.word.startswith(part.terms[0])
    return one.word in wanted or not (one.chinese or wanted.isdisjoint(stems(one.word, language)))


def _phrases(terms: Sequence[str], found: Sequence[Token]) -> list[tuple[int, int]]:
    size = len(terms)
    return [
        (found[at].start, found[at + size - 1].end)
        for at in range(len(found) - size + 1)
        if all(found[at + step].word == terms[step] for step in range(size))
    ]
