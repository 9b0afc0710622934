"""An index of names. People are fictional."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names import NameIndex, NotAnIndex, index
from kualik.engine.names.core import available
from kualik.engine.names.index import OldIndex, stored_names
from kualik.engine.names.index_file import read_segments, write_segments
from kualik.engine.names.index_plain_build import build
from kualik.engine.names.model import shipped

NAMES = ["Serik Bolatuly", "Халида Ақытхан", "", "Khalida Aqytbek", "哈丽达·阿合特汗", "Aya"]
SEGMENT = build(shipped(), NAMES, lambda _read, _of: None)
ODD = ["a\nb", "x" * 10_000, "😀", "\ud800 Aya", "\u202eAya", "12", "Mr"]


def rows(found: NameIndex, q: str, k: int = 10) -> list[int]:
    """Give the rows found."""
    return [hit.row for hit in found.search(q, k)]


@pytest.fixture(params=["compiled", "plain"])
def both(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test with the compiled core and without it."""
    if request.param == "plain":
        monkeypatch.setattr(index, "core", lambda: None)
    elif not available():
        pytest.skip("the core is not compiled here")
    return str(request.param)


@pytest.mark.usefixtures("both")
def test_finds_a_name_in_other_scripts_first() -> None:
    """With the rows they stand in, counted from 0."""
    hits = NameIndex.build(NAMES).search("Khalida Aqytkhan", 3)

    assert {hit.row for hit in hits[:2]} == {1, 4}
    assert hits[2].row == 3
    assert hits[0].score >= hits[1].score > 0.9 > hits[2].score


@pytest.mark.usefixtures("both")
def test_of_equal_names_the_earlier_comes_first() -> None:
    """So that an answer can be repeated."""
    assert rows(NameIndex.build(["Aya", "Aya", "Aya"]), "Aya", 2) == [0, 1]


@pytest.mark.usefixtures("both")
def test_nothing_like_it_is_nothing() -> None:
    """No hit is made up."""
    assert NameIndex.build(NAMES).search("12", 3) == []
    assert NameIndex.build([]).search("Aya") == []
    assert NameIndex.build(["", "12"]).search("Aya") == []


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(
    ("one", "apart"),
    [("哈丽旦阿合提汗", "Khalida Aqytkhan"), ("Abdurahman", "Abdu Rahman"), ("哈丽旦阿合提汗", "哈丽旦·阿合提汗")],
)
def test_parts_written_in_one_are_found_and_find(one: str, apart: str) -> None:
    """A Chinese name without its dot, a given name in one word or in two: whichever of them stands in the list."""
    assert 0 in rows(NameIndex.build([one, "Serik Bolatuly"]), apart)
    assert 0 in rows(NameIndex.build([apart, "Serik Bolatuly"]), one)


@pytest.mark.usefixtures("both")
def test_odd_names_keep_their_rows(tmp_path: Path) -> None:
    """Newlines, ten thousand characters, emoji, half a surrogate pair: each is a row and comes back as it was."""
    NameIndex.build([*ODD, *NAMES]).save(tmp_path / "odd.index")
    loaded = NameIndex.load(tmp_path / "odd.index")

    assert list(loaded.names) == [*ODD, *NAMES]
    assert len(ODD) + 1 in rows(loaded, "Халида Ақытхан")
    for odd in ODD:
        assert all(hit.name == loaded.names[hit.row] for hit in loaded.search(odd))


@pytest.mark.usefixtures("both")
def test_an_index_saved_and_loaded_answers_the_same(tmp_path: Path) -> None:
    """To the last digit."""
    built = NameIndex.build(NAMES)
    built.save(tmp_path / "names.index")

    assert NameIndex.load(tmp_path / "names.index").search("Khalida Aqytkhan") == built.search("Khalida Aqytkhan")


@pytest.mark.usefixtures("both")
def test_a_name_added_is_found_at_once_and_saved(tmp_path: Path) -> None:
    """Without building anew."""
    grown = NameIndex.build(NAMES)
    row = grown.add("Gülbahar Haitiwaji")
    grown.save(tmp_path / "names.index")

    assert row == len(NAMES)
    assert rows(grown, "古丽巴哈尔·海提瓦吉") == [row]
    assert rows(NameIndex.load(tmp_path / "names.index"), "Gulbahar Haitiwaji")[0] == row


