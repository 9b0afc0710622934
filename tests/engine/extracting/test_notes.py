"""What a reader noted down."""

from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.spans import Span


def test_a_party_is_known_by_its_place() -> None:
    """Keys count from nought in the order of noting, and a label is the name or else the description."""
    notes = Notes()
    here = Span(start=0, end=1)
    named = notes.party(at=here, rule="name", name="Aida", description="a woman of 68")
    other = notes.party(at=here, rule="phrase", description="an officer")
    assert [named.key, other.key] == [0, 1]
    assert notes.parties[other.key] is other
    assert [party.label for party in notes.parties] == ["Aida", "an officer"]
