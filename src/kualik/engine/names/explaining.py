"""What is seen when two names are compared: by the compiled core (core/explain.c), or by the same law in Python."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from struct import Struct
from typing import NamedTuple

from kualik.engine.names import core as compiled
from kualik.engine.names.aligning import Span
from kualik.engine.names.assigning import Pair, assign, without_titles
from kualik.engine.names.columns import ListedTexts
from kualik.engine.names.core import Core
from kualik.engine.names.describing import rarity, sex, turned
from kualik.engine.names.preparing import TITLE, Name, NamePart, prepare
from kualik.engine.names.scoring import Law, law, same_part, score

__all__ = ["ASIDE", "LEFT", "MET", "Explanation", "Question", "Seen", "explain"]

MET, LEFT, ASIDE = 0, 1, 2
LATN = 1
SEEN, HEAD = Struct("<8B4Hf"), Struct("<dBBBxbb2x")
EXPLANATION = HEAD.size + 16 * SEEN.size


class Seen(NamedTuple):
    """Two runs of parts that met, or one part of either name that met none or was set aside as a title.

    kind: MET, LEFT or ASIDE. initial: a letter was set against a part. rarity: of the commoner part, 8 to the nat.
    same: the same sounds. Then of either name how many parts (0: the part is of the other name), their flags, and
    which code points of the text (half open). near: the value per value expected.
    """

    kind: int
    initial: int
    rarity: int
    same: int
    count_a: int
    count_b: int
    flags_a: int
    flags_b: int
    first_a: int
    last_a: int
    first_b: int
    last_b: int
    near: float


class Explanation(NamedTuple):
    """The probability, how many parts each has, the sex that endings tell (1 a woman, -1 a man), and what was seen."""

    score: float
    parts: tuple[int, int]
    sex: tuple[int, int]
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Two names to be compared, and whether the Latin letters of either are said to be pinyin."""

    a: str
    b: str
    pinyin_a: bool = False
    pinyin_b: bool = False


def explain(questions: Sequence[Question], *, core: Core | None) -> list[Explanation]:
    """Compare names, and tell what was seen.

    Args:
        questions: pairs of names.
        core: the compiled core; None: the law in Python answers, the same but slowly.

    Returns:
        One explanation for each, its parts in the order in which the first name has them.

    Raises:
        CoreFailure, NothingLearned: the model holds nothing to score with.
    """
    if core is None:
        return [_by_law(law(), question) for question in questions]
    a = _prepared(core, [question.a for question in questions], [question.pinyin_a for question in questions])
    b = _prepared(core, [question.b for question in questions], [question.pinyin_b for question in questions])
    out = bytearray(EXPLANATION * len(questions))
    place = (ctypes.c_char * len(out)).from_buffer(out)
    core.call("kn_explain", a, b, len(questions), place)
    return [_read(out, start) for start in range(0, len(out), EXPLANATION)]


def _prepared(core: Core, texts: Sequence[str], pinyin: Sequence[bool]) -> "ctypes.Array[compiled.Name]":
    column, held = ListedTexts(listed=texts).column(0, len(texts))
    names = (compiled.Name * len(texts))()
    core.call("kn_prepare", ctypes.byref(column), 0, len(texts), names)
    del held
    for row, said in enumerate(pinyin):
        if said:
            _only_pinyin(names[row])
    return names


def _only_pinyin(name: compiled.Name) -> None:
    """Leave of Latin parts the reading as pinyin only."""
    for part in name.parts[: name.count]:
        if part.script == LATN and part.length[1]:
            part.symbols[0][:] = part.symbols[1][:]
            for lengths in (part.length, part.stem, part.bare):
                lengths[0], lengths[1] = lengths[1], 0


def _read(out: bytearray, start: int) -> Explanation:
    likely, count, parts_a, parts_b, sex_a, sex_b = HEAD.unpack_from(out, start)
    begin = start + HEAD.size
    seen = tuple(map(Seen._make, SEEN.iter_unpack(memoryview(out)[begin : begin + count * SEEN.size])))
    return Explanation(likely, (parts_a, parts_b), (sex_a, sex_b), seen)


def _by_law(own: Law, question: Question) -> Explanation:
    one, other = _read_as(question.a, pinyin=question.pinyin_a), _read_as(question.b, pinyin=question.pinyin_b)
    a, b = without_titles(one), without_titles(other)
    seen: tuple[Seen, ...] = ()
    if a.parts and b.parts:
        met = _met(own, a, b, back=turned(one, other))
        seen = (*met, *_aside(one, a, of_a=True), *_aside(other, b, of_a=False))
    return Explanation(score(own, one, other), (len(one.parts), len(other.parts)), (sex(a), sex(b)), seen)


def _read_as(text: str, *, pinyin: bool) -> Name:
    name = prepare(text)
    if not pinyin:
        return name
    return replace(name, parts=tuple(_as_pinyin(part) for part in name.parts))


def _as_pinyin(part: NamePart) -> NamePart:
    if part.script != LATN or not part.symbols[1]:
        return part
    return replace(part, symbols=(part.symbols[1], b""), stem=(part.stem[1], 0), bare=(part.bare[1], 0))


def _met(own: Law, a: Name, b: Name, *, back: bool) -> Iterator[Seen]:
    found = assign(own.learned.costs, *((b, a) if back else (a, b)))
    left_a, left_b = (found.left_b, found.left_a) if back else (found.left_a, found.left_b)
    for pair in sorted(found.pairs, key=lambda pair: (pair.b if back else pair.a).first):
        yield _pair(own, a, b, pair, back=back)
    for place in left_a:
        yield _alone(LEFT, a.parts[place], of_a=True)
    for place in left_b:
        yield _alone(LEFT, b.parts[place], of_a=False)


def _pair(own: Law, a: Name, b: Name, pair: Pair, *, back: bool) -> Seen:
    of_a, of_b = (pair.b, pair.a) if back else (pair.a, pair.b)
    single = of_a.count == of_b.count == 1
    return Seen(
        MET,
        pair.met.initial,
        int(8 * rarity(own.learned, pair.met)),
        single and same_part(own.learned.alike, a.parts[of_a.first], b.parts[of_b.first]),
        of_a.count,
        of_b.count,
        of_a.flags,
        of_b.flags,
        *_place(a, of_a),
        *_place(b, of_b),
        pair.met.value / pair.met.expected,
    )


def _place(name: Name, span: Span) -> tuple[int, int]:
    return name.parts[span.first].first, name.parts[span.first + span.count - 1].last


def _alone(kind: int, part: NamePart, *, of_a: bool) -> Seen:
    if of_a:
        return Seen(kind, 0, 0, 0, 1, 0, part.flags, 0, part.first, part.last, 0, 0, 0.0)
    return Seen(kind, 0, 0, 0, 0, 1, 0, part.flags, 0, 0, part.first, part.last, 0.0)


def _aside(name: Name, plain: Name, *, of_a: bool) -> Iterator[Seen]:
    for part in name.parts if len(plain.parts) < len(name.parts) else ():
        if part.flags & TITLE:
            yield _alone(ASIDE, part, of_a=of_a)
