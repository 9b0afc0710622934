"""Say how likely it is that two names can be one person's, and why."""

from dataclasses import dataclass
from functools import lru_cache

from kualik.engine.names import calibration
from kualik.engine.names.aligning import Alignment, Pair, align
from kualik.engine.names.folding import words
from kualik.engine.names.pinyin import written_in_pinyin
from kualik.engine.names.scripts import script

__all__ = ["Comparison", "Reason", "compare"]

PINYIN_TAGS = frozenset({"zh-Latn", "zh-Latn-pinyin", "py"})
SAME, NEAR = 0.95, 0.75  # nearness from which two parts are called the same, or near


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason: what was seen, of which part of the one name and of the other, how near (0 to 1)."""

    what: str
    a: str = ""
    b: str = ""
    near: float = 0.0

    def __str__(self) -> str:
        """Say it in words."""
        parts = " ~ ".join(filter(None, (self.a, self.b)))
        return f"{self.what}: {parts} ({self.near:.2f})" if self.a and self.b else f"{self.what}: {parts}"


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
        lang_a: BCP 47 tag of *a*; "zh-Latn" says that Latin letters are pinyin, the rest is seen from the script.
        lang_b: the same of *b*.

    Returns:
        A calibrated probability that both strings can name one person, and the reasons part by part.

    Assumes:
        Personal names. That both can name one person does not say that they do: namesakes score 1.

    Source:
        docs/methods/names.md; weights and their origin in calibration.py.
    """
    alignment = align(a, b)
    score = calibration.probability(alignment, _weights(a, b, lang_a, lang_b))
    return Comparison(score=round(score, 4), why=tuple(_reasons(alignment)))


def _weights(a: str, b: str, lang_a: str | None, lang_b: str | None) -> calibration.Weights:
    if "Hani" in {script(a), script(b)}:
        return calibration.CHINESE
    if _is_pinyin(a, lang_a) or _is_pinyin(b, lang_b):
        return calibration.PINYIN
    return calibration.ALPHABETS


def _is_pinyin(name: str, lang: str | None) -> bool:
    return lang in PINYIN_TAGS if lang else _could_be_pinyin(name)


@lru_cache(maxsize=65536)
def _could_be_pinyin(name: str) -> bool:
    return script(name) == "Latn" and all(written_in_pinyin(word) for word in words(name))


def _reasons(alignment: Alignment) -> list[Reason]:
    found = [_reason(pair) for pair in alignment.pairs]
    if alignment.fathers_differ:
        found.append(Reason(what="the fathers' names differ"))
    return found + [Reason(what="only in one", a=part.text) for part in alignment.unpaired]


def _reason(pair: Pair) -> Reason:
    what = "same part" if pair.near >= SAME else "near part" if pair.near >= NEAR else "different part"
    return Reason(what=what, a=pair.a.text, b=pair.b.text, near=round(pair.near, 3))
