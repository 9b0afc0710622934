"""The parts of a name."""

import pytest

from kualik.engine.names import parts


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
    assert part.of_father is not stem.startswith("omar")


def test_too_short_a_stem_keeps_its_ending() -> None:
    """Nobody is called Ul."""
    assert [part.stems for part in parts("Ulov Ali")] == [("ulov",), ("ali",)]


def test_an_ending_alone_at_the_front_is_a_part() -> None:
    """There is nothing before it to belong to."""
    assert len(parts("Uly Bolat")) == 2
