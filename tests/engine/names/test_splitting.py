"""The parts of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.splitting import parts, words


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Ақытханқызы", "akithan"),
        ("Aqytkhanuly", "akithan"),
        ("Bolatovich", "bolat"),
        ("Болатовна", "bolat"),
        ("Omarov", "omar"),
        ("Омарова", "omar"),
        ("Aqytkhan-qyzy", "akithan"),
        ("Ақытхан ұлы", "akithan"),
    ],
)
def test_endings_come_off(name: str, stem: str) -> None:
    """Of the father's name and of the family's, written together or apart."""
    (part,) = parts(name)

    assert part.stems == (stem,)
    assert part.role == ("family" if stem == "omar" else "father")


def test_too_short_a_stem_keeps_its_ending() -> None:
    """Nobody is called Ul."""
    assert [part.stems for part in parts("Ulov Ali")] == [("ulov",), ("ali",)]


def test_an_ending_alone_at_the_front_is_a_part() -> None:
    """There is nothing before it to belong to."""
    assert len(parts("Uly Bolat")) == 2


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("Ақытханқызы Халида", [("father", "f", "ақытхан"), ("", "", "халида")]),
        ("Халида Ақытхан қызы", [("", "", "халида"), ("father", "f", "ақытхан")]),
        ("Asanbekkyzy", [("father", "f", "asanbek")]),
        ("Mr N. Omarova", [("title", "", "mr"), ("initial", "", "n"), ("family", "f", "omar")]),
        ("ئابلەت ھاجىم", [("", "", "ئابلەت"), ("cleric", "", "ھاجىم")]),
        ("ئەھمەت ئوغلى", [("father", "m", "ئەھمەت")]),
        ("阿合提克孜", [("father", "f", "阿合提")]),
    ],
)
def test_a_part_says_what_it_is(name: str, roles: list[tuple[str, str, str]]) -> None:
    """Its role, the gender that its ending tells, and the name that is in it."""
    assert [(part.role, part.gender, part.stem) for part in parts(name)] == roles


def test_stems_of_one_name_are_alike_in_every_script() -> None:
    """They are written in one coarse alphabet."""
    spelled = ["Ақытханқызы", "Aqytkhanqyzy", "اقىتحانقىزى"]

    assert {part.stems[0] for name in spelled for part in parts(name)} == {"akithan"}


def test_words_are_as_written() -> None:
    """Only compatibility forms and letter case are folded."""
    assert words("Ａqytkhan-QYZY, 阿合提汗 😀") == ("aqytkhan", "qyzy", "阿合提汗")


@given(st.text())
def test_any_text_has_parts_or_none(name: str) -> None:
    """Nothing is raised, and what is a part has a text."""
    assert all(part.text for part in parts(name))
    assert all(words(name))
