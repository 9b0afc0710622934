"""Find a secret in a text that is to be released, in whatever script or spelling it stands there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import decimal

from kualik.engine.names import compare, keys, parts
from kualik.engine.screening.endings import inflected

__all__ = ["Leak", "risks"]

WHOLE, PART, NUMBER = "whole name", "part of the name", "number"
SURE = 0.8  # probability from which a stretch of text is taken for a secret name
SURE_OF_PART = 0.98  # the same for one part alone, which many people share
STRANGE = 0.02  # less sure for each word of the stretch that is no part of the name
LEAST_PART = 4  # sounds; shorter parts are in too many words
KEPT = 3  # sounds at the head of a part that no ending changes
LEAST_DIGITS = 6
LETTER = r"[^\W\d_\u3400-\u9fff]"
WITHIN = "[\u0300-\u036f\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200f\u2060\ufeff]"  # marks, and what is not seen
TOKEN = re.compile(rf"{LETTER}(?:{LETTER}|{WITHIN})*(?:['’ʼʻ`]{LETTER}(?:{LETTER}|{WITHIN})*)*")
CHINESE = re.compile(r"[\u3400-\u9fff]")
UNSEEN = re.compile("[\u0640\u00ad\u200b-\u200f\u2060\ufeff]")
DIGITS = re.compile(r"\d(?:[\s().·_\-\u2010-\u2015\u2212]*\d)+")
VOWELS = re.compile(r"[aeiou]+")
MOST_OF_IT = 0.75  # of a name's syllables; a stretch with fewer can only be a part
SPREAD = 2  # syllables by which a Chinese transcription may be longer or shorter than the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """A secret found in a text: which, how much of it, where (`text[start:end] == quote`), how surely (0 to 1)."""

    secret: str
    kind: str
    start: int
    end: int
    quote: str
    score: float


def risks(text: str, secrets: Iterable[str]) -> tuple[Leak, ...]:
    """Find secrets in a text.

    Args:
        text: what is to be released.
        secrets: names of people (in any of our scripts), telephone and identity numbers.

    Returns:
        What was found, in the order of the text; of stretches that overlap, per secret the surest.

    Assumes:
        Names only: a description ("his wife") that points at somebody is not found.
    """
    found: list[Leak] = []
    for secret in dict.fromkeys(secrets):
        digits = _digits(secret)
        if len(digits) >= LEAST_DIGITS:
            found += _numbers(text, secret, digits)
    names = [secret for secret in dict.fromkeys(secrets) if parts(secret)]
    found += _names(text, names)
    return tuple(sorted(_surest(found), key=lambda leak: (leak.start, leak.end, leak.secret)))


def _digits(text: str) -> str:
    return "".join(str(decimal(letter)) for letter in text if letter.isdecimal())


def _numbers(text: str, secret: str, digits: str) -> Iterator[Leak]:
    for match in DIGITS.finditer(text):
        if digits in _digits(match.group()):
            yield _leak(text, secret, NUMBER, match.span(), 1.0)


def _leak(text: str, secret: str, kind: str, span: tuple[int, int], score: float) -> Leak:
    return Leak(secret=secret, kind=kind, start=span[0], end=span[1], quote=text[span[0] : span[1]], score=score)


def _names(text: str, names: Sequence[str]) -> Iterator[Leak]:
    meeting: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for key in keys(name):
            meeting[key].add(name)
    longest = max((len(parts(name)) for name in names), default=0)
    yield from _inflected(text, names)
    for span in [*_windows(text, longest + 1), *_chinese_windows(text, names)]:
        quote = _seen(text, span)
        near = set().union(*(meeting[key] for key in keys(quote) if key in meeting))
        for name in near:
            yield from _compared(text, name, span)


def _windows(text: str, longest: int) -> Iterator[tuple[int, int]]:
    tokens = [match.span() for match in TOKEN.finditer(text)]
    for place, (start, _) in enumerate(tokens):
        for _, end in tokens[place : place + longest]:
            yield start, end


def _chinese_windows(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Cut stretches of Chinese, which has no spaces, as long as the names or their parts may be."""
    sizes = set[int]()
    for name in names:
        for count in (_syllables(name), *(_syllables(part.text) for part in parts(name))):
            sizes |= set(range(max(2, count - SPREAD), count + SPREAD + 1))
    for stretch in re.finditer(r"[\u3400-\u9fff]+(?:[·•・‧∙⋅.\s][\u3400-\u9fff]+)*", text):
        start, end = stretch.span()
        letters = [place for place in range(start, end) if CHINESE.match(text[place])]
        for first in range(len(letters)):
            for size in sizes:
                if first + size <= len(letters):
                    yield letters[first], letters[first + size - 1] + 1


def _seen(text: str, span: tuple[int, int]) -> str:
    """Take a stretch as a reader sees it: without soft hyphens and the like, which a name may be cut up by."""
    return UNSEEN.sub("", text[span[0] : span[1]])


def _inflected(text: str, names: Sequence[str]) -> Iterator[Leak]:
    """Find single parts of names with an ending of the sentence, which make them unlike the name as it is listed."""
    stems: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name in names:
        for part in parts(name):
            stems[part.stems[0][:KEPT]].add((name, part.stems[0]))
    for span in _windows(text, 1):
        for word in parts(_seen(text, span)):
            for name, stem in stems.get(word.stems[0][:KEPT], ()):
                if inflected(word.stems[0], stem):
                    yield _leak(text, name, PART, span, SURE_OF_PART)


def _compared(text: str, name: str, span: tuple[int, int]) -> Iterator[Leak]:
    quote = _seen(text, span)
    if len(parts(name)) == 1 or _syllables(quote) >= MOST_OF_IT * _syllables(name):
        found = compare(quote, name)
        strange = sum(reason.in_one and bool(reason.a) for reason in found.why)
        if found.score >= SURE:
            yield _leak(text, name, WHOLE, span, max(SURE, found.score - STRANGE * strange))
    elif len(parts(quote)) == 1:
        named = (part for part in parts(name) if len(part.stems[0]) >= LEAST_PART)
        score = max((compare(quote, part.text).score for part in named), default=0.0)
        if score >= SURE_OF_PART:
            yield _leak(text, name, PART, span, score)


def _syllables(name: str) -> int:
    return sum(len(VOWELS.findall(part.stems[0])) for part in parts(name))


def _surest(found: Iterable[Leak]) -> list[Leak]:
    """Keep, of stretches that overlap, the whole before the part, then the surest, then the shortest."""
    order = (WHOLE, NUMBER, PART)
    kept: list[Leak] = []
    for leak in sorted(set(found), key=lambda one: (order.index(one.kind), -one.score, one.end - one.start, one.start)):
        if not any(leak.secret == one.secret and leak.start < one.end and one.start < leak.end for one in kept):
            kept.append(leak)
    return kept
