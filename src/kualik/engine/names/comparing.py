"""Say how likely it is that two names can be one person's, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kualik.engine.names.core import core
from kualik.engine.names.explaining import ASIDE, MET, Explanation, Question, Seen, explain
from kualik.engine.names.preparing import CLERIC, INITIAL
from kualik.engine.names.sounding import FAMILY, FATHER

__all__ = ["Comparison", "Reason", "compare", "compare_all", "worded"]

PINYIN_TAGS = frozenset({"zh-Latn", "zh-Latn-pinyin", "py"})
SAME, NEAR = 0.85, 0.5  # value per value expected from which two parts are called the same, or near
ALMOST = 0.99  # the most that parts are near which have not the very same sounds
LIKELIEST = 0.9999  # the most that is said of names which are not the same sound for sound
RARE, COMMON = 64, 32  # 8 to the nat: one part in 3,000, and one in 55
IN_ONE = " in one only"
KINDS = ((FATHER, "father's name"), (FAMILY, "family name"), (CLERIC, "clerical word"), (INITIAL, "initial"))
WORDS = {(how, kind): f"{how} {kind}" for how in ("same", "near", "different") for _, kind in (*KINDS, (0, "part"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason: what was seen, of which part of the one name and of the other, how near (0 to 1)."""

    what: str
    a: str = ""
    b: str = ""
    near: float = 0.0

    @property
    def in_one(self) -> bool:
        """Say whether it is of a part that only one of the names has."""
        return self.what.endswith(IN_ONE)

    def __str__(self) -> str:
        """Say it in words."""
        parts = " ~ ".join(filter(None, (self.a, self.b)))
        said = f"{self.what}: {parts}" if parts else self.what
        return f"{said} ({self.near:.2f})" if self.a and self.b else said


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How likely two names can be one person's (0 to 1), and why."""

    score: float
    why: tuple[Reason, ...]


def compare(a: str, b: str, *, lang_a: str | None = None, lang_b: str | None = None) -> Comparison:
    """Compare two names, in whatever scripts they are.

    Args:
        a: a personal name.
        b: another. The order of the two makes no difference to the score.
        lang_a: BCP 47 tag of *a*; "zh-Latn-pinyin" says that Latin letters are pinyin, the rest is seen from the name.
        lang_b: the same of *b*.

    Returns:
        A calibrated probability that both strings can name one person, and the reasons: parts that met, what only one
        name has, what contradicts, what is rare or common. 0 where one of them is no name; 1 only where they have the
        same sounds, part for part.

    Raises:
        CoreFailure, NothingLearned: the model of names is damaged.

    Assumes:
        Personal names. That both can name one person does not say that they do: namesakes score 1.

    Source:
        docs/methods/names.md.
    """
    return compare_all([(a, b, lang_a, lang_b)])[0]


def compare_all(asked: Iterable[tuple[str, str, str | None, str | None]]) -> list[Comparison]:
    """Compare many pairs at once.

    Args:
        asked: two names and their languages, as for `compare`.

    Returns:
        What `compare` says of each.

    Raises:
        CoreFailure, NothingLearned: the model of names is damaged.

    Assumes:
        As `compare`.

    Source:
        docs/methods/names.md.
    """
    questions = [
        Question(a=a, b=b, pinyin_a=lang_a in PINYIN_TAGS, pinyin_b=lang_b in PINYIN_TAGS)
        for a, b, lang_a, lang_b in asked
    ]
    told = explain(questions, core=core())
    return [worded(one, question.a, question.b) for question, one in zip(questions, told, strict=True)]


def worded(told: Explanation, a: str, b: str) -> Comparison:
    """Say in words what was seen of two names."""
    likely = told.score if told.score == 1 else min(round(told.score, 4), LIKELIEST)
    return Comparison(score=likely, why=tuple(_reasons(told, a, b)))


def _reasons(told: Explanation, a: str, b: str) -> Iterator[Reason]:
    missing = [which for which, parts in zip(("first", "second"), told.parts, strict=True) if not parts]
    for which in missing:
        yield Reason(what=f"the {which} is no name")
    yield from (_met(seen, a, b) if seen.kind == MET else _alone(seen, a, b) for seen in told.seen)
    yield from _contradictions(told.seen, told.sex)
    yield from _frequencies([seen for seen in told.seen if seen.kind == MET], a)


def _met(seen: Seen, a: str, b: str) -> Reason:
    near = 1.0 if seen.same else max(0.0, min(seen.near, ALMOST))
    what = _said(near, seen.initial, seen.flags_a | seen.flags_b)
    joined = ", joined" if seen.count_a + seen.count_b > 2 else ""
    return Reason(what=what + joined, a=_text(a, seen[8:10]), b=_text(b, seen[10:12]), near=round(near, 3))


def _said(near: float, initial: int, flags: int) -> str:
    how = "same" if near >= SAME else "near" if near >= NEAR else "different"
    return WORDS[how, "initial" if initial else _kind(flags & (FATHER | FAMILY))]


@lru_cache(maxsize=256)
def _kind(flags: int) -> str:
    return next((word for flag, word in KINDS if flags & flag), "part")


def _alone(seen: Seen, a: str, b: str) -> Reason:
    what = "title set aside" if seen.kind == ASIDE else _kind(seen.flags_a | seen.flags_b) + IN_ONE
    return Reason(what=what, a=_text(a, seen[8:10]), b=_text(b, seen[10:12]))


def _text(name: str, place: Sequence[int]) -> str:
    """Show a part as it is written, without what is not seen."""
    text = name[place[0] : place[1]]
    return (text if text.isprintable() else "".join(filter(str.isprintable, text))).strip()


def _contradictions(every: Sequence[Seen], sex: tuple[int, int]) -> Iterator[Reason]:
    agreeing = [seen for seen in every if seen.same or seen.near >= NEAR]
    fathers = [(seen.flags_a & FATHER, seen.flags_b & FATHER) for seen in every]
    both = any(of_a for of_a, _ in fathers) and any(of_b for _, of_b in fathers)
    if both and not any((seen.flags_a | seen.flags_b) & FATHER for seen in agreeing):
        yield Reason(what="the fathers' names differ")
    if any(seen.initial and seen.near < NEAR for seen in every):
        yield Reason(what="the initials differ")
    if sex[0] * sex[1] < 0:
        yield Reason(what="the endings are a woman's and a man's")


def _frequencies(met: Sequence[Seen], a: str) -> Iterator[Reason]:
    for seen in met:
        if not seen.initial and (seen.same or seen.near >= NEAR):
            what = "a rare name" if seen.rarity >= RARE else "a common name" if seen.rarity <= COMMON else ""
            if what:
                yield Reason(what=what, a=_text(a, seen[8:10]))
