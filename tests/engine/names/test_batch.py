"""Comparing, preparing and keying columns."""

from collections.abc import Callable
from itertools import pairwise

import nanoarrow
import numpy as np
import pytest

from kualik.engine.names import batch, compare, keys
from kualik.engine.names.batch import (
    FEATURES,
    UnequalColumns,
    compare_columns,
    features_columns,
    keys_columns,
    prepare_columns,
)
from kualik.engine.names.preparing import prepare, to_bytes

NAMES = ["Khalida Aqytkhan", "Халида Ақытхан", None, "哈丽旦·阿合提汗", "حاليدا اقىتحان", "12", "Қалида Ақытханқызы"]
OTHERS = [*NAMES[1:], NAMES[0]]
FORMS: list[Callable[[list[str | None]], object]] = [
    list,
    tuple,
    lambda texts: nanoarrow.Array(texts, nanoarrow.string()),
    lambda texts: nanoarrow.Array(texts, nanoarrow.large_string()),
    lambda texts: nanoarrow.Array.from_chunks(
        [nanoarrow.Array(texts[:2], nanoarrow.string()), nanoarrow.Array(texts[2:], nanoarrow.string())]
    ),
]


@pytest.fixture(params=["compiled", "plain"])
def law(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With the compiled core, and as it is where there is none."""
    if request.param == "plain":
        monkeypatch.setattr(batch, "core", lambda: None)
    return str(request.param)


@pytest.mark.parametrize("form", FORMS)
def test_a_column_is_compared_as_its_rows_are(law: str, form: Callable[[list[str | None]], object]) -> None:
    """Whatever its form, in C and in Python."""
    found = compare_columns(a=form(NAMES), b=OTHERS)

    assert law
    assert found.dtype == np.float64
    assert found == pytest.approx(
        [compare(a or "", b or "").score for a, b in zip(NAMES, OTHERS, strict=True)], abs=1e-4
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_column_is_prepared_as_its_rows_are(law: str, form: Callable[[list[str | None]], object]) -> None:
    """616 bytes a row."""
    assert law
    assert prepare_columns(names=form(NAMES)).tobytes() == b"".join(to_bytes(prepare(name or "")) for name in NAMES)


def test_a_column_is_described_alike_in_c_and_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every feature of every row; zeros where there is no name."""
    compiled = features_columns(a=NAMES, b=OTHERS)
    monkeypatch.setattr(batch, "core", lambda: None)
    plain = features_columns(a=NAMES, b=OTHERS)

    assert compiled.shape == (len(NAMES), len(FEATURES))
    assert compiled == pytest.approx(plain, abs=1e-6)
    assert not compiled[2].any()


def test_threads_change_nothing_but_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """However the rows are cut, and whatever chunks the columns have."""
    monkeypatch.setattr(batch, "PIECE", 3)
    chunks = nanoarrow.Array.from_chunks([nanoarrow.Array(NAMES[:4], nanoarrow.string())] * 5)
    listed = (NAMES[:4] * 5)[::-1]

    alone = compare_columns(a=chunks, b=listed)
    shared = compare_columns(a=list(NAMES[:4] * 5), b=listed, threads=4)

    assert np.array_equal(alone, shared)


def test_progress_is_told(law: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rising, and no further than there are rows."""
    monkeypatch.setattr(batch, "PIECE", 2)
    told: list[int] = []
    compare_columns(a=NAMES, b=OTHERS, progress=told.append)

    assert law
    assert told == sorted(told)
    assert told[0] == 2
    assert told[-1] in {6, 7}


def test_no_rows_give_no_answers(law: str) -> None:
    """As long as the columns are."""
    assert law
    assert len(compare_columns(a=[], b=nanoarrow.Array([], nanoarrow.string()))) == 0
    assert len(prepare_columns(names=[])) == 0


def test_columns_of_different_lengths_are_refused() -> None:
    """Both are told."""
    with pytest.raises(UnequalColumns, match="one column has 7 rows, the other 1"):
        compare_columns(a=NAMES, b=["x"])


def test_the_keys_of_a_column_lie_one_row_after_another() -> None:
    """As the parts of an Arrow list array."""
    found, offsets = keys_columns(names=NAMES)
    rows = [found[begin:end] for begin, end in pairwise(offsets)]

    assert rows == [sorted(keys(name or "")) for name in NAMES]
