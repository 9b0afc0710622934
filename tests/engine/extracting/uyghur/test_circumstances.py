"""Where, when, why."""

from kualik.engine.extracting.uyghur.circumstances import circumstances, place_in
from tests.engine.extracting.uyghur.samples import place, scene


def test_place_and_date_are_those_of_the_clause() -> None:
    """A camp in a town, in a month."""
    made = scene("روزى تاھىر 2018-يىلى فېۋرالدا ئاتۇشتىكى لاگېرغا سولاندى.")
    around = circumstances(made, 3, place(made, "سولاندى"), since=0)
    assert around.facility == "camp"
    assert around.place is not None
    assert around.place.text == "ئاتۇش لاگېر"
    assert around.date is not None
    assert around.date.text == "2018-02"


def test_a_charge_and_a_reason_are_kept_apart() -> None:
    """What the court says, what others say."""
    charged = scene("روزى تاھىر «پارچىلاش» جىنايىتى بىلەن كېسىلدى.")
    around = circumstances(charged, 3, place(charged, "كېسىلدى"), since=0)
    assert around.grounds is not None
    assert around.grounds.text == "پارچىلاش"
    assert around.suspected is None
    blamed = scene("روزى تاھىر پەقەت ناماز ئوقۇغانلىقى ئۈچۈن تۇتۇلدى.")
    around = circumstances(blamed, 3, place(blamed, "تۇتۇلدى"), since=0)
    assert around.suspected is not None
    assert around.grounds is None


def test_where_somebody_comes_from_is_no_place_of_the_deed() -> None:
    """Nothing in a case of place, no place."""
    made = scene("روزى تاھىر تۇتۇلدى.")
    assert place_in(made, 3, place(made, "تۇتۇلدى")) is None


def test_an_airport_in_a_town_is_a_place() -> None:
    """Both words of it."""
    made = scene("روزى تاھىر ئۈرۈمچى ئايرودرومىدا تۇتۇلدى.")
    found = place_in(made, 3, place(made, "تۇتۇلدى"))
    assert found is not None
    assert found.text.startswith("ئۈرۈمچى")
