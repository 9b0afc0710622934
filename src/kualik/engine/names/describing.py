"""Describe two names to the trees: how well their parts answer each other, what is left over, what contradicts.

The law of core/describe.c, in the order of core/describe.h. A feature is a float32 there; here it is rounded to one.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import groupby

from kualik.engine.names.aligning import NAT, SYMBOLS, VOWEL, Costs, Met, Reading, Step, context, expected, meet
from kualik.engine.names.aligning import span as span_of
from kualik.engine.names.aligning import steps as steps_of
from kualik.engine.names.assigning import Assignment, Pair, assign, without_titles
from kualik.engine.names.model import Model
from kualik.engine.names.preparing import CLERIC, MOST_PARTS, PART, Name, to_bytes
from kualik.engine.names.sounding import FAMILY, FATHER, FEMALE, MALE

__all__ = ["FEATURES", "NO_FATHER", "Learned", "bones", "describe", "in_order", "near", "rarity", "sex", "turned"]

NO_FATHER = 2.0  # the nearness of fathers where no two parts are fathers
BAD_STEP, MOST_STEP = -NAT, 8 * NAT
HASH, FACTOR, WORD = 2166136261, 16777619, 0xFFFFFFFF  # FNV-1a
FAR, MIXED, MODULUS = 0.5, 2654435761, 65521

OF_A_PAIR = (
    "near value lost expected worst_step bad_consonants lost_consonants lost_vowels first_step last_step same rarity"
    " kinds joined cut close_value close_lost close_step"
)
OF_THE_NAMES = (
    "near value expected evidence covered_a covered_b left_a left_b left_plain_a left_plain_b left_father_a"
    " left_father_b left_family_a left_family_b left_cleric parts_a parts_b script_a script_b pinyin_a pinyin_b"
    " father_near half_father_near sex initials joins whole_near pairs bad least_size"
)
FEATURES = (
    *(f"{which}_{name}" for which in ("worst", "next", "best") for name in OF_A_PAIR.split()),
    *OF_THE_NAMES.split(),
)
"""What a description holds, in its order."""


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """Costs of all names and, along the path those found, of Central Asian ones; rarity by hashed bones, in 8ths.

    alike: bits [256][256], whether two symbols write one sound.
    """

    costs: Costs
    close: Costs
    rarity: Sequence[int]
    alike: Sequence[int]

    @classmethod
    def of(cls, model: Model) -> "Learned":
        """Read what a model learned."""
        return cls(
            costs=Costs.of(model),
            close=Costs.of(model, "m.close"),
            rarity=model.section("m.rarity"),
            alike=model.section("t.alike"),
        )


def in_order(one: Name, other: Name) -> tuple[Name, Name]:
    """Set titles aside, and the names in an order that is the same whichever was given first."""
    a, b = without_titles(one), without_titles(other)
    return (b, a) if turned(one, other) else (a, b)


def turned(one: Name, other: Name) -> bool:
    """Say whether `in_order` puts the second name first."""
    first, second = ((_order_free(plain), name, plain) for name, plain in _plain(one, other))
    if first[0] != second[0]:
        return first[0] > second[0]
    return _laid_out(*first[1:]) > _laid_out(*second[1:])


def _plain(*names: Name) -> Iterator[tuple[Name, Name]]:
    return ((name, without_titles(name)) for name in names)


def _order_free(name: Name) -> tuple[int, ...]:
    size = sum(len(part.symbols[0]) for part in name.parts)
    total = sum(symbol * MIXED % MODULUS for part in name.parts for symbol in part.symbols[0])
    return name.script, name.pinyin, len(name.parts), size, total


def _laid_out(name: Name, plain: Name) -> bytes:
    """Lay the parts out as the core does, which leaves what stood behind the last one where it was."""
    kept = len(plain.parts) * PART.size
    head = len(to_bytes(name)) - MOST_PARTS * PART.size
    return to_bytes(plain)[head : head + kept] + to_bytes(name)[head + kept :]


def describe(learned: Learned, a: Name, b: Name) -> dict[str, float] | None:
    """Describe two names.

    Args:
        learned: what was learned.
        a: the first of `in_order`.
        b: the second.

    Returns:
        FEATURES by name, each a float32; None where one of the names has no part, or no script.
    """
    if not a.parts or not b.parts or not a.script or not b.script:
        return None
    found = assign(learned.costs, a, b)
    if not found.pairs:
        return None
    ranked = sorted(found.pairs, key=cmp_to_key(_worse))
    shown = {"worst": ranked[0], "next": ranked[min(1, len(ranked) - 1)], "best": ranked[-1]}
    told = {f"{which}_{name}": value for which, pair in shown.items() for name, value in _pair(learned, pair).items()}
    told |= _sums(learned, found, a, b) | _names(a, b)
    told["whole_near"] = _whole_near(learned, a, b) if len(a.parts) != len(b.parts) else told["near"]
    return dict(zip(FEATURES, array("f", (told[name] for name in FEATURES)), strict=True))


def _worse(one: Pair, other: Pair) -> int:
    """Order pairs from the worst to the best, of equal ones the longer first."""
    apart = one.met.value * other.met.expected - other.met.value * one.met.expected
    return apart or other.met.expected - one.met.expected


def near(value: int, due: int) -> float:
    """Say how near: the value per value expected."""
    return value / max(due, NAT)


def bones(costs: Costs, reading: Reading, length: int) -> int:
    """Hash the bones of the first symbols: classes of consonants, doubles once, tagged by script."""
    found = HASH ^ reading.script
    for bone, _ in groupby(costs.symbol[4 * symbol + 3] for symbol in reading.symbols[:length]):
        if bone:
            found = (found ^ bone) * FACTOR & WORD
    return (found ^ found >> 16) & 0xFFFF


def rarity(learned: Learned, met: Met) -> float:
    """Say how rare the commoner of two parts is, in nats."""
    sides = zip(met.readings, met.lengths, strict=True)
    return min(learned.rarity[bones(learned.costs, reading, length)] for reading, length in sides) / 8


def _pair(learned: Learned, pair: Pair) -> dict[str, float]:
    met = pair.met
    path = steps_of(learned.costs, met)
    vowel = [_is_vowel(learned.costs, met, step) for step in path]
    close = [_worth(learned.close, met, step) for step in path]
    lost = [max(0, -step.worth) for step in path]
    return {
        "near": near(met.value, met.expected),
        "value": met.value / NAT,
        "lost": (met.expected - met.value) / NAT,
        "expected": met.expected / NAT,
        "worst_step": min((step.worth for step in path), default=MOST_STEP) / NAT,
        "bad_consonants": sum(not v and step.worth < BAD_STEP for step, v in zip(path, vowel, strict=True)),
        "lost_consonants": sum(one for one, v in zip(lost, vowel, strict=True) if not v) / NAT,
        "lost_vowels": sum(one for one, v in zip(lost, vowel, strict=True) if v) / NAT,
        "first_step": path[-1].worth / NAT if path else 0,
        "last_step": path[0].worth / NAT if path else 0,
        "same": sum(_is_same(learned.costs, met, step) for step in path) / max(1, len(path)),
        "rarity": rarity(learned, met),
        "kinds": _kinds(pair),
        "joined": pair.a.count + pair.b.count - 2,
        "cut": met.cut,
        "close_value": sum(close) / NAT,
        "close_lost": (_expected(learned.close, met) - sum(close)) / NAT,
        "close_step": min([MOST_STEP, *close]) / NAT,
    }


def _is_vowel(costs: Costs, met: Met, step: Step) -> bool:
    places = zip(met.readings, (step.i, step.j), strict=True)
    return all(place < 0 or costs.symbol[4 * reading.symbols[place]] == VOWEL for reading, place in places)


def _is_same(costs: Costs, met: Met, step: Step) -> bool:
    if step.i < 0 or step.j < 0:
        return False
    a, b = met.readings
    return costs.symbol[4 * a.symbols[step.i] + 2] == costs.symbol[4 * b.symbols[step.j] + 2]


def _worth(costs: Costs, met: Met, step: Step) -> int:
    """Say what a step is worth under other costs than those that chose it."""
    (a, b), worth = met.readings, 0
    if step.i >= 0:
        worth += (costs.keep if step.j >= 0 else costs.drop)[context(costs, a, step.i, b.script)]
    if step.j >= 0:
        worth += (costs.keep if step.i >= 0 else costs.drop)[context(costs, b, step.j, a.script)]
    if step.i >= 0 and step.j >= 0:
        worth += costs.match[SYMBOLS * a.symbols[step.i] + b.symbols[step.j]]
    return worth


def _expected(costs: Costs, met: Met) -> int:
    (a, b), (i, j) = met.readings, met.lengths
    return expected(costs, a, i, b.script) + expected(costs, b, j, a.script)


def _kinds(pair: Pair) -> int:
    sides = (pair.a.flags, pair.b.flags)
    fathers, families = (sum(bool(flags & kind) for flags in sides) for kind in (FATHER, FAMILY))
    return fathers + 3 * families + 9 * any(flags & CLERIC for flags in sides) + 18 * pair.met.initial


def _sums(learned: Learned, found: Assignment, a: Name, b: Name) -> dict[str, float]:
    pairs = [pair.met for pair in found.pairs]
    value, due = sum(met.value for met in pairs), sum(met.expected for met in pairs)
    good = sum(max(0, met.value) for met in pairs)
    left_a = _left(learned, a, found.left_a, b.script)
    left_b = _left(learned, b, found.left_b, a.script)
    return {
        "near": near(value, due + left_a + left_b),
        "value": value / NAT,
        "expected": due / NAT,
        "evidence": sum(min(rarity(learned, met), met.value / NAT) for met in pairs if met.value > 0),
        "covered_a": near(good, due + 2 * left_a),
        "covered_b": near(good, due + 2 * left_b),
        "left_a": left_a / NAT,
        "left_b": left_b / NAT,
        **_kinds_left(a, b, found),
        "father_near": _fathers(found, 2),
        "half_father_near": _fathers(found, 1),
        "initials": sum(met.initial for met in pairs),
        "joins": sum(pair.a.count + pair.b.count - 2 for pair in found.pairs),
        "pairs": len(pairs),
        "bad": sum(near(met.value, met.expected) < FAR for met in pairs),
    }


def _left(learned: Learned, name: Name, left: Sequence[int], other: int) -> int:
    """Add up what parts that answer none would have brought."""
    readings = [span_of(name.parts, place, 1).readings[0] for place in left]
    return sum(expected(learned.costs, reading, reading.stem, other) for reading in readings)


def _kinds_left(a: Name, b: Name, found: Assignment) -> dict[str, float]:
    kinds = ("left_cleric", *(f"left_{kind}_{side}" for kind in ("father", "family", "plain") for side in "ab"))
    told = dict.fromkeys(kinds, 0.0)
    for side, name, left in (("a", a, found.left_a), ("b", b, found.left_b)):
        for place in left:
            told[_kind_left(name.parts[place].flags, side)] += 1
    return told


def _kind_left(flags: int, side: str) -> str:
    if flags & CLERIC:
        return "left_cleric"
    return (
        f"left_father_{side}" if flags & FATHER else f"left_family_{side}" if flags & FAMILY else f"left_plain_{side}"
    )


def _fathers(found: Assignment, many: int) -> float:
    """Say how near the fathers' names are that say so on both sides, or on one of them; NO_FATHER where none does."""
    own = [pair for pair in found.pairs if bool(pair.a.flags & FATHER) + bool(pair.b.flags & FATHER) == many]
    return min([NO_FATHER, *(near(pair.met.value, pair.met.expected) for pair in own)])


def _names(a: Name, b: Name) -> dict[str, float]:
    return {
        "parts_a": len(a.parts),
        "parts_b": len(b.parts),
        "script_a": a.script,
        "script_b": b.script,
        "pinyin_a": a.pinyin,
        "pinyin_b": b.pinyin,
        "sex": sex(a) * sex(b),
        "least_size": min(sum(len(part.symbols[0]) for part in name.parts) for name in (a, b)),
    }


def sex(name: Name) -> int:
    """Say what endings tell: 1 a woman, -1 a man, 0 neither or both."""
    female, male = (any(part.flags & kind for part in name.parts) for kind in (FEMALE, MALE))
    return female - male


def _whole_near(learned: Learned, a: Name, b: Name) -> float:
    """Set both names against each other as one part each, for parts cut in ways that joining does not undo."""
    met = meet(learned.costs, span_of(a.parts, 0, len(a.parts)), span_of(b.parts, 0, len(b.parts)))
    return near(met.value, met.expected) if met else 0.0
