"""Building a segment without the compiled core. People are fictional."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.core import core
from kualik.engine.names.index_bytes import head_of
from kualik.engine.names.index_core import build as build_in_core
from kualik.engine.names.index_plain_build import build, counted, spellings
from kualik.engine.names.model import shipped
from kualik.engine.names.preparing import prepare

NAMES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["Serik Bolatuly", "Халида Ақытханқызы", "哈丽达·阿合特汗", "Mr A. Aya", "Nuer Baikeli", "قاليدا اقىتحان"]
    ),
)


def quiet(_read: int, _of: int) -> None:
    """Say nothing."""


@given(st.lists(NAMES))
def test_core_and_plain_build_the_same_bytes(names: list[str]) -> None:
    """Or an index would depend on the machine that made it."""
    compiled = core()
    if compiled is not None:
        assert build_in_core(compiled, names, quiet) == build(shipped(), names, quiet)


def test_titles_and_initials_are_not_looked_for() -> None:
    """They are borne by everybody."""
    assert len(counted(prepare("Mr A. Qadir"))) == 1
    assert head_of(memoryview(build(shipped(), ["Mr", "A."], quiet))).words == 0


def test_a_part_is_indexed_with_its_ending_and_without() -> None:
    """Ақытханқызы is found under Ақытхан."""
    (whole, stem, *_) = spellings(prepare("Ақытханқызы").parts[0])

    assert whole.startswith(stem)
    assert len(stem) < len(whole)


def test_progress_is_told_and_can_end_it() -> None:
    """After every name."""
    told: list[tuple[int, int]] = []
    build(shipped(), ["Aya", "Nur"], lambda read, of: told.append((read, of)))

    assert told == [(1, 2), (2, 2)]
