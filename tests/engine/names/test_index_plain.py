"""Searching a segment without the compiled core. People are fictional."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.core import core
from kualik.engine.names.index_bytes import BadSegment
from kualik.engine.names.index_core import CoreSegment
from kualik.engine.names.index_plain import Near, PlainSegment, logarithm
from kualik.engine.names.index_plain_build import build
from kualik.engine.names.model import shipped

PARTS = [
    *("Serik", "Nurlan", "Khalida", "Aqytkhan", "Bolatuly", "Abdu", "Rahman", "Abdurahman", "Marat", "Aya", "A."),
    *("Серік", "Нұрлан", "Халида", "Ақытханқызы", "Болатұлы", "Абдурахман"),
    *(
        "قاليدا",
        "اقىتحان",
        "سەرىك",
        "ئابدۇراھمان",
        "哈丽达",
        "阿合特汗",
        "努尔兰",
        "阿卜杜热合曼",
        "Halidan",
        "Nuerlan",
    ),
]
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join)


@given(st.lists(NAMES, max_size=30), st.one_of(NAMES, st.text(max_size=9)), st.integers(1, 50))
def test_core_and_plain_find_the_same_rows(names: list[str], q: str, k: int) -> None:
    """With the same worth, and the same scores to a millionth."""
    compiled = core()
    if compiled is None:
        pytest.skip("the core is not compiled here")
    segment = build(shipped(), names, lambda _read, _of: None)
    plain, fast = PlainSegment(shipped(), memoryview(segment)), CoreSegment(compiled, memoryview(segment))

    assert plain.search(q, k, in_full=False) == fast.search(q, k, in_full=False)
    scored, as_fast = plain.search(q, k), fast.search(q, k)
    assert [one[:2] for one in scored] == [one[:2] for one in as_fast]
    assert [one[2] for one in scored] == pytest.approx([one[2] for one in as_fast], abs=1e-6)


def test_logarithms_are_whole_numbers() -> None:
    """Sixteen to a doubling, and never falling."""
    assert [logarithm(x) for x in (0, 1, 2, 3, 4, 1024)] == [0, 0, 16, 24, 32, 160]
    assert all(logarithm(x) <= logarithm(x + 1) for x in range(5000))


def test_the_model_says_how_spellings_are_looked_for() -> None:
    """The same symbol costs nothing, and what is said costs no more than what is silent on both sides."""
    near = Near.of(shipped())

    assert near.few < near.most
    assert near.match.shape == (256, 256)
    assert (near.match == near.match.T).all()
    assert near.gap.min() >= 1


def test_a_segment_of_another_model_is_refused() -> None:
    """Its symbols would mean something else."""
    segment = build(shipped(), ["Aya"], lambda _read, _of: None)
    segment[8] ^= 1

    with pytest.raises(BadSegment, match="another model"):
        PlainSegment(shipped(), memoryview(segment))
