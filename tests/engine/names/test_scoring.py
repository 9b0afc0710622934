"""From a description to a probability."""

from itertools import pairwise
from pathlib import Path

import pytest

from kualik.engine.names.describing import FEATURES
from kualik.engine.names.model import open_model
from kualik.engine.names.packing import write_sections
from kualik.engine.names.preparing import prepare
from kualik.engine.names.scoring import NothingLearned, law, law_of, score
from kualik.engine.names.tables import table_sections


def test_a_model_of_tables_only_scores_nothing(tmp_path: Path) -> None:
    """It says so, and how to mend it."""
    write_sections(tmp_path / "model.bin", table_sections())

    with pytest.raises(NothingLearned, match=r"tools\.learn_names"):
        law_of(open_model(tmp_path / "model.bin"))


def test_the_curve_rises_from_nearly_0_to_nearly_1() -> None:
    """So that the order of sums is the order of scores."""
    own = law()

    assert all(low < high for low, high in pairwise(own.sums))
    assert all(low < high for low, high in pairwise(own.probabilities))
    assert 0 < own.probabilities[0] < 0.001
    assert 0.999 < own.probabilities[-1] < 1


def test_every_tree_ends_in_its_leaves() -> None:
    """A step asks for a feature that there is, and leads on, never back."""
    for tree in law().trees:
        for place, (_, left, right, feature) in enumerate(tree.nodes):
            assert 0 <= feature < len(FEATURES)
            assert all(place < child < len(tree.nodes) or -len(tree.leaves) <= child < 0 for child in (left, right))


def test_only_the_same_sounds_are_certain() -> None:
    """Part for part, in any order and script; nothing is said of what is no name."""
    name = prepare("Нұрбол Тоқтар")

    assert score(law(), name, prepare("Toqtar Nurbol")) == 1
    assert 0.9 < score(law(), name, prepare("Toktar Nurbol")) < 1
    assert score(law(), name, prepare("12")) == 0
