"""Quotations of a Kazakh text: between marks, after a dialogue dash, and names of things between marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.kazakh.nouns import noun_of
from kualik.engine.extracting.kazakh.tokens import Token

__all__ = ["Quote", "find_quotes"]

PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"', "‹": "›", "《": "》"}
LONGEST = 600  # tokens; what is not closed by then was no quotation
TITLE = 6  # words in the name of a paper or a society
SAID = ("деді", "дейді", "деген", "деп", "дедім", "дейтін", "деген-ді", "депті", "дескен")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Tokens [first, last), the marks included; `title` is the name of something and no speech."""

    first: int
    last: int
    title: bool = False
    dialogue: bool = False


def find_quotes(tokens: Sequence[Token], paragraphs: Sequence[tuple[int, int]]) -> list[Quote]:
    """Find quotations; they may lie inside one another.

    Args:
        tokens: the whole text's.
        paragraphs: stretches of tokens; no quotation goes beyond one, except where marks say so.

    Returns:
        Quotations by their first token.
    """
    found: list[Quote] = []
    for first, last in paragraphs:
        found += _dialogue(tokens, first, last)
        found += _marked(tokens, first, last)
    return sorted(found, key=lambda quote: (quote.first, -quote.last))


def _marked(tokens: Sequence[Token], first: int, last: int) -> list[Quote]:
    found: list[Quote] = []
    open_: list[tuple[int, str]] = []
    for i in range(first, last):
        text = tokens[i].text
        if open_ and text == open_[-1][1]:
            begun, _ = open_.pop()
            if i - begun < LONGEST and i > begun + 1:
                found.append(Quote(first=begun, last=i + 1, title=_is_title(tokens, begun, i, last)))
        elif text in PAIRS and len(open_) < 8:
            open_.append((i, PAIRS[text]))
    return found


def _is_title(tokens: Sequence[Token], begun: int, closed: int, last: int) -> bool:
    """Say whether what stands between marks names a paper, a society, a show."""
    inside = tokens[begun + 1 : closed]
    if len(inside) > TITLE or not inside[0].capital or any(token.text in "!?…,.:" for token in inside):
        return False
    after = tokens[closed + 1] if closed + 1 < last else None
    if after is not None and after.lower in SAID:
        return False
    follows = _named_behind(tokens, closed, last)
    inner = noun_of(inside[-1].lower)
    return bool(
        follows
        or (inner and inner.kind in {"body", "outlet"})
        or (after is not None and after.text.startswith(("-", "’")))
        or (
            inside[-1].lower.endswith(("ға", "ге", "қа", "ке", "на", "не", "ның", "нің", "дан", "ден"))
            and len(inside) < 4
        )
    )


def _named_behind(tokens: Sequence[Token], closed: int, last: int) -> bool:
    """Say whether "society", "paper" stands behind, adjectives between."""
    for token in tokens[closed + 1 : min(last, closed + 4)]:
        if not token.word or token.lower in SAID:
            return False
        noun = noun_of(token.lower)
        if noun is not None:
            return noun.kind in {"body", "outlet", "place"}
    return False


def _dialogue(tokens: Sequence[Token], first: int, last: int) -> list[Quote]:
    """Find what is said behind a dash at the head of a paragraph, and again behind the words "said so-and-so"."""
    if last - first < 4 or not tokens[first].dash or tokens[first].end == tokens[first + 1].start:
        return []
    found: list[Quote] = []
    begun: int | None = first
    at = _attributed(tokens, first + 1, last)
    while at is not None and begun is not None:
        found.append(Quote(first=begun, last=at, dialogue=True))
        begun = _resumed(tokens, at + 1, last)
        if begun is None:
            return found
        at = _attributed(tokens, begun + 1, last)
    if found and begun is not None:
        found.append(Quote(first=begun, last=last, dialogue=True))
    return found


def _attributed(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Find the dash before "said"."""
    return next(
        (
            i
            for i in range(first + 1, last - 1)
            if tokens[i].dash and tokens[i - 1].text in {",", "!", "?", "…", ".", "..."} and tokens[i + 1].lower in SAID
        ),
        None,
    )


def _resumed(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Find the dash with which the same speaker goes on."""
    return next(
        (
            i
            for i in range(first + 1, min(last - 1, first + 40))
            if tokens[i].dash and tokens[i - 1].text in {".", ",", ":"}
        ),
        None,
    )
