"""Whom a verb befalls."""

from kualik.engine.extracting.uyghur.patients import patients
from tests.engine.extracting.uyghur.samples import held, place, scene


def whom(text: str, verb: str, role: str) -> list[str]:
    """Name those whom a verb befalls."""
    made = scene(text)
    found = patients(made, place(made, verb), role, None)
    return [made.cast.party(key).label for key in found[0]] if found else []


def test_the_passive_befalls_its_subject_and_the_active_its_object() -> None:
    """Police take; people are taken."""
    assert whom("ساقچىلار تەرىپىدىن روزى تاھىر تۇتۇلدى.", "تۇتۇلدى", "subject") == ["روزى تاھىر"]
    assert whom("ساقچىلار روزى تاھىرنى تۇتتى.", "تۇتتى", "object") == ["روزى تاھىر"]


def test_two_joined_are_both_meant() -> None:
    """The doctor and two nurses."""
    assert whom("باش ۋراچ ۋە ئىككى سېستىرا تۇتۇلدى.", "تۇتۇلدى", "subject") == ["باش ۋراچ", "ئىككى سېستىرا"]


def test_who_was_taken_may_stand_behind_the_verb() -> None:
    """Here: "Roza who was taken"."""
    assert whom("كېچە تۇتۇلغان روزى تاھىر ئۆيىدە ئەمەس.", "تۇتۇلغان", "subject") == ["روزى تاھىر"]


def test_masses_and_bounds_are_nobody() -> None:
    """Here: "Uyghurs", "more than 45 journalists"."""
    assert held("ئۇيغۇرلار تۇتۇلدى.") == []
    assert held("45 تىن ئارتۇق ژۇرنالىست قولغا ئېلىنغان.") == []
