"""The endings of Uyghur nouns: case, owner, plural, and the vowels that they change."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kualik.engine.extracting.uyghur.tables import rows

__all__ = ["Ending", "endings"]

SHORTEST = 2  # letters of a stem
VOWELS = "اەېىوۇۆۈ"
THIRD = ("سى", "ى")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A word cut into a stem and what joins it.

    `case` is "" for the nominative, else "gen", "acc", "dat", "loc", "abl", "rel" (that which is in it) or "lim"
    (as far as); `owner` is "", "1", "2" or "3".
    """

    stem: str
    case: str = ""
    owner: str = ""
    plural: bool = False


@cache
def _table(kind: str) -> tuple[tuple[str, str], ...]:
    found = [(row[0], row[2] if len(row) > 2 else "") for row in rows("endings") if row[1] == kind]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


@lru_cache(maxsize=1 << 15)
def endings(form: str) -> tuple[Ending, ...]:
    """Cut a word in every way that the endings allow, the whole word first.

    Args:
        form: a folded word.

    Returns:
        The readings; stems whose last vowel was raised by an ending are given with each vowel it may have had.
    """
    found: dict[Ending, None] = {}
    for bare in _without(form, "particle"):
        for stem, case in _cut(bare, "case"):
            for owned, owner in _owned(stem):
                for one in _singular(owned):
                    for lowered in _lowered(one[0], changed=one[0] != form):
                        found[Ending(stem=lowered, case=case, owner=owner, plural=one[1])] = None
    return tuple(found)


def _without(form: str, kind: str) -> Iterator[str]:
    yield form
    for ending, _ in _table(kind):
        if form.endswith(ending) and len(form) - len(ending) > SHORTEST:
            yield form[: -len(ending)]


def _cut(form: str, kind: str) -> Iterator[tuple[str, str]]:
    yield form, ""
    for ending, value in _table(kind):
        if form.endswith(ending) and len(form) - len(ending) >= SHORTEST:
            yield form[: -len(ending)], value


def _owned(stem: str) -> Iterator[tuple[str, str]]:
    for cut, owner in _cut(stem, "owner"):
        ending = stem[len(cut) :]
        after_vowel = cut[-1:] in VOWELS
        if ending in {"سى", "م", "ڭ", "مىز", "ڭىز"} and not after_vowel:
            continue
        if ending == "ى" and after_vowel:
            continue
        yield cut, owner


def _singular(stem: str) -> Iterator[tuple[str, bool]]:
    yield stem, False
    for ending, _ in _table("plural"):
        if stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST:
            yield stem[: -len(ending)], True


def _lowered(stem: str, *, changed: bool) -> Iterator[str]:
    """Give a stem with its last vowel as it stands, and as it was before an ending raised it."""
    yield stem
    if not changed or len(stem) < SHORTEST:
        return
    place = len(stem) - 1 if stem[-1] in VOWELS else len(stem) - 2
    if place > 0 and stem[place] in "ىې":
        for vowel in "اە":
            yield stem[:place] + vowel + stem[place + 1 :]
