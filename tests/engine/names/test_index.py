"""An index of names. People are fictional."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names import NameIndex, NotAnIndex
from kualik.engine.names.index import is_index

NAMES = ["Serik Bolatuly", "Халида Ақытхан", "", "Khalida Aqytbek", "哈丽达·阿合特汗", "Aya"]


def test_finds_a_name_in_other_scripts_first() -> None:
    """With the rows they stand in, counted from 0."""
    hits = NameIndex.build(NAMES).search("Khalida Aqytkhan", 3)

    assert {hit.row for hit in hits[:2]} == {1, 4}
    assert hits[2].row == 3
    assert hits[0].score >= hits[1].score > 0.9 > hits[2].score


def test_of_equal_names_the_earlier_comes_first() -> None:
    """So that an answer can be repeated."""
    assert [hit.row for hit in NameIndex.build(["Aya", "Aya", "Aya"]).search("Aya", 2)] == [0, 1]


def test_nothing_like_it_is_nothing() -> None:
    """No hit is made up."""
    assert NameIndex.build(NAMES).search("12", 3) == []
    assert NameIndex.build([]).search("Aya") == []


def test_an_index_saved_and_loaded_answers_the_same(tmp_path: Path) -> None:
    """It is plain JSON."""
    index = NameIndex.build(NAMES)
    index.save(tmp_path / "names.index")

    assert NameIndex.load(tmp_path / "names.index").search("Khalida Aqytkhan") == index.search("Khalida Aqytkhan")


@pytest.mark.parametrize(
    "content", ["Khalida\n", "", '{"form": "kualik names index 1"', '{"form": "kualik names index 1", "names": []}']
)
def test_what_is_no_index_is_refused(tmp_path: Path, content: str) -> None:
    """A list of names, an empty file, one cut off, one that lacks a part."""
    path = tmp_path / "names.index"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(NotAnIndex, match="kualik names index FILE"):
        NameIndex.load(path)
    assert is_index(path) is content.startswith("{")


@given(st.lists(st.sampled_from([*NAMES, "Marat Ospan", "Nurlan"]), min_size=1))
def test_every_name_finds_itself(names: list[str]) -> None:
    """With the best score there is."""
    index = NameIndex.build(names)

    for name in filter(None, names):
        assert name in {hit.name for hit in index.search(name, len(names))}
