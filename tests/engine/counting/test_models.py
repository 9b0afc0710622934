"""Hierarchical models: how many there are, and what is in them."""

import numpy as np
import pytest

from kualik.engine.counting.models import all_pairs, hierarchical_models, main_effects, with_pairs


@pytest.mark.parametrize(("lists", "order", "models"), [(3, 2, 8), (4, 2, 64), (4, 3, 113), (5, 2, 1024), (5, 3, 6212)])
def test_there_are_as_many_as_are_known(lists: int, order: int, models: int) -> None:
    """2^pairs of order two; 113 for four lists (Silverman, Chan and Vincent 2024); 6,212 by counting triangles."""
    assert len(set(hierarchical_models(lists, order))) == models


@pytest.mark.parametrize("order", [2, 3])
def test_with_an_interaction_go_all_inside_it(order: int) -> None:
    """Whatever is left out of a term is a term too, and no term joins more lists than were asked for."""
    for model in hierarchical_models(4, order):
        terms = set(model.terms)
        assert all(term & ~(1 << place) in terms for term in terms for place in range(4))
        assert max(term.bit_count() for term in terms) <= order
        assert model.terms[:5] == (0, 1, 2, 4, 8)


def test_another_order_is_no_model() -> None:
    """Nothing is known of interactions of one or four."""
    with pytest.raises(ValueError, match="4"):
        hierarchical_models(5, 4)


def test_a_model_is_named_by_its_largest_terms() -> None:
    """As in the literature: [12][3]."""
    assert str(with_pairs(3, frozenset({0b011}))) == "[12][3]"
    assert str(main_effects(3)) == "[1][2][3]"
    assert str(hierarchical_models(4, 3)[-1]) == "[123][124][134][234]"
    assert str(with_pairs(10, frozenset({0b1000000001}))).startswith("[1,10][2][3]")


def test_a_pattern_counts_for_the_terms_that_lie_in_it() -> None:
    """Lists A and B, and their interaction: A alone, B alone, both."""
    model = with_pairs(2, frozenset(all_pairs(2)))

    assert model.terms == (0, 1, 2, 3)
    assert np.array_equal(model.design(), [[1, 1, 0, 0], [1, 0, 1, 0], [1, 1, 1, 1]])
    assert model.pairs == (3,)
