"""Segments by the compiled core. People are fictional."""

import pytest

from kualik.engine.names import index_core
from kualik.engine.names.core import Core, CoreFailure, core
from kualik.engine.names.index_bytes import BadSegment
from kualik.engine.names.index_core import CoreSegment, build


@pytest.fixture
def compiled() -> Core:
    """Give the core, where there is one."""
    found = core()
    if found is None:
        pytest.skip("the core is not compiled here")
    return found


def test_building_tells_how_far_it_is_and_can_be_ended(compiled: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between portions; what the listener raises comes out."""
    monkeypatch.setattr(index_core, "PORTION", 2)
    told: list[tuple[int, int]] = []
    build(compiled, ["Aya", "Nur", "Serik"], lambda read, of: told.append((read, of)))

    def stop(_read: int, _of: int) -> None:
        raise KeyboardInterrupt

    assert told == [(2, 3), (3, 3)]
    with pytest.raises(KeyboardInterrupt):
        build(compiled, ["Aya"], stop)


def test_a_segment_of_another_model_is_refused(compiled: Core) -> None:
    """Its symbols would mean something else."""
    segment = build(compiled, ["Aya"], lambda _read, _of: None)
    segment[8] ^= 1

    with pytest.raises(BadSegment):
        CoreSegment(compiled, memoryview(segment))


def test_a_segment_closed_can_be_closed_again(compiled: Core) -> None:
    """And gives the core's memory back once."""
    with CoreSegment(compiled, memoryview(build(compiled, ["Aya"], lambda _read, _of: None))) as segment:
        assert [row for row, _, _ in segment.search("Aya", 3)] == [0]
    segment.close()

    assert segment.handle.value is None


def test_a_failure_that_is_not_the_segments_is_told_as_it_is(compiled: Core) -> None:
    """A model that lacks a section is not a damaged index."""
    assert issubclass(CoreFailure, Exception)
    assert index_core.BAD_INDEX == 5
    assert set(index_core.ARGUMENTS) >= {"kn_index_open", "kn_index_search"}
    assert all(hasattr(compiled.library, name) for name in index_core.ARGUMENTS)
