"""What is handed in, as values."""

from dataclasses import FrozenInstanceError

import pytest

from kualik.cases.arrivals.pieces import Piece


def test_a_piece_stands_by_itself_and_is_never_changed() -> None:
    """Unless it was taken out of another."""
    piece = Piece(name="a.txt", content=b"a")

    assert piece.inside is None
    with pytest.raises(FrozenInstanceError):
        piece.name = "b.txt"  # type: ignore[misc]  # that is what is tried
