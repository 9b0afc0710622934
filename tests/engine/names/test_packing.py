"""Writing model.bin."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.model import open_model
from kualik.engine.names.packing import packed, write_sections

SECTIONS = st.dictionaries(st.from_regex(r"[a-z.]{1,15}", fullmatch=True), st.binary(max_size=200), max_size=8)


@given(SECTIONS)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, sections: dict[str, bytes]) -> None:
    """Every section comes back, at a multiple of 64 bytes."""
    path = tmp_path_factory.mktemp("model") / "model.bin"
    write_sections(path, sections)
    model = open_model(path)

    assert {name: bytes(content) for name, content in model.sections.items()} == sections
    assert all(offset % 64 == 0 for offset, _ in model.places.values())


def test_the_order_of_sections_makes_no_difference() -> None:
    """The same sections give the same bytes, so that a model that is written again is the same file."""
    assert packed({"a": b"1", "b": b"2"}) == packed({"b": b"2", "a": b"1"})


@pytest.mark.parametrize("name", ["", "sixteen letters.", "ä"])
def test_a_name_that_does_not_fit_is_refused(name: str) -> None:
    """It is never cut off in silence."""
    with pytest.raises(ValueError, match="1 to 15 ASCII"):
        packed({name: b""})


def test_a_model_is_replaced_whole(tmp_path: Path) -> None:
    """Nothing else is left behind."""
    path = tmp_path / "model.bin"
    write_sections(path, {"a": b"1"})
    write_sections(path, {"a": b"2"})

    assert bytes(open_model(path).section("a")) == b"2"
    assert list(tmp_path.iterdir()) == [path]