def test_names_added_by_the_thousand_are_found_by_their_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segments are joined as they grow; no row moves."""
    monkeypatch.setattr(index, "SEALED", 4)
    grown = NameIndex.build(NAMES)
    added = [
        f"{first} {last}" for first in ("Serik", "Marat", "Aigul", "Dina") for last in ("Ospan", "Qanat", "Tolegen")
    ]

    assert [grown.add(name) for name in added] == list(range(len(NAMES), len(NAMES) + len(added)))
    assert list(grown.names) == [*NAMES, *added]
    for row, name in enumerate(added, start=len(NAMES)):
        assert rows(grown, name, 1) == [row]


def test_names_are_read_from_either_end_and_no_further() -> None:
    """As a list is."""
    names = NameIndex.build(NAMES).names

    assert names[-1] == "Aya"
    assert names[1:3] == NAMES[1:3]
    with pytest.raises(IndexError, match="no row 6 among 6 names"):
        names[6]


def test_more_hits_are_given_where_more_are_asked_for() -> None:
    """All that share a part, up to the number asked for."""
    found = NameIndex.build([f"Serik {chr(97 + n // 26)}{chr(97 + n % 26)}lan" for n in range(500)])

    assert len(found.search("Serik", 400)) == 400
    assert len(found.candidates("Serik", 70)) == 70
    assert [len(hits) for hits in found.search_many(["Serik", "12"], 3)] == [3, 0]


@pytest.mark.parametrize(
    "content", [b"Khalida\n", b"", b'{"form": "kualik names index 1"', b"KUALIKNX", b"KUALIKNX" + bytes(60)]
)
def test_what_is_no_index_is_refused(tmp_path: Path, content: bytes) -> None:
    """A list of names, an empty file, one of the first form, one cut off, one of noughts."""
    path = tmp_path / "names.index"
    path.write_bytes(content)

    with pytest.raises(NotAnIndex, match="kualik names index FILE"):
        NameIndex.load(path)
    assert index.is_index(path) is content.startswith((b"{", b"KUALIKNX"))


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_an_index_broken_off_is_refused(tmp_path: Path, share: float) -> None:
    """Wherever it breaks off."""
    path = tmp_path / "names.index"
    NameIndex.build(NAMES).save(path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])

    with pytest.raises(NotAnIndex):
        NameIndex.load(path)


def test_an_index_of_another_model_says_how_to_make_it_anew(tmp_path: Path) -> None:
    """Its names are in it, whichever version made it."""
    path = tmp_path / "names.index"
    NameIndex.build(NAMES).save(path)
    model, segments = read_segments(path)
    write_segments(path, segments, model=model ^ 1)

    with pytest.raises(OldIndex, match=r"kualik names index .*names\.index -o INDEX"):
        NameIndex.load(path)
    assert stored_names(path) == NAMES


@pytest.mark.usefixtures("both")
@given(st.data())
def test_a_damaged_index_is_refused_or_answers(data: st.DataObject) -> None:
    """Never a crash: every number in it is held against its bounds."""
    segment = bytearray(SEGMENT)
    for _ in range(data.draw(st.integers(1, 4))):
        segment[data.draw(st.integers(0, len(segment) - 1))] = data.draw(st.integers(0, 255))

    with suppress(NotAnIndex):
        damaged = NameIndex([segment])
        for q in (*NAMES, "Khalida Aqytkhan"):
            assert all(0 <= hit.row < len(NAMES) for hit in damaged.search(q))


@given(st.lists(st.sampled_from([*NAMES, "Marat Ospan", "Nurlan"]), min_size=1))
def test_every_name_finds_itself(names: list[str]) -> None:
    """With the best score there is."""
    found = NameIndex.build(names)

    for name in filter(None, names):
        assert name in {hit.name for hit in found.search(name, len(names))}
