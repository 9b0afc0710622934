"""Groups out of pairs."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.linking.clustering import cluster
from kualik.engine.linking.records import Proposal


def pair(left: str, right: str, probability: float = 0.9) -> Proposal:
    """Propose a pair."""
    return Proposal(left=left, right=right, probability=probability, why=())


def test_pairs_that_meet_are_one_group() -> None:
    """Through b, a and c are one; d is alone."""
    assert cluster("abcd", [pair("a", "b"), pair("b", "c")]) == {"a": 0, "b": 0, "c": 0, "d": 1}


def test_unlikely_pairs_are_not_joined() -> None:
    """Below the least."""
    assert cluster("ab", [pair("a", "b", 0.7)]) == {"a": 0, "b": 1}


def test_two_rows_of_a_list_without_repeats_stay_apart() -> None:
    """The likelier pair wins; the other would bring two of list A together."""
    proposals = [pair("a1", "b1", 0.9), pair("a2", "b1", 0.95)]

    assert cluster(["a1", "a2", "b1"], proposals, once={"a1": "A", "a2": "A"}) == {"a1": 0, "a2": 1, "b1": 1}


PAIRS = st.lists(st.builds(pair, st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.floats(0, 1)))


@given(PAIRS, st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("XY")), st.randoms(use_true_random=False))
def test_order_makes_no_difference_and_no_list_repeats(
    proposals: list[Proposal], once: dict[str, str], random: object
) -> None:
    """Groups hang on the pairs alone, and hold each list once."""
    groups = cluster("abcdef", proposals, once=once)
    random.shuffle(proposals)  # type: ignore[attr-defined]  # hypothesis' random has no public type

    assert cluster("abcdef", proposals, once=once) == groups
    listed = [(groups[one], once[one]) for one in once]
    assert len(listed) == len(set(listed))
