"""Tags for words: closed classes are known, the rest goes by its form and its neighbours."""

from collections.abc import Sequence
from enum import Enum, auto

from kualik.engine.extracting.cues import CUES
from kualik.engine.extracting.tokens import Token
from kualik.engine.extracting.words import (
    ADVERBS,
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    PARTICIPLES,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    VERBS,
)

__all__ = ["Tag", "tags"]

EDGES = frozenset(';:()[]–—"“”«»…')


RELATIVE = frozenset({"who", "which", "that", "whom"})


SHORTEST = 5  # letters; shorter words on -ed and -ly are mostly something else (shed, July)


class Tag(Enum):
    """What a word can be, as far as the grammar asks."""

    DETERMINER = auto()
    PRONOUN = auto()
    POSSESSIVE = auto()
    PREPOSITION = auto()
    BREAKER = auto()
    AND = auto()
    RELATIVE = auto()
    AUXILIARY = auto()
    VERB = auto()
    PARTICIPLE = auto()
    ADVERB = auto()
    COMMA = auto()
    EDGE = auto()
    NOUN = auto()


CLOSED = (
    (AUXILIARIES, Tag.AUXILIARY),
    (PERSONAL, Tag.PRONOUN),
    (POSSESSIVES, Tag.POSSESSIVE),
    (frozenset({"and", "or", "nor"}), Tag.AND),
    (RELATIVE, Tag.RELATIVE),
    (BREAKERS, Tag.BREAKER),
    (ADVERBS, Tag.ADVERB),
    (DETERMINERS, Tag.DETERMINER),
    (PREPOSITIONS, Tag.PREPOSITION),
)


def tags(tokens: Sequence[Token]) -> list[Tag]:
    """Tag every token of a sentence."""
    found: list[Tag] = []
    for place, token in enumerate(tokens):
        found.append(tag(token, found[-1] if found else None, tokens[place + 1] if place + 1 < len(tokens) else None))
    return found


def tag(token: Token, before: Tag | None, after: Token | None) -> Tag:
    """Tag one token by its form, the tag before it and the token after it."""
    if token.text == ",":
        return Tag.COMMA
    if token.text in EDGES or token.text in {"--", ".", "!", "?", "..."}:
        return Tag.EDGE
    found = _in_context(token, before, after) or _closed(token.lower)
    if found is not None:
        return found
    return Tag.NOUN if token.capital and before is not None else _open(token.lower, before)


def _in_context(token: Token, before: Tag | None, after: Token | None) -> Tag | None:
    """Tag words that are one thing or another by what stands beside them."""
    word, follows = token.lower, after.lower if after else ""
    if word == "her":
        owns = after is not None and after.text[0].isalnum() and not _closed(follows)
        return Tag.POSSESSIVE if owns else Tag.PRONOUN
    dated = after is not None and (after.text[0].isdigit() or after.capital)
    if (word in {"after", "before", "since", "until"} and dated) or (word == "as" and follows in {"a", "an"}):
        return Tag.PREPOSITION
    if (word == "no" and follows == "longer") or (word == "first" and before is Tag.AUXILIARY):
        return Tag.ADVERB
    return None


def _closed(word: str) -> Tag | None:
    return next((tag for words, tag in CLOSED if word in words), None)


def _open(word: str, before: Tag | None) -> Tag:
    governed = before in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION} and word not in {"said", "told", "says"}
    if governed or (before is Tag.VERB and word.endswith("s") and word not in {"says", "was"}):
        return Tag.NOUN
    if word in PARTICIPLES:
        return Tag.PARTICIPLE
    if word in VERBS or word in CUES:
        return Tag.VERB
    return _by_ending(word)


def _by_ending(word: str) -> Tag:
    if len(word) < SHORTEST:
        return Tag.NOUN
    if word.endswith("ed") and word not in {"indeed", "hundred", "exceed", "wicked"}:
        return Tag.PARTICIPLE
    if word.endswith("ly") and word not in {"family", "italy", "assembly", "supply"}:
        return Tag.ADVERB
    return Tag.NOUN
