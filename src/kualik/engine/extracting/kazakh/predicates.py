"""Verbs of a table found in a sentence, simple or of several words, with the form that they stand in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kualik.engine.extracting.kazakh.tables import group, members, rows
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.kazakh.verbs import Form, is_finite_word, verb

__all__ = ["Predicate", "find_predicates", "hard_starts"]

LYING = {"жатыр": "present", "отыр": "present", "жүр": "present", "тұр": "present"}
NOT = frozenset({"жоқ", "емес", "жоқпын", "жоқпыз"})
CLOSED = frozenset({"perfect", "nominal", "present", "past", "converb", "habit", "future"})
SAID_BEFORE = frozenset({"еді", "екен", "болатын", "көрінеді", "болар", "сияқты"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """Tokens [first, last) of a frame that are a verb of a table; `entry` is its row there."""

    first: int
    last: int
    entry: tuple[str, ...]
    form: Form


@cache
def _entries(table: str) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """Sort the rows of a table by the stem of their last word, the longest rows first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for row in rows(table):
        for said in row[0].split(","):
            *before, stem = said.split()
            found.setdefault(stem, []).append((tuple(before), row))
    return {stem: tuple(sorted(some, key=lambda one: -len(one[0]))) for stem, some in found.items()}


@cache
def _auxiliaries() -> dict[str, int]:
    return dict.fromkeys(group("auxiliaries"), 1)


def find_predicates(tokens: Sequence[Token], table: str) -> list[Predicate]:
    """Find the verbs of a table in a sentence.

    Args:
        tokens: of one frame.
        table: name of the table; its first column holds stems, words before the stem may be cut short with "*".

    Returns:
        Verbs in order; of two that share a word, the longer.
    """
    return list(_found(tokens, _entries(table)))


def _found(
    tokens: Sequence[Token], entries: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
) -> Iterator[Predicate]:  # fmt: skip
    for place, token in enumerate(tokens):
        read = verb(token.lower, entries) if token.word else None
        if read is None:
            continue
        stem, form = read
        for before, row in entries[stem]:
            first = _match(tokens, place, before)
            if first is not None:
                yield _with_auxiliary(tokens, Predicate(first=first, last=place + 1, entry=row, form=form))
                break


def _match(tokens: Sequence[Token], place: int, before: Sequence[str]) -> int | None:
    """Match the words before a verb; a word with "*" only by its beginning, one word may stand between."""
    at = place
    for word in reversed(before):
        at -= 1
        if (
            at >= 1
            and at == place - 1
            and not _is(tokens[at], word)
            and len(before) < 3
            and _may_stand_between(tokens[at])
        ):
            at -= 1
        if word.endswith("*"):
            at = next((near for near in range(at, max(-1, at - 4), -1) if _is(tokens[near], word)), -1)
        if at < 0 or not _is(tokens[at], word):
            return None
    return at


def _may_stand_between(token: Token) -> bool:
    return token.lower in {
        "да",
        "де",
        "та",
        "те",
        "қайта",
        "қайтадан",
        "деп",
        "түгел",
        "мүлдем",
        "үзілді-кесілді",
        "бірден",
    }


def _is(token: Token, word: str) -> bool:
    return token.lower.startswith(word[:-1]) if word.endswith("*") else token.lower == word


def _with_auxiliary(tokens: Sequence[Token], one: Predicate) -> Predicate:
    """Take the verb behind a converb, and "not", "was", along; they say when and whether."""
    last, form = one.last, one.form
    while form.tense in {"converb", "nonfinite"} and last < len(tokens) and last - one.last < 2:
        word = tokens[last].lower
        if word in LYING:
            form, last = replace(form, tense=LYING[word]), last + 1
            break
        read = verb(word, _auxiliaries())
        if read is None:
            break
        denied = form.denied or read[1].denied
        form, last = replace(read[1], passive=form.passive or read[1].passive, denied=denied), last + 1
    while last < len(tokens) and tokens[last].lower in SAID_BEFORE | NOT and form.tense in CLOSED:
        denied = form.denied or tokens[last].lower.startswith(("жоқ", "емес"))
        form, last = replace(form, denied=denied, tense="perfect" if form.tense == "converb" else form.tense), last + 1
    return replace(one, last=last, form=form)


def hard_starts(tokens: Sequence[Token]) -> list[int]:
    """Find where clauses of their own begin: behind a finite verb and a comma, at "but", behind a semicolon.

    Args:
        tokens: of one frame.

    Returns:
        Places in order, 0 first.
    """
    found = [0]
    for place in range(1, len(tokens)):
        before = tokens[place - 1]
        if (
            before.text == ";"
            or (before.text == ":" and place > 1 and _closes(tokens, place - 2))
            or (before.text in {",", "–", "—"} and tokens[place].lower in members("breaking"))
            or (before.text == "," and place > 1 and _closes(tokens, place - 2))
        ):
            found.append(place)
    return found


def _closes(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a word is a verb that closes a clause."""
    word = tokens[place].lower
    if word in members("closing-words"):
        return True
    finite = is_finite_word(word) or (word.endswith(("ған", "ген", "қан", "кен")) and len(word) > 4)
    return finite and tokens[place].word and not tokens[place].capital
