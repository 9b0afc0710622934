"""Where an event was is known as exactly as its words say."""

import pytest

from kualik.cases.findings.whereabouts import precisions, settlements

pytestmark = pytest.mark.django_db


def test_a_place_is_as_exact_as_it_is_written() -> None:
    """A building is known as well as the place that it lies in; an unknown street is not."""
    precision = precisions()

    assert precision("Almaty") == "settlement"
    assert precision("у генерального консульства Китая в Алматы") == "settlement"
    assert precision("Xinjiang") == "region"
    assert precision("Kazakhstan") == "country"
    assert precision("Baitasov Street") == ""


def test_two_ways_to_write_a_town_are_one_town() -> None:
    """In whatever language; a country is none."""
    settlement = settlements()

    assert settlement("Almaty") == settlement("Қытайдың Алматыдағы бас консулдығының алды") != ""
    assert settlement("Kazakhstan") == ""
