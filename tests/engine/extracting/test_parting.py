"""Two sons with two terms are two people."""

from kualik.engine.extracting.notes import Notes, Tie
from kualik.engine.extracting.parting import part
from kualik.engine.extracting.spans import Span

HERE = Span(start=0, end=3)


def _sons(name: str | None = None) -> Notes:
    notes = Notes()
    notes.party(at=HERE, rule="name", name="Aida")
    notes.party(at=HERE, rule="kin", name=name, description="two sons of Aida", count=2)
    notes.ties.append(Tie(person=1, relation="son", relative=0, span=HERE, rule="kin"))
    return notes


def test_each_of_a_group_has_the_ties_of_the_group() -> None:
    """Both are sons of hers; the group itself is no longer kin."""
    notes = _sons()
    keys = part(notes, 1, 2)
    assert keys == (2, 3)
    assert {(tie.person, tie.relation, tie.relative) for tie in notes.ties} == {(2, "son", 0), (3, "son", 0)}
    assert all(notes.parties[key].count == 1 for key in keys)


def test_a_named_group_and_a_large_one_stay_whole() -> None:
    """A family's name is one name, and of forty people a text speaks as a group."""
    assert part(_sons(name="the Bekovs"), 1, 2) == (1,)
    assert part(_sons(), 1, 40) == (1,)
