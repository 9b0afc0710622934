"""Numbers of people that are said of a population."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.kazakh.nouns import noun_of
from kualik.engine.extracting.kazakh.numerals import Number, number_at
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.tables import group, mapping, members
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.kazakh.wording import label_of
from kualik.engine.extracting.notes import Figure

__all__ = ["find_figures"]

LEAST = 100  # of fewer people a bound must be told
AHEAD = 5  # words between the number and its people
FIRM = frozenset({"at least", "more than", "at most", "fewer than"})


def find_figures(scene: Scene) -> list[Figure]:
    """Find figures.

    Args:
        scene: the document.

    Returns:
        Figures in order; crowds, ages, terms, money are none.
    """
    found: list[Figure] = []
    for number, frame in enumerate(scene.page.frames):
        tokens, place = frame.tokens, 0
        while place < len(tokens) and not frame.heading:
            read = number_at(tokens, place)
            if read is not None:
                found += _figure(scene, number, read)
            place = read.last if read is not None else place + 1
    return found


def _figure(scene: Scene, number: int, read: Number) -> Iterator[Figure]:
    tokens = scene.tokens(number)
    bound, told = _bound(tokens, read)
    head = _people(tokens, read)
    counted = read.first > 0 and tokens[read.first - 1].lower == "саны" and read.value >= LEAST
    if head is None and not counted and not (told and read.tail and read.value >= LEAST):
        return
    if (read.value < LEAST and not (bound in FIRM and read.value > 4)) or _is_crowd(tokens, read):
        return
    begun = read.last
    while head is not None and begun < head and tokens[begun].lower in mapping("bounds"):
        begun += 1
    last = head + 1 if head is not None else read.last
    span = scene.page.span(tokens[read.first], tokens[last - 1])
    of = label_of(tokens[begun:last]) if head is not None else label_of(tokens[max(0, read.first - 3) : read.first])
    first = begun if head is not None and begun < last else max(0, read.first - 3)
    value = scene.value(number, first, max(last, first + 1), of) if of else None
    yield Figure(value=read.value, bound=bound, span=span, rule="figure.people", of=value)


def _bound(tokens: Sequence[Token], read: Number) -> tuple[str, bool]:
    """Read the words around a number that bound it."""
    table = mapping("bounds")
    around = [
        token.lower
        for token in (*tokens[read.last : read.last + 2], *reversed(tokens[max(0, read.first - 2) : read.first]))
    ]
    if read.first > 1 and (tokens[read.first - 2].lower, tokens[read.first - 1].lower) in {
        ("кем", "дегенде"),
        ("ең", "кемі"),
    }:
        return "at least", True
    if read.tail in {"дей", "дай", "тей", "тай"}:
        return "about", True
    found = next((table[word] for word in around if word in table), None)
    return (found, True) if found else ("exactly", False)


def _people(tokens: Sequence[Token], read: Number) -> int | None:
    """Find the noun for the people who are counted."""
    for at in range(read.last, min(len(tokens), read.last + AHEAD)):
        token = tokens[at]
        if token.lower in members("units") or token.lower.startswith("жыл") or not (token.word or token.quote >= 0):
            return None
        noun = noun_of(token.lower) if token.word else None
        if noun is not None and noun.kind in {"people", "kin"} and noun.case != "gen":
            return at
        if token.lower.startswith(group("counted")) and at == read.last:
            return at
    return None


def _is_crowd(tokens: Sequence[Token], read: Number) -> bool:
    """Say whether it counts those who came together."""
    near = " ".join(token.lower for token in tokens[max(0, read.first - 3) : min(len(tokens), read.last + 8)])
    return any(word in near for word in group("crowd"))
