"""What linking compares and proposes."""

from kualik.engine.linking import Proposal, Record


def test_somebody_who_is_only_described_is_a_record_without_names() -> None:
    """Two sons of somebody can be compared by their kin, though nobody names them."""
    son = Record(id="e2", kin=("Khalida Serikbai",))

    assert (son.names, son.birth, son.gender) == ((), None, None)


def test_records_and_proposals_are_values() -> None:
    """Two with the same content are the same, so that batches can be kept in sets."""
    assert len({Record(id="a", names=("Serik",)), Record(id="a", names=("Serik",)), Record(id="b")}) == 2
    assert Proposal(left="a", right="b", probability=0.9, why=("names",)) == Proposal(
        left="a", right="b", probability=0.9, why=("names",)
    )
