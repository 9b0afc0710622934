"""Places and outlets."""

from kualik.engine.extracting.russian.gazetteer import is_local, is_outlet, is_place, place_name
from kualik.engine.extracting.russian.tokens import read_page


def test_a_place_is_known_in_any_case() -> None:
    """By its nominative."""
    assert place_name("урумчи") == "урумчи"
    assert place_name("кульдже") == "кульджа"
    assert is_place("синьцзяне")
    assert not is_place("ержане")


def test_an_outlet_is_known_in_any_case() -> None:
    """So that it is nobody's name."""
    assert is_outlet("азаттыка")
    assert not is_outlet("асель")


def test_a_noun_for_places_leads_to_a_name() -> None:
    """«Села», "уезде"."""
    village, student = read_page("села студента").tokens

    assert is_local(village)
    assert not is_local(student)
